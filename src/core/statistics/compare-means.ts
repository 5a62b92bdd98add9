import type { Interval } from './interval.ts'
import type { Moments } from './moments.ts'
import { studentTQuantile } from './student-t-quantile.ts'
import { COVERAGE } from './interval.ts'

export interface MeanDifference {
  /** First less second, in the units of the means; `null` where either has none. */
  readonly difference: number | null
  /** Welch's 95 % interval; `null` below two in either, or where neither varies. Covering 0, "this room cannot tell". */
  readonly interval: Interval | null
}

/**
 * How far two groups lie apart on average, without taking them to vary alike.
 * MEASUREMENT 10: standard error sqrt(s1^2/n1 + s2^2/n2), degrees of freedom
 * after Welch and Satterthwaite. Means of 60 and 50 with deviations of 10 and 20
 * in 10 and 12 people differ by 10, from -3.9 to 23.9. Never throws.
 */
export function compareMeans(first: Moments, second: Moments): MeanDifference {
  if (first.mean === null || second.mean === null) return { difference: null, interval: null }
  const difference = first.mean - second.mean
  if (first.sd === null || second.sd === null) return { difference, interval: null }
  const one = first.sd ** 2 / first.n
  const other = second.sd ** 2 / second.n
  const variance = one + other
  if (variance === 0) return { difference, interval: null }
  const df = variance ** 2 / (one ** 2 / (first.n - 1) + other ** 2 / (second.n - 1))
  const reach = studentTQuantile((1 + COVERAGE) / 2, df) * Math.sqrt(variance)
  return { difference, interval: { low: difference - reach, high: difference + reach } }
}
