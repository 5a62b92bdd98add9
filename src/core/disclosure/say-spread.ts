import { errorOf, type Spread } from './release-interval.ts'
import { releaseScore } from './release-mean.ts'
import { suppress, type Released } from './released.ts'
import { SMALLEST_DISTRIBUTION } from './thresholds.ts'

/** The variance of scores spread evenly from 0 to 100. */
const EVEN_VARIANCE = 100 ** 2 / 12

/**
 * The shares of the even variance up to which scores lie near each other, and beyond
 * which they lie apart: an r_wg of .71 and .51, between which agreement is called
 * moderate (LeBreton & Senter 2008). In standard deviations: 15.5 and 20.2 points.
 */
const NEAR = 1 - 0.71
const APART = 1 - 0.51

/**
 * Whether people's scores lie near each other; `close` is `null` between the two,
 * where nothing is said. METHOD 5.
 *
 * A number about dispersion, so from ten people on. Judged by the error that the
 * interval is worked out with, which assumes some distance among the others whoever
 * is left out: the person furthest out could otherwise conclude from "near" that all
 * the others have the same score.
 *
 * Ten people of whom two lie 25 points from the mean and the others on it: near. Of
 * whom four do: neither.
 */
export function saySpread(spread: Spread): Released<{ readonly close: boolean | null }> {
  const { n, mean, step } = spread
  if (n < SMALLEST_DISTRIBUTION) return suppress('too-few-for-spread')
  if (releaseScore(mean, n, step).is === 'end') return suppress('at-end')
  const share = (errorOf(spread) * n) / EVEN_VARIANCE
  return { shown: true, close: share <= NEAR ? true : share >= APART ? false : null }
}
