import type { Questionnaire } from '../questionnaire/schema.ts'
import type { ConceptResult } from './assess.ts'

export interface DeepDive {
  readonly concept: string
  readonly questionnaire: string
}

/**
 * The questionnaires that look more closely at what this response points to: those
 * of the concepts that no other lies clear of, where the result says that one leads,
 * else of each: where little is reported, the least reported may be what is hidden.
 * A concept without a score leads to none.
 */
export function deepDivesFor(
  { concepts }: Pick<Questionnaire, 'concepts'>,
  results: readonly Pick<ConceptResult, 'concept' | 'score' | 'below'>[],
  oneLeads: boolean,
): DeepDive[] {
  return results
    .filter(({ score, below }) => score !== null && (below.length === 0 || !oneLeads))
    .flatMap(({ concept }) => {
      const questionnaire = concepts.find(({ id }) => id === concept)?.deepDive
      return questionnaire ? [{ concept, questionnaire }] : []
    })
}
