/** What an item takes before the person's own pace is known, in seconds. Thirty take five minutes. */
export const USUAL_SECONDS = 10

/** How many items' worth of trust the usual pace gets. */
const USUAL_WEIGHT = 5

/** One item counts for no more than this: a person may look away. */
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
