import type { Group } from './fields.ts'

/**
 * People whose answers the search for unreachable findings bends towards a condition:
 * one respondent, or those of a group in a room. Levels lie on 0 to 1, reversed items turned.
 */
export interface Draft {
  /** A number in [0, 1), the same every time. */
  next(): number
  /** Of one respondent, that respondent. */
  at(group: Group): Draft
  /** Every second person, from the first or the second on. */
  half(which: 0 | 1): Draft
  /** Answers the items of these concepts near a level; of one facet alone, or of all but it, where that is said. */
  fill(concepts: readonly string[], level: number, facet?: { readonly is: string } | { readonly isNot: string }): void
  /** Takes the answers to the items of these concepts away. */
  skip(concepts: readonly string[]): void
  /** Answers "can't tell" to this share of the items of these concepts, rounded up. */
  unsee(concepts: readonly string[], share: number): void
  /** Answers an item at an option, reversed items turned, or at the lowest step. */
  report(item: string, option: string | null): void
  /** Holds a lens item, or does not. */
  hold(item: string, holds: boolean): void
  /** Sits at the first place that passes, or does not say where. */
  sit(passes: (vantage: string) => boolean): void
  /** Takes so long for an item on average. */
  take(secondsPerItem: number): void
  /** Answers nearly every item at the highest option, whatever it says. */
  agreeThroughout(): void
}
