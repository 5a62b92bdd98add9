/** The responses that a workshop showed at one time. Neither they nor the snapshot ever change. */
export interface Snapshot {
  /** From 1, in the order they were taken. */
  readonly number: number
  /** The day it was taken, as 2026-11-22. */
  readonly takenOn: string
  /** The ids of its responses. */
  readonly entries: readonly string[]
}
