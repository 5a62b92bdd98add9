import type { Interval } from '../statistics/interval.ts'
import { studentTQuantile } from '../statistics/student-t-quantile.ts'
import { welch } from '../statistics/welch.ts'
import { errorOf, releaseAround, type Spread } from './release-interval.ts'
import { releaseScore, steady } from './release-mean.ts'
import { suppress, type Released } from './released.ts'

/** A difference of two levels: its points, its interval, and whether the interval leaves out zero. */
export interface ReleasedDifference {
  readonly points: number
  readonly interval: Interval
  /** Judged on the released interval, so that the word tells no more than the numbers. */
  readonly clear: boolean
}

/**
 * The difference of two shown levels on a concept, first less second: the
 * difference of the released means, never the rounded difference of the exact
 * ones. Means of 42.4 and 37.6 of ten people each are released 42 and 38 with a difference
 * of 4; releasing 5 would undo the rounding of both.
 *
 * The interval is Welch's (`welch`) with the errors of `errorOf` and whole
 * degrees of freedom, rounded down; where people differ by ten points or more it
 * is the one of the statistics, rounded outward.
 *
 * @returns suppressed where either mean is released as lying at an end of the scale, or is one person's
 */
export function releaseDifference(first: Spread, second: Spread): Released<ReleasedDifference> {
  const meanOf = ({ mean, n, step }: Spread) => releaseScore(mean, n, step)
  const [one, other] = [meanOf(first), meanOf(second)]
  if (one.is === 'end' || other.is === 'end') return suppress('at-end')
  const welched = welch({ n: first.n, squaredError: errorOf(first) }, { n: second.n, squaredError: errorOf(second) })
  if (!welched) return suppress('too-few')
  const interval = releaseAround(
    first.mean - second.mean,
    studentTQuantile(0.975, Math.floor(steady(welched.df))) * welched.error,
    Math.min(first.n, second.n),
    { low: -100, high: 100 },
  )
  return { shown: true, points: one.points - other.points, interval, clear: interval.low > 0 || interval.high < 0 }
}

/**
 * In how many of ten pairs the first group's score is the higher, from Cliff's
 * delta and only where both groups have ten people: it is a number about spread.
 * Kept within 1 to 9, as "in all pairs" places every score of one group against
 * every score of the other. A delta of 0.4 is 7 of 10.
 */
export function releasePairs(delta: number, fewest: number): Released<{ readonly ofTen: number }> {
  if (fewest < 10) return suppress('too-few-for-spread')
  return { shown: true, ofTen: Math.min(9, Math.max(1, Math.round(steady(5 * (1 + delta))))) }
}
