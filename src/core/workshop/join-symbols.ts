import { ALPHABET, symbolsOf } from '../codes/alphabet.ts'

/** The symbols of a join code, of five bits each: 50 bits. */
const JOIN_SYMBOLS = 10

/** @param draw gives a whole number drawn at random, from 0 to below 2^30 */
export const drawJoinCode = (draw: () => number): string =>
  Array.from({ length: JOIN_SYMBOLS }, () => ALPHABET[draw() % ALPHABET.length]).join('')

/** The symbols of a code as somebody typed it, in capitals; `null` where they are not ten symbols. Never throws. */
export function readJoinCode(text: string): string | null {
  const read = symbolsOf(text)
  if (!read.ok || read.symbols.length !== JOIN_SYMBOLS) return null
  return read.symbols.map((value) => ALPHABET[value]).join('')
}

export const isJoinCode = (text: string): boolean => readJoinCode(text) === text

/** A join code as it is read aloud and typed: two groups of five. */
export const spellJoinCode = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`
