import { keyStep, pomp } from './keyed.ts'
import { MINIMUM_ANSWERED, ROUNDING } from './score-concepts.ts'
import type { ItemColumn } from '../statistics/item-column.ts'

/** An item's properties that scoring needs besides its answers. */
type Scored = Pick<ItemColumn, 'options' | 'reversed' | 'weight'>

/**
 * Scores one person after the other on one concept: the score of `scoreConcepts`, 0 to
 * 100. METHOD 1.
 *
 * @returns a function of somebody's steps, in the order of the items, 0 or less where
 * there is no answer. NaN for a person who answered less than half of the weight or fewer than
 * three items. Steps 4 and 2 of five and a reversed 1 give 66.7.
 */
export function scoring(items: readonly Scored[]): (steps: ArrayLike<number>) => number {
  const least = MINIMUM_ANSWERED.share * items.reduce((total, { weight }) => total + weight, 0) - ROUNDING
  const points = items.map(({ options, reversed, weight }) =>
    Array.from({ length: options + 1 }, (_, step) => pomp(keyStep(step, options, reversed), options) * weight),
  )
  return (steps) => {
    let [sum, weights, answered] = [0, 0, 0]
    for (let at = 0; at < items.length; at++) {
      const step = steps[at]!
      if (step <= 0) continue
      sum += points[at]![step]!
      weights += items[at]!.weight
      answered++
    }
    return answered >= MINIMUM_ANSWERED.items && weights >= least ? sum / weights : Number.NaN
  }
}

/**
 * Everybody's score on one concept, in the order of the columns.
 *
 * @param items the items of one concept, the same people in each
 * @throws RangeError where the items differ in how many people they have.
 */
export function scoreColumn(items: readonly ItemColumn[]): Float64Array {
  const people = items[0]?.steps.length ?? 0
  if (items.some(({ steps }) => steps.length !== people)) throw new RangeError('items must have the same people')
  const score = scoring(items)
  const columns = items.map((item) => item.steps)
  const steps = new Int16Array(items.length)
  const scores = new Float64Array(people)
  for (let person = 0; person < people; person++) {
    for (let at = 0; at < columns.length; at++) steps[at] = columns[at]![person]!
    scores[person] = score(steps)
  }
  return scores
}
