import type { GivenVantage } from '../response/response.ts'
import { foldWords } from './answer-words.ts'
import { nameFinder } from './look-alike.ts'

/**
 * Reads cells of the level's column. What is written like a known word goes before
 * what only looks like one, so that names set up before look-alikes were refused
 * are still told apart.
 *
 * @param said what somebody has said that cells mean, folded
 * @param vantages every word that says where somebody sits, folded
 */
export function seatReader(said: ReadonlyMap<string, string>, vantages: ReadonlyMap<string, GivenVantage>) {
  const lookAlike = nameFinder(new Set([...said.keys(), ...vantages.keys()]))
  return (cell: string): string => {
    const folded = foldWords(cell)
    const word = said.has(folded) || vantages.has(folded) ? folded : (lookAlike(cell) ?? folded)
    return said.get(word) ?? word
  }
}
