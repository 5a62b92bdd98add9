import type { Interval } from './interval.ts'
import type { Moments } from './moments.ts'
import { studentTQuantile } from './student-t-quantile.ts'
import { UP_TO } from './summarise-values.ts'
import { welch } from './welch.ts'

/** Which side of zero an interval lies on: 0 where it covers zero, `null` where there is none. */
export type Sign = -1 | 0 | 1 | null

/** A difference of two means, and how sure it is. In the unit of the means. */
export interface Difference {
  /** First less second; `null` where either is of nobody. */
  readonly points: number | null
  /** Standard error and degrees of freedom, after Welch; `null` where there is no interval. */
  readonly error: number | null
  readonly df: number | null
  readonly interval: Interval | null
  readonly sign: Sign
}

/** Which side of zero an interval lies on. One that touches zero covers it. Never throws. */
export function signOf(interval: Interval | null): Sign {
  if (interval === null) return null
  return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0
}

/**
 * The difference of two independent means with Welch's 95 % interval, neither
 * rounded nor clipped. METHOD 10. The interval is missing below two people in
 * either and where neither varies; one that does not vary is usual. Never throws.
 */
export function differ(first: Moments, second: Moments): Difference {
  const points = first.mean === null || second.mean === null ? null : first.mean - second.mean
  const squared = ({ n, sd }: Moments) => ({ n, squaredError: sd === null ? 0 : sd ** 2 / n })
  const welched = welch(squared(first), squared(second))
  if (points === null || !welched) return { points, error: null, df: null, interval: null, sign: null }
  const half = studentTQuantile(UP_TO, welched.df) * welched.error
  const interval = { low: points - half, high: points + half }
  return { points, ...welched, interval, sign: signOf(interval) }
}
