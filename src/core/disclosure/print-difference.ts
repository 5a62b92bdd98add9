import type { Interval } from '../statistics/interval.ts'
import { studentTQuantile } from '../statistics/student-t-quantile.ts'
import { welch } from '../statistics/welch.ts'
import { errorOf, printAround, type Spread } from './print-interval.ts'
import { printMean, steady } from './print-mean.ts'
import { hide, type Printed } from './printed.ts'

/** A difference of two levels: its points, its interval, and whether the interval leaves out zero. */
export interface PrintedDifference {
  readonly points: number
  readonly interval: Interval
  /** Judged on the printed interval, so that the word adds nothing to the numbers. */
  readonly clear: boolean
}

/**
 * The difference of two shown levels on a concept, first less second: the
 * difference of the printed means, never the rounded difference of the exact
 * ones. Means of 42.4 and 37.6 are printed 42 and 38 with a difference of 4;
 * printing 5 would undo the rounding of both.
 *
 * The interval is Welch's (`welch`) with the errors of `errorOf` and whole
 * degrees of freedom, rounded down; where people differ by ten points or more it
 * is the one of the statistics, rounded outward.
 *
 * @returns hidden where either mean is printed as lying at an end of the scale, or is one person's
 */
export function printDifference(first: Spread, second: Spread): Printed<PrintedDifference> {
  const [one, other] = [printMean(first.mean, first.n), printMean(second.mean, second.n)]
  if (one.is === 'end' || other.is === 'end') return hide('at-end')
  const welched = welch({ n: first.n, squaredError: errorOf(first) }, { n: second.n, squaredError: errorOf(second) })
  if (!welched) return hide('too-few')
  const interval = printAround(
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
export function printPairs(delta: number, fewest: number): Printed<{ readonly ofTen: number }> {
  if (fewest < 10) return hide('too-few-for-spread')
  return { shown: true, ofTen: Math.min(9, Math.max(1, Math.round(steady(5 * (1 + delta))))) }
}
