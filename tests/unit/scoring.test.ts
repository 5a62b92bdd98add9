import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { acquiescence } from '../../src/core/scoring/acquiescence.ts'
import { describeScore, isAtEnd } from '../../src/core/scoring/describe-score.ts'
import { keyStep, pomp } from '../../src/core/scoring/keyed.ts'
import { readLens } from '../../src/core/scoring/lens.ts'
import { checkResponseQuality } from '../../src/core/scoring/response-quality.ts'
import { roundingFloor, scoreConcepts } from '../../src/core/scoring/score-concepts.ts'
import { compareConcepts } from '../../src/core/scoring/standing.ts'
import { conceptItems, questionnaire, respond } from '../fixtures/execution-gaps.ts'

const anyAnswers = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(CANT_TELL), fc.constant(undefined)), {
    minLength: questionnaire.items.length,
    maxLength: questionnaire.items.length,
  })
  .map((list) =>
    Object.fromEntries(
      questionnaire.items.flatMap(({ id }, index): [string, Answer][] => {
        const answer = list[index]
        return answer === undefined ? [] : [[id, answer as Answer]]
      }),
    ),
  )

const scoreOf = (concept: string, answers: Readonly<Record<string, Answer>>) =>
  scoreConcepts(questionnaire, answers).find((score) => score.concept === concept)!

describe('keying', () => {
  it('is undone by keying again', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 9 })
          .chain((options) => fc.tuple(fc.constant(options), fc.integer({ min: 1, max: options }))),
        ([options, step]) => {
          expect(keyStep(keyStep(step, options, true), options, true)).toBe(step)
        },
      ),
    )
  })

  it('puts the lowest step at 0, the middle at 50 and the highest at 100', () => {
    expect([1, 3, 5].map((step) => pomp(step, 5))).toEqual([0, 50, 100])
    expect(pomp(4, 7)).toBe(50)
  })
})

describe('a score', () => {
  it('stays in range and inside its bounds and its band, whatever is answered', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { score, band, bounds, items, answered, cantTell } of scoreConcepts(questionnaire, answers)) {
          expect(answered + cantTell).toBeLessThanOrEqual(items)
          expect(bounds.low).toBeGreaterThanOrEqual(0)
          expect(bounds.high).toBeLessThanOrEqual(100)
          expect(score === null).toBe(band === null)
          if (score === null || !band) continue
          expect(score).toBeGreaterThanOrEqual(bounds.low - 1e-9)
          expect(score).toBeLessThanOrEqual(bounds.high + 1e-9)
          expect(band.low).toBeGreaterThanOrEqual(0)
          expect(band.high).toBeLessThanOrEqual(100)
          expect(band.low).toBeLessThanOrEqual(score)
          expect(band.high).toBeGreaterThanOrEqual(score)
        }
      }),
    )
  })

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.shuffledSubarray([...questionnaire.items], { minLength: questionnaire.items.length }),
        (answers, items) => {
          const shuffled = scoreConcepts({ ...questionnaire, items }, answers)
          for (const [index, score] of scoreConcepts(questionnaire, answers).entries()) {
            const other = shuffled[index]!
            if (score.score === null) expect(other.score).toBeNull()
            else expect(other.score).toBeCloseTo(score.score, 9)
            expect(other.band?.low ?? -1).toBeCloseTo(score.band?.low ?? -1, 9)
          }
        },
      ),
    )
  })

  it('turns over when every answer is turned over', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const turned = Object.fromEntries(
          Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'number' ? 6 - answer : answer]),
        )
        const before = scoreConcepts(questionnaire, answers)
        for (const [index, { score }] of scoreConcepts(questionnaire, turned).entries()) {
          const other = before[index]!.score
          if (score === null) expect(other).toBeNull()
          else expect(score + other!).toBeCloseTo(100, 9)
        }
      }),
    )
  })

  it('counts "can’t tell" as nothing, never as low', () => {
    const open = respond({ silence: 4, signalLoss: 3, friction: 3 })
    const unseen = respond({ silence: 4, signalLoss: 3, friction: 3, items: { 'concern-kept-back': CANT_TELL } })
    expect(scoreOf('silence', unseen.answers).score).toBe(scoreOf('silence', open.answers).score)
    expect(scoreOf('silence', unseen.answers)).toMatchObject({ answered: 7, cantTell: 1 })
  })

  it('is formed from half of the items and at least three, and is partial below four in five', () => {
    const silence = conceptItems.filter(({ concept }) => concept === 'silence').map(({ id }) => id)
    const withAnswered = (count: number) =>
      scoreOf('silence', Object.fromEntries(silence.slice(0, count).map((id) => [id, 4])))
    expect(withAnswered(3).score).toBeNull()
    expect(withAnswered(4)).toMatchObject({ score: 75, partial: true })
    expect(withAnswered(6).partial).toBe(true)
    expect(withAnswered(7).partial).toBe(false)
    expect(withAnswered(0)).toMatchObject({ score: null, band: null, bounds: { low: 0, high: 100 } })
  })

  it('needs three items even where they carry more than half of the weight', () => {
    const items = conceptItems
      .filter(({ concept }) => concept === 'silence')
      .slice(0, 4)
      .map((item, index) => ({ ...item, weight: index < 2 ? 9 : 1 }))
    const parts = { ...questionnaire, items }
    const two = Object.fromEntries(items.slice(0, 2).map(({ id }) => [id, 4]))
    expect(scoreConcepts(parts, two).find(({ concept }) => concept === 'silence')!.score).toBeNull()
  })

  it('keeps a band when every answer is the same, as wide as the rounding of the scale', () => {
    expect(roundingFloor(5)).toBeCloseTo(7.2169, 4)
    const { score, band } = scoreOf('silence', respond({ silence: 4, signalLoss: 4, friction: 4 }).answers)
    expect(score).toBe(75)
    // t(.90, 21) = 1.323188 from tables, times the floor, over the root of eight items.
    expect(band!.high - score!).toBeCloseTo((1.323188 * 7.2169) / Math.sqrt(8), 3)
  })
})

