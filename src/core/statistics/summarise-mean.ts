import { COVERAGE } from './interval.ts'
import type { Interval } from './interval.ts'
import type { Moments } from './moments.ts'
import { SAME_SCORE } from './same-score.ts'
import { studentTQuantile } from './student-t-quantile.ts'

export interface MeanSummary extends Moments {
  /** The 95 % interval of the mean, not clipped; `null` below two scores or where all are the same. */
  readonly interval: Interval | null
}

/**
 * Mean of a group's scores with its t interval, M +/- t(.975, n - 1) * s / sqrt(n).
 * MEASUREMENT 8. Scores 40, 50, 60 give 50, from 25.2 to 74.8.
 *
 * NaN stands for a person without a score, who is not counted. Never throws.
 */
export function summariseMean(scores: ArrayLike<number>): MeanSummary {
  let n = 0
  let total = 0
  let low = Infinity
  let high = -Infinity
  for (let person = 0; person < scores.length; person++) {
    const score = scores[person]!
    if (Number.isNaN(score)) continue
    n += 1
    total += score
    if (score < low) low = score
    if (score > high) high = score
  }
  if (n === 0) return { n, mean: null, sd: null, interval: null }
  const mean = total / n
  if (n < 2) return { n, mean, sd: null, interval: null }
  if (high - low < SAME_SCORE) return { n, mean, sd: 0, interval: null }
  let squares = 0
  for (let person = 0; person < scores.length; person++) {
    const score = scores[person]!
    if (!Number.isNaN(score)) squares += (score - mean) ** 2
  }
  const sd = Math.sqrt(squares / (n - 1))
  const reach = (studentTQuantile((1 + COVERAGE) / 2, n - 1) * sd) / Math.sqrt(n)
  return { n, mean, sd, interval: { low: mean - reach, high: mean + reach } }
}
