import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releasePairs } from '../../src/core/disclosure/release-difference.ts'
import { cliffsDelta } from '../../src/core/statistics/cliffs-delta.ts'
import { expectClose } from '../fixtures/oracle.ts'

/** Realistic scores: eight items of five steps, so that ties abound; NaN is a person without one. */
const someScores = (minLength: number) =>
  fc.array(
    fc.oneof({ arbitrary: fc.integer({ min: 0, max: 32 }).map((step) => step * 3.125), weight: 9 }, fc.constant(NaN)),
    {
      minLength,
      maxLength: 30,
    },
  )

const given = (scores: readonly number[]) => scores.filter((score) => !Number.isNaN(score))
const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
const squares = (values: readonly number[]) => {
  const centre = mean(values)
  return values.reduce((total, value) => total + (value - centre) ** 2, 0)
}

/** Every pair one by one, as METHOD 10 writes the formula. */
function deltaOfAllPairs(first: readonly number[], second: readonly number[]) {
  const rows = given(first).map((x) => given(second).map((y) => (Math.abs(x - y) < 1e-9 ? 0 : Math.sign(x - y))))
  const cells = rows.flat()
  const [n1, n2] = [rows.length, rows[0]!.length]
  const delta = mean(cells)
  const columns = rows[0]!.map((_, column) => mean(rows.map((row) => row[column]!)))
  const unbiased =
    (n2 ** 2 * squares(rows.map(mean)) + n1 ** 2 * squares(columns) - squares(cells)) / (n1 * n2 * (n1 - 1) * (n2 - 1))
  return { delta, variance: Math.max(unbiased, (1 - delta ** 2) / (n1 * n2 - 1)) }
}

const twoOfEach = fc
  .tuple(someScores(2), someScores(2))
  .filter(([first, second]) => given(first).length > 1 && given(second).length > 1)

describe("Cliff's delta", () => {
  it('and its variance are what all pairs one by one come to', () => {
    fc.assert(
      fc.property(twoOfEach, ([first, second]) => {
        const fast = cliffsDelta(first, second)!
        const slow = deltaOfAllPairs(first, second)
        expectClose(fast.delta, slow.delta)
        expectClose(fast.variance, slow.variance)
      }),
    )
  })

  it('changes its sign, and nothing else, when the groups are swapped', () => {
    fc.assert(
      fc.property(twoOfEach, ([first, second]) => {
        const one = cliffsDelta(first, second)!
        const other = cliffsDelta(second, first)!
        expect(other.delta + one.delta).toBe(0)
        expectClose(other.variance, one.variance)
        expectClose(other.interval!.low, -one.interval!.high)
        expectClose(other.interval!.high, -one.interval!.low)
      }),
    )
  })

  it('does not change when both groups move up together, or people stand in another order', () => {
    fc.assert(
      fc.property(twoOfEach, fc.integer({ min: -50, max: 50 }), ([first, second], shift) => {
        const moved = (scores: readonly number[]) => scores.map((score) => score + shift).toReversed()
        expect(cliffsDelta(moved(first), moved(second))).toEqual(cliffsDelta(first, second))
      }),
    )
  })

  it('lies in its interval, which stays within -1 and 1', () => {
    fc.assert(
      fc.property(twoOfEach, ([first, second]) => {
        const { delta, interval } = cliffsDelta(first, second)!
        expect(interval!.low).toBeGreaterThanOrEqual(-1)
        expect(interval!.high).toBeLessThanOrEqual(1 + 1e-12)
        expect(interval!.low).toBeLessThanOrEqual(delta)
        expect(interval!.high).toBeGreaterThanOrEqual(delta)
      }),
    )
  })

  it('is 1 with an inner limit where everyone of the first lies higher', () => {
    // t(.975, 3) = 3.182446305 and the smaller group is 2: (2 - t^2) / (2 + t^2).
    const { delta, interval } = cliffsDelta([80, 90, 100], [10, 20])!
    expect(delta).toBe(1)
    expect(interval!.high).toBe(1)
    expect(interval!.low).toBeCloseTo((2 - 3.182446305284263 ** 2) / (2 + 3.182446305284263 ** 2), 9)
    expect(cliffsDelta([10, 20], [80, 90, 100])!.interval).toEqual({ low: -1, high: -interval!.low })
  })

  it('takes scores that differ in the last digits for level', () => {
    expect(cliffsDelta([0.1 + 0.2, 50], [0.3, 50 + 1e-10])!.delta).toBe(0)
    expect(cliffsDelta([50.000001], [50])!.delta).toBe(1)
  })

  it('has no interval below two scores in a group, and is not there below one', () => {
    expect(cliffsDelta([70], [10, 20])).toMatchObject({ delta: 1, variance: null, interval: null })
    expect(cliffsDelta([NaN], [10, 20])).toBeNull()
    expect(cliffsDelta([10, 20], [])).toBeNull()
  })

  it('releases as pairs of ten in which the first is higher, level pairs by halves', () => {
    const ten = (scores: readonly number[]) => Array.from({ length: 10 }, (_, index) => scores[index % scores.length]!)
    const pairs = (first: readonly number[], second: readonly number[]) =>
      releasePairs(cliffsDelta(ten(first), ten(second))!.delta, 10)
    expect(pairs([60, 40], [50])).toEqual({ shown: true, ofTen: 5 })
    expect(pairs([50], [50])).toEqual({ shown: true, ofTen: 5 })
    expect(pairs([60, 60, 60, 60, 40], [50])).toEqual({ shown: true, ofTen: 8 })
    expect(pairs([40], [50])).toEqual({ shown: true, ofTen: 1 })
  })
})
