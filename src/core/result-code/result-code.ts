import { VANTAGES } from '../questionnaire/vantages.ts'
import { CANT_TELL, type Answer, type Answers, type GivenVantage } from '../response/response.ts'
import { symbolsOf, textOf } from './alphabet.ts'
import { CHECKS, checkSymbols, isWhole } from './check-symbols.ts'
import { dayNumber, isoDay } from './day-number.ts'
import type { CodeIssue } from './issues.ts'
import { questionnaireNumber, type CodeLayout } from './layout.ts'

/** What a result code carries. */
export interface CodedResponse {
  readonly vantage: GivenVantage
  readonly answers: Answers
  /** The day it was given, as 2026-11-22. */
  readonly completedOn: string
}

export type ReadCode =
  | { readonly ok: true; readonly layout: CodeLayout; readonly coded: CodedResponse }
  | { readonly ok: false; readonly issue: CodeIssue }

/** The first symbol of every result code. 2 is kept for a workshop's hand-over codes. */
export const RESULT_FORMAT = 1

const SEATS: readonly GivenVantage[] = ['not-said', ...VANTAGES]

/** How many symbols stand before the answers: format, questionnaire, version, day and vantage. */
const HEADER = 13

const bitsOf = (value: number, symbols: number) =>
  Array.from({ length: symbols }, (_none, index) => (value >>> (5 * (symbols - 1 - index))) & 31)

const numberOf = (symbols: readonly number[]) => symbols.reduce((value, symbol) => value * 32 + symbol, 0)

/** How many symbols a layout's answers take: the fewest that hold every combination. */
function answerSymbols({ items }: CodeLayout): number {
  let combinations = 1n
  for (const { options } of items) combinations *= BigInt(options + 2)
  let symbols = 0
  for (let room = 1n; room < combinations; room *= 32n) symbols++
  return symbols
}

/** What can be read of a code without its questionnaire. */
export interface CodeHeader {
  /** The questionnaire's number. */
  readonly number: number
  readonly completedOn: string
}

/** Reads the head of a code; `null` where it is no whole code. Never throws. */
export function readCodeHeader(text: string): CodeHeader | null {
  const read = symbolsOf(text)
  if (!read.ok || read.symbols.length < HEADER + CHECKS) return null
  if (read.symbols[0] !== RESULT_FORMAT || !isWhole(read.symbols)) return null
  const dated = numberOf(read.symbols.slice(9, HEADER))
  return { number: numberOf(read.symbols.slice(1, 5)), completedOn: isoDay(Math.floor(dated / 16)) }
}

/** An answer as a digit: 0 unanswered, the step, and above the last step *can't tell*. */
function digitOf(answer: Answer | undefined, options: number): number {
  if (answer === undefined) return 0
  if (answer === CANT_TELL) return options + 1
  if (Number.isInteger(answer) && answer >= 1 && answer <= options) return answer
  throw new RangeError(`no step ${answer} of ${options}`)
}

/**
 * Packs a response into letters and digits in groups of four: 32 of them for
 * thirty items on five steps. The same response always gives the same code.
 * The format is described in README.md beside this file.
 *
 * @throws RangeError for a step that the item does not have, or a day that is none.
 */
export function encodeResultCode(layout: CodeLayout, { vantage, answers, completedOn }: CodedResponse): string {
  const day = dayNumber(completedOn)
  if (day === null) throw new RangeError(`"${completedOn}" is no day`)
  let packed = 0n
  for (const { id, options } of layout.items)
    packed = packed * BigInt(options + 2) + BigInt(digitOf(answers[id], options))
  const body: number[] = []
  for (let left = answerSymbols(layout); left > 0; left--) {
    body.unshift(Number(packed & 31n))
    packed >>= 5n
  }
  const symbols = [
    RESULT_FORMAT,
    ...bitsOf(questionnaireNumber(layout.id), 4),
    ...bitsOf(layout.major, 2),
    ...bitsOf(layout.minor, 2),
    ...bitsOf(day * 16 + SEATS.indexOf(vantage), 4),
    ...body,
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
  const fail = (issue: CodeIssue): ReadCode => ({ ok: false, issue })
  const read = symbolsOf(text)
  if (!read.ok) return read
  const { symbols } = read
  if (symbols.length < HEADER + CHECKS) return fail({ code: 'too-short', length: symbols.length })
  const [format = 0] = symbols
  // Nothing but zeros would be whole, and is no code.
  if (format === 0 || !isWhole(symbols)) return fail({ code: 'check' })
  if (format !== RESULT_FORMAT) return fail({ code: 'format', format })

  const number = numberOf(symbols.slice(1, 5))
  const own = layouts.filter(({ id }) => questionnaireNumber(id) === number)
  if (own.length === 0) return fail({ code: 'questionnaire' })
  const [major, minor] = [numberOf(symbols.slice(5, 7)), numberOf(symbols.slice(7, 9))]
  const layout = own.find((candidate) => candidate.major === major && candidate.minor === minor)
  if (!layout) return fail({ code: 'version', version: `${major}.${minor}` })

  const expected = HEADER + answerSymbols(layout) + CHECKS
  if (symbols.length !== expected) return fail({ code: 'length', length: symbols.length, expected })
  const dated = numberOf(symbols.slice(9, HEADER))
  const vantage = SEATS[dated % 16]
  if (vantage === undefined) return fail({ code: 'vantage' })

  let packed = 0n
  for (const symbol of symbols.slice(HEADER, -CHECKS)) packed = packed * 32n + BigInt(symbol)
  const answers: Record<string, Answer> = {}
  for (const { id, options } of layout.items.toReversed()) {
    const radix = BigInt(options + 2)
    const digit = Number(packed % radix)
    packed /= radix
    if (digit > 0) answers[id] = digit > options ? CANT_TELL : digit
  }
  if (packed > 0n) return fail({ code: 'answers' })
  return { ok: true, layout, coded: { vantage, answers, completedOn: isoDay(Math.floor(dated / 16)) } }
}
