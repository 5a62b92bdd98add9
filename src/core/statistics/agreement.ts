import type { StepCounts } from './step-counts.ts'
import { evenVariance, itemAgreement } from './item-agreement.ts'

export interface Agreement {
  /** How many of the items have two answers or more; the others are left out. */
  readonly items: number
  /** Mean over the items of the variance of the answers, in steps squared. */
  readonly variance: number
  /** AD_M: how far answers lie from their item's mean, on average, in steps. */
  readonly distance: number
  /** The distance up to which a group counts as agreeing: a sixth of the options. Dunlap, Burke & Smith-Crowe 2003. */
  readonly cut: number
  /** Whether the distance lies within the cut. */
  readonly agrees: boolean
  /** r_wg(j), 0 to 1. For n of 10 or more, and for experts: chance alone makes it high with many items. */
  readonly rwgj: number
  /** Mean a_wg over the items that have one; `null` where none has. */
  readonly awgj: number | null
}

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length

/** A distance on the cut counts as within it, though one of the two sixths may be rounded up. */
const ROUNDING = 1e-9

/**
 * How far a group agrees on the items of a concept, each judged on all of its
 * answers and then averaged: METHOD 5. Counts 0, 0, 2, 4, 0 and 0, 0, 0, 7, 0
 * give a distance of 0.222 within the cut of 0.833, and an r_wg(j) of 0.966.
 *
 * Items may be raw or turned: distance, variance and a_wg are the same for both.
 *
 * @param items counts per item, all of one response scale
 * @returns `null` where no item has two answers.
 * @throws RangeError where the response scales differ in length.
 */
export function agreement(items: readonly StepCounts[]): Agreement | null {
  const options = items[0]?.length
  if (options === undefined) return null
  if (items.some((counts) => counts.length !== options)) throw new RangeError('items must share a response scale')
  const judged = items.map(itemAgreement).filter((item) => item !== null)
  if (judged.length === 0) return null
  const variance = mean(judged.map((item) => item.variance))
  const distance = mean(judged.map((item) => item.distance))
  const share = variance / evenVariance(options)
  const fitting = judged.length * (1 - share)
  const cut = options / 6
  const awgs = judged.map(({ awg }) => awg).filter((awg) => awg !== null)
  return {
    items: judged.length,
    variance,
    distance,
    cut,
    agrees: distance <= cut + ROUNDING,
    rwgj: share > 1 ? 0 : fitting / (fitting + share),
    awgj: awgs.length === 0 ? null : mean(awgs),
  }
}
