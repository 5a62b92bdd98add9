import { keyStep, pomp } from './keyed.ts'
import { MINIMUM_ANSWERED, ROUNDING } from './score-concepts.ts'
import type { ItemColumn } from '../statistics/item-column.ts'

/**
 * Everybody's score on one concept, 0 to 100, in the order of the columns: the
 * scores of `scoreConcepts`, for thousands of people at once. METHOD 1.
 *
 * NaN for a person who answered less than half of the weight or fewer than three
 * items. Steps 4 and 2 of five and a reversed 1 give 66.7.
 *
 * @param items the items of one concept, the same people in each
 * @throws RangeError where the items differ in how many people they have.
 */
export function scoreColumn(items: readonly ItemColumn[]): Float64Array {
  const people = items[0]?.steps.length ?? 0
  if (items.some(({ steps }) => steps.length !== people)) throw new RangeError('items must have the same people')
  const whole = items.reduce((total, item) => total + item.weight, 0)
  const scores = new Float64Array(people)
  const weights = new Float64Array(people)
  const answered = new Uint16Array(people)
  for (const { steps, options, reversed, weight } of items) {
    const points = Float64Array.from({ length: options + 1 }, (_, step) =>
      pomp(keyStep(step, options, reversed), options),
    )
    for (let person = 0; person < people; person++) {
      const step = steps[person]!
      if (step === 0) continue
      scores[person]! += points[step]! * weight
      weights[person]! += weight
      answered[person]! += 1
    }
  }
  for (let person = 0; person < people; person++) {
    const scored =
      answered[person]! >= MINIMUM_ANSWERED.items && weights[person]! >= MINIMUM_ANSWERED.share * whole - ROUNDING
    scores[person] = scored ? scores[person]! / weights[person]! : Number.NaN
  }
  return scores
}
