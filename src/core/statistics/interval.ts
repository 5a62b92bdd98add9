/** Both ends of an interval, on the range of what it is about: 0 to 100 for a score. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** How often an interval about a group holds what it is about. */
export const COVERAGE = 0.95
