import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import type { GivenVantage } from '../response/response.ts'

/** The part of a questionnaire that a table is read by. */
export type Asked = Pick<Questionnaire, 'items' | 'scales'>

/** The words that are read, beside steps and ids. */
export interface SheetWords {
  /** The questionnaire's texts, one for each language: statements as headings, options as answers. */
  readonly texts: readonly (Pick<Texts, 'scales'> & Partial<Pick<Texts, 'items'>>)[]
  readonly vantages?: Readonly<Partial<Record<GivenVantage, readonly string[]>>>
  /** How the question is worded where people sit. */
  readonly vantageQuestions?: readonly string[]
}
