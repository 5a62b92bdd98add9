import { questionnaireNumber } from '../response/layout.ts'
import { readCodeHeader } from './result-code.ts'

/** The questionnaire a code belongs to, among those that are here. */
export function questionnaireOf(code: string, ids: readonly string[]): string | null {
  const header = readCodeHeader(code)
  return header === null ? null : (ids.find((id) => questionnaireNumber(id) === header.number) ?? null)
}