describe('a weighted score', () => {
  const scale = (options: number) => ({
    kind: 'frequency' as const,
    options: Array.from({ length: options }, (_, n) => `o${n}`),
  })
  const item = (id: string, weight: number, concept = 'a', on = 'five') => ({
    id,
    kind: 'symptom' as const,
    concept,
    scale: on,
    weight,
    visibleFrom: ['close' as const],
    derivedFrom: [],
  })

  it('has the band of a weighted mean', () => {
    const parts = {
      scales: { five: scale(5) },
      opposites: [],
      concepts: [{ id: 'a' }],
      items: [item('x', 2), item('y', 1), item('z', 1)],
    }
    // Values 0, 50, 100: deviation 50, two degrees of freedom, t(.90, 2) = 1.885618; s * sqrt(4 + 1 + 1) / 4.
    const [score] = scoreConcepts(parts, { x: 3, y: 1, z: 5 })
    expect(score!.score).toBeCloseTo(50, 9)
    expect(score!.band!.high).toBeCloseTo(Math.min(100, 50 + (1.885618 * 50 * Math.sqrt(6)) / 4), 3)
    const [narrow] = scoreConcepts(parts, { x: 3, y: 3, z: 3 })
    expect(narrow!.band!.high - 50).toBeCloseTo((1.885618 * 7.2169 * Math.sqrt(6)) / 4, 3)
  })

  it('counts exactly half of the weight as enough, whatever its rounding', () => {
    const weights = [0.1, 0.2, 0.3, 0.3, 0.2, 0.1]
    const parts = {
      scales: { five: scale(5) },
      opposites: [],
      concepts: [{ id: 'a' }],
      items: weights.map((weight, n) => item(`i${n}`, weight)),
    }
    expect(scoreConcepts(parts, { i0: 2, i1: 2, i4: 4 })[0]!.score).toBeNull()
    expect(scoreConcepts(parts, { i0: 2, i1: 2, i2: 4 })[0]!.score).not.toBeNull()
  })

  it('has a floor as coarse as the coarsest scale that was answered', () => {
    const parts = {
      scales: { five: scale(5), nine: scale(9) },
      opposites: [],
      concepts: [{ id: 'a' }, { id: 'b' }],
      items: [...['x', 'y', 'z'].map((id) => item(id, 1)), ...['p', 'q', 'r'].map((id) => item(id, 1, 'b', 'nine'))],
    }
    const [, fine] = scoreConcepts(parts, { x: 3, y: 3, z: 3, p: 5, q: 5, r: 5 })
    // t(.90, 4) = 1.533206.
    expect(fine!.band!.high - 50).toBeCloseTo((1.533206 * roundingFloor(5)) / Math.sqrt(3), 3)
  })

  it('is ranked without a correction where the questionnaire has no opposite pairs', () => {
    const parts = {
      scales: { five: scale(5) },
      opposites: [],
      concepts: [{ id: 'a' }, { id: 'b' }],
      items: [...['x', 'y', 'z'].map((id) => item(id, 1)), ...['p', 'q', 'r'].map((id) => item(id, 1, 'b'))],
    }
    const answers = { x: 5, y: 5, z: 5, p: 1, q: 1, r: 1 }
    expect(compareConcepts(parts, answers, scoreConcepts(parts, answers)).clearOf('a', 'b')).toBe(true)
  })
})

