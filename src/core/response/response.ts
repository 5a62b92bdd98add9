import type { Vantage } from '../questionnaire/vantages.ts'

/** "I can't see this from where I sit": an answer of its own, without a number. */
export const CANT_TELL = 'cant-tell'

/** A step of the item's response scale, counted from 1, or *can't tell*. */
export type Answer = number | typeof CANT_TELL

/** Answers by item id. A missing item is unanswered. */
export type Answers = Readonly<Record<string, Answer>>

/** The respondent's vantage, or that it was not said. */
export type GivenVantage = Vantage | 'not-said'

/** One person's answers to one questionnaire version. */
export interface Response {
  readonly vantage: GivenVantage
  readonly answers: Answers
  /** Guesses of what people close to the work answer, taken as a whole; absent where nothing was guessed. */
  readonly guesses?: Answers
  /** Mean seconds an item was looked at before its first answer; `null` where unknown. */
  readonly secondsPerItem: number | null
}

/** The step an item was answered at, or `null` for *can't tell* and unanswered. */
export function stepOf(answers: Answers, item: string): number | null {
  const answer = answers[item]
  return typeof answer === 'number' ? answer : null
}
