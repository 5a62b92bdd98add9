import { VANTAGES } from '../questionnaire/vantages.ts'
import type { Answers, GivenVantage } from '../response/response.ts'
import { symbolsOf, textOf } from './alphabet.ts'
import { CHECKS, checkSymbols, isWhole } from './check-symbols.ts'
import { dayNumber, isoDay } from '../response/day-number.ts'
import type { CodeIssue } from './result-code-issues.ts'
import type { CodeLayout } from '../response/layout.ts'
import { nameLayout, namedQuestionnaire, NAMING } from './name-layout.ts'
import { lengthOfCode, openCode } from './open-code.ts'
import { packAnswers } from './pack-answers.ts'
import { bitsOf, numberOf } from './whole-numbers.ts'

/** The content of a result code. */
export interface CodedResponse {
  readonly vantage: GivenVantage
  readonly answers: Answers
  /** The day the response was given, as 2026-11-22. */
  readonly completedOn: string
}

export type ReadCode =
  | { readonly ok: true; readonly layout: CodeLayout; readonly coded: CodedResponse }
  | { readonly ok: false; readonly issue: CodeIssue }

/** The first symbol of every result code. 2 is a workshop's hand-over code. */
export const RESULT_FORMAT = 1

const SEATS: readonly GivenVantage[] = ['not-said', ...VANTAGES]

/** How many symbols stand before the answers: format, questionnaire, version, day and vantage. */
const HEADER = 13
const AROUND = { header: HEADER, tail: 0 }

/** How many symbols a result code of this layout has. */
export const resultLength = (layout: CodeLayout): number => lengthOfCode(AROUND, layout)

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
  if (read.symbols[0] !== RESULT_FORMAT || !isWhole(read.symbols)) return null
  const dated = numberOf(read.symbols.slice(NAMING, HEADER))
  return { number: namedQuestionnaire(read.symbols), completedOn: isoDay(Math.floor(dated / 16)) }
}

/**
 * Packs a response into letters and digits in groups of four: 32 of them for thirty
 * items on five steps. The same response always gives the same code. The format is
 * described in README.md beside this file.
 *
 * @throws RangeError for a step that the item does not have, or an impossible day.
 */
export function encodeResultCode(layout: CodeLayout, { vantage, answers, completedOn }: CodedResponse): string {
  const day = dayNumber(completedOn)
  if (day === null) throw new RangeError(`"${completedOn}" is no day`)
  const symbols = [
    ...nameLayout(RESULT_FORMAT, layout),
    ...bitsOf(day * 16 + SEATS.indexOf(vantage), 4),
    ...packAnswers(layout, answers),
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
  const opened = openCode(text, { format: RESULT_FORMAT, ...AROUND }, layouts)
  if (!opened.ok) return opened
  const { layout, symbols, answers } = opened
  const dated = numberOf(symbols.slice(NAMING, HEADER))
  const vantage = SEATS[dated % 16]
  if (vantage === undefined) return { ok: false, issue: { code: 'vantage' } }
  return { ok: true, layout, coded: { vantage, answers, completedOn: isoDay(Math.floor(dated / 16)) } }
}
