import { itemsOf, scaleOf } from '../questionnaire/lookup.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import { apartBy } from './apart-by.ts'
import type { ConceptDistance, RoomView } from './room-view.ts'

type Ends = Pick<RoomView, 'concepts' | 'distance'>
type Asked = Pick<Questionnaire, 'items' | 'scales'>

/** How far one answer option lies from the next on a concept, in points: 25 of five. */
export const optionOf = (questionnaire: Asked, concept: string): number =>
  100 / (scaleOf(questionnaire, itemsOf(questionnaire, concept)[0]!).options.length - 1)

/** How much is said on a concept: 0 for nothing, 1 for a distance of less than an option, by the two means; 2 for more. */
function saidOf(view: Ends, questionnaire: Asked, { concept, difference }: ConceptDistance): 0 | 1 | 2 {
  if (difference.shown) return 2
  const { top, work } = view.distance
  const levels = view.concepts.find((one) => one.concept === concept)?.levels
  const [one, other] = [levels?.[top], levels?.[work]]
  if (!one?.shown || !other?.shown) return 0
  const { atLeast } = apartBy(one.mean, other.mean)
  return atLeast >= optionOf(questionnaire, concept) ? 2 : atLeast > 0 ? 1 : 0
}

/**
 * The concepts on which a view says something of the distance between its two ends that can lead: their difference, or
 * that they are an answer option apart at least, which follows from the two means. In the order of the view.
 */
export const saysDistanceOn = (view: Ends, questionnaire: Asked): string[] =>
  view.distance.concepts.filter((one) => saidOf(view, questionnaire, one) === 2).map(({ concept }) => concept)

/**
 * The concepts on which an earlier view says more of the distance than a later one: something beside nothing, or beside
 * “at least” less than an option, which leads with nothing. In the order of the earlier view.
 */
export const saysMoreOn = (before: Ends, view: Ends, questionnaire: Asked): string[] =>
  before.distance.concepts.flatMap((one) => {
    const own = view.distance.concepts.find(({ concept }) => concept === one.concept)
    return saidOf(before, questionnaire, one) > (own ? saidOf(view, questionnaire, own) : 0) ? [one.concept] : []
  })
