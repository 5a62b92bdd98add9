import { isConceptItem, itemsOf, scaleOf } from '../../core/questionnaire/lookup.ts'
import type { ConceptItem, Questionnaire } from '../../core/questionnaire/schema.ts'
import { CANT_TELL, type Answer, type Response } from '../../core/response/response.ts'
import { MINIMUM_ANSWERED } from '../../core/scoring/score-concepts.ts'

export type Edge = 'level' | 'one-unseen' | 'all-unseen' | 'no-score' | 'partial' | 'low-end' | 'high-end'

/** The keyed step of one item of a concept, or *can't tell*; `null` leaves it open. */
type Choice = (item: ConceptItem, index: number, options: number) => Answer | null

/** Alternates round the middle of the scale, so that all concepts are level and the answers still vary. */
const level: Choice = (_item, index, options) => Math.min(options, Math.ceil(options / 2) + (index % 2))

/**
 * Responses at which the interface's own texts change their form, made for this
 * questionnaire. The explanations are answered at the middle. Never throws.
 */
export function edgeResponses(questionnaire: Questionnaire): Record<Edge, Response> {
  const answer = (choose: Choice): Response => {
    const answers: Record<string, Answer> = {}
    for (const item of questionnaire.items)
      if (!isConceptItem(item)) answers[item.id] = Math.ceil(scaleOf(questionnaire, item).options.length / 2)
    for (const { id } of questionnaire.concepts)
      for (const [index, item] of itemsOf(questionnaire, id).entries()) {
        const options = scaleOf(questionnaire, item).options.length
        const choice = choose(item, index, options)
        if (choice !== null)
          answers[item.id] = typeof choice === 'number' && item.reversed ? options + 1 - choice : choice
      }
    return { vantage: 'not-said', answers, secondsPerItem: 8 }
  }
  const [first, second] = questionnaire.items.filter(isConceptItem)
  const enough = (item: ConceptItem) =>
    Math.max(MINIMUM_ANSWERED.items, Math.ceil(itemsOf(questionnaire, item.concept).length * MINIMUM_ANSWERED.share))
  return {
    level: answer(level),
    'one-unseen': answer((item, index, options) =>
      item === first ? CANT_TELL : item === second ? null : level(item, index, options),
    ),
    'all-unseen': answer(() => CANT_TELL),
    'no-score': answer((item, index, options) => (index === 0 ? level(item, index, options) : null)),
    partial: answer((item, index, options) => (index < enough(item) ? level(item, index, options) : null)),
    'low-end': answer(() => 1),
    'high-end': answer((_item, _index, options) => options),
  }
}
