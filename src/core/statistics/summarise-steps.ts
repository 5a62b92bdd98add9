import type { StepCounts } from './step-counts.ts'
import type { Moments } from './moments.ts'

/**
 * Mean and standard deviation of an item's answers, in raw steps from 1 up.
 * Counts 0, 0, 0, 2, 1 give 4.333 and 0.577. Never throws.
 */
export function summariseSteps(counts: StepCounts): Moments {
  let n = 0
  let total = 0
  for (const [index, count] of counts.entries()) {
    n += count
    total += count * (index + 1)
  }
  if (n === 0) return { n, mean: null, sd: null }
  const mean = total / n
  if (n < 2) return { n, mean, sd: null }
  let squares = 0
  for (const [index, count] of counts.entries()) squares += count * (index + 1 - mean) ** 2
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) }
}
