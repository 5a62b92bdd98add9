import type { Interval } from '../statistics/interval.ts'

/** A score nearer than this to an option is "around" it. In points. */
const AROUND = 5

/** Beyond these scores the band covers less than its nominal 80 %. METHOD 2. */
const ENDS: Interval = { low: 15, high: 85 }

/** A score in the response scale's own words. */
export type ScoreWords =
  | { readonly is: 'around'; readonly option: string }
  | { readonly is: 'between'; readonly lower: string; readonly upper: string }

/**
 * Places a score among the options of the response scale: 62 on a five-step
 * scale lies between the third and the fourth, 77 around the fourth.
 *
 * @param score 0 to 100
 * @param options lowest first, at least two
 */
export function describeScore(score: number, options: readonly string[]): ScoreWords {
  const position = (Math.min(100, Math.max(0, score)) / 100) * (options.length - 1)
  const nearest = Math.round(position)
  if (Math.abs(position - nearest) * (100 / (options.length - 1)) <= AROUND)
    return { is: 'around', option: options[nearest]! }
  return { is: 'between', lower: options[Math.floor(position)]!, upper: options[Math.ceil(position)]! }
}

/** Whether a score lies so near an end of the scale that its band is not dependable. */
export function isAtEnd(score: number): boolean {
  return score < ENDS.low || score > ENDS.high
}
