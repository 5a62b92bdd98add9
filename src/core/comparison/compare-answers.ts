import { itemsOf, scaleOf, type ScoredParts } from '../questionnaire/lookup.ts'
import { stepOf, type Answers } from '../response/response.ts'
import { keyStep, pomp } from '../scoring/keyed.ts'
import type { Interval } from '../statistics/interval.ts'
import { BAND_COVERAGE, MINIMUM_ANSWERED, roundingFloor } from '../scoring/score-concepts.ts'
import { studentTQuantile } from '../statistics/student-t-quantile.ts'

export interface ConceptChange {
  readonly concept: string
  /** How many items the concept has, and how many of them have a step both times. */
  readonly items: number
  readonly paired: number
  /** Mean keyed change over these, in points of 100; `null` where too few were answered both times. */
  readonly change: number | null
  /** The 80 % interval of the change, not clipped; `null` without a change. */
  readonly interval: Interval | null
  /** The interval excludes 0. `null` without a change. */
  readonly moved: boolean | null
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/**
 * Changes between two responses to the same items, by concept: the mean of the
 * keyed differences of the items answered both times, so the luck of the wording
 * that both share drops out; their deviation is pooled over the concepts and
 * floored as that of one response is. METHOD 2b.
 *
 * *Can't tell* and unanswered, at either time, leave an item out. A change is
 * `null` below half of the concept's weight or three items. Eight items of five
 * steps that all rise by one step change by 25, give or take 3.4 with 21 degrees of
 * freedom: the floor, 7.2 / sqrt(8) * 1.323. Never throws on a checked
 * questionnaire.
 */
export function compareAnswers(parts: ScoredParts, earlier: Answers, later: Answers): ConceptChange[] {
  const pairs = parts.concepts.map(({ id }) => {
    const items = itemsOf(parts, id)
    const paired = items.flatMap((item) => {
      const [then, now] = [stepOf(earlier, item.id), stepOf(later, item.id)]
      if (then === null || now === null) return []
      const options = scaleOf(parts, item).options.length
      const keyed = (step: number) => pomp(keyStep(step, options, item.reversed === true), options)
      return [{ difference: keyed(now) - keyed(then), weight: item.weight ?? 1 }]
    })
    return { concept: id, paired, items, weight: sum(items.map((item) => item.weight ?? 1)) }
  })
  const given = pairs.filter(({ paired }) => paired.length > 0)
  const df = sum(given.map(({ paired }) => paired.length - 1))
  const squares = given.map(({ paired }) => {
    const mean = sum(paired.map(({ difference }) => difference)) / paired.length
    return sum(paired.map(({ difference }) => (difference - mean) ** 2))
  })
  const coarsest = Math.min(...given.flatMap(({ items }) => items.map((item) => scaleOf(parts, item).options.length)))
  const deviation = df > 0 ? Math.max(Math.sqrt(sum(squares) / df), roundingFloor(coarsest)) : null

  return pairs.map(({ concept, paired, items, weight }) => {
    const weights = paired.map((pair) => pair.weight)
    const reached = sum(weights)
    const counts = { concept, items: items.length, paired: paired.length }
    // A sum of weights that is exactly half may miss it by a rounding error.
    const enough = paired.length >= MINIMUM_ANSWERED.items && reached >= MINIMUM_ANSWERED.share * weight - 1e-9
    if (!enough || deviation === null) return { ...counts, change: null, interval: null, moved: null }
    const change = sum(paired.map(({ difference, weight: own }) => difference * own)) / reached
    const error = deviation * (Math.hypot(...weights) / reached) * studentTQuantile((1 + BAND_COVERAGE) / 2, df)
    const interval = { low: change - error, high: change + error }
    return { ...counts, change, interval, moved: interval.low > 0 || interval.high < 0 }
  })
}
