import { meaningOf, type ReleasedMean } from '../disclosure/release-mean.ts'
import type { Interval } from '../statistics/interval.ts'

/**
 * How far two released means lie apart, first less second: the limits that follow
 * from them, and the distance in either direction that is certain. It tells nothing
 * that the two means do not.
 *
 * A mean from 0 to 21 and one of 72: −72 to −51, so 51 at least.
 */
export function apartBy(
  first: ReleasedMean,
  second: ReleasedMean,
): { readonly points: Interval; readonly atLeast: number } {
  const [one, other] = [meaningOf(first), meaningOf(second)]
  const points = { low: one.low - other.high, high: one.high - other.low }
  return { points, atLeast: points.low > 0 ? points.low : points.high < 0 ? -points.high : 0 }
}
