import { questionnaireNumber } from '../response/layout.ts'
import { readingsOf } from './readings-of.ts'
import { readCodeHeader } from './result-code.ts'

/** The questionnaire a code belongs to, among those that are here. */
export function questionnaireOf(code: string, ids: readonly string[]): string | null {
  const header = readingsOf(code).map(readCodeHeader).find(Boolean)
  return !header ? null : (ids.find((id) => questionnaireNumber(id) === header.number) ?? null)
}
