/** P(-t < T < t) for Student's t with a whole number of degrees of freedom. Abramowitz & Stegun 26.7.3 and 26.7.4. */
function centralProbability(t: number, df: number): number {
  const theta = Math.atan(t / Math.sqrt(df))
  const cosine2 = Math.cos(theta) ** 2
  const odd = df % 2 === 1
  let term = odd ? Math.cos(theta) : 1
  let sum = df === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k < df; k += 2) {
    term *= (cosine2 * (k - 1)) / k
    sum += term
  }
  return odd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum
}

/**
 * The quantile of Student's t. t(.90, 19) = 1.327728209.
 *
 * The distribution function is a finite sum for whole degrees of freedom, so it
 * is exact to rounding; bisection then needs no starting value and cannot diverge.
 *
 * @param p a probability in [0.5, 1)
 * @param df a whole number from 1 up
 * @throws RangeError outside these ranges.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0.5 && p < 1)) throw new RangeError('p must lie in [0.5, 1)')
  if (!Number.isInteger(df) || df < 1) throw new RangeError('df must be a whole number from 1 up')
  const central = 2 * p - 1
  let low = 0
  let high = 1
  while (centralProbability(high, df) < central) high *= 2
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (centralProbability(middle, df) < central) low = middle
    else high = middle
  }
}
