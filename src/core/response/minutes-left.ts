/** The usual time for an item before the person's own pace is known, in seconds. Thirty take five minutes. */
const USUAL_SECONDS = 10

/** The weight of the usual pace, in items. */
const USUAL_WEIGHT = 5

/** The most that one item counts, in seconds: a person may look away. */
export const LONGEST_SECONDS = 60

/**
 * Whole minutes that the remaining items are likely to take, at least 1 while
 * any remain: the usual pace at first, then more and more the person's own.
 */
export function minutesLeft(remaining: number, timed: { readonly seconds: number; readonly items: number }): number {
  if (remaining <= 0) return 0
  const pace = (USUAL_SECONDS * USUAL_WEIGHT + timed.seconds) / (USUAL_WEIGHT + timed.items)
  return Math.max(1, Math.round((remaining * pace) / 60))
}

/** Whole minutes that so many items usually take: at least 1. */
export const usualMinutes = (items: number) => minutesLeft(items, { seconds: 0, items: 0 })
