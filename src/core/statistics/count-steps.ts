import type { StepColumn } from './item-column.ts'

/** How many people chose each step, lowest first: as many entries as the response scale has options. */
export type StepCounts = readonly number[]

/**
 * Counts a column's answers by step. Missing answers are in no count. All that
 * is said about one item, its mean, its agreement, its dissent, follows from
 * these few numbers, so the people are walked through once.
 *
 * 4, 0, 5, 4 on five options give 0, 0, 0, 2, 1.
 *
 * @throws RangeError where a step is not one of the options.
 */
export function countSteps(steps: StepColumn, options: number): number[] {
  const counts = Array.from({ length: options + 1 }, () => 0)
  for (let person = 0; person < steps.length; person++) {
    const count = counts[steps[person]!]
    if (count === undefined) throw new RangeError('a step must be a whole number from 0 to the number of options')
    counts[steps[person]!] = count + 1
  }
  return counts.slice(1)
}
