import type { Interval } from '../statistics/interval.ts'
import { itemsOf, scaleOf, type ScoredParts } from '../questionnaire/lookup.ts'
import type { ConceptItem } from '../questionnaire/schema.ts'
import { CANT_TELL, stepOf, type Answers } from '../response/response.ts'
import { keyStep, pomp } from './keyed.ts'
import { studentTQuantile } from '../statistics/student-t-quantile.ts'

/** When a score is formed, and when it is called partial. METHOD 1. */
export const MINIMUM_ANSWERED = { items: 3, share: 0.5, complete: 0.8 } as const

/** The coverage of the band, over the sampling of wordings. METHOD 2. */
export const BAND_COVERAGE = 0.8

export interface ConceptScore {
  readonly concept: string
  /** The number of items of the concept, and of those given an option or *can't tell*. */
  readonly items: number
  readonly answered: number
  readonly cantTell: number
  /** Share of the maximum possible, 0 to 100; `null` when too little was answered. */
  readonly score: number | null
  /** Scored on fewer than 80 % of the items, by weight. */
  readonly partial: boolean
  /** The 80 % band, clipped to 0..100; `null` without a score. */
  readonly band: Interval | null
  /** The score if every missing item were answered at the lowest step, and at the highest. */
  readonly bounds: Interval
}

/** Weights that add up to exactly half may miss it by a rounding error. */
export const ROUNDING = 1e-9

export interface ScoringOptions {
  /**
   * Subtracted from every raw step before keying: the acquiescence of the
   * response. Scores and bands are then not clipped, so that they can be compared.
   */
  readonly acquiescence?: number
  /** The smallest pooled standard deviation: the rounding of a five-step scale by default. */
  readonly floor?: 'rounding' | 'none'
}

interface Tally {
  readonly concept: string
  readonly items: readonly ConceptItem[]
  readonly values: readonly number[]
  readonly weights: readonly number[]
  readonly cantTell: number
  readonly weight: number
  /** The weighted mean with every missing item at 0, and at 100. */
  readonly bounds: Interval
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function tally(parts: ScoredParts, answers: Answers, concept: string, shift: number): Tally {
  const items = itemsOf(parts, concept)
  const values: number[] = []
  const weights: number[] = []
  for (const item of items) {
    const step = stepOf(answers, item.id)
    if (step === null) continue
    const options = scaleOf(parts, item).options.length
    values.push(pomp(keyStep(step - shift, options, item.reversed === true), options))
    weights.push(item.weight ?? 1)
  }
  const weight = sum(items.map((item) => item.weight ?? 1))
  const reached = sum(values.map((value, index) => value * weights[index]!))
  return {
    concept,
    items,
    values,
    weights,
    cantTell: items.filter((item) => answers[item.id] === CANT_TELL).length,
    weight,
    bounds: { low: reached / weight, high: (reached + 100 * (weight - sum(weights))) / weight },
  }
}

function sumOfSquares(values: readonly number[]): number {
  const mean = sum(values) / values.length
  return sum(values.map((value) => (value - mean) ** 2))
}

/** The rounding error of a scale with this many options: 7.2 points for five. METHOD 2. */
export function roundingFloor(options: number): number {
  return 100 / (options - 1) / Math.sqrt(12)
}

/**
 * Scores every concept of one response, with a band that covers the luck of the
 * wording: the standard error of the mean within the person, the deviation
 * pooled over the concepts. Brennan 1998, pooled as METHOD 2 says; with
 * weights the error of a weighted mean, s * sqrt(sum w^2) / sum w.
 *
 * A score is `null` below half of the weight or three items. *Can't tell* and
 * unanswered items carry no number and only widen the bounds. Never throws on a
 * checked questionnaire.
 */
export function scoreConcepts(parts: ScoredParts, answers: Answers, options: ScoringOptions = {}): ConceptScore[] {
  const shift = options.acquiescence
  const tallies = parts.concepts.map(({ id }) => tally(parts, answers, id, shift ?? 0))
  const given = tallies.filter(({ values }) => values.length > 0)
  const df = sum(given.map(({ values }) => values.length - 1))
  const pooled = df > 0 ? Math.sqrt(sum(given.map(({ values }) => sumOfSquares(values))) / df) : null
  const coarsest = Math.min(...given.flatMap(({ items }) => items.map((item) => scaleOf(parts, item).options.length)))
  const floor = options.floor === 'none' || given.length === 0 ? 0 : roundingFloor(coarsest)
  const quantile = df > 0 ? studentTQuantile((1 + BAND_COVERAGE) / 2, df) : null
  const clip = (value: number) => (shift === undefined ? Math.min(100, Math.max(0, value)) : value)

  return tallies.map((t) => {
    const weight = sum(t.weights)
    const scored =
      t.values.length >= MINIMUM_ANSWERED.items &&
      weight >= MINIMUM_ANSWERED.share * t.weight - ROUNDING &&
      pooled !== null
    const score = scored ? sum(t.values.map((value, index) => value * t.weights[index]!)) / weight : null
    const error = Math.max(pooled ?? 0, floor) * (Math.hypot(...t.weights) / weight) * (quantile ?? 0)
    return {
      concept: t.concept,
      items: t.items.length,
      answered: t.values.length,
      cantTell: t.cantTell,
      score,
      partial: score !== null && weight < MINIMUM_ANSWERED.complete * t.weight,
      band: score === null ? null : { low: clip(score - error), high: clip(score + error) },
      bounds: t.bounds,
    }
  })
}
