import type { Questionnaire } from '../questionnaire/schema.ts'
import type { Answers } from '../response/response.ts'
import { keyedStepOf, pomp } from '../scoring/keyed.ts'
import { scaleOf } from '../questionnaire/lookup.ts'
import { SAME_SCORE } from '../statistics/same-score.ts'

type Scales = Pick<Questionnaire, 'scales'>
type GuessedItem = Parameters<typeof keyedStepOf>[2]

/** The least share of a concept's guessed items that somebody has to have answered. METHOD 15. */
const LEAST = 0.5

/**
 * An answer, or a guess at one, in points from 0 to 100: a guess is keyed as its
 * item is. `null` for *can't tell* and unanswered. Step 4 of five is 75, of a
 * reversed item 25.
 */
export function pointsOf(questionnaire: Scales, answers: Answers, item: GuessedItem): number | null {
  const step = keyedStepOf(questionnaire, answers, item)
  return step === null ? null : pomp(step, scaleOf(questionnaire, item).options.length)
}

/** The mean of at least half of so many points; else `null`. */
export function meanOfHalf(points: readonly (number | null)[]): number | null {
  const known = points.filter((value) => value !== null)
  if (known.length === 0 || known.length < LEAST * points.length - SAME_SCORE) return null
  return known.reduce((sum, value) => sum + value, 0) / known.length
}

/**
 * One person's mean over the guessed items of a concept, of answers or of guesses:
 * at least half of them answered, so that one of two is enough. The three items
 * that a score needs (METHOD 1) are not asked for here. Never throws.
 *
 * @param items the guessed items of one concept
 */
export function meanPoints(questionnaire: Scales, answers: Answers, items: readonly GuessedItem[]): number | null {
  return meanOfHalf(items.map((item) => pointsOf(questionnaire, answers, item)))
}

/** One person's own answer and guess, in points; `null` where there is none. */
export interface OwnAndGuess {
  readonly own: number | null
  readonly guess: number | null
}

/**
 * One person's means over those items alone that they both answered and guessed,
 * at least half of them: what is shown beside each other, so that no sum gives away
 * who gave only one of the two. METHOD 15. Both are there, or both `null`.
 *
 * @param items the guessed items of one concept, or one item
 */
export function pairedPoints(
  questionnaire: Scales,
  { answers, guesses }: { readonly answers: Answers; readonly guesses: Answers },
  items: readonly GuessedItem[],
): OwnAndGuess {
  const pairs = items.map((item) => ({
    own: pointsOf(questionnaire, answers, item),
    guess: pointsOf(questionnaire, guesses, item),
  }))
  const both = pairs.map((pair) => pair.own !== null && pair.guess !== null)
  const of = (side: keyof OwnAndGuess) => meanOfHalf(pairs.map((pair, at) => (both[at] ? pair[side] : null)))
  return { own: of('own'), guess: of('guess') }
}
