import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreement } from '../../src/core/statistics/agreement.ts'
import { alpha } from '../../src/core/statistics/alpha.ts'
import { compareMeans } from '../../src/core/statistics/compare-means.ts'
import { spreadOf } from '../../src/core/room/group-scores.ts'
import { countSteps } from '../../src/core/statistics/count-steps.ts'
import { dissent } from '../../src/core/statistics/dissent.ts'
import { icc1 } from '../../src/core/statistics/icc1.ts'
import { itemAgreement } from '../../src/core/statistics/item-agreement.ts'
import { scoreColumn } from '../../src/core/scoring/score-column.ts'
import { summariseMean } from '../../src/core/statistics/summarise-mean.ts'
import { summariseSteps } from '../../src/core/statistics/summarise-steps.ts'
import { vanDerEijkAgreement } from '../../src/core/statistics/van-der-eijk-agreement.ts'
import type { Answers } from '../../src/core/response/response.ts'
import { scoreConcepts } from '../../src/core/scoring/score-concepts.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { expectClose } from '../fixtures/oracle.ts'

const someCounts = fc
  .integer({ min: 3, max: 7 })
  .chain((options) => fc.array(fc.integer({ min: 0, max: 40 }), { minLength: options, maxLength: options }))

const someColumn = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 5 }), { minLength: length, maxLength: length })

/** Several items answered by the same people. */
const someColumns = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 15 }))
  .chain(([items, people]) => fc.array(someColumn(people), { minLength: items, maxLength: items }))

const someScores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 20 })

describe('counting steps', () => {
  it('leaves missing answers out and refuses what is not an option', () => {
    expect(countSteps([4, 0, 5, 4], 5)).toEqual([0, 0, 0, 2, 1])
    expect(() => countSteps([6], 5)).toThrow(RangeError)
    expect(() => countSteps([-1], 5)).toThrow(RangeError)
    expect(() => countSteps([2.5], 5)).toThrow(RangeError)
  })
})

describe('what is said about one item', () => {
  it('does not depend on which end of the scale comes first', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const turned = counts.toReversed()
        expectClose(dissent(turned), dissent(counts))
        expectClose(vanDerEijkAgreement(turned), vanDerEijkAgreement(counts))
        const [one, other] = [itemAgreement(counts), itemAgreement(turned)]
        expect(one === null).toBe(other === null)
        if (one === null || other === null) return
        expectClose(other.distance, one.distance)
        expectClose(other.rwg, one.rwg)
        expectClose(other.awg, one.awg, 1e-8)
      }),
    )
  })

  it('depends on shares only where no sample is corrected for', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 2, max: 9 }), (counts, times) => {
        const more = counts.map((count) => count * times)
        expectClose(dissent(more), dissent(counts))
        expectClose(vanDerEijkAgreement(more), vanDerEijkAgreement(counts))
      }),
    )
  })

  it('stays in range', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const [apart, together] = [dissent(counts), vanDerEijkAgreement(counts)]
        if (apart === null || together === null) return expect(counts.every((count) => count === 0)).toBe(true)
        expect(apart).toBeGreaterThanOrEqual(0)
        expect(apart).toBeLessThanOrEqual(1 + 1e-12)
        expect(Math.abs(together)).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('is at its ends for one answer and for two camps at the ends', () => {
    expect([dissent([0, 0, 9, 0, 0]), vanDerEijkAgreement([0, 0, 9, 0, 0])]).toEqual([0, 1])
    expect([dissent([6, 0, 0, 0, 6]), vanDerEijkAgreement([6, 0, 0, 0, 6])]).toEqual([1, -1])
    expect(vanDerEijkAgreement([3, 3, 3, 3, 3])).toBe(0)
    expect([itemAgreement([7, 0, 0])!.awg, itemAgreement([0, 0, 7])!.awg]).toEqual([1, 1])
    expect([dissent([0, 0, 0]), vanDerEijkAgreement([0, 0, 0]), itemAgreement([0, 1, 0])]).toEqual([null, null, null])
  })
})

