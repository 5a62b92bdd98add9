import { itemsOf } from '../questionnaire/lookup.ts'
import { keyedStepOf } from '../scoring/keyed.ts'
import type { Reading } from './reading.ts'

/** The mean keyed step of a facet's answered items; `null` where none is. */
export function facetMean(
  { questionnaire, response }: Pick<Reading, 'questionnaire' | 'response'>,
  concept: string,
  facet: string,
): number | null {
  const steps = itemsOf(questionnaire, concept)
    .filter((item) => item.facet === facet)
    .map((item) => keyedStepOf(questionnaire, response.answers, item))
    .filter((step) => step !== null)
  return steps.length === 0 ? null : steps.reduce((total, step) => total + step, 0) / steps.length
}
