import { symbolsOf } from './alphabet.ts'
import { CHECKS, isWhole } from './check-symbols.ts'
import type { CodeIssue } from './result-code-issues.ts'
import type { CodeLayout } from '../response/layout.ts'
import { findNamedLayout } from './name-layout.ts'
import { guessSymbols } from './pack-guesses.ts'
import { answerSymbols, unpackAnswers } from './pack-answers.ts'
import type { Answers } from '../response/response.ts'

export type OpenedCode =
  | {
      readonly ok: true
      readonly layout: CodeLayout
      /** All of the code's symbols, the format's number first. */
      readonly symbols: readonly number[]
      readonly answers: Answers
    }
  | { readonly ok: false; readonly issue: Exclude<CodeIssue, { readonly code: 'vantage' | 'guesses' }> }

/** How many symbols of a format stand before the answers, and how many between them and the check. */
export interface AroundAnswers {
  readonly header: number
  /** So many symbols of every code, or as many as the layout's guesses take. */
  readonly tail: number | 'guesses'
}

/** How many symbols stand between the answers and the check. */
const tailOfCode = ({ tail }: Pick<AroundAnswers, 'tail'>, layout: CodeLayout): number =>
  tail === 'guesses' ? guessSymbols(layout) : tail

/** How many symbols a code has. */
export const lengthOfCode = (around: AroundAnswers, layout: CodeLayout): number =>
  around.header + answerSymbols(layout) + tailOfCode(around, layout) + CHECKS

/**
 * Checks that codes of every format share: the check symbols, the format, a known
 * questionnaire and version, the length that this version asks for, and a valid
 * number for the answers. Trusts nothing in the text, and never throws.
 *
 * @param format its number, and what stands around the answers in it
 * @param layouts the versions it may be of
 */
export function openCode(
  text: string,
  { format, header, tail }: AroundAnswers & { readonly format: number },
  layouts: readonly CodeLayout[],
): OpenedCode {
  const read = symbolsOf(text)
  if (!read.ok) return read
  const { symbols } = read
  const { length } = symbols
  if (length < header + (tail === 'guesses' ? 0 : tail) + CHECKS)
    return { ok: false, issue: { code: 'too-short', length } }
  const [own = 0] = symbols
  // A row of zeros passes the check and is no code.
  if (own === 0 || !isWhole(symbols)) return { ok: false, issue: { code: 'check' } }
  if (own !== format) return { ok: false, issue: { code: 'format', format: own } }
  const named = findNamedLayout(symbols, layouts)
  if (!named.ok) return named
  const { layout } = named
  const expected = lengthOfCode({ header, tail }, layout)
  if (length !== expected) return { ok: false, issue: { code: 'length', length, expected } }
  const answers = unpackAnswers(layout, symbols.slice(header, -CHECKS - tailOfCode({ tail }, layout)))
  return answers === null ? { ok: false, issue: { code: 'answers' } } : { ok: true, layout, symbols, answers }
}
