import { crc32 } from '../codes/crc-32.ts'
import { writeUtf8 } from '../codes/utf-8.ts'

/**
 * Words that are written alike in many languages. Their order and number stay as
 * they are: a console and a participant's page of different releases must find the
 * same one.
 */
const WORDS =
  'atlas atoll avenue ballet banjo bungalow cactus canal canoe canyon caramel cargo cascade chalet cobalt collage condor corridor cottage cumin dahlia delta dolmen domino festival gazelle hibiscus horizon igloo iris jungle kayak kimono kiwi koala lotus magnolia marathon melon mimosa neon nougat oasis okapi olive opera orange origami panda panorama paprika patio pelican piano plateau prairie puzzle quartz safari saxophone sorbet tango veranda zenith'.split(
    ' ',
  )

/**
 * The word on the wall of a workshop, with which people see their own results once
 * the room has seen its own: the one at the place that CRC-32 of the id's six signs
 * leaves when divided by the number of words. Anybody can work it out: it is a
 * courtesy to the room, and protects nothing.
 */
export const wallWordOf = (workshop: string): string => WORDS[crc32(writeUtf8(workshop)) % WORDS.length] ?? ''

const lettersOf = (text: string) => text.normalize('NFKD').replaceAll(/\P{L}/gu, '').toLowerCase()

/** Whether a text is the word of a workshop, whatever its capitals, accents, spaces and signs. */
export const isWallWord = (text: string, workshop: string): boolean => lettersOf(text) === wallWordOf(workshop)
