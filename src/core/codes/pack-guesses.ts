import type { CodeLayout } from '../response/layout.ts'
import type { Answers } from '../response/response.ts'
import { answerSymbols, packAnswers, unpackAnswers } from './pack-answers.ts'

/** How many symbols of a hand-over code hold guesses. */
export const HAND_OVER_GUESSES = 4

/** The items that are guessed at, as a layout of their own: guesses are packed like answers to these alone. */
const guessedOf = (layout: CodeLayout): CodeLayout => ({
  ...layout,
  items: layout.items.filter(({ guessed }) => guessed),
})

/** How many symbols a layout's guesses take: the fewest that hold every combination; 0 where nothing is guessed at. */
export const guessSymbols = (layout: CodeLayout): number => answerSymbols(guessedOf(layout))

/**
 * Guesses as symbols, with zeros before them up to so many. Guesses at items that are
 * not guessed at in this layout are left out.
 *
 * @throws RangeError for a step that the item does not have.
 */
export function packGuesses(layout: CodeLayout, guesses: Answers, symbols: number): number[] {
  const packed = packAnswers(guessedOf(layout), guesses)
  return [...Array.from({ length: symbols - packed.length }, () => 0), ...packed]
}

/** Symbols as guesses; `null` where their number stands for none. Never throws. */
export const unpackGuesses = (layout: CodeLayout, symbols: readonly number[]): Answers | null =>
  unpackAnswers(guessedOf(layout), symbols)
