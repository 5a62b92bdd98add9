import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseItemMean, type ReleasedMean } from '../../src/core/disclosure/release-mean.ts'
import { guessFigures } from '../../src/core/guess/guess-figures.ts'
import { readGuessedItem, readGuesses } from '../../src/core/room/read-guesses.ts'
import type { GuessSpreads } from '../../src/core/room/release-guesses.ts'

const OPTIONS = 5
const points = (step: number) => (100 * (step - 1)) / (OPTIONS - 1)
const released = (values: readonly number[]) =>
  ({
    shown: true,
    ...releaseItemMean(values.reduce((sum, one) => sum + one, 0) / values.length, values.length, 25),
  }) as const

/** What is read of one statement of people who all gave both. */
function readOf(guessers: readonly { own: number; guess: number }[], work: readonly number[]) {
  const people = { guess: guessers.length, both: guessers.length, work: work.length }
  const sides = {
    guess: released(guessers.map(({ guess }) => guess)),
    own: released(guessers.map(({ own }) => own)),
    work: released(work),
  }
  const shown = readGuessedItem(sides, people, OPTIONS)
  return shown.shown ? shown.reading : shown.why
}

const all = (people: number, own: number, guess: number) => Array.from({ length: people }, () => ({ own, guess }))
const say = (people: number, step: number) => Array.from({ length: people }, () => points(step))

describe('what is read of one guessed statement', () => {
  it.each([
    ['sees-itself', [1, 1], 4],
    ['knows', [1, 5], 5],
    ['expected-less', [1, 3], 5],
    ['expected-more', [5, 3], 1],
    ['cannot-tell', [2, 3], 4],
  ] as const)('is %s: own answer and guess %j, and the work %i', (reading, [own, guess], work) => {
    expect(readOf(all(14, points(own), points(guess)), say(16, work))).toBe(reading)
  })

  it('is less of fewer people, whose mean could hide more', () => {
    expect(readOf(all(5, points(1), points(1)), say(5, 4))).toBe('cannot-tell')
    expect(readOf(all(12, points(1), points(1)), say(12, 4))).toBe('sees-itself')
  })

  it('is nothing where a mean is not shown, for its reason', () => {
    const mean = { shown: true, is: 'between', low: 17, high: 23 } as const
    const people = { guess: 12, both: 12, work: 12 }
    const hidden = { shown: false, why: 'gave-one' } as const
    expect(readGuessedItem({ guess: mean, own: hidden, work: mean }, people, OPTIONS)).toEqual(hidden)
    expect(
      readGuessedItem({ guess: mean, own: mean, work: { ...hidden, why: 'one-answer' } }, people, OPTIONS),
    ).toEqual({ shown: false, why: 'one-answer' })
  })

  it('never says far of what the answers themselves leave open', () => {
    const around = fc.constantFrom([1, 1, 1, 2, 5], [1, 2, 3], [1, 5], [3, 4, 5], [5, 5, 5, 4, 1])
    const steps = (size: number) =>
      around.chain((few) => fc.array(fc.constantFrom(...few), { minLength: size, maxLength: size }))
    const people = fc.integer({ min: 5, max: 30 }).chain((size) => fc.tuple(steps(size), steps(size)))
    const seen = new Set<string>()
    fc.assert(
      fc.property(people, fc.integer({ min: 5, max: 30 }).chain(steps), ([owns, guesses], works) => {
        const guessers = owns.map((step, person) => ({ own: points(step), guess: points(guesses[person]!) }))
        const work = works.map(points)
        const { expectationGap, knownDifference, distance } = guessFigures(guessers, work)
        const reading = readOf(guessers, work)
        seen.add(reading)
        // Where nobody differs there is no exact interval, and no doubt either.
        const gap = expectationGap.sign ?? Math.sign(expectationGap.points ?? 0)
        const known = knownDifference.sign ?? Math.sign(knownDifference.mean ?? 0)
        const apart = distance.sign ?? Math.sign(distance.points ?? 0)
        if (reading === 'expected-less') expect(gap).toBe(-1)
        if (reading === 'expected-more') expect(gap).toBe(1)
        if (reading === 'sees-itself') expect([Math.abs(gap), apart]).toEqual([1, gap])
        if (reading === 'knows') expect([Math.abs(known), apart]).toEqual([1, -known])
      }),
      { seed: 18, numRuns: 3000 },
    )
    expect([...seen].toSorted()).toEqual(['cannot-tell', 'expected-less', 'expected-more', 'knows', 'sees-itself'])
  })
})

describe('the interval of an expectation gap', () => {
  it('is never narrower than one of smaller spreads, also where one group does not vary', () => {
    const mean = (low: number): { shown: true } & ReleasedMean => ({ shown: true, is: 'between', low, high: low + 6 })
    const sides = [{ reversed: false, guess: mean(40), own: mean(40), work: mean(50) }]
    const gapOf = (n: number, workers: number, guess: number, work: number) => {
      const spreads: GuessSpreads = { guess, own: 20, work, known: 20 }
      const people = { guess: n, both: n, work: workers }
      const { gap } = readGuesses('any', sides, { people, spreads: { shown: true, ...spreads } }, OPTIONS)
      if (!gap.shown) throw new Error(gap.why)
      return gap.high - gap.low
    }
    const count = fc.integer({ min: 5, max: 80 })
    const spread = fc.constantFrom(20, 30, 40, 50)
    const share = fc.constantFrom(0, 0.01, 0.2, 0.5, 1)
    fc.assert(
      fc.property(count, count, spread, spread, share, (n, workers, guess, work, less) => {
        const widest = gapOf(n, workers, guess, work)
        expect(gapOf(n, workers, guess, work * less)).toBeLessThanOrEqual(widest)
        expect(gapOf(n, workers, guess * less, work)).toBeLessThanOrEqual(widest)
      }),
      { seed: 18, numRuns: 2000, examples: [[5, 80, 20, 20, 0]] },
    )
  })
})
