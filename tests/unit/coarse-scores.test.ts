import { describe, expect, it } from 'vitest'
import { stepOfScores } from '../../src/core/room/group-scores.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { Answer } from '../../src/core/response/response.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { small } from './every-room.ts'

const items = (amount: number, options: number, weight = 1) =>
  Array.from({ length: amount }, () => ({ options, weight }))

/** Two levels of so many people, who answer by chance, the first nearer the low end than the second. */
function show(asked: Questionnaire, sizes: readonly [number, number], options: number, seed = 3) {
  const next = numbersFrom(seed)
  const entries = entriesOf(
    sizes.flatMap((size, level) =>
      Array.from({ length: size }, () => ({
        level,
        answers: Object.fromEntries(
          asked.items.map(({ id }): [string, Answer] => [id, 1 + Math.floor(options * (0.2 * level + 0.8 * next()))]),
        ),
      })),
    ),
  )
  return summariseRoom({ questionnaire: asked }, { levels: ['Top', 'Work'], smallestGroup: 5 }, entries, [
    snapshotOf(1, entries),
  ])
}

describe('scores that lie far apart', () => {
  it('are told by how far an answer moves the score of whoever answered as little as one takes', () => {
    expect(stepOfScores(items(8, 5))).toBe(6.25)
    expect(stepOfScores(items(4, 5))).toBeCloseTo(25 / 3, 9)
    expect(stepOfScores(items(3, 2))).toBeCloseTo(100 / 3, 9)
    expect(stepOfScores([...items(3, 5), ...items(1, 5, 3)])).toBe(25)
    expect(stepOfScores([])).toBe(0)
  })

  it('are not counted, and ten people have no interval: each would be as good as answers', () => {
    const [concept] = show(small(3, 2), [5, 5], 2).concepts
    const why = { shown: false, why: 'would-reveal-others' }
    expect(concept!.bands.room).toEqual(why)
    expect(concept!.levels.map(({ shown }) => shown)).toEqual([true, true])
    expect(concept!.room).toMatchObject({ shown: true, interval: why })
  })

  it('have no ICC(1) however many they are: it would tell how a level’s scores differ', () => {
    for (const size of [10, 40]) {
      const { concepts, expert } = show(small(3, 2), [size, size], 2)
      expect(concepts[0]!.levels.map(({ shown }) => shown)).toEqual([true, true])
      expect(expert[0]!.icc1).toEqual({ shown: false, why: 'would-reveal-others' })
    }
  })

  it('end where an answer and one step more still leave something open', () => {
    const end = (amount: number, options: number) => {
      const asked = small(amount, options)
      const entries = entriesOf(
        Array.from({ length: 5 }, (_, person) => ({
          level: 0,
          answers: Object.fromEntries(asked.items.map(({ id }): [string, Answer] => [id, person === 0 ? 2 : 1])),
        })),
      )
      const [concept] = summariseRoom({ questionnaire: asked }, { levels: ['A', 'B'], smallestGroup: 5 }, entries, [
        snapshotOf(1, entries),
      ]).concepts
      return concept!.room.shown && concept!.room.mean
    }
    expect(end(3, 2)).toEqual({ is: 'end', end: 'low', within: 27 })
    expect(end(8, 5)).toEqual({ is: 'end', end: 'low', within: 25 })
  })

  it('cost nothing where a questionnaire has eight items of five options', () => {
    for (const { bands, room } of show(questionnaire, [6, 7], 5).concepts) {
      expect(bands.room).not.toMatchObject({ why: 'would-reveal-others' })
      expect(room).toMatchObject({ shown: true, interval: { shown: true } })
    }
  })
})

describe('the items of a concept', () => {
  it('are all shown or all hidden, for one reason', () => {
    const found = { shown: 0, hidden: 0 }
    for (let seed = 1; seed <= 12; seed++) {
      const room = show(questionnaire, [5, 6], 5, seed)
      for (const { concept } of room.concepts) {
        const own = room.items.filter((item) => item.concept === concept)
        const isShown = own.map(({ distribution }) => distribution.shown)
        expect(new Set(isShown).size).toBe(1)
        found[isShown[0] ? 'shown' : 'hidden']++
        if (isShown[0]) continue
        for (const { mean, distribution, agreement, levels } of own)
          expect([mean, distribution, agreement, ...levels]).toEqual(
            Array(5).fill({ shown: false, why: 'would-reveal-others' }),
          )
      }
    }
    expect(Math.min(found.shown, found.hidden)).toBeGreaterThan(3)
  })
})

describe('the items of a later view that divides a level into few people', () => {
  const next = numbersFrom(31)
  const people = (count: number, prefix: string) =>
    entriesOf(
      Array.from({ length: count }, (_, index) => ({
        level: index % 2,
        answers: Object.fromEntries(
          questionnaire.items.map(({ id }): [string, Answer] => [id, 1 + Math.floor(5 * next())]),
        ),
      })),
      prefix,
    )
  it.each([
    [8, false],
    [10, true],
  ])('have the room’s mean alone, as a range, where %s joined between: %s', (between, isWhole) => {
    const [first, few, many] = [people(24, 'a'), people(between, 'b'), people(24, 'c')]
    const views = [first, [...first, ...few], [...first, ...few, ...many]]
    const { items: shown } = summariseRoom(
      { questionnaire },
      { levels: ['Top', 'Work'], smallestGroup: 5 },
      views[2]!,
      views.map((entries, index) => snapshotOf(index + 1, entries)),
    )
    const withMean = shown.filter(({ mean }) => mean.shown)
    expect(withMean.length).toBeGreaterThan(7)
    for (const { mean, distribution } of withMean) {
      expect(distribution.shown).toBe(isWhole)
      if (mean.shown) expect(mean.is).toBe(isWhole ? 'points' : 'between')
    }
  })
})
