import type { Interval } from './interval.ts'
import { SAME_SCORE } from './same-score.ts'
import { studentTQuantile } from './student-t-quantile.ts'
import { COVERAGE } from './interval.ts'

export interface CliffsDelta {
  /** Share of pairs with the first higher, less the share with the second higher: -1 to 1. */
  readonly delta: number
  /** The variance of delta, floored; `null` below two in either group. */
  readonly variance: number | null
  /** The 95 % interval, within -1 to 1 and longer towards 0; `null` below two in either group. */
  readonly interval: Interval | null
}

/** Counts over all pairs of one person from each group, in whole pairs. */
interface Pairs {
  readonly total: number
  readonly level: number
  /** Pairs with the first higher, less pairs with the second higher. */
  readonly lead: number
  /** Sums over the people of each group of their own lead squared. */
  readonly firstSquares: number
  readonly secondSquares: number
}

/** Scores, lowest first, and how many people have each. */
interface CountedScores {
  readonly scores: readonly number[]
  readonly people: readonly number[]
}

/** Scored people only, lowest first. */
function sorted(scores: ArrayLike<number>, people?: ArrayLike<number>): CountedScores {
  const places = Array.from(scores, (_, place) => place)
    .filter((place) => !Number.isNaN(scores[place]!))
    .toSorted((one, other) => scores[one]! - scores[other]!)
  return { scores: places.map((place) => scores[place]!), people: places.map((place) => people?.[place] ?? 1) }
}

const sizeOf = ({ people }: CountedScores) => people.reduce((sum, own) => sum + own, 0)

/**
 * Walks both groups once, score by score: a person's pairs depend only on how many
 * of the other group lie below and level.
 */
function comparePairs(first: CountedScores, second: CountedScores): Pairs {
  const [one, other] = [sizeOf(first), sizeOf(second)]
  const pairs = { total: one * other, level: 0, lead: 0, firstSquares: 0, secondSquares: 0 }
  let [i, j, firstBelow, secondBelow] = [0, 0, 0, 0]
  while (i < first.scores.length || j < second.scores.length) {
    const score = Math.min(first.scores[i] ?? Infinity, second.scores[j] ?? Infinity)
    let [firstHere, secondHere] = [0, 0]
    for (; i < first.scores.length && first.scores[i]! - score < SAME_SCORE; i++) firstHere += first.people[i]!
    for (; j < second.scores.length && second.scores[j]! - score < SAME_SCORE; j++) secondHere += second.people[j]!
    const firstLead = secondBelow - (other - secondBelow - secondHere)
    const secondLead = firstBelow - (one - firstBelow - firstHere)
    pairs.level += firstHere * secondHere
    pairs.lead += firstHere * firstLead
    pairs.firstSquares += firstHere * firstLead ** 2
    pairs.secondSquares += secondHere * secondLead ** 2
    firstBelow += firstHere
    secondBelow += secondHere
  }
  return pairs
}

/**
 * The unbiased variance of delta, and not below the least that a delta of this size
 * from as many pairs has. Feng & Cliff 2004.
 */
function varianceOf({ total, level, lead, firstSquares, secondSquares }: Pairs, first: number, second: number): number {
  const rows = firstSquares - lead ** 2 / first
  const columns = secondSquares - lead ** 2 / second
  const cells = total - level - lead ** 2 / total
  const unbiased = (rows + columns - cells) / (total * (first - 1) * (second - 1))
  return Math.max(unbiased, (1 - (lead / total) ** 2) / (total - 1))
}

function intervalOf(delta: number, variance: number, first: number, second: number): Interval {
  const t = studentTQuantile((1 + COVERAGE) / 2, first + second - 2)
  if (Math.abs(delta) === 1) {
    const smaller = Math.min(first, second)
    const inner = (smaller - t ** 2) / (smaller + t ** 2)
    return delta === 1 ? { low: inner, high: 1 } : { low: -1, high: -inner }
  }
  const room = 1 - delta ** 2
  const scale = room + t ** 2 * variance
  const reach = t * Math.sqrt(variance) * Math.sqrt(room ** 2 + t ** 2 * variance)
  return { low: (delta * room - reach) / scale, high: (delta * room + reach) / scale }
}

/**
 * Cliff's delta: take one of each group; how much more often is the first's score
 * higher than the second's? With the asymmetric interval of Feng & Cliff 2004.
 * METHOD 10. Scores 30, 50, 70 against 20, 50, 60 give 2/9: in five pairs of
 * nine the first is higher, in three the second, one is level.
 *
 * Scores within 1e-9 of each other are level. NaN stands for a person without a
 * score, who is not counted. Sorts both groups, so the cost grows as n log n.
 *
 * @param firstPeople how many people have each of these scores; one where not given
 * @returns `null` where either group has no score. Never throws.
 */
export function cliffsDelta(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  firstPeople?: ArrayLike<number>,
  secondPeople?: ArrayLike<number>,
): CliffsDelta | null {
  const [ones, others] = [sorted(first, firstPeople), sorted(second, secondPeople)]
  const [one, other] = [sizeOf(ones), sizeOf(others)]
  if (one === 0 || other === 0) return null
  const pairs = comparePairs(ones, others)
  const delta = pairs.lead / pairs.total
  if (one < 2 || other < 2) return { delta, variance: null, interval: null }
  const variance = varianceOf(pairs, one, other)
  return { delta, variance, interval: intervalOf(delta, variance, one, other) }
}
