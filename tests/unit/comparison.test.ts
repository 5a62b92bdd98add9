import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareAnswers, type ConceptChange } from '../../src/core/comparison/compare-answers.ts'
import type { ScoredParts } from '../../src/core/questionnaire/lookup.ts'
import { CANT_TELL, type Answer, type Answers } from '../../src/core/response/response.ts'
import { questionnaire, respond } from '../fixtures/execution-gaps.ts'

interface Fixture {
  executionGapsItems: string[]
  cases: {
    of: 'small' | 'execution-gaps'
    name: string
    earlier: string
    later: string
    pooled: number | null
    df: number
    concepts: {
      concept: string
      items: number
      paired: number
      change: number | null
      low: number | null
      high: number | null
      moved: boolean | null
    }[]
  }[]
}

const fixture = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/comparison.json'), 'utf8')) as Fixture

const scale = (options: number) => ({
  kind: 'frequency' as const,
  options: Array.from({ length: options }, (_none, n) => `o${n}`),
})
const item = (id: string, on: 'five' | 'seven', { weight, reversed }: { weight?: number; reversed?: true } = {}) => ({
  id,
  kind: 'symptom' as const,
  concept: id[0]!,
  scale: on,
  visibleFrom: ['close' as const],
  derivedFrom: [],
  ...(weight === undefined ? {} : { weight }),
  ...(reversed ? { reversed } : {}),
})

/** Four concepts of five, three, four and two items, with weights, reversed items and two scales. */
const small: ScoredParts = {
  scales: { five: scale(5), seven: scale(7) },
  opposites: [],
  concepts: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
  items: [
    item('a1', 'five', { weight: 4 }),
    item('a2', 'five', { weight: 3 }),
    item('a3', 'five', { reversed: true }),
    item('a4', 'five'),
    item('a5', 'five', { reversed: true }),
    item('b1', 'five'),
    item('b2', 'five', { reversed: true }),
    item('b3', 'five'),
    item('c1', 'seven'),
    item('c2', 'seven', { reversed: true }),
    item('c3', 'seven', { weight: 0.5 }),
    item('c4', 'seven', { weight: 2 }),
    item('d1', 'five'),
    item('d2', 'five', { reversed: true }),
  ],
}

const answersOf = (ids: readonly string[], characters: string): Answers =>
  Object.fromEntries(
    ids.flatMap((id, index): [string, Answer][] => {
      const character = characters[index]
      return character === '-' ? [] : [[id, character === '?' ? CANT_TELL : Number(character)]]
    }),
  )

const cases = fixture.cases.map(({ of, earlier, later, ...rest }) => {
  const ids = of === 'small' ? small.items.map(({ id }) => id) : fixture.executionGapsItems
  return {
    ...rest,
    title: `${of}: ${rest.name}`,
    parts: of === 'small' ? small : questionnaire,
    earlier: answersOf(ids, earlier),
    later: answersOf(ids, later),
  }
})

function expectClose(actual: number | null, wanted: number | null, relative: number) {
  if (wanted === null) return expect(actual).toBeNull()
  expect(actual).not.toBeNull()
  expect(Math.abs(actual! - wanted)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(wanted)))
}

/** The small questionnaire or execution-gaps, and two responses to it with unanswered items in either. */
const anyPair = fc.constantFrom<ScoredParts[]>(small, questionnaire).chain((parts) => {
  const answers = fc
    .tuple(
      ...parts.items.map((one) =>
        fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: 1, max: parts.scales[one.scale]!.options.length }) },
          fc.constant(CANT_TELL),
          fc.constant(undefined),
        ),
      ),
    )
    .map((list): Answers =>
      Object.fromEntries(
        parts.items.flatMap(({ id }, index): [string, Answer][] =>
          list[index] === undefined ? [] : [[id, list[index] as Answer]],
        ),
      ),
    )
  return fc.record({
    parts: fc.constant(parts),
    earlier: answers,
    later: answers,
    items: fc.shuffledSubarray([...parts.items], { minLength: parts.items.length }),
  })
})

