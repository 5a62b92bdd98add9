import { withoutUnseen } from '../codes/without-dirt.ts'

/** A run of letters and digits, with its place in a text. */
export interface Chunk {
  readonly text: string
  /** From 1. */
  readonly line: number
  /** The text between the chunk before and this one. */
  readonly gap: string
}

/** Characters of a link that were percent-encoded within another link, once or more often. */
const ENCODED = /%(?:25)*(23|26|2d|2f|3d|3f)/gi

/** The payload of an invitation, which resembles a code in places and is none. */
const INVITATION = /([#?&/]w=)[\w-]+/gi

const CHUNK = /[\p{L}\p{N}\p{M}]+/gu

/**
 * Cuts a text into chunks, after undoing the changes that mail programs and pages
 * make to links and codes. Never throws.
 */
export function chunksOf(text: string): Chunk[] {
  const plain = withoutUnseen(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(ENCODED, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    // An equals sign in quoted-printable mail.
    .replaceAll(/=3d/gi, '=')
    .replaceAll(INVITATION, '$1')
  const chunks: Chunk[] = []
  let line = 1
  let end = 0
  for (const match of plain.matchAll(CHUNK)) {
    const gap = plain.slice(end, match.index)
    for (let at = gap.indexOf('\n'); at >= 0; at = gap.indexOf('\n', at + 1)) line++
    chunks.push({ text: match[0], line, gap })
    end = match.index + match[0].length
  }
  return chunks
}

/** In characters; longer than any quoting and indenting in mails. */
const LONGEST_GAP = 60

const DASHED = /^[-\u2010-\u2015\u2212]+(?:[ \t]*=?\n[\s>|]*)?$/

/** Whether two chunks are joined by a dash, over a line's end at most. A dash between spaces joins nothing. */
export const isDashed = (gap: string): boolean => gap.length <= LONGEST_GAP && DASHED.test(gap)

const ON_ONE_LINE = /^[\s\-\u2010-\u2015\u2212]*$/
const OVER_LINES = /^[\s>|=\-\u2010-\u2015\u2212]*$/

/**
 * Whether the text between two chunks can be within a code: white space, dashes,
 * quotation marks of mails, a mail's soft line break.
 */
export const isJoined = (gap: string): boolean =>
  gap.length <= LONGEST_GAP && (gap.includes('\n') ? OVER_LINES : ON_ONE_LINE).test(gap)
