import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreement } from '../../src/core/statistics/agreement.ts'
import { alphaOf, sumForAlpha } from '../../src/core/statistics/alpha.ts'
import { releaseDifference } from '../../src/core/disclosure/release-difference.ts'
import { gridOf } from '../../src/core/disclosure/release-mean.ts'
import { countAnswers } from '../../src/core/room/count-answers.ts'
import { spreadOf } from '../../src/core/room/group-scores.ts'
import { dissent } from '../../src/core/statistics/dissent.ts'
import { icc1 } from '../../src/core/statistics/icc1.ts'
import { itemAgreement } from '../../src/core/statistics/item-agreement.ts'
import { scoreColumn } from '../../src/core/scoring/score-column.ts'
import { studentTQuantile } from '../../src/core/statistics/student-t-quantile.ts'
import { summariseSteps } from '../../src/core/statistics/summarise-steps.ts'
import { vanDerEijkAgreement } from '../../src/core/statistics/van-der-eijk-agreement.ts'
import { welch } from '../../src/core/statistics/welch.ts'
import { UNSEEN } from '../../src/core/room/room-data.ts'
import type { Answers } from '../../src/core/response/response.ts'
import { scoreConcepts } from '../../src/core/scoring/score-concepts.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { expectClose } from '../fixtures/oracle.ts'

const alpha = (items: Parameters<typeof sumForAlpha>[0]) => alphaOf(sumForAlpha(items))

const someCounts = fc
  .integer({ min: 3, max: 7 })
  .chain((options) => fc.array(fc.integer({ min: 0, max: 40 }), { minLength: options, maxLength: options }))

const someColumn = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 5 }), { minLength: length, maxLength: length })

/** Several items answered by the same people. */
const someColumns = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 15 }))
  .chain(([items, people]) => fc.array(someColumn(people), { minLength: items, maxLength: items }))

/** Everybody's answers to an item of five options, counted. */
const countAll = (steps: readonly number[]) =>
  countAnswers({ answers: Int8Array.from(steps), options: 5 }, Int32Array.from(steps.keys())).counts

/** A group with exactly these scores, and the moments that the statistics of levels read. */
const spreadOfAll = (scores: readonly number[]) =>
  spreadOf({ scores: Float64Array.from(scores) }, Int32Array.from(scores.keys()))
const momentsOf = (scores: readonly number[]) => {
  const { n, mean, deviation } = spreadOfAll(scores)
  return { n, mean, sd: deviation }
}

