import { releaseAround } from '../disclosure/release-interval.ts'
import type { Released } from '../disclosure/released.ts'
import type { Interval } from '../statistics/interval.ts'
import type { CheckView, GroupMean, GuessedOver } from './check-view.ts'

/** A group's mean now less a group's mean then, in points; above 0 where more is reported now. */
export interface GroupChange {
  readonly points: number
  readonly interval: Interval
  /** Judged on the interval as it is shown, strictly. */
  readonly moved: boolean
}

export interface ThenNow {
  readonly concept: string
  /**
   * Guess and group over the guessed statements, then and now; `null` where they are not
   * the same statements both times.
   */
  readonly guessed: readonly [then: GuessedOver, now: GuessedOver] | null
  /** `null` where either mean has no interval: then nothing is said. */
  readonly change: GroupChange | null
}

/**
 * The change from one mean to another of two independent groups, from what each check
 * shows by itself: no figure is formed across them, so none can be undone by subtraction.
 * The interval comes from the two shown intervals (Zou & Donner 2008 [m]), rounded outward
 * once more, and is a little wider than Welch's.
 *
 * 40 (30 to 50) and 60 (50 to 70): 20, 5.9 to 34.1, shown as 5 to 35.
 */
export function changeBetween(then: Released<GroupMean>, now: Released<GroupMean>): GroupChange | null {
  if (!then.shown || !now.shown || then.mean.is !== 'points' || now.mean.is !== 'points') return null
  if (!then.interval || !now.interval) return null
  const [before, after] = [then.mean.points, now.mean.points]
  const points = after - before
  const below = Math.hypot(after - now.interval.low, then.interval.high - before)
  const above = Math.hypot(now.interval.high - after, before - then.interval.low)
  const fewest = Math.min(then.n, now.n)
  const limits = { low: -100, high: 100 }
  const interval = {
    low: releaseAround(points, below, fewest, limits).low,
    high: releaseAround(points, above, fewest, limits).high,
  }
  return { points, interval, moved: interval.low > 0 || interval.high < 0 }
}

const areSame = (then: readonly string[], now: readonly string[]) =>
  then.length === now.length && then.every((item) => now.includes(item))

/** Two checks of one questionnaire, concept by concept. METHOD 17. Never throws. */
export function thenNow(then: Pick<CheckView, 'concepts'>, now: Pick<CheckView, 'concepts'>): ThenNow[] {
  return now.concepts.flatMap(({ concept, group, guessed }): ThenNow[] => {
    const before = then.concepts.find((one) => one.concept === concept)
    if (!before) return []
    const both = before.guessed && guessed && areSame(before.guessed.items, guessed.items)
    return [
      {
        concept,
        guessed: both ? [before.guessed!, guessed] : null,
        change: changeBetween(before.group, group),
      },
    ]
  })
}
