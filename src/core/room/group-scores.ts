import type { Spread } from '../disclosure/release-interval.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import { scoreColumn } from '../scoring/score-column.ts'
import { MINIMUM_ANSWERED } from '../scoring/score-concepts.ts'
import type { ItemColumn } from '../statistics/item-column.ts'
import { SAME_SCORE } from '../statistics/same-score.ts'
import type { AnswerColumn } from './room-data.ts'

/** Everybody's score on one concept, with the answers to its items. */
export interface ConceptColumn {
  readonly concept: string
  readonly columns: readonly AnswerColumn[]
  /** By person; NaN for a person without a score. */
  readonly scores: Float64Array
}

/** The items of a concept as scores and alpha take them. */
export function scoredItems(columns: readonly AnswerColumn[]): ItemColumn[] {
  return columns.map(({ item, options, answers }) => ({
    steps: answers,
    options,
    reversed: isConceptItem(item) && item.reversed === true,
    weight: isConceptItem(item) ? (item.weight ?? 1) : 1,
  }))
}

/**
 * How far the next option of one item can move the score of somebody who answered as few of the items as a
 * score takes, in points. Eight items of five options: 6.25. Three of two: 33.3.
 */
export function stepOfScores(items: readonly Pick<ItemColumn, 'options' | 'weight'>[]): number {
  const weights = items.map(({ weight }) => weight).toSorted((one, other) => one - other)
  const sum = (some: readonly number[]) => some.reduce((total, weight) => total + weight, 0)
  const least = Math.max(MINIMUM_ANSWERED.share * sum(weights), sum(weights.slice(0, MINIMUM_ANSWERED.items)))
  return Math.max(0, ...items.map(({ options, weight }) => (100 * weight) / (options - 1) / least))
}

/** The column of one concept, with everybody's score. */
export function scoreConcept(concept: string, columns: readonly AnswerColumn[]): ConceptColumn {
  const own = columns.filter(({ item }) => isConceptItem(item) && item.concept === concept)
  return { concept, columns: own, scores: scoreColumn(scoredItems(own)) }
}

/** Scores, and how many people have each of them; one where that is not said. */
export interface CountedScores {
  readonly scores: ArrayLike<number>
  readonly people?: ArrayLike<number>
  /** `stepOfScores` */
  readonly step?: number | undefined
}

/**
 * The spread of a group's scores; all 0 where nobody has one. People without a
 * score are skipped. Scores that differ by a rounding error count as equal.
 *
 * @param places of the group's scores
 */
export function spreadOf({ scores, people, step }: CountedScores, places: ArrayLike<number>): Spread {
  let n = 0
  let sum = 0
  const sizeAt = (place: number) => (Number.isNaN(scores[place]!) ? 0 : (people?.[place] ?? 1))
  for (let at = 0; at < places.length; at++) {
    const size = sizeAt(places[at]!)
    if (size === 0) continue
    n += size
    sum += size * scores[places[at]!]!
  }
  if (n === 0) return { n, mean: 0, deviation: 0, farthest: 0, step }
  const mean = sum / n
  let squares = 0
  let farthest = mean
  for (let at = 0; at < places.length; at++) {
    const size = sizeAt(places[at]!)
    if (size === 0) continue
    const score = scores[places[at]!]!
    squares += size * (score - mean) ** 2
    if (Math.abs(score - mean) > Math.abs(farthest - mean) + SAME_SCORE) farthest = score
  }
  // True where nobody is farther than a rounding error from the mean: equal scores,
  // added up in another order.
  const alike = farthest === mean
  return { n, mean, deviation: alike ? 0 : Math.sqrt(squares / (n - 1)), farthest, step }
}
