import type { Interval } from '../statistics/interval.ts'

/** A mean below 5 or above 95 is never released as a number. METHOD 11. */
const END = 5

/** A mean of exactly the reach must not fall on the other side by a rounding error. */
const ROUNDING = 1e-9

/** The distance between options of a five-step scale, in points, for the scores of concepts. */
const STEP = 25

/**
 * A released mean: whole points; or the end of the scale at which it lies, with how
 * far that end reaches; or, for a room that holds a group at an end, a range of
 * whole points.
 */
export type ReleasedMean =
  | { readonly is: 'points'; readonly points: number }
  | { readonly is: 'end'; readonly end: 'low' | 'high'; readonly within: number }
  | { readonly is: 'between'; readonly low: number; readonly high: number }

/**
 * How far "the end of the scale" reaches from 0 and from 100, in points: 5, and
 * more in small groups, as (100 + step) / n. In a group of five, "below 5" could
 * only be 0, and a mean of 20 tells the one person who answered at the other end
 * that the four others all answered at this one. With this reach there is always
 * one person's answer and one step more between the release and certainty.
 *
 * Five-step scale: 25 for five people, 12.5 for ten, 5 from twenty-five on.
 *
 * @param step how far one option lies from the next, in points; 25 for scores of
 * concepts
 */
export function reachOfEnd(n: number, step = STEP): number {
  return Math.max(END, (100 + step) / n)
}

/**
 * A mean as it may be released.
 *
 * @param mean 0 to 100
 * @param n people it is the mean of, at least the smallest group
 * @param step as in `reachOfEnd`
 */
export function releaseMean(mean: number, n: number, step = STEP): Exclude<ReleasedMean, { is: 'between' }> {
  const reach = reachOfEnd(n, step)
  const within = Math.ceil(reach - ROUNDING)
  if (mean <= reach + ROUNDING) return { is: 'end', end: 'low', within }
  if (mean >= 100 - reach - ROUNDING) return { is: 'end', end: 'high', within }
  return { is: 'points', points: Math.round(steady(mean)) }
}

/**
 * Rounds to nine decimals. Equal means from different sums must be released alike:
 * 62.5 and 62.49999999999999 would otherwise tell which sum it was.
 */
export function steady(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

/** The limits that a released mean sets to the exact one, in points. */
export function meaningOf(released: ReleasedMean): Interval {
  if (released.is === 'points') return { low: released.points, high: released.points }
  if (released.is === 'between') return { low: released.low, high: released.high }
  return released.end === 'low' ? { low: 0, high: released.within } : { low: 100 - released.within, high: 100 }
}