describe('standing', () => {
  const standing = (answers: Readonly<Record<string, Answer>>) =>
    compareConcepts(questionnaire, answers, scoreConcepts(questionnaire, answers))

  it('ranks two concepts only where their bands do not overlap', () => {
    const clear = standing(respond({ silence: 5, signalLoss: 2, friction: 2 }).answers)
    expect(clear.clearOf('silence', 'signal-loss')).toBe(true)
    expect(clear.clearOf('signal-loss', 'silence')).toBe(false)
    const near = standing(
      respond({ silence: 3, signalLoss: 3, friction: 3, items: { 'concern-kept-back': 4 } }).answers,
    )
    expect(near.clearOf('silence', 'organizational-friction')).toBe(false)
  })

  it('takes back a lead that a leaning towards "often" produces', () => {
    // Everything "often", reversed statements included but for one step: a lean of half a step.
    const leaning = Object.fromEntries(conceptItems.map(({ id, reversed }) => [id, reversed ? 3 : 4]))
    const answers = { ...leaning, 'concern-kept-back': 5, 'agreed-then-different': 5 }
    const [silence, signalLoss] = scoreConcepts(questionnaire, answers)
    expect(silence!.band!.low).toBeGreaterThan(signalLoss!.band!.high)
    expect(acquiescence(questionnaire, answers)).toBe(0.5)
    expect(standing(answers).clearOf('silence', 'signal-loss')).toBe(false)
  })

  it('is unknown without a score, and without an opposite pair answered', () => {
    const missing = standing(respond({ silence: 5, signalLoss: 1 }).answers)
    expect(missing.clearOf('silence', 'organizational-friction')).toBeNull()
    const pairs = Object.fromEntries(questionnaire.opposites.map(([first]) => [first, undefined]))
    const noPair = standing(respond({ silence: 5, signalLoss: 1, friction: 1, items: pairs }).answers)
    expect(noPair.clearOf('silence', 'signal-loss')).toBeNull()
  })
})

describe('acquiescence', () => {
  it('is the mean raw answer over opposite pairs, less the middle', () => {
    const [first, second] = questionnaire.opposites[0]!
    expect(acquiescence(questionnaire, { [first]: 4, [second]: 4 })).toBe(1)
    expect(acquiescence(questionnaire, { [first]: 5, [second]: 1 })).toBe(0)
    expect(acquiescence(questionnaire, { [first]: 5, [second]: CANT_TELL })).toBeNull()
  })

  it('leaves a residue of (forward - reversed) / k in an uncorrected score', () => {
    // METHOD 4: a lean of one step on 8 items with 2 reversed moves the score by 25 * (6 - 2) / 8 points.
    const level = respond({ silence: 3, signalLoss: 3, friction: 3 })
    const leaning = Object.fromEntries(
      Object.entries(level.answers).map(([id, answer]) => [id, typeof answer === 'number' ? answer + 1 : answer]),
    )
    const moved = scoreOf('signal-loss', leaning).score! - scoreOf('signal-loss', level.answers).score!
    expect(moved).toBeCloseTo((25 * (6 - 2)) / 8, 9)
    const corrected = scoreConcepts(questionnaire, leaning, { acquiescence: acquiescence(questionnaire, leaning)! })
    for (const { score } of corrected) expect(score).toBeCloseTo(50, 9)
  })
})

