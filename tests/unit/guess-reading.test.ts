import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { simulateGuesses } from '../../src/core/authoring/simulate-guesses.ts'
import { besideGroup } from '../../src/core/guess/beside-group.ts'
import { guessFigures } from '../../src/core/guess/guess-figures.ts'
import { readGuess, type ShownDifference } from '../../src/core/guess/read-guess.ts'
import { differ } from '../../src/core/statistics/differ.ts'
import { summariseValues } from '../../src/core/statistics/summarise-values.ts'

const FIVE = 5

/** A difference with its interval, so many points to each side. */
const about = (points: number, half = 10): ShownDifference => ({
  points,
  interval: { low: points - half, high: points + half },
})

const reading = (gap: ShownDifference | null, known: ShownDifference | null, apart: ShownDifference | null) =>
  readGuess({ expectationGap: gap, knownDifference: known, distance: apart }, FIVE)

describe('what the guesses of a level say', () => {
  it('is that it knows: near the work, far from itself, which lies on the other side', () => {
    expect(reading(about(3), about(30), about(-27))).toBe('knows')
    expect(reading(about(-3), about(-30), about(27))).toBe('knows')
  })

  it('is not that it knows where its own answers lie on the side that it guesses to', () => {
    expect(reading(about(3), about(30), about(27))).toBe('cannot-tell')
  })

  it('is that it expects what it sees itself: far from the work, as its own answers are', () => {
    expect(reading(about(-30), about(2), about(-32))).toBe('sees-itself')
    expect(reading(about(30), about(-2), about(32))).toBe('sees-itself')
  })

  it('is that it expected less, or more, where it is far from the work in any other way', () => {
    expect(reading(about(-30), about(20), about(-50))).toBe('expected-less')
    expect(reading(about(30), about(-20), about(50))).toBe('expected-more')
    expect(reading(about(-30), about(2), about(5))).toBe('expected-less')
    expect(reading(about(-30), about(-25), about(-5))).toBe('expected-less')
  })

  it('is nothing where an interval is missing', () => {
    expect(reading(null, about(30), about(-27))).toBeNull()
    expect(reading(about(3), null, about(-27))).toBeNull()
    expect(reading(about(3), about(30), null)).toBeNull()
  })

  it('is open otherwise: half a step, 12.5 points of five options, is not near, and touching zero is not far', () => {
    expect(reading(about(12.5, 20), about(30), about(-27))).toBe('cannot-tell')
    expect(reading(about(12.4, 20), about(30), about(-27))).toBe('knows')
    expect(reading(about(3), about(10, 10), about(-27))).toBe('cannot-tell')
    expect(reading(about(10, 10), about(0), about(10))).toBe('cannot-tell')
    // With two options half a step is 50 points.
    const wide = { expectationGap: about(30, 40), knownDifference: about(30), distance: about(-27) }
    expect(readGuess(wide, 2)).toBe('knows')
    expect(readGuess(wide, FIVE)).toBe('cannot-tell')
  })
})

describe('the figures of guesses', () => {
  const points = fc.option(fc.integer({ min: 0, max: 100 }))
  const person = fc.record({ own: points, guess: points })

  it('are turned round where all answers are: differences change their sign, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), fc.array(points, { maxLength: 12 }), (guessers, work) => {
        const turn = (value: number | null) => (value === null ? null : 100 - value)
        const one = guessFigures(guessers, work)
        const other = guessFigures(
          guessers.map(({ own, guess }) => ({ own: turn(own), guess: turn(guess) })),
          work.map(turn),
        )
        for (const name of ['expectationGap', 'distance'] as const) {
          expect(other[name].points ?? 0).toBeCloseTo(-(one[name].points ?? 0), 8)
          expect(other[name].sign === null ? null : 0 - other[name].sign).toBe(one[name].sign)
        }
        expect(other.knownDifference.n).toBe(one.knownDifference.n)
        expect(other.knownDifference.mean ?? 0).toBeCloseTo(-(one.knownDifference.mean ?? 0), 8)
      }),
    )
  })

  it('have no interval for a mean of people who all answered alike, however their answers were added up', () => {
    expect(summariseValues([1 / 3, 1 / 3 + 1e-12, 1 / 3])).toMatchObject({ n: 3, sd: 0, interval: null })
    const [alike, apart] = [summariseValues([25, 25, 25]), summariseValues([50, 75, 100])]
    expect(differ(alike, alike)).toMatchObject({ points: 0, interval: null, sign: null })
    expect(differ(alike, apart)).toMatchObject({ points: -50, df: 2, sign: 0 })
    expect(differ(summariseValues([]), apart)).toMatchObject({ points: null, interval: null })
  })
})

describe('a leader beside a group', () => {
  it('lies outside only beyond what its average can be', () => {
    const interval = { low: 44, high: 96 }
    expect(besideGroup(25, interval)).toBe('below')
    expect(besideGroup(44, interval)).toBe('within')
    expect(besideGroup(96, interval)).toBe('within')
    expect(besideGroup(97, interval)).toBe('above')
    expect(besideGroup(null, interval)).toBeNull()
    expect(besideGroup(25, null)).toBeNull()
  })
})

describe('simulated guesses', () => {
  const { rooms, leaders } = simulateGuesses(400)

  it('are the same every time', () => {
    expect(simulateGuesses(400)).toEqual({ rooms, leaders })
  })

  it('read most often as what they were drawn to show, and hardly ever as its opposite', () => {
    const sharesOf = (name: (typeof rooms)[number]['drawn']) => rooms.find(({ drawn }) => drawn === name)!.shares
    expect(sharesOf('knows').knows).toBeGreaterThan(0.6)
    expect(sharesOf('sees-itself')['sees-itself']).toBeGreaterThan(0.6)
    expect(sharesOf('halfway')['expected-less']).toBeGreaterThan(0.3)
    expect(sharesOf('alike')['cannot-tell']).toBeGreaterThan(0.85)
    for (const { shares } of rooms) expect(shares['expected-more']).toBeLessThan(0.05)
    for (const { shares } of rooms)
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10)
  })

  it('leave most single people of a group outside its average, the larger it is', () => {
    expect(leaders.map(({ people }) => people)).toEqual([5, 14])
    expect(leaders[0]!.outside).toBeCloseTo(0.32, 1)
    expect(leaders[1]!.outside).toBeCloseTo(0.6, 1)
  })
})
