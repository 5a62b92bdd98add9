import { ALPHABET } from './alphabet.ts'
import { bitsOf } from './whole-numbers.ts'

/** How many symbols a workshop's id has. */
export const WORKSHOP_SYMBOLS = 6

/** The number of possible workshop ids and participant numbers: 30 bits, which fill six symbols. */
export const RANDOM_NUMBERS = 2 ** 30

/**
 * The id of a new workshop.
 *
 * @param random a whole number drawn at random, from 0 to below `RANDOM_NUMBERS`
 */
export function workshopIdOf(random: number): string {
  return bitsOf(random, WORKSHOP_SYMBOLS)
    .map((symbol) => ALPHABET[symbol])
    .join('')
}

/** Whether a text is an id as workshops have it: upper case, and no look-alikes. */
export function isWorkshopId(text: string): boolean {
  return text.length === WORKSHOP_SYMBOLS && Array.from(text).every((symbol) => ALPHABET.includes(symbol))
}
