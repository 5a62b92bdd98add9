/** How many, around what, and how far apart: what most comparisons need of a group. */
export interface Moments {
  readonly n: number
  /** `null` where there is none. */
  readonly mean: number | null
  /** Sample standard deviation, n - 1; `null` below two. */
  readonly sd: number | null
}
