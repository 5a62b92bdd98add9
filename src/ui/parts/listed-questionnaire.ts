import type { ResultPart, TakePart } from '../../core/questionnaire/parts.ts'
import type { Language } from '../locales/index.ts'

/** A questionnaire that can be taken, with loaders of its parts by language. */
export interface ListedQuestionnaire {
  readonly id: string
  readonly items: number
  readonly take: (language: Language) => Promise<TakePart>
  readonly result: (language: Language) => Promise<ResultPart>
}
