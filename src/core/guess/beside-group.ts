import type { Interval } from '../statistics/interval.ts'

/** Where one value lies beside a group's average: below its interval, within it, or above. */
export type Side = 'below' | 'within' | 'above'

/**
 * Where a leader's own answer or guess lies beside what a group's *average* can be.
 * METHOD 16. Most single people of the same kind lie outside that interval too, so
 * it says nothing about the leader's being unlike the group. 25 beside 44 to 96 lies
 * below; 44 lies within.
 *
 * @param interval of the mean, as it is shown; the leader is not in the group
 * @returns `null` where either is missing: then nothing is said. Never throws.
 */
export function besideGroup(value: number | null, interval: Interval | null): Side | null {
  if (value === null || interval === null) return null
  return value < interval.low ? 'below' : value > interval.high ? 'above' : 'within'
}
