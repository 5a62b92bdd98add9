/** Which responses a workshop showed at one time. What is shown of them never changes. */
export interface Snapshot {
  /** From 1, in the order they were taken. */
  readonly number: number
  /** The day it was taken, as 2026-11-22. */
  readonly takenOn: string
  /** The ids of its responses. */
  readonly entries: readonly string[]
}
