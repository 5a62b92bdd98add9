import { differ, signOf, type Difference, type Sign } from '../statistics/differ.ts'
import { summariseValues, type GroupMean } from '../statistics/summarise-values.ts'
import type { OwnAndGuess } from './guess-points.ts'

/** A mean of differences within people. */
export interface PairedDifference extends GroupMean {
  readonly sign: Sign
}

/** One level's guess, its own answers and the work's, on one item or concept. In points from 0 to 100. METHOD 15. */
export interface GuessFigures {
  /** O: the guessing level's own answers. */
  readonly own: GroupMean
  /** G: its guesses of the work's answers. */
  readonly guess: GroupMean
  /** W: the answers of the level closest to the work. */
  readonly work: GroupMean
  /** G less W. */
  readonly expectationGap: Difference
  /** G less O, within the people who gave both. */
  readonly knownDifference: PairedDifference
  /** O less W. The three differences are of different people: they do not add up. */
  readonly distance: Difference
  /** The means of O and G over the people in `knownDifference`. */
  readonly both: { readonly own: number | null; readonly guess: number | null }
}

/**
 * The figures of one guessing level, before anything is suppressed: each of O, G
 * and W over all who gave it. What may be shown is worked out by the same function
 * over those alone who gave both. Never throws.
 *
 * @param guessers everybody of one guessing level; levels are never pooled
 * @param work the answers of the set-up's lowest level
 */
export function guessFigures(guessers: readonly OwnAndGuess[], work: readonly (number | null)[]): GuessFigures {
  const [own, guess, close] = [
    summariseValues(guessers.map((person) => person.own)),
    summariseValues(guessers.map((person) => person.guess)),
    summariseValues(work),
  ]
  const both = guessers.flatMap((person) =>
    person.own === null || person.guess === null ? [] : [{ own: person.own, guess: person.guess }],
  )
  const known = summariseValues(both.map((person) => person.guess - person.own))
  return {
    own,
    guess,
    work: close,
    expectationGap: differ(guess, close),
    knownDifference: { ...known, sign: signOf(known.interval) },
    distance: differ(own, close),
    both: {
      own: summariseValues(both.map((person) => person.own)).mean,
      guess: summariseValues(both.map((person) => person.guess)).mean,
    },
  }
}
