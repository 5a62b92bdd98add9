import type { Interval } from '../statistics/interval.ts'
import { studentTQuantile } from '../statistics/student-t-quantile.ts'
import { gridOf, releaseScore, steady } from './release-mean.ts'
import { suppress, type Released } from './released.ts'
import { COARSEST_SCORES, SMALLEST_DISTRIBUTION, SMALLEST_EXACT } from './thresholds.ts'

/** The least standard deviation that is assumed among the others, whoever is left out, in points. */
const OTHERS_DIFFER = 10

/**
 * The same in steps between scores: as much as one answer up and one down make among five people. Less would tell
 * that all have one score.
 */
const STEPS_APART = 1.25

/** The spread of a group's scores. In points of 0 to 100, unrounded. */
export interface Spread {
  /** People with a score, 2 or more. */
  readonly n: number
  readonly mean: number
  /** Standard deviation, n - 1. */
  readonly deviation: number
  /** The score farthest from the mean. */
  readonly farthest: number
  /** `stepOfScores`; none where the least distance is assumed. */
  readonly step?: number | undefined
}

/**
 * The squared standard error of a mean, as a release may use it.
 *
 * The person farthest from the mean could otherwise conclude from a narrow interval
 * that all the others have the same score, whatever the rounding, because any
 * difference between them makes it wider. So it is computed as if the others had a
 * standard deviation of at least ten points, and that person at least as much
 * distance; more, where scores lie so far apart that ten points are less than the step from
 * one to the next. For the usual spread of scores this changes nothing.
 */
export function errorOf({ n, mean, deviation, farthest, step = 0 }: Spread): number {
  const apart = Math.max(OTHERS_DIFFER, STEPS_APART * step) ** 2
  const ofFarthest = ((farthest - mean) ** 2 * n) / (n - 1)
  const ofOthers = (n - 1) * deviation ** 2 - ofFarthest
  const squares = Math.max(ofOthers, (n - 2) * apart) + Math.max(ofFarthest, apart)
  return squares / (n - 1) / n
}

/** An interval rounded outward to whole points, to five points where a group is under ten people, and clipped. */
export function releaseAround(centre: number, half: number, fewest: number, limits: Interval): Interval {
  const grid = gridOf(fewest)
  return {
    low: Math.max(limits.low, Math.floor(steady((centre - half) / grid)) * grid),
    high: Math.min(limits.high, Math.ceil(steady((centre + half) / grid)) * grid),
  }
}

/**
 * The 95 % t interval of a mean (METHOD 8) as it may be released, with the
 * error of `errorOf`.
 *
 * Five people, mean 50, deviation 20, the farthest at 20: 25.2 to 74.8, released 25 to 75.
 *
 * @returns suppressed where the mean is released as lying at an end of the scale; and from ten people on, whose
 * intervals are of whole points, to under thirty, where scores lie so far apart that it would tell how many had which
 */
export function releaseInterval(spread: Spread): Released<Interval> {
  const { n, mean, step } = spread
  if (releaseScore(mean, n, step).is === 'end') return suppress('at-end')
  const isExact = n >= SMALLEST_DISTRIBUTION && n < SMALLEST_EXACT
  if (isExact && (step ?? 0) > COARSEST_SCORES) return suppress('would-reveal-others')
  const half = studentTQuantile(0.975, n - 1) * Math.sqrt(errorOf(spread))
  return { shown: true, ...releaseAround(mean, half, n, { low: 0, high: 100 }) }
}
