import type { Interval } from '../statistics/interval.ts'

/** A mean below 5 or above 95 is never released as a number. METHOD 11. */
const END = 5

/** A mean of exactly the reach must not fall on the other side by a rounding error. */
const ROUNDING = 1e-9

/** How far one option of a five-step scale lies from the next, in points. */
const STEP = 25

/** Below this many people numbers are released in steps of five points. METHOD 11. */
const COARSE_BELOW = 10

/** The steps in which numbers about so many people are released, in points. */
export const gridOf = (people: number) => (people < COARSE_BELOW ? 5 : 1)

/**
 * A released mean: whole points, of fewer than ten people a multiple of five; or the end of the scale at which it lies, with how
 * far that end reaches; or a range of whole points.
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
 * @param step how far one option lies from the next, in points; for scores of concepts
 * as in `releaseScore`
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
  const grid = gridOf(n)
  return { is: 'points', points: Math.round(steady(mean / grid)) * grid }
}

/**
 * A mean of scores on a concept as it may be released. Its end is that of an item of five options, or reaches further
 * where an answer moves a score further.
 *
 * @param step `stepOfScores`
 */
export function releaseScore(mean: number, n: number, step = 0): ReturnType<typeof releaseMean> {
  return releaseMean(mean, n, Math.max(STEP, step))
}

/** The mean of so few scores always lies "at the end", whatever they are: the end reaches to the middle. */
export function isAlwaysAtEnd(n: number, step = 0): boolean {
  return n > 0 && reachOfEnd(n, Math.max(STEP, step)) >= 50
}

/** Below this many people a mean of one item is released in the width of an option; from it on in ranges. */
const WORDS_BELOW = 10

/** The width of such a range, in points. */
const RANGE = 6

/** From this many people on a step of one point holds several possible means of an item. */
const POINTS_FROM = 25

/**
 * A group's mean on one item as it may be released. The sums that n answers can have
 * lie `step / n` points apart, so that whole points would be exact for up to 25
 * people. METHOD 11. Between the ends, as far as these reach, it is therefore released
 * as a range: below ten people of about the width of an option, below 25 of about
 * six points. The ranges depend on the number of people alone, and are equally wide.
 *
 * Five people of a five-step scale with a mean of 45: 25 to 50, the second option to
 * the third. Ten people: 42 to 48.
 */
export function releaseItemMean(mean: number, n: number, step: number): ReleasedMean {
  const released = releaseMean(mean, n, step)
  if (released.is === 'end' || n >= POINTS_FROM) return released
  return rangeOf(mean, reachOfEnd(n, step), n < WORDS_BELOW ? step : RANGE)
}

/** A mean of an item that was released as points, as a range of about the width of an option. */
export function widenItemMean(released: ReleasedMean, n: number, step: number): ReleasedMean {
  return released.is === 'points' ? rangeOf(released.points, reachOfEnd(n, step), step) : released
}

/** The range around a mean, where what lies between the ends is divided into equal ones of about this width. */
function rangeOf(mean: number, reach: number, about: number): ReleasedMean {
  const inside = 100 - 2 * reach
  const ranges = Math.max(1, Math.round(inside / about))
  const width = inside / ranges
  const low = reach + width * Math.min(ranges - 1, Math.max(0, Math.floor(steady((mean - reach) / width))))
  return { is: 'between', low: Math.floor(steady(low)), high: Math.ceil(steady(low + width)) }
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
