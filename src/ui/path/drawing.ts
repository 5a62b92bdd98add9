import type { Place } from '../parts/concept-marks.ts'

/**
 * The data that the signal path is drawn from: words and shares, nothing of where they
 * come from, so that one drawing serves a result, two results and a room.
 */
export interface PathDrawing {
  readonly levels: { readonly top: string; readonly work: string }
  /** At most two: signals on the way up, and decisions on the way down. */
  readonly flows: readonly PathFlow[]
  /** A line for names that have no room in the picture and stand in the list alone. */
  readonly more: (amount: number) => string
}

/** Between two counts on one line. */
export const BETWEEN_COUNTS = ' · '

/** One stream. */
export interface PathFlow {
  readonly direction: 'up' | 'down'
  readonly title: string
  /** How many pass, and how many were left open. */
  readonly counts: readonly string[]
  /** The parts that leave the stream, in their order along the way. */
  readonly bundles: readonly PathBundle[]
  /** The shares of what passes, one for each statement. */
  readonly passing: readonly number[]
  readonly skipped: number
}

/** Statements that share a fate, and so a place and a label. */
export interface PathBundle {
  readonly id: string
  /**
   * - `leaves`: is counted, and leaves the stream.
   * - `kept`: passes, and is worth keeping.
   * - `unseen`: cannot be seen from where the respondent sits.
   * - `hidden`: may not be shown.
   */
  readonly kind: 'leaves' | 'kept' | 'unseen' | 'hidden'
  /** The concept's place, for the colour and the point where it leaves; `null` without a concept. */
  readonly place: Place | null
  /** How often each of its statements is reported, 0 to 1; 0 where that is not known. */
  readonly shares: readonly number[]
  readonly heading: string
  /** The facets or constraints, most of them first. */
  readonly names: readonly string[]
}
