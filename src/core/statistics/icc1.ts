import type { Moments } from './moments.ts'
import { SAME_SCORE } from './same-score.ts'

export interface LevelIcc {
  readonly n: number
  /** The number of levels with a score. */
  readonly levels: number
  /** Mean squares between and within the levels, in points squared; `null` below two levels or without a level of two. */
  readonly between: number | null
  readonly within: number | null
  /** n0, the mean level size corrected for unequal levels; `null` below two levels. */
  readonly size: number | null
  /** The share of the variance of single scores that lies between levels. May be negative: released as 0. */
  readonly icc1: number | null
  /** The reliability of a level's mean. May be negative: released as 0. */
  readonly icc2: number | null
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/**
 * Intraclass correlations of a score by level. METHOD 6, after Bliese 2000:
 * ICC(1) = (MSB - MSW) / (MSB + (n0 - 1) MSW), ICC(2) = (MSB - MSW) / MSB, with
 * n0 = (N - sum n^2 / N) / (G - 1) and not N / G. Levels of 2, 2 and 3 have an n0
 * of 2.286. People without a level are left out by not being in `levels`.
 *
 * Three fixed levels are no random sample of levels: for experts only.
 *
 * Both are `null` where nothing varies. Never throws.
 *
 * @param levels the spread of each level's scores; `sd` is 0 where they differ by rounding errors alone
 */
export function icc1(levels: readonly Moments[]): LevelIcc {
  const groups = levels.flatMap(({ n, mean, sd }) => (mean === null ? [] : [{ n, mean, sd: sd ?? 0 }]))
  const n = sum(groups.map((group) => group.n))
  const none = { n, levels: groups.length, between: null, within: null, size: null, icc1: null, icc2: null }
  if (groups.length < 2) return none
  const size = (n - sum(groups.map((group) => group.n ** 2)) / n) / (groups.length - 1)
  if (n === groups.length) return { ...none, size }
  const grand = sum(groups.map((group) => group.n * group.mean)) / n
  const between = sum(groups.map((group) => group.n * (group.mean - grand) ** 2)) / (groups.length - 1)
  const within = sum(groups.map((group) => (group.n - 1) * group.sd ** 2)) / (n - groups.length)
  const means = groups.map((group) => group.mean)
  const apart = Math.max(...means) - Math.min(...means) >= SAME_SCORE
  return {
    n,
    levels: groups.length,
    between,
    within,
    size,
    icc1: apart || within > 0 ? (between - within) / (between + (size - 1) * within) : null,
    icc2: apart ? (between - within) / between : null,
  }
}
