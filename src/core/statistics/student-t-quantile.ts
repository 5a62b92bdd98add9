import { betaOddsQuantile } from './beta-odds-quantile.ts'

/**
 * The quantile of Student's t. t(.90, 19) = 1.327728209.
 *
 * t^2 / df is distributed as the odds of a beta(1/2, df/2): Abramowitz & Stegun
 * 26.7.1. Right to ten digits for p up to .9999 and df up to 100,000.
 *
 * @param p a probability in [0.5, 1)
 * @param df 1 or more, whole or not: Welch's are not
 * @throws RangeError outside these ranges.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0.5 && p < 1)) throw new RangeError('p must lie in [0.5, 1)')
  if (!(df >= 1 && df < Infinity)) throw new RangeError('df must be 1 or more')
  return p === 0.5 ? 0 : Math.sqrt(df * betaOddsQuantile(2 * p - 1, 0.5, df / 2))
}