describe('response quality', () => {
  const notes = (pattern: Parameters<typeof respond>[0]) =>
    [...checkResponseQuality(questionnaire, respond(pattern)).notes].toSorted()
  const straight = Object.fromEntries(conceptItems.map(({ id }) => [id, 4]))

  it('has nothing to say of an ordinary response', () => {
    expect(notes({ silence: 4, signalLoss: 2, friction: 3 })).toEqual([])
  })

  it('notices one answer throughout, opposites both affirmed, and flags the two together', () => {
    expect(notes({ items: straight })).toEqual(['flagged', 'flat', 'opposites', 'same-answer'])
  })

  it('flags haste together with reversed statements answered against the others', () => {
    const inconsistent = Object.fromEntries(
      conceptItems.map(({ id, reversed }, index) => [id, reversed ? 5 : 4 + (index % 2)]),
    )
    const quality = checkResponseQuality(questionnaire, respond({ items: inconsistent, secondsPerItem: 1 }))
    expect(quality.inconsistency).toBeGreaterThan(1.5)
    expect(quality.longString).toBeLessThan(12)
    expect(quality.notes).toContain('flagged')
    const consistent = { silence: 4, signalLoss: 2, friction: 3, secondsPerItem: 1 } as const
    expect(checkResponseQuality(questionnaire, respond(consistent)).notes).not.toContain('flagged')
  })

  it('notices haste alone without flagging it', () => {
    expect(notes({ silence: 4, signalLoss: 2, friction: 3, secondsPerItem: 1.5 })).toEqual(['fast'])
  })

  it('lets a missing answer break a run', () => {
    const half = conceptItems.map(({ id }, index): [string, Answer | undefined] => [
      id,
      index < 13 ? 4 : (index % 5) + 1,
    ])
    expect(notes({ items: Object.fromEntries(half) })).toContain('same-answer')
    expect(notes({ items: { ...Object.fromEntries(half), [conceptItems[6]!.id]: CANT_TELL } })).not.toContain(
      'same-answer',
    )
  })
})

describe('the lens', () => {
  it('holds an explanation from "agree" on, and leaves it open without an answer', () => {
    const lens = readLens(questionnaire, {
      'explaining-closes-gaps': 4,
      'middle-managers-close-gaps': 3,
      'accountability-closes-gap': CANT_TELL,
    })
    const held = Object.fromEntries(lens.map((answer) => [answer.item, answer.held]))
    expect(held).toMatchObject({
      'explaining-closes-gaps': true,
      'middle-managers-close-gaps': false,
      'accountability-closes-gap': null,
      'restating-means-aligned': null,
    })
  })

  it('moves no score', () => {
    const plain = respond({ silence: 4, signalLoss: 2, friction: 3 })
    const opinionated = respond({
      silence: 4,
      signalLoss: 2,
      friction: 3,
      items: { 'explaining-closes-gaps': 5, 'targets-serve-strategy': 1 },
    })
    expect(scoreConcepts(questionnaire, opinionated.answers)).toEqual(scoreConcepts(questionnaire, plain.answers))
  })
})

describe('a score in words', () => {
  const options = ['never', 'rarely', 'sometimes', 'often', 'almost-always']

  it.each([
    [0, { is: 'around', option: 'never' }],
    [62, { is: 'between', lower: 'sometimes', upper: 'often' }],
    [71, { is: 'around', option: 'often' }],
    [69, { is: 'between', lower: 'sometimes', upper: 'often' }],
    [100, { is: 'around', option: 'almost-always' }],
  ])('%f', (score, words) => {
    expect(describeScore(score, options)).toEqual(words)
  })

  it('says where a band is not dependable', () => {
    expect([14.9, 15, 85, 85.1].map(isAtEnd)).toEqual([true, false, false, true])
  })
})
