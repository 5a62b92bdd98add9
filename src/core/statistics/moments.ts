/** Size, mean and spread of a group. */
export interface Moments {
  readonly n: number
  /** `null` for an empty group. */
  readonly mean: number | null
  /** Sample standard deviation, n - 1; `null` below two. */
  readonly sd: number | null
}
