import { betaOddsQuantile } from './beta-odds-quantile.ts'

/**
 * The quantile of F. F(.95; 2, 10) = 4.102821015.
 *
 * F * df1 / df2 is distributed as the odds of a beta(df1/2, df2/2): Abramowitz &
 * Stegun 26.6.2.
 *
 * @param p a probability in (0, 1)
 * @param df1 above 0, of the numerator
 * @param df2 above 0, of the denominator
 * @throws RangeError outside these ranges.
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('p must lie in (0, 1)')
  if (!(df1 > 0 && df2 > 0 && df1 < Infinity && df2 < Infinity))
    throw new RangeError('degrees of freedom must be above 0')
  return (betaOddsQuantile(p, df1 / 2, df2 / 2) * df2) / df1
}
