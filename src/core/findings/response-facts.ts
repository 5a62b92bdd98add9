import type { Known } from '../logic/three-valued.ts'
import { isConceptItem, itemsOf, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import { CANT_TELL, stepOf } from '../response/response.ts'
import { keyStep } from '../scoring/keyed.ts'
import { isHeld } from '../scoring/lens.ts'
import type { Interval } from '../statistics/interval.ts'
import type { ResponseFacts } from './conditions/facts.ts'
import { facetMean } from './facet-mean.ts'
import type { Reading } from './reading.ts'

const exactly = (value: number | null): Interval | null => (value === null ? null : { low: value, high: value })

/** One respondent as a share of those who answered: all or none. */
const wholly = (known: Known): Interval | null => exactly(known === null ? null : Number(known))

/** Half a step: an answer less a person's leaning counts where it would be rounded to the option. */
const ROUNDED = 0.5

/**
 * The facts about one response that the conditions of findings look at.
 *
 * @param acquiescence in steps, taken off the answers that `reportedBy` looks at before they are keyed. METHOD 12.
 * Nothing else is corrected; `null` leaves the answers as they are.
 */
export function responseFacts(reading: Reading, acquiescence: number | null = null): ResponseFacts {
  const { questionnaire, response, scores, standing, quality } = reading
  const { answers, vantage } = response
  const find = (id: string) => questionnaire.items.find((item) => item.id === id)
  return {
    scoreOf: (concept) => exactly(scores.find((score) => score.concept === concept)?.score ?? null),
    clearOf: (concept, other) => standing.clearOf(concept, other),
    reportedBy(id, option) {
      const item = find(id)
      if (!item || !isConceptItem(item)) return null
      const scale = scaleOf(questionnaire, item)
      const from = stepOfOption(scale, option)
      const step = stepOf(answers, id)
      if (from === null || step === null) return null
      const isReversed = item.reversed === true
      return wholly(
        acquiescence === null
          ? keyStep(step, scale.options.length, isReversed) >= from
          : keyStep(step - acquiescence, scale.options.length, isReversed) >= from - ROUNDED,
      )
    },
    heldBy(id) {
      const item = find(id)
      return item ? wholly(isHeld(questionnaire, answers, item)) : null
    },
    facetsOf: (concept) => questionnaire.concepts.find(({ id }) => id === concept)?.facets ?? [],
    facetMean: (concept, facet) => facetMean(reading, concept, facet),
    shareOf(concepts, answer) {
      const items = concepts.flatMap((concept) => itemsOf(questionnaire, concept))
      const given = items.filter(({ id }) =>
        answer === 'cant-tell' ? answers[id] === CANT_TELL : stepOf(answers, id) !== null,
      )
      return items.length === 0 ? 0 : given.length / items.length
    },
    vantage: vantage === 'not-said' ? null : vantage,
    answeredBeyondSight(concepts) {
      if (vantage === 'not-said') return null
      const items = concepts.flatMap((concept) => itemsOf(questionnaire, concept))
      return items
        .filter(({ id, visibleFrom }) => !visibleFrom.includes(vantage) && stepOf(answers, id) !== null)
        .map(({ id }) => id)
    },
    isTimed: quality.secondsPerItem !== null,
    hasNote: (note) => quality.notes.has(note),
    opposites: quality.opposites.flat(),
  }
}
