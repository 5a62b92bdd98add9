import type { Known } from '../../logic/three-valued.ts'
import type { Interval } from '../../statistics/interval.ts'
import type { Group } from './fields.ts'
import type { Reading } from './guessed.ts'
import type { QualityNote } from './quality.ts'

/**
 * Facts that conditions on a response and on a room both use. Of a room a fact is
 * the limits between which a value lies; of a response both limits are the value.
 * `null` for unknown.
 */
export interface Facts {
  /** From 0 to 100. A response is its only group. */
  scoreOf(concept: string, group: Group): Interval | null
  /** Whether the first concept stands clearly above the second. */
  clearOf(concept: string, other: string): Known
  /** The share of those who answered an item that chose the option or a higher one, a reversed item turned. */
  reportedBy(item: string, option: string): Interval | null
  /** The share of those who answered a lens item that hold it. */
  heldBy(item: string): Interval | null
}

export interface ResponseFacts extends Facts {
  facetsOf(concept: string): readonly string[]
  /** The mean keyed step of a facet's answered items. */
  facetMean(concept: string, facet: string): number | null
  /** The share of the concepts' items with such an answer; 0 where there are no items. */
  shareOf(concepts: readonly string[], answer: 'cant-tell' | 'option'): number
  readonly vantage: string | null
  /** The items of the concepts that were given an option from a place they cannot be seen from; `null` where no place was said. */
  answeredBeyondSight(concepts: readonly string[]): readonly string[] | null
  readonly isTimed: boolean
  hasNote(note: QualityNote): boolean
  /** The items of the opposite pairs of which both were affirmed. */
  readonly opposites: readonly string[]
}

export interface RoomFacts extends Facts {
  /** The items of the concepts, in the order they are shown. */
  itemsOf(concepts: readonly string[]): readonly string[]
  /** The top level's mean less the work's, in points, and whether its interval excludes 0. */
  distanceIn(concept: string): { readonly points: number; readonly clear: boolean } | null
  /** The reading of the top's guesses; `null` where none is released. */
  guessReading(concept: string): Reading | null
  /** The share of a group that cannot tell. */
  unseenBy(item: string, group: Group): Interval | null
  hasTwoCamps(item: string): Known
  /** Whether it is certain from the released figures; false where they leave it open. */
  isUnseenFromTop(item: string): boolean
}
