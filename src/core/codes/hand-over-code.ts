import type { Answers } from '../response/response.ts'
import { ALPHABET, symbolsOf, textOf } from './alphabet.ts'
import { CHECKS, checkSymbols, isWhole } from './check-symbols.ts'
import { dayNumber } from '../response/day-number.ts'
import { isoDay } from '../response/numbered-day.ts'
import type { CodeLayout } from '../response/layout.ts'
import { nameLayout, NAMING } from './name-layout.ts'
import { lengthOfCode, openCode } from './open-code.ts'
import { packAnswers } from './pack-answers.ts'
import { HAND_OVER_GUESSES, packGuesses, unpackGuesses } from './pack-guesses.ts'
import { readingsOf } from './readings-of.ts'
import { bitsOf, numberOf } from './whole-numbers.ts'
import { LEVELS } from '../response/levels.ts'
import type { Pace } from '../response/pace.ts'
import { isWorkshopId, RANDOM_NUMBERS, WORKSHOP_SYMBOLS, workshopIdOf } from './workshop-id.ts'
import type { HandOverIssue } from './hand-over-code-issues.ts'

/** The content of a hand-over code. */
export interface HandOver {
  readonly workshop: string
  /** The random number of this person in this workshop, from 0 to below 2^30. */
  readonly participant: number
  /** How often this person has handed over, from 1. The highest stands, in whatever order codes are taken in. */
  readonly revision: number
  readonly pace: Pace
  /** Which of the workshop's levels, counted from 0 at the top; `null` where not said. */
  readonly level: number | null
  /** The day the response was given, as 2026-11-22. */
  readonly completedOn: string
  readonly answers: Answers
  /** The person's guesses of the answers of the level closest to the work, by item id; absent where nothing was guessed. */
  readonly guesses?: Answers
  /**
   * The workshop's promises when this was handed over (`promisesOf` in core/workshop), ten symbols; `null` in
   * a code of format 2, which says nothing of it.
   */
  readonly promises: string | null
}

/** Whose answers somebody has handed over, and for which time. */
export type Handed = Pick<HandOver, 'participant' | 'revision'>

export type ReadHandOver =
  | { readonly ok: true; readonly layout: CodeLayout; readonly handOver: HandOver }
  | { readonly ok: false; readonly issue: HandOverIssue }

/** The first symbol of hand-over codes: the format without promises, which earlier releases wrote, and the one with. */
export const HAND_OVER_FORMATS = [2, 3] as const

type Format = (typeof HAND_OVER_FORMATS)[number]

/** How many symbols name what a workshop promised. */
export const PROMISES = 10

/** The last revision that has a number. Whoever hands over more often stays at it. */
export const LAST_REVISION = 255

const PACES: readonly Pace[] = ['unknown', 'usual', 'fast']

const PARTICIPANT = NAMING + WORKSHOP_SYMBOLS
const DATED = PARTICIPANT + 6
const TURNED = DATED + 4

const PROMISED = TURNED + 2

/** How many symbols stand before the answers, and how many between them and the check. */
const AROUND: Readonly<Record<Format, { readonly header: number; readonly tail: number }>> = {
  2: { header: PROMISED, tail: 0 },
  3: { header: PROMISED + PROMISES, tail: HAND_OVER_GUESSES },
}

/** How many symbols a hand-over code of this layout has. */
export const handOverLength = (layout: CodeLayout, format: Format = 3): number => lengthOfCode(AROUND[format], layout)

/** The format of a code whose first symbol this is; `null` where it is no hand-over code. */
export const handOverFormat = (symbol: number | undefined): Format | null =>
  HAND_OVER_FORMATS.find((format) => format === symbol) ?? null

/** The workshop that a whole hand-over code names, whether or not its questionnaire is here; `null` for any other text. Never throws. */
export function workshopOfCode(text: string): string | null {
  for (const reading of readingsOf(text)) {
    const read = symbolsOf(reading)
    if (!read.ok || read.symbols.length < PROMISED + CHECKS) continue
    if (handOverFormat(read.symbols[0]) !== null && isWhole(read.symbols))
      return workshopIdOf(numberOf(read.symbols.slice(NAMING, PARTICIPANT)))
  }
  return null
}

/** Whose answers a code without hyphens holds, without a check of the rest of it; `null` for what is too short. Never throws. */
export function whoIn(code: string): Handed | null {
  const read = symbolsOf(code)
  if (!read.ok || read.symbols.length < PROMISED) return null
  return {
    participant: numberOf(read.symbols.slice(PARTICIPANT, DATED)),
    revision: Math.floor(numberOf(read.symbols.slice(TURNED, PROMISED)) / 4),
  }
}

