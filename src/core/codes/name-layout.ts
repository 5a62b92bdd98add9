import type { CodeIssue } from './result-code-issues.ts'
import { questionnaireNumber, type CodeLayout } from '../response/layout.ts'
import { bitsOf, numberOf } from './whole-numbers.ts'

type NamingIssue = Extract<CodeIssue, { readonly code: 'questionnaire' | 'version' }>

/** How many symbols name a format, a questionnaire and its version. Every format begins with them. */
export const NAMING = 9

/** The symbols that every code of a layout begins with. */
export function nameLayout(format: number, { id, major, minor }: CodeLayout): number[] {
  return [format, ...bitsOf(questionnaireNumber(id), 4), ...bitsOf(major, 2), ...bitsOf(minor, 2)]
}

/** The questionnaire's number that a code names. */
export const namedQuestionnaire = (symbols: readonly number[]): number => numberOf(symbols.slice(1, 5))

/** The layout that a code names, among those that are here, or why it is not. Never throws. */
export function findNamedLayout(
  symbols: readonly number[],
  layouts: readonly CodeLayout[],
): { readonly ok: true; readonly layout: CodeLayout } | { readonly ok: false; readonly issue: NamingIssue } {
  const number = namedQuestionnaire(symbols)
  const own = layouts.filter(({ id }) => questionnaireNumber(id) === number)
  if (own.length === 0) return { ok: false, issue: { code: 'questionnaire' } }
  const [major, minor] = [numberOf(symbols.slice(5, 7)), numberOf(symbols.slice(7, NAMING))]
  const layout = own.find((candidate) => candidate.major === major && candidate.minor === minor)
  return layout ? { ok: true, layout } : { ok: false, issue: { code: 'version', version: `${major}.${minor}` } }
}
