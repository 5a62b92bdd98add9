import type { Known } from '../logic/three-valued.ts'
import { isConceptItem, itemsOf, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import { CANT_TELL, stepOf } from '../response/response.ts'
import { keyedStepOf } from '../scoring/keyed.ts'
import { isHeld } from '../scoring/lens.ts'
import type { Interval } from '../statistics/interval.ts'
import type { ResponseFacts } from './conditions/facts.ts'
import { facetMean } from './facet-mean.ts'
import type { Reading } from './reading.ts'

const exactly = (value: number | null): Interval | null => (value === null ? null : { low: value, high: value })

/** One respondent as a share of those who answered: all or none. */
const wholly = (known: Known): Interval | null => exactly(known === null ? null : Number(known))

/** The facts of one response that the conditions of findings test. */
export function responseFacts(reading: Reading): ResponseFacts {
  const { questionnaire, response, scores, standing, quality } = reading
  const { answers, vantage } = response
  const find = (id: string) => questionnaire.items.find((item) => item.id === id)
  return {
    scoreOf: (concept) => exactly(scores.find((score) => score.concept === concept)?.score ?? null),
    clearOf: (concept, other) => standing.clearOf(concept, other),
    reportedBy(id, option) {
      const item = find(id)
      if (!item || !isConceptItem(item)) return null
      const from = stepOfOption(scaleOf(questionnaire, item), option)
      const step = keyedStepOf(questionnaire, answers, item)
      return wholly(from === null || step === null ? null : step >= from)
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
    isTimed: quality.secondsPerItem !== null,
    hasNote: (note) => quality.notes.has(note),
    opposites: quality.opposites.flat(),
  }
}