/**
 * Packs a response with its workshop around it into letters and digits in groups of
 * four: 60 of them for thirty items on five steps. The same hand-over always gives
 * the same code: of format 2 where it has no promises, as an earlier release would
 * have written it. Guesses of somebody without a level are left out. Both formats are described in hand-over-code.md beside this file.
 *
 * @throws RangeError for malformed promises, id, number, level or day, a revision
 * below 1, or a step that the item does not have.
 */
export function encodeHandOverCode(layout: CodeLayout, handOver: HandOver): string {
  const { workshop, participant, revision, pace, level, completedOn, answers, guesses = {}, promises } = handOver
  const day = dayNumber(completedOn)
  if (day === null) throw new RangeError(`"${completedOn}" is no day`)
  const id = symbolsOf(workshop)
  if (!id.ok || !isWorkshopId(workshop)) throw new RangeError(`"${workshop}" is no workshop`)
  const isWithin = (value: number, least: number, below: number) =>
    Number.isInteger(value) && value >= least && value < below
  if (!isWithin(participant, 0, RANDOM_NUMBERS)) throw new RangeError(`${participant} is no participant number`)
  if (!isWithin(revision, 1, Infinity)) throw new RangeError(`${revision} is no revision`)
  if (level !== null && !isWithin(level, 0, LEVELS.most)) throw new RangeError(`${level} is no level`)
  const promised = promises === null ? null : symbolsOf(promises)
  if (promised && !(promised.ok && promised.symbols.length === PROMISES))
    throw new RangeError(`"${promises}" names no promises`)
  const symbols = [
    ...nameLayout(promised === null ? 2 : 3, layout),
    ...id.symbols,
    ...bitsOf(participant, 6),
    ...bitsOf(day * 16 + (level === null ? 0 : level + 1), 4),
    ...bitsOf(Math.min(revision, LAST_REVISION) * 4 + PACES.indexOf(pace), 2),
    ...(promised?.symbols ?? []),
    ...packAnswers(layout, answers),
    ...(promised === null ? [] : packGuesses(layout, level === null ? {} : guesses, HAND_OVER_GUESSES)),
  ]
  return textOf([...symbols, ...checkSymbols(symbols)])
}

/**
 * Reads a code as a person typed, pasted or scanned it, as leniently as a result
 * code. Trusts nothing else in it, and never throws. Does not check whether its
 * workshop has so many levels and makes these promises: the caller knows the workshop.
 *
 * @param layouts the versions it may be of
 */
export function decodeHandOverCode(text: string, layouts: readonly CodeLayout[]): ReadHandOver {
  const first = symbolsOf(text)
  const format = handOverFormat(first.ok ? first.symbols[0] : undefined) ?? 2
  const { header, tail } = AROUND[format]
  const opened = openCode(text, { format, header, tail }, layouts)
  if (!opened.ok) return opened
  const { layout, symbols, answers } = opened
  const fail = (issue: HandOverIssue): ReadHandOver => ({ ok: false, issue })
  const dated = numberOf(symbols.slice(DATED, TURNED))
  if (dated % 16 > LEVELS.most) return fail({ code: 'level' })
  const turned = numberOf(symbols.slice(TURNED, PROMISED))
  if (turned < 4) return fail({ code: 'revision' })
  const pace = PACES[turned % 4]
  if (pace === undefined) return fail({ code: 'pace' })
  const end = symbols.length - CHECKS
  const level = dated % 16 === 0 ? null : (dated % 16) - 1
  const guesses = unpackGuesses(layout, symbols.slice(end - AROUND[format].tail, end))
  const isGuessed = guesses !== null && Object.keys(guesses).length > 0
  if (guesses === null || (level === null && isGuessed)) return fail({ code: 'guesses' })
  const promised = symbols.slice(PROMISED, header)
  return {
    ok: true,
    layout,
    handOver: {
      workshop: workshopIdOf(numberOf(symbols.slice(NAMING, PARTICIPANT))),
      participant: numberOf(symbols.slice(PARTICIPANT, DATED)),
      revision: Math.floor(turned / 4),
      pace,
      level,
      completedOn: isoDay(Math.floor(dated / 16)),
      answers,
      ...(isGuessed ? { guesses } : {}),
      promises: promised.length === 0 ? null : promised.map((symbol) => ALPHABET[symbol]).join(''),
    },
  }
}