describe('agreement on several items', () => {
  it('holds a distance that lies on the cut for agreement', () => {
    // Counts 0, 2, 4, 3, 2, 1 have a mean of 3.67 and lie 1 from it, a sixth of six options, but for rounding.
    expect(agreement([[0, 2, 4, 3, 2, 1]])).toMatchObject({ cut: 1, agrees: true })
    expect(agreement([[0, 2, 4, 3, 2, 2]])).toMatchObject({ agrees: false })
  })

  it('is not there without two answers to an item, and refuses scales of different lengths', () => {
    expect(agreement([[0, 1, 0]])).toBeNull()
    expect(agreement([])).toBeNull()
    expect(() =>
      agreement([
        [1, 1],
        [1, 1, 1],
      ]),
    ).toThrow(RangeError)
  })

  it('leaves items without two answers out', () => {
    expect(
      agreement([
        [0, 0, 2, 4, 0],
        [0, 0, 1, 0, 0],
      ]),
    ).toEqual(agreement([[0, 0, 2, 4, 0]]))
  })
})

describe('a summary of scores', () => {
  it('takes equal scores that were added up in another order for equal, however few or many', () => {
    const level = (...scores: number[]) => {
      const { n, mean, deviation } = spreadOf({ scores: Float64Array.from(scores) }, Int32Array.from(scores.keys()))
      return { n, mean, sd: deviation }
    }
    expect(level(0.1 + 0.2, 0.3, 0.3).sd).toBe(0)
    expect(level(0.3, 0.3, 0.4).sd).toBeGreaterThan(0.05)
    expect(icc1([level(0.1 + 0.2, 0.3), level(0.3, 0.1 + 0.2)])).toMatchObject({ icc1: null, icc2: null })
  })

  it('counts the same scores in another order of adding as the same score', () => {
    expect(summariseMean([0.1 + 0.2, 0.3, 0.3])).toMatchObject({ n: 3, sd: 0, interval: null })
  })

  it('leaves people without a score out, and says nothing of nobody', () => {
    expect(summariseMean([NaN, 40, NaN, 50, 60])).toEqual(summariseMean([40, 50, 60]))
    expect(summariseMean([NaN])).toEqual({ n: 0, mean: null, sd: null, interval: null })
  })

  it('of steps is the summary of the same answers one by one', () => {
    fc.assert(
      fc.property(someColumn(20), (steps) => {
        const counted = summariseSteps(countSteps(steps, 5))
        const listed = summariseMean(steps.map((step) => (step === 0 ? NaN : step)))
        expect(counted.n).toBe(listed.n)
        expectClose(counted.mean, listed.mean)
        expectClose(counted.sd, listed.sd)
      }),
    )
  })
})

describe('the difference of two means', () => {
  it("is Welch's where deviations and sizes differ", () => {
    // scipy 1.17: t.ppf(.975, 16.747748) times the standard error.
    const { difference, interval } = compareMeans({ n: 10, mean: 60, sd: 10 }, { n: 12, mean: 50, sd: 20 })
    expect(difference).toBe(10)
    expect(interval!.low).toBeCloseTo(-3.904458566750236, 6)
    expect(interval!.high).toBeCloseTo(23.904458566750236, 6)
  })

  it('changes its sign when the groups are swapped, and stays when both move', () => {
    fc.assert(
      fc.property(someScores, someScores, fc.integer({ min: -50, max: 50 }), (first, second, shift) => {
        const moved = (scores: readonly number[]) => summariseMean(scores.map((score) => score + shift))
        const one = compareMeans(summariseMean(first), summariseMean(second))
        const other = compareMeans(moved(second), moved(first))
        expectClose(other.difference, -one.difference!, 1e-8)
        if (one.interval === null || other.interval === null) return
        expectClose(other.interval.low, -one.interval.high, 1e-6)
      }),
    )
  })

  it('has an interval where one group alone varies, and none where neither does', () => {
    const flat = { n: 5, mean: 40, sd: 0 }
    expect(compareMeans({ n: 5, mean: 50, sd: 10 }, flat).interval).not.toBeNull()
    expect(compareMeans({ n: 5, mean: 50, sd: 0 }, flat)).toEqual({ difference: 10, interval: null })
    expect(compareMeans({ n: 1, mean: 50, sd: null }, flat)).toEqual({ difference: 10, interval: null })
    expect(compareMeans({ n: 0, mean: null, sd: null }, flat)).toEqual({ difference: null, interval: null })
  })
})

