import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { KeepTexts } from '../locales/en/keep.ts'
import type { ResultTexts } from '../locales/en/result.ts'

/** A questionnaire and the texts around its results, in the present language. */
export interface ResultWords {
  readonly part: ResultPart
  readonly texts: ResultTexts
  readonly keepTexts: KeepTexts
}
