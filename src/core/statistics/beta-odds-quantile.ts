import { regularisedBeta } from './regularised-beta.ts'

/** Newton's method doubles the right digits: after a step this small the next changes nothing. */
const LAST_STEP = 1e-8

/** The most quantiles that are remembered: a room asks for the same few dozen thousands of times. */
const MOST_KNOWN = 1000

const known = new Map<string, number>()

/**
 * The odds x / (1 - x) at which the regularised beta I_x(a, b) reaches p. Both
 * Student's t and F are such odds, scaled. Newton's method on the logarithm of
 * the odds, between bounds that close in, so that it cannot diverge.
 * I_x(1, 1) = x, so p = 0.75 gives 3.
 *
 * @param p in (0, 1)
 * @param a above 0
 * @param b above 0
 */
export function betaOddsQuantile(p: number, a: number, b: number): number {
  const key = `${p} ${a} ${b}`
  const found = known.get(key) ?? search(p, a, b)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, found)
  return found
}

function search(p: number, a: number, b: number): number {
  // Beyond these logarithms the odds overflow, or underflow to 0.
  let low = -700
  let high = 700
  let logarithm = Math.log(a / b)
  for (;;) {
    const odds = Math.exp(logarithm)
    const { value, rate } = regularisedBeta(a, b, odds / (1 + odds), 1 / (1 + odds))
    if (value > p) high = logarithm
    else low = logarithm
    const newton = logarithm + (p - value) / rate
    const next = newton >= low && newton <= high ? newton : (low + high) / 2
    if (Math.abs(next - logarithm) < LAST_STEP) return Math.exp(next)
    logarithm = next
  }
}