describe('two responses of one person', () => {
  it('are compared in references of both questionnaires, with and without a change', () => {
    const changes = cases.flatMap(({ concepts }) => concepts)
    for (const moved of [true, false, null]) expect(changes.map((change) => change.moved)).toContain(moved)
    expect(cases.filter(({ parts }) => parts === small).length).toBeGreaterThanOrEqual(6)
    expect(cases.filter(({ parts }) => parts === questionnaire).length).toBeGreaterThanOrEqual(3)
  })

  it.each(cases)('change as the reference says: $title', ({ parts, earlier, later, concepts }) => {
    const changes = compareAnswers(parts, earlier, later)
    expect(changes.map(({ concept }) => concept)).toEqual(concepts.map(({ concept }) => concept))
    for (const [index, change] of changes.entries()) {
      const wanted = concepts[index]!
      expect(change).toMatchObject({ items: wanted.items, paired: wanted.paired, moved: wanted.moved })
      expectClose(change.change, wanted.change, 1e-10)
      // The interval rests on a t quantile.
      expectClose(change.interval?.low ?? null, wanted.low, 1e-6)
      expectClose(change.interval?.high ?? null, wanted.high, 1e-6)
    }
  })

  it('have changed by 25, give or take 3.4, where eight items of five steps all rise by one', () => {
    const low = respond({ silence: 2, signalLoss: 3, friction: 1 }).answers
    const high = respond({ silence: 3, signalLoss: 4, friction: 2 }).answers
    const changes = compareAnswers(questionnaire, low, high)
    expect(changes).toHaveLength(3)
    for (const { change, interval, moved, items, paired } of changes) {
      expect([items, paired, moved]).toEqual([8, 8, true])
      expect(change).toBeCloseTo(25, 9)
      // The floor, 25 / sqrt(12), over the root of eight items, times t(.90, 21) = 1.323188 from tables.
      expect(interval!.high - 25).toBeCloseTo(3.3762, 4)
      expect(25 - interval!.low).toBeCloseTo(3.3762, 4)
    }
  })

  it('have not moved where the interval takes in 0', () => {
    const before = { b1: 3, b2: 3, b3: 3 }
    // Differences 0, 0 and 25 of three items: the mean is 8.3, the deviation 14.4, t(.90, 2) = 1.885618.
    const [, change] = compareAnswers(small, before, { ...before, b3: 4 })
    expect(change!.change).toBeCloseTo(25 / 3, 9)
    expect(change!.interval!.high).toBeCloseTo(25 / 3 + 1.885618 * 8.333333, 4)
    expect(change!.moved).toBe(false)
    // All three a step: 25, give or take 1.885618 * 7.216878 / sqrt(3).
    const [, moved] = compareAnswers(small, before, { b1: 4, b2: 2, b3: 4 })
    expect(moved!.interval!.low).toBeCloseTo(25 - 7.8567, 3)
    expect(moved!.moved).toBe(true)
  })

  it('have moved down where everything fell', () => {
    const [, change] = compareAnswers(small, { b1: 5, b2: 1, b3: 5 }, { b1: 1, b2: 5, b3: 1 })
    expect(change).toMatchObject({ change: -100, moved: true })
    // Not clipped: a change has no lower end.
    expect(change!.interval!.low).toBeLessThan(-100)
  })

  it('have no change below three items or half of the weight, however they are answered', () => {
    const changeOf = (concept: string, earlier: Answers, later: Answers) =>
      compareAnswers(small, earlier, later).find((change) => change.concept === concept)!
    const a = { a1: 1, a2: 1, a3: 5, a4: 1, a5: 5 }
    // Two items of seven tenths of the weight; three of three tenths; three of exactly half.
    expect(changeOf('a', a, { a1: 5, a2: 5 })).toMatchObject({ paired: 2, change: null, interval: null, moved: null })
    expect(changeOf('a', a, { a3: 1, a4: 5, a5: 1 })).toMatchObject({ paired: 3, change: null, interval: null })
    expect(changeOf('a', a, { a2: 5, a3: 1, a4: 5 })).toMatchObject({ paired: 3, change: 100, moved: true })
    expect(changeOf('a', { ...a, a2: CANT_TELL }, { a2: 5, a3: 1, a4: 5 })).toMatchObject({ paired: 2, change: null })
  })

  it('count exactly half of the weight as enough, whatever its rounding', () => {
    const weights = [0.1, 0.2, 0.3, 0.3, 0.2, 0.1]
    const parts = { ...small, items: weights.map((weight, n) => item(`a${n}`, 'five', { weight })) }
    const changeWith = (...ids: string[]) =>
      compareAnswers(
        parts,
        Object.fromEntries(parts.items.map(({ id }) => [id, 2])),
        Object.fromEntries(ids.map((id) => [id, 3])),
      )[0]!.change
    // Added up in this order the last three come to a little less than half of all six.
    expect(0.3 + 0.2 + 0.1).toBeLessThan((0.1 + 0.2 + 0.3 + 0.3 + 0.2 + 0.1) / 2)
    expect(changeWith('a3', 'a4', 'a5')).toBeCloseTo(25, 9)
    expect(changeWith('a0', 'a1', 'a2')).toBeCloseTo(25, 9)
    expect(changeWith('a0', 'a1', 'a4')).toBeNull()
  })

  it('say nothing of what was not answered both times', () => {
    const before = respond({ silence: 4, signalLoss: 4 }).answers
    const after = respond({ silence: 4, friction: 4 }).answers
    const changes = compareAnswers(questionnaire, before, after)
    expect(changes.map(({ paired }) => paired)).toEqual([8, 0, 0])
    expect(changes.map(({ change }) => change)).toEqual([0, null, null])
    for (const change of compareAnswers(questionnaire, {}, {}))
      expect(change).toMatchObject({ paired: 0, change: null, interval: null, moved: null })
  })

  it('read the same in the other direction', () => {
    const turned = (changes: readonly ConceptChange[]) =>
      changes.map(({ change, interval, ...rest }) => ({
        ...rest,
        change: change === null ? null : 0 - change,
        interval: interval && { low: 0 - interval.high, high: 0 - interval.low },
      }))
    fc.assert(
      fc.property(anyPair, ({ parts, earlier, later }) => {
        const forth = compareAnswers(parts, earlier, later)
        for (const [index, back] of turned(compareAnswers(parts, later, earlier)).entries()) {
          const { change, interval, ...rest } = forth[index]!
          expect(back).toMatchObject(rest)
          expectClose(back.change, change, 1e-12)
          expectClose(back.interval?.low ?? null, interval?.low ?? null, 1e-12)
          expectClose(back.interval?.high ?? null, interval?.high ?? null, 1e-12)
        }
      }),
    )
  })

  it('have not moved where they are one', () => {
    fc.assert(
      fc.property(anyPair, ({ parts, earlier }) => {
        for (const { concept, paired, change, interval, moved } of compareAnswers(parts, earlier, earlier)) {
          const steps = parts.items.filter(
            (one) => 'concept' in one && one.concept === concept && typeof earlier[one.id] === 'number',
          )
          expect(paired).toBe(steps.length)
          if (change === null) {
            expect([interval, moved]).toEqual([null, null])
            continue
          }
          expect([change, moved]).toEqual([0, false])
          expect(interval!.low).toBeLessThan(0)
          expect(interval!.high).toBe(-interval!.low)
        }
      }),
    )
  })

  it('do not depend on the order of the items', () => {
    fc.assert(
      fc.property(anyPair, ({ parts, earlier, later, items }) => {
        const shuffled = compareAnswers({ ...parts, items }, earlier, later)
        for (const [index, { change, interval, ...rest }] of compareAnswers(parts, earlier, later).entries()) {
          const other = shuffled[index]!
          expect(other).toMatchObject(rest)
          expectClose(other.change, change, 1e-10)
          expectClose(other.interval?.low ?? null, interval?.low ?? null, 1e-10)
          expectClose(other.interval?.high ?? null, interval?.high ?? null, 1e-10)
        }
      }),
    )
  })

  it('are unmoved by explanations, which are no concept’s', () => {
    const before = respond({ silence: 2, signalLoss: 3, friction: 4 })
    const lens = { 'explaining-closes-gaps': 1, 'targets-serve-strategy': 1 }
    const after = respond({ silence: 3, signalLoss: 3, friction: 4 })
    expect(
      compareAnswers(questionnaire, { ...before.answers, ...lens }, { ...after.answers, 'explaining-closes-gaps': 5 }),
    ).toEqual(compareAnswers(questionnaire, before.answers, after.answers))
  })
})
