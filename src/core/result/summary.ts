import { itemsOf } from '../questionnaire/lookup.ts'
import type { Condition, Finding, Questionnaire } from '../questionnaire/schema.ts'
import type { Assessment } from './assess.ts'

/** A concept's place in a summary, as far as the headline tells it. */
export type ConceptInSummary = 'ahead' | 'reported' | 'behind' | 'little' | 'level' | 'unseen' | 'open'

/** The part of a result that can be sent on: nothing in it depends on any one answer. */
export interface Summary {
  /** `null` where no finding can be sent on, or the one that could rests on single statements. */
  readonly finding: Finding | null
  readonly concepts: readonly { readonly concept: string; readonly says: ConceptInSummary }[]
  /** The item whose question goes with it: the same for everybody with this finding. */
  readonly ask: string | null
}

/** The conditions on whole concepts, on the respondent's place, and on how the answers were given. */
const ON_MANY: readonly Condition['is'][] = ['score', 'scored', 'clear-of', 'level', 'unseen', 'vantage', 'quality']

const restsOnMany = ({ when }: Finding): boolean =>
  [...(when.all ?? []), ...(when.any ?? []), ...(when.none ?? [])].every(({ is }) => ON_MANY.includes(is))

function saidBy(condition: Condition, concept: string): ConceptInSummary | null {
  switch (condition.is) {
    case 'clear-of':
      return condition.concept === concept ? 'ahead' : condition.of.includes(concept) ? 'behind' : null
    case 'score':
      if (condition.concept !== concept) return null
      return condition.from === undefined ? 'little' : 'reported'
    case 'level':
      return condition.concepts.includes(concept) ? 'level' : null
    case 'unseen':
      return condition.concepts.includes(concept) ? 'unseen' : null
    default:
      return null
  }
}

/** The order of precedence: where several conditions place one concept, the first of these counts. */
const WEIGHT: readonly ConceptInSummary[] = ['ahead', 'unseen', 'behind', 'reported', 'little', 'level']

/**
 * The finding that a summary is made of: the blind spot that a result leads with, since
 * that is about whole concepts, else its headline. What else leads tells single answers.
 */
export const findingToSend = ({ lead, headline }: Pick<Assessment, 'lead' | 'headline'>): Finding | null =>
  lead.is === 'visibility' ? lead.finding : headline

/**
 * Summarises a result from one finding alone, so that two results with one finding have
 * one summary. A finding whose rule names statements is left out. See METHOD 14.
 * Never throws.
 */
export function summaryOf(questionnaire: Questionnaire, finding: Finding | null): Summary {
  const shown = finding !== null && restsOnMany(finding) ? finding : null
  // Which of the conditions under "any" holds is not in the finding's words.
  const conditions = shown?.when.all ?? []
  const concepts = questionnaire.concepts.map(({ id }) => {
    const said = conditions.map((condition) => saidBy(condition, id))
    return { concept: id, says: WEIGHT.find((one) => said.includes(one)) ?? 'open' }
  })
  const first = (what: ConceptInSummary) => concepts.find(({ says }) => says === what)
  const leading = first('ahead') ?? first('reported') ?? first('unseen') ?? concepts[0]
  return { finding: shown, concepts, ask: (leading && itemsOf(questionnaire, leading.concept)[0]?.id) ?? null }
}
