import { isAskedToGuess } from '../guess/is-asked.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import type { Answers, GivenVantage } from '../response/response.ts'
import { symbolsOf, textOf } from './alphabet.ts'
import { CHECKS, checkSymbols, isWhole } from './check-symbols.ts'
import { dayNumber } from '../response/day-number.ts'
import { isoDay } from '../response/numbered-day.ts'
import type { CodeIssue } from './result-code-issues.ts'
import type { CodeLayout } from '../response/layout.ts'
import { nameLayout, namedQuestionnaire, NAMING } from './name-layout.ts'
import { lengthOfCode, openCode, type AroundAnswers } from './open-code.ts'
import { packAnswers } from './pack-answers.ts'
import { guessSymbols, packGuesses, unpackGuesses } from './pack-guesses.ts'
import { bitsOf, numberOf } from './whole-numbers.ts'

/** The content of a result code. */
export interface CodedResponse {
  readonly vantage: GivenVantage
  readonly answers: Answers
  /** The person's guesses of what people close to the work answer, by item id; absent where nothing was guessed. */
  readonly guesses?: Answers
  /** The day the response was given, as 2026-11-22. */
  readonly completedOn: string
}

export type ReadCode =
  | { readonly ok: true; readonly layout: CodeLayout; readonly coded: CodedResponse }
  | { readonly ok: false; readonly issue: CodeIssue }

/** The first symbol of result codes: without guesses, and with some. 2 and 3 are a workshop's hand-over codes. */
export const RESULT_FORMATS = [1, 4] as const

type Format = (typeof RESULT_FORMATS)[number]

const SEATS: readonly GivenVantage[] = ['not-said', ...VANTAGES]

/** How many symbols stand before the answers: format, questionnaire, version, day and vantage. */
const HEADER = 13
const AROUND: Readonly<Record<Format, AroundAnswers>> = {
  1: { header: HEADER, tail: 0 },
  4: { header: HEADER, tail: 'guesses' },
}

/** How many symbols a result code of this layout has. */
export const resultLength = (layout: CodeLayout, format: Format): number => lengthOfCode(AROUND[format], layout)

/** The format of a code whose first symbol this is; `null` where it is no result code. */
export const resultFormat = (symbol: number | undefined): Format | null =>
  RESULT_FORMATS.find((format) => format === symbol) ?? null

/** The parts of a code that can be read without its questionnaire. */
export interface CodeHeader {
  /** The questionnaire's number. */
  readonly number: number
  readonly completedOn: string
}

/** Reads the head of a code; `null` for a text that is no complete code. Never throws. */
export function readCodeHeader(text: string): CodeHeader | null {
  const read = symbolsOf(text)
  if (!read.ok || read.symbols.length < HEADER + CHECKS) return null
  if (resultFormat(read.symbols[0]) === null || !isWhole(read.symbols)) return null
  const dated = numberOf(read.symbols.slice(NAMING, HEADER))
  return { number: namedQuestionnaire(read.symbols), completedOn: isoDay(Math.floor(dated / 16)) }
}

/**
 * Packs a response into letters and digits in groups of four: 32 of them for thirty
 * items on five steps, and 36 with guesses at six. The same response always gives the
 * same code: of format 1 where nothing was guessed, as earlier releases wrote it. Guesses
 * of somebody who is not asked for any are left out. Both formats are described in
 * README.md beside this file.
 *
 * @throws RangeError for a step that the item does not have, or an impossible day.
 */
export function encodeResultCode(
  layout: CodeLayout,
  { vantage, answers, guesses = {}, completedOn }: CodedResponse,
): string {
  const day = dayNumber(completedOn)
  if (day === null) throw new RangeError(`"${completedOn}" is no day`)
  const guessed = isAskedToGuess(vantage) ? packGuesses(layout, guesses, guessSymbols(layout)) : []
  const isGuessed = guessed.some((symbol) => symbol !== 0)
  const symbols = [
    ...nameLayout(isGuessed ? 4 : 1, layout),
    ...bitsOf(day * 16 + SEATS.indexOf(vantage), 4),
    ...packAnswers(layout, answers),
    ...(isGuessed ? guessed : []),
  ]
  return textOf([...symbols, ...checkSymbols(symbols)])
}

/**
 * Reads a code as a person typed, pasted or scanned it: lower case, spaces,
 * dashes, and I, L and O for 1 and 0 are all right. Trusts nothing else in it,
 * and never throws.
 *
 * @param layouts the versions it may be of
 */
export function decodeResultCode(text: string, layouts: readonly CodeLayout[]): ReadCode {
  const first = symbolsOf(text)
  const format = resultFormat(first.ok ? first.symbols[0] : undefined) ?? 1
  const opened = openCode(text, { format, ...AROUND[format] }, layouts)
  if (!opened.ok) return opened
  const { layout, symbols, answers } = opened
  const dated = numberOf(symbols.slice(NAMING, HEADER))
  const vantage = SEATS[dated % 16]
  if (vantage === undefined) return { ok: false, issue: { code: 'vantage' } }
  const coded = { vantage, answers, completedOn: isoDay(Math.floor(dated / 16)) }
  if (format === 1) return { ok: true, layout, coded }
  const guesses = unpackGuesses(layout, symbols.slice(symbols.length - CHECKS - guessSymbols(layout), -CHECKS))
  const isCanonical = guesses !== null && Object.keys(guesses).length > 0 && isAskedToGuess(vantage)
  return isCanonical ? { ok: true, layout, coded: { ...coded, guesses } } : { ok: false, issue: { code: 'guesses' } }
}
