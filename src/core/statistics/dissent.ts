import type { StepCounts } from './step-counts.ts'
import { summariseSteps } from './summarise-steps.ts'

/**
 * How far the answers to an item pull apart, 0 for one answer to 1 for two equal
 * camps at the ends: 1 less the consensus of Tastle & Wierman 2007, which is 1 +
 * sum p * log2(1 - |x - mean| / (K - 1)). It ranks the items that a room discusses
 * first: METHOD 9. Counts 1, 1, 3, 2, 0 give 0.3395.
 *
 * @returns `null` without answers. Never throws.
 */
export function dissent(counts: StepCounts): number | null {
  const { n, mean } = summariseSteps(counts)
  if (mean === null) return null
  let sum = 0
  for (const [index, count] of counts.entries()) {
    if (count > 0) sum -= (count / n) * Math.log2(1 - Math.abs(index + 1 - mean) / (counts.length - 1))
  }
  // The sum of a single answer is -0.
  return sum === 0 ? 0 : sum
}
