/**
 * A group's answers to one item, one entry per person in an order that all its
 * items share: a step from 1 up, 0 or less for *can't tell* and unanswered. A level is
 * a `subarray` of the room's column where people stand sorted by level, so that
 * nothing is copied.
 */
export type StepColumn = ArrayLike<number>

/** An item with everything that a concept's score needs of it. */
export interface ItemColumn {
  readonly steps: StepColumn
  /** The number of options of its response scale, at least two. */
  readonly options: number
  readonly reversed: boolean
  /** Above 0; 1 unless the questionnaire says otherwise. */
  readonly weight: number
}
