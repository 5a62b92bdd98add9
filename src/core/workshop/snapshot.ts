/** The responses that a workshop showed at one time. What was shown never changes. */
export interface Snapshot {
  /** From 1, in the order they were taken. */
  readonly number: number
  /** The day it was taken, as 2026-11-22. */
  readonly takenOn: string
  /** The ids of its responses, as far as they are here. */
  readonly entries: readonly string[]
  /**
   * The people in it whose answers were taken out since: of each, the tombstones
   * (`tombstonesOf`). Absent where there are none.
   */
  readonly gone?: readonly (readonly string[])[]
  /** It may have been shown on another device, of the people who were in then: nothing of it is here. */
  readonly elsewhere?: true
}

/** The views that were shown here, or whose figures came along with a file. */
export const shownHere = (snapshots: readonly Snapshot[]): readonly Snapshot[] =>
  snapshots.filter(({ elsewhere }) => !elsewhere)

/** The figures of a view as they were shown, in a form that core/room writes and reads. */
export interface ViewFigures {
  /** The number of the view. */
  readonly snapshot: number
  readonly text: string
}

/** The number of people in a view. */
export const sizeOfView = ({ entries, gone = [] }: Snapshot): number => entries.length + gone.length

/**
 * Whether answers were taken out of a view since it was shown. Its figures can be worked
 * out no more, and what a further view would tell beside them neither: nobody in it is
 * in another view again.
 */
export const isPast = ({ gone = [] }: Snapshot): boolean => gone.length > 0
