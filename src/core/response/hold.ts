import { dayNumber } from './day-number.ts'
import { isoDay } from './numbered-day.ts'

/**
 * A hold on a person's own result, which keeps it from being shown before the room's, where a
 * workshop was set up so. It binds nobody: the answers are the person's own.
 */
export interface Hold {
  /** The workshop's id, from which the word that ends the hold is derived. */
  readonly workshop: string
  /** The last day on which the result is held back, as 2026-11-22. */
  readonly until: string
  /** Whether the person has ended it: with the word, or because they wanted to see the result sooner. */
  readonly released: boolean
}

/** Whether a result is held back today; not where nothing holds it. */
export const isHeldBack = (hold: Hold | undefined, today: string): hold is Hold =>
  hold !== undefined && !hold.released && today <= hold.until

/** The day from which a held result is shown by itself. */
export const shownFrom = ({ until }: Hold): string => isoDay((dayNumber(until) ?? 0) + 1)
