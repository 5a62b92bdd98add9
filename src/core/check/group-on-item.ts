import { releaseAround } from '../disclosure/release-interval.ts'
import type { ReleasedMean } from '../disclosure/release-mean.ts'
import type { Suppressed } from '../disclosure/released.ts'
import type { ItemView } from '../room/room-view.ts'
import type { Interval } from '../statistics/interval.ts'
import { studentTQuantile } from '../statistics/student-t-quantile.ts'
import { UP_TO } from '../statistics/summarise-values.ts'

/** A group's answers to one statement, as a check shows them. In points of the raw answers, 0 to 100. */
export type GroupOnItem =
  | {
      readonly shown: true
      readonly is: 'mean'
      readonly n: number
      readonly mean: ReleasedMean
      /** Of the mean; `null` below ten people, at an end of the scale, and where the audit left out the distribution. */
      readonly interval: Interval | null
    }
  /** Nearly all gave this answer, counted from 0: a mean would tell who did not. */
  | { readonly shown: true; readonly is: 'nearly-all'; readonly n: number; readonly option: number }
  | Suppressed

/** The t interval of a mean (METHOD 8) from a released distribution, rounded outward to whole points. */
function intervalOf(counts: readonly number[]): Interval {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const points = counts.map((_, option) => (100 * option) / (counts.length - 1))
  const mean = counts.reduce((sum, count, option) => sum + count * points[option]!, 0) / n
  const squares = counts.reduce((sum, count, option) => sum + count * (points[option]! - mean) ** 2, 0)
  const half = studentTQuantile(UP_TO, n - 1) * Math.sqrt(squares / (n - 1) / n)
  return releaseAround(mean, half, n, { low: 0, high: 100 })
}

/**
 * A group's answers to one statement, from what the room's rules release of it and from
 * nothing else: the interval is that of the released distribution, which needs ten
 * people. Below, a number about spread is never shown of one statement (METHOD 11), and
 * nothing is said of lying outside. Never throws.
 *
 * Counts 0 1 2 5 4: mean 75, 58.9 to 91.1, shown as 58 to 92.
 */
export function groupOnItem({ answered, mean, distribution }: ItemView): GroupOnItem {
  if (!answered.shown) return answered
  const { n } = answered
  if (distribution.shown && distribution.is === 'nearly-all')
    return { shown: true, is: 'nearly-all', n, option: distribution.option }
  if (!mean.shown) return mean
  const { shown: _, ...released } = mean
  const hasInterval = distribution.shown && released.is === 'points'
  return { shown: true, is: 'mean', n, mean: released, interval: hasInterval ? intervalOf(distribution.counts) : null }
}
