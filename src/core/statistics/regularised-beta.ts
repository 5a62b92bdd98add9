/**
 * The error of Stirling's formula: ln Gamma(x + 1) less (x + 1/2) ln x - x + ln(2
 * pi) / 2. Abramowitz & Stegun 6.1.41 from 15 up, and upward recurrence below. At 1
 * it is 0.08106146679532726.
 */
function stirlingError(x: number): number {
  let error = 0
  let z = x
  for (; z < 15; z += 1) error += (z + 0.5) * Math.log1p(1 / z) - 1
  const s = 1 / (z * z)
  return error + (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / z
}

/** k ln(k / m) + m - k, without the loss of digits where k and m lie close. Loader 2000. */
function deviance(k: number, m: number): number {
  const d = (m - k) / k
  return k * (d - (Math.abs(d) < 0.5 ? Math.log1p(d) : Math.log(m / k)))
}

/**
 * x^a y^b / B(a, b), the rate at which the regularised beta grows with the
 * logarithm of the odds x / y. Loader's saddle-point form: with thousands of
 * degrees of freedom a difference of log-gammas would lose the last six digits.
 */
function rateOf(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const scale = Math.sqrt((a * b) / (2 * Math.PI * n))
  return (
    scale * Math.exp(stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y))
  )
}

/** A factor of the continued fraction nearer to 1 than this no longer changes it. */
const CONVERGED = 1e-15

/** The continued fraction of the incomplete beta. Abramowitz & Stegun 26.5.8, evaluated by Lentz's method. */
function continuedFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    fraction *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < CONVERGED) return fraction
  }
}

/**
 * The regularised incomplete beta function I_x(a, b), and how fast it grows with
 * ln(x / (1 - x)). I_0.5(2, 3) = 0.6875.
 *
 * @param a above 0
 * @param b above 0
 * @param x in (0, 1)
 * @param y 1 - x, given apart because near 1 the difference has lost its digits
 */
export function regularisedBeta(a: number, b: number, x: number, y: number): { value: number; rate: number } {
  const rate = rateOf(a, b, x, y)
  // The fraction converges fast only on this side of the mean.
  const value =
    x * (a + b + 2) < a + 1 ? (rate * continuedFraction(a, b, x)) / a : 1 - (rate * continuedFraction(b, a, y)) / b
  return { value, rate }
}
