/** The squared standard error of a mean, and the number of people it is the mean of. */
export interface UncertainMean {
  readonly n: number
  readonly squaredError: number
}

export interface WelchError {
  /** The standard error of the difference. */
  readonly error: number
  readonly df: number
}

/**
 * The standard error of a difference of two means, without assuming equal
 * variances. METHOD 10: sqrt(s1^2/n1 + s2^2/n2), with degrees of freedom after
 * Welch and Satterthwaite. Deviations of 10 and 20 in 10 and 12 people: 6.583 with
 * 16.75.
 *
 * @returns `null` below two people in either, or where neither varies: such a
 * difference has no interval. Never throws.
 */
export function welch(first: UncertainMean, second: UncertainMean): WelchError | null {
  if (first.n < 2 || second.n < 2) return null
  const variance = first.squaredError + second.squaredError
  if (variance === 0) return null
  const df = variance ** 2 / (first.squaredError ** 2 / (first.n - 1) + second.squaredError ** 2 / (second.n - 1))
  return { error: Math.sqrt(variance), df }
}
