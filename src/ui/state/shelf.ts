import type { ResultPart, TakePart } from '../../core/questionnaire/parts.ts'
import { readCodeHeader } from '../../core/result-code/result-code.ts'
import { questionnaireNumber } from '../../core/result-code/layout.ts'
import type { Language } from '../texts/languages.ts'

/** A questionnaire that can be taken, with how its parts are loaded in a language. */
export interface ShelvedQuestionnaire {
  readonly id: string
  readonly items: number
  readonly take: (language: Language) => Promise<TakePart>
  readonly result: (language: Language) => Promise<ResultPart>
}

/** The questionnaire a code belongs to, among those that are here. */
export function questionnaireOf(code: string, ids: readonly string[]): string | null {
  const header = readCodeHeader(code)
  return header === null ? null : (ids.find((id) => questionnaireNumber(id) === header.number) ?? null)
}
