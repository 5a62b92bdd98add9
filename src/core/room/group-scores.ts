import type { Spread } from '../disclosure/release-interval.ts'
import { SAME_SCORE } from '../statistics/same-score.ts'
import type { AnswerColumn } from './room-data.ts'

/** Everybody's score on one concept, with the answers to its items. */
export interface ConceptColumn {
  readonly concept: string
  readonly columns: readonly AnswerColumn[]
  /** By person; NaN for a person without a score. */
  readonly scores: Float64Array
}

/**
 * The spread of a group's scores; all 0 where nobody has one. People without a
 * score are skipped. Scores that differ by a rounding error count as equal.
 */
export function spreadOf({ scores }: Pick<ConceptColumn, 'scores'>, people: Int32Array): Spread {
  let n = 0
  let sum = 0
  for (const person of people) {
    const score = scores[person]!
    if (Number.isNaN(score)) continue
    n++
    sum += score
  }
  if (n === 0) return { n, mean: 0, deviation: 0, farthest: 0 }
  const mean = sum / n
  let squares = 0
  let farthest = mean
  for (const person of people) {
    const score = scores[person]!
    if (Number.isNaN(score)) continue
    squares += (score - mean) ** 2
    if (Math.abs(score - mean) > Math.abs(farthest - mean) + SAME_SCORE) farthest = score
  }
  // True where nobody is farther than a rounding error from the mean: equal scores,
  // added up in another order.
  const alike = farthest === mean
  return { n, mean, deviation: alike ? 0 : Math.sqrt(squares / (n - 1)), farthest }
}