describe('counting answers', () => {
  it("leaves missing answers and can't tell out, and people who are not asked about", () => {
    expect(countAll([4, 0, 5, UNSEEN, 4])).toEqual([0, 0, 0, 2, 1])
    expect(countAnswers({ answers: Int8Array.from([4, 5, 4]), options: 5 }, Int32Array.of(0, 1)).counts).toEqual([
      0, 0, 0, 1, 1,
    ])
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
        if (apart === null || together === null) {
          expect(counts.every((count) => count === 0)).toBe(true)
          return
        }
        expect(apart).toBeGreaterThanOrEqual(0)
        expect(apart).toBeLessThanOrEqual(1 + 1e-12)
        expect(Math.abs(together)).toBeLessThanOrEqual(1 + 1e-12)
      }),
      // Nobody answered: rare among random counts, and the one case that has no figures.
      { examples: [[[0, 0, 0]]] },
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

describe('the spread of scores', () => {
  it('takes equal scores that were added up in another order for equal, however few or many', () => {
    expect(spreadOfAll([0.1 + 0.2, 0.3, 0.3]).deviation).toBe(0)
    expect(spreadOfAll([0.3, 0.3, 0.4]).deviation).toBeGreaterThan(0.05)
    expect(icc1([momentsOf([0.1 + 0.2, 0.3]), momentsOf([0.3, 0.1 + 0.2])])).toMatchObject({ icc1: null, icc2: null })
  })

  it('leaves people without a score out, and says nothing of nobody', () => {
    expect(spreadOfAll([NaN, 40, NaN, 50, 60])).toEqual(spreadOfAll([40, 50, 60]))
    expect(spreadOfAll([40, 50, 60])).toEqual({ n: 3, mean: 50, deviation: 10, farthest: 40 })
    expect(spreadOfAll([NaN])).toEqual({ n: 0, mean: 0, deviation: 0, farthest: 0 })
  })

  it('of steps is the summary of the same answers counted', () => {
    fc.assert(
      fc.property(someColumn(20), (steps) => {
        const counted = summariseSteps(countAll(steps))
        const listed = spreadOfAll(steps.map((step) => (step === 0 ? NaN : step)))
        expect(counted.n).toBe(listed.n)
        expectClose(counted.mean ?? 0, listed.mean)
        expectClose(counted.sd ?? 0, listed.deviation)
      }),
    )
  })
})

describe('the difference of two means', () => {
  it("has Welch's error where deviations and sizes differ", () => {
    // scipy 1.17: t.ppf(.975, 16.747748) times the standard error is 13.904458566750236.
    const { error, df } = welch({ n: 10, squaredError: 10 }, { n: 12, squaredError: 400 / 12 })!
    expect(studentTQuantile(0.975, df) * error).toBeCloseTo(13.904458566750236, 6)
  })

  it('has none below two people or where neither varies, and one where one group alone varies', () => {
    const flat = { n: 5, squaredError: 0 }
    expect(welch({ n: 5, squaredError: 20 }, flat)).toEqual({ error: Math.sqrt(20), df: 4 })
    expect(welch(flat, flat)).toBeNull()
    expect(welch({ n: 1, squaredError: 20 }, flat)).toBeNull()
  })

  it('as released changes its sign when the groups are swapped, and stays when both move', () => {
    const inside = fc.array(fc.double({ min: 40, max: 60, noNaN: true }), { minLength: 5, maxLength: 20 })
    fc.assert(
      fc.property(inside, inside, fc.constantFrom(-5, 0, 5), (first, second, shift) => {
        const moved = (scores: readonly number[]) => spreadOfAll(scores.map((score) => score + shift))
        const [one, back] = [
          releaseDifference(spreadOfAll(first), spreadOfAll(second)),
          releaseDifference(moved(second), moved(first)),
        ]
        if (!one.shown || !back.shown) return expect.fail('means around 50 are not at an end')
        // A step of what the smaller group is released in, where a mean lies between two.
        expect(Math.abs(back.points + one.points)).toBeLessThanOrEqual(gridOf(Math.min(first.length, second.length)))
        expect(back.interval.low).toBeCloseTo(-one.interval.high, 9)
        expect(back.interval.high).toBeCloseTo(-one.interval.low, 9)
      }),
    )
  })

  it('is not released of one person, who has no error', () => {
    const one = { n: 1, mean: 50, deviation: 0, farthest: 50 }
    expect(releaseDifference(one, spreadOfAll([40, 50, 60])).shown).toBe(false)
  })
})

describe('alpha', () => {
  const asItems = (columns: readonly number[][], reversed = false) => columns.map((steps) => ({ steps, reversed }))

  it('is the same when everything is turned round, or people stand in another order', () => {
    fc.assert(
      fc.property(someColumns, (columns) => {
        const wanted = alpha(asItems(columns))
        expect(alpha(asItems(columns, true))).toEqual(wanted)
        expect(alpha(asItems(columns.map((steps) => steps.toReversed())))).toEqual(wanted)
        const keyed = columns.map((steps) => steps.map((step) => (step === 0 ? 0 : 6 - step)))
        expectClose(alpha(asItems(keyed)).alpha, wanted.alpha)
      }),
    )
  })

  it('turns a reversed item round', () => {
    const first = [1, 2, 4, 5]
    const items = [
      { steps: first, reversed: false },
      { steps: first.map((step) => 6 - step), reversed: true },
    ]
    expect(alpha(items).alpha).toBe(1)
  })

  it('is that of the people who answered every item', () => {
    fc.assert(
      fc.property(someColumns, (columns) => {
        const complete = columns.map((steps) =>
          steps.filter((_, person) => columns.every((other) => other[person]! > 0)),
        )
        expect(alpha(asItems(columns))).toEqual(alpha(asItems(complete)))
      }),
    )
  })

  it('is not there where the sum does not vary, even if its variance misses 0 by a rounding error', () => {
    const balanced = asItems([
      [2, 3, 3, 3, 2, 1],
      [2, 1, 2, 2, 3, 1],
      [5, 5, 4, 4, 4, 7],
    ])
    expect(alpha(balanced).alpha).toBeNull()
  })

  it('is not there for one item or one person, and refuses items of different people', () => {
    expect(alpha(asItems([[1, 2, 3]]))).toEqual({ n: 3, items: 1, alpha: null, interval: null })
    expect(alpha(asItems([[1], [2]]))).toEqual({ n: 1, items: 2, alpha: null, interval: null })
    expect(alpha([])).toEqual({ n: 0, items: 0, alpha: null, interval: null })
    expect(() => alpha(asItems([[1, 2], [1]]))).toThrow(RangeError)
  })
})

describe('intraclass correlations', () => {
  it('are 1 where people differ by level only', () => {
    expect(icc1([momentsOf([40, 40]), momentsOf([60, 60, 60])])).toMatchObject({ icc1: 1, icc2: 1 })
  })

  it('are not there below two levels, or where every level is one person', () => {
    expect(icc1([momentsOf([40, 50]), { n: 0, mean: null, sd: null }])).toMatchObject({
      levels: 1,
      icc1: null,
      icc2: null,
    })
    expect(icc1([momentsOf([40]), momentsOf([50])])).toMatchObject({ levels: 2, icc1: null, icc2: null })
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