describe('alpha', () => {
  const asItems = (columns: readonly number[][], reversed = false) => columns.map((steps) => ({ steps, reversed }))

  it('is the same when everything is turned round, or people stand in another order', () => {
    fc.assert(
      fc.property(someColumns, fc.constantFrom('complete' as const, 'pairwise' as const), (columns, basis) => {
        const wanted = alpha(asItems(columns), basis)
        expect(alpha(asItems(columns, true), basis)).toEqual(wanted)
        expect(alpha(asItems(columns.map((steps) => steps.toReversed())), basis)).toEqual(wanted)
        const keyed = columns.map((steps) => steps.map((step) => (step === 0 ? 0 : 6 - step)))
        expectClose(alpha(asItems(keyed), basis).alpha, wanted.alpha)
      }),
    )
  })

  it('turns a reversed item round', () => {
    const first = [1, 2, 4, 5]
    const items = [
      { steps: first, reversed: false },
      { steps: first.map((step) => 6 - step), reversed: true },
    ]
    expect(alpha(items, 'complete').alpha).toBe(1)
  })

  it('is the same on complete and on pairwise answers where nothing is missing', () => {
    fc.assert(
      fc.property(someColumns, (columns) => {
        const full = asItems(columns.map((steps) => steps.map((step) => Math.max(1, step))))
        const [complete, pairwise] = [alpha(full, 'complete'), alpha(full, 'pairwise')]
        expect(pairwise.n).toBe(complete.n)
        expectClose(pairwise.alpha, complete.alpha, 1e-8)
      }),
    )
  })

  it('is not there where the sum does not vary, even if its variance misses 0 by a rounding error', () => {
    const balanced = asItems([
      [2, 3, 3, 3, 2, 1],
      [2, 1, 2, 2, 3, 1],
      [5, 5, 4, 4, 4, 7],
    ])
    expect(alpha(balanced, 'complete').alpha).toBeNull()
    expect(alpha(balanced, 'pairwise').alpha).toBeNull()
  })

  it('is not there for one item or one person, and refuses items of different people', () => {
    expect(alpha(asItems([[1, 2, 3]]), 'complete')).toEqual({ n: 3, items: 1, alpha: null, interval: null })
    expect(alpha(asItems([[1], [2]]), 'pairwise')).toEqual({ n: 1, items: 2, alpha: null, interval: null })
    expect(alpha([], 'complete')).toEqual({ n: 0, items: 0, alpha: null, interval: null })
    expect(() => alpha(asItems([[1, 2], [1]]), 'complete')).toThrow(RangeError)
  })
})

describe('intraclass correlations', () => {
  it('are 1 where people differ by level only', () => {
    expect(icc1([summariseMean([40, 40]), summariseMean([60, 60, 60])])).toMatchObject({ icc1: 1, icc2: 1 })
  })

  it('are not there below two levels, or where every level is one person', () => {
    expect(icc1([summariseMean([40, 50]), summariseMean([])])).toMatchObject({ levels: 1, icc1: null, icc2: null })
    expect(icc1([summariseMean([40]), summariseMean([50])])).toMatchObject({ levels: 2, icc1: null, icc2: null })
  })
})

describe('a column of scores', () => {
  it('has none for people who answered fewer than three items, though it be half of them', () => {
    const item = { options: 5, reversed: false, weight: 1 }
    const columns = [
      [3, 3],
      [3, 3],
      [0, 3],
      [0, 0],
    ].map((steps) => ({ ...item, steps }))
    expect([...scoreColumn(columns)]).toEqual([NaN, 50])
    expect(() =>
      scoreColumn([
        { ...item, steps: [1] },
        { ...item, steps: [1, 2] },
      ]),
    ).toThrow(RangeError)
  })

  it('is what each person is given alone', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.integer({ min: 0, max: 5 }), { minLength: conceptItems.length, maxLength: conceptItems.length }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        (people) => {
          const alone = people.map((steps) => {
            const answers: Answers = Object.fromEntries(
              conceptItems.flatMap(({ id }, index) => (steps[index] ? [[id, steps[index]]] : [])),
            )
            return scoreConcepts(questionnaire, answers)
          })
          for (const [number, { id }] of questionnaire.concepts.entries()) {
            const columns = conceptItems.flatMap((item, index) =>
              item.concept === id
                ? [
                    {
                      steps: people.map((steps) => steps[index]!),
                      options: 5,
                      reversed: item.reversed === true,
                      weight: item.weight ?? 1,
                    },
                  ]
                : [],
            )
            const scores = [...scoreColumn(columns)].map((score) => (Number.isNaN(score) ? null : score))
            for (const [person, score] of scores.entries()) expectClose(score, alone[person]![number]!.score)
          }
        },
      ),
    )
  })
})
