/** Both ends of an interval, in the unit of its subject: 0 to 100 for a score. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The coverage of intervals about a group. */
export const COVERAGE = 0.95
