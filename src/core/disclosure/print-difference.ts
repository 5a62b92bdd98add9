import type { Interval } from '../scoring/score-concepts.ts'
import { hide, type Printed } from './printed.ts'
import type { PrintedMean } from './print-mean.ts'

/** A difference of two levels: its points, its interval, and whether the interval leaves out zero. */
export interface PrintedDifference {
  readonly points: number
  readonly interval: Interval
  /** Judged on the printed interval, so that the word adds nothing to the numbers. */
  readonly clear: boolean
}

/**
 * The difference of two printed means, first less second: the difference of the
 * printed numbers, never the rounded difference of the exact ones. Means of 42.4
 * and 37.6 are printed 42 and 38 with a difference of 4; printing 5 would undo
 * the rounding of both.
 *
 * @param interval Welch's, in points; rounded outward, to five points where either group is under ten
 * @param fewest people in the smaller of the two groups
 */
export function printDifference(
  first: Printed<PrintedMean>,
  second: Printed<PrintedMean>,
  fewest: number,
  interval: Interval | null,
): Printed<PrintedDifference> {
  if (!first.shown) return first
  if (!second.shown) return second
  if (first.is !== 'points' || second.is !== 'points') return hide('at-end')
  const points = first.points - second.points
  const grid = fewest < 10 ? 5 : 1
  const narrowest = Math.min(5, 125 / fewest)
  const low = Math.floor(Math.min(interval?.low ?? points, points - narrowest) / grid) * grid
  const high = Math.ceil(Math.max(interval?.high ?? points, points + narrowest) / grid) * grid
  return { shown: true, points, interval: { low, high }, clear: low > 0 || high < 0 }
}

/**
 * In how many of ten pairs the first group's score is the higher, from Cliff's
 * delta and only where both groups have ten people: it is a number about spread.
 * Kept within 1 to 9, as "in all pairs" places every score of one group against
 * every score of the other. A delta of 0.4 is 7 of 10.
 */
export function printPairs(delta: number, fewest: number): Printed<{ readonly ofTen: number }> {
  if (fewest < 10) return hide('too-few-for-spread')
  return { shown: true, ofTen: Math.min(9, Math.max(1, Math.round(5 * (1 + delta)))) }
}
