import { FEW_OTHERS } from '../disclosure/nearly-alike.ts'
import type { ReleasedItem } from '../disclosure/release-item.ts'
import { meaningOf } from '../disclosure/release-mean.ts'
import type { Interval } from '../statistics/interval.ts'

const ROUNDING = 0.5

/**
 * Limits, 0 to 1, of the share of those who answered an item that chose one step or
 * a higher one: certain from the released figures, so that it tells nothing more.
 * Exact from a distribution; from "nearly all" within two people; from a mean by
 * the most and the least that the others can have answered: where the mean of five
 * is 80 points, at least six in ten chose "agree" (75) or more.
 *
 * @returns `null` where nothing is released
 */
export function shareFrom(item: ReleasedItem, from: number, options: number): Interval | null {
  const { distribution, answered, mean } = item
  if (!answered.shown) return null
  if (distribution.shown && distribution.is === 'counts') {
    const share = distribution.counts.slice(from - 1).reduce((sum, count) => sum + count, 0) / answered.n
    return { low: share, high: share }
  }
  if (distribution.shown && distribution.is === 'nearly-all') {
    const others = FEW_OTHERS / answered.n
    return distribution.option + 1 >= from ? { low: 1 - others, high: 1 } : { low: 0, high: others }
  }
  if (!mean.shown) return null
  const points = (step: number) => (100 * (step - 1)) / (options - 1)
  const { low, high } = meaningOf(mean)
  const atMost = from === 1 ? 1 : Math.min(1, (high + ROUNDING) / points(from))
  const below = from === 1 ? 0 : points(from - 1)
  return { low: Math.max(0, (low - ROUNDING - below) / (100 - below)), high: Math.max(0, atMost) }
}
