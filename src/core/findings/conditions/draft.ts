import type { Group } from './fields.ts'

/**
 * People whose answers the search for unreachable findings bends towards a
 * condition: one respondent, or the people of a group in a room. Levels are from 0
 * to 1, reversed items turned.
 */
export interface Draft {
  /** A number in [0, 1) from a repeatable sequence. */
  next(): number
  /** The people of one group; a single respondent is in every group. */
  at(group: Group): Draft
  /** Every second person, from the first or the second on. */
  half(which: 0 | 1): Draft
  /**
   * Answers the items of these concepts near a level; only the items of one facet,
   * or all but those, where a facet is given.
   */
  fill(concepts: readonly string[], level: number, facet?: { readonly is: string } | { readonly isNot: string }): void
  /** Guesses at the items of these concepts that are guessed at, near a level. */
  expect(concepts: readonly string[], level: number): void
  /** Removes the answers to the items of these concepts. */
  skip(concepts: readonly string[]): void
  /** Takes the answers to these items away. */
  leaveOpen(items: readonly string[]): void
  /** Answers "can't tell" to this share of the items of these concepts, rounded up. */
  unsee(concepts: readonly string[], share: number): void
  /** Answers an item at an option, reversed items turned, or at the lowest step. */
  report(item: string, option: string | null): void
  /** Answers a lens item so that it is held, or not held. */
  hold(item: string, holds: boolean): void
  /** Sets the vantage to the first that passes, or to not said. */
  sit(passes: (vantage: string) => boolean): void
  /** Sets the mean seconds per item. */
  take(secondsPerItem: number): void
  /** Answers nearly every item at one end of its scale, whatever its statement. */
  answerThroughout(at: 'highest' | 'lowest'): void
}
