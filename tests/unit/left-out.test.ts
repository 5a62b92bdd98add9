import { describe, expect, it } from 'vitest'
import { nextSnapshot } from '../../src/core/disclosure/next-snapshot.ts'
import { leavesOutNone, suppressGroups } from '../../src/core/disclosure/suppress-groups.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { Answer, Answers } from '../../src/core/response/response.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf, type Person } from '../fixtures/rooms.ts'
import { small } from './every-room.ts'

const K = 5
const shown = (levels: readonly number[], none = 0) =>
  suppressGroups({ levels, none }, K).levels.map((level) => level.shown)

describe('the level that is hidden besides a small group', () => {
  it('lies between the ends where one does, even where an end is smaller', () => {
    expect(shown([8, 7, 3])).toEqual([true, false, false])
    expect(shown([6, 14, 9], 2)).toEqual([true, false, true])
    expect(shown([6, 9, 9, 12, 7], 1)).toEqual([true, true, false, true, true])
  })
  it('is the smaller end, and of equals the later, where none does', () => {
    expect(shown([10, 14], 1)).toEqual([false, true])
    expect(shown([10, 10], 1)).toEqual([true, false])
    expect(shown([10, 3, 12])).toEqual([false, false, true])
  })
})

/** People whose answers are drawn evenly; of those without a level only so many answer the first item. */
function room(sizes: readonly number[], none: number, answering = none, seed = 3): Person[] {
  const next = numbersFrom(seed)
  const answers = (without?: string): Answers =>
    Object.fromEntries(
      questionnaire.items
        .filter(({ id }) => id !== without)
        .map(({ id }): [string, Answer] => [id, 1 + Math.floor(5 * next())]),
    )
  return [
    ...sizes.flatMap((size, level) => Array.from({ length: size }, () => ({ level, answers: answers() }))),
    ...Array.from({ length: none }, (_, index) => ({
      level: null,
      answers: answers(index < answering ? undefined : conceptItems[0]!.id),
    })),
  ]
}

function show(levels: number, ...views: (readonly Person[])[]) {
  const joined = views.map((people, index) => entriesOf(people, `v${index}-`))
  const snapshots = joined.map((_, index) => snapshotOf(index + 1, joined.slice(0, index + 1).flat()))
  const names = Array.from({ length: levels }, (_, index) => `Level ${index}`)
  return summariseRoom({ questionnaire }, { levels: names, smallestGroup: K }, joined.flat(), snapshots)
}

describe('people who give no level', () => {
  it('are left out where they would hide a level, and count where both ways hide the same', () => {
    expect(leavesOutNone({ levels: [10, 14], none: 1 }, K)).toBe(true)
    expect(leavesOutNone({ levels: [10, 14], none: 5 }, K)).toBe(false)
    expect(leavesOutNone({ levels: [10, 3, 12], none: 2 }, K)).toBe(false)
    expect(leavesOutNone({ levels: [10, 1, 12], none: 2 }, K)).toBe(false)
    expect(leavesOutNone({ levels: [3, 1], none: 1 }, K)).toBe(false)
  })

  it('keep both ends and every distance of 10 and 14 with one, and are said to be left out', () => {
    const view = show(2, room([10, 14], 1))
    expect(view.size).toMatchObject({ total: 25, notSaid: 1, counted: 24, levels: [{ size: 10 }, { size: 14 }] })
    expect(view.size.levels.every(({ showing }) => showing.shown)).toBe(true)
    expect(view.distance.concepts.every(({ difference }) => difference.shown)).toBe(true)
    for (const concept of view.concepts) expect(concept.room).toMatchObject({ shown: true, n: 24 })
    for (const item of view.items) expect(item.answered).toEqual({ shown: true, n: 24 })
  })

  it('keep both ends of 10, 3 and 12 with two, and count', () => {
    const view = show(3, room([10, 3, 12], 2))
    expect(view.size).toMatchObject({ total: 27, counted: 27 })
    expect(view.size.levels.map(({ showing }) => showing.shown)).toEqual([true, false, true])
    expect(view.distance.concepts.every(({ difference }) => difference.shown)).toBe(true)
    for (const concept of view.concepts) expect(concept.room).toMatchObject({ shown: true, n: 27 })
  })

  it('are left out of the one item that too few of them answered', () => {
    const view = show(2, room([12, 13], 5, 4))
    expect(view.size.counted).toBe(30)
    expect(view.items[0]!.answered).toEqual({ shown: true, n: 25 })
    expect(view.items[0]!.levels.every((level) => level.shown)).toBe(true)
    expect(view.items[1]!.answered).toEqual({ shown: true, n: 30 })
    expect(view.concepts[0]!.room).toMatchObject({ n: 30 })
  })

  it.each([
    [[10, 14], 2],
    [[10, 14], 3],
    [[6, 7], 2],
    [[12, 18, 30], 2],
    [[12, 18, 30], 4],
  ])('take no figure of a statement from a room of %j, however many they are up to four: %i', (sizes, none) => {
    for (const seed of [3, 4]) {
      const without = show(sizes.length, room(sizes, 0, 0, seed))
      const view = show(sizes.length, room(sizes, none, none, seed))
      expect(view.size.counted).toBe(without.size.total)
      expect(view.items).toEqual(without.items)
      expect(view.distance).toEqual(without.distance)
      expect(view.items.filter(({ levels }) => levels.every(({ shown: isShown }) => isShown)).length).toBeGreaterThan(9)
    }
  })

  it('count in a later view once they are enough, and go on to count', () => {
    const later = show(2, room([12, 12], 2), room([6, 6], 4, 4, 4))
    expect(later.size.counted).toBe(42)
    expect(later.items[1]!.answered).toEqual({ shown: true, n: 42 })
    const first = room([12, 2, 12], 3)
    const last = show(3, first, room([0, 6, 6], 0, 0, 5))
    expect(last.size).toMatchObject({ counted: last.size.total, notSaid: 3 })
  })

  it('do not keep a new snapshot from being taken, nor make one', () => {
    const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, at) => `${prefix}${at}`)
    const members = (a: number, b: number, none: number) => ({
      levels: [ids('a', a), ids('b', b)],
      none: ids('n', none),
    })
    expect(nextSnapshot([members(10, 14, 1)], members(15, 19, 2), K)).toEqual({ ok: true })
    expect(nextSnapshot([members(10, 14, 0)], members(10, 14, 4), K)).toMatchObject({ ok: false, why: 'too-few-new' })
  })

  it('change nothing by what they answer where they are left out of every figure', () => {
    const asked = small(2, 2)
    const [one, other] = asked.items
    const texts = [1, 2].flatMap((first) =>
      [1, 2].map((second) => {
        const answering = (level: number | null, steps: readonly [number, number]): Person => {
          const given = asked.items.map(({ id }, index): [string, Answer] => [id, index % 2 === 0 ? 5 : 1])
          return { level, answers: { ...Object.fromEntries(given), [one!.id]: steps[0], [other!.id]: steps[1] } }
        }
        const people = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1].map((level) => answering(level, [1, 1]))
        const entries = entriesOf([...people, answering(null, [first, second]), answering(null, [first, second])])
        const workshop = { levels: ['Top', 'Work'], smallestGroup: K }
        return JSON.stringify(summariseRoom({ questionnaire: asked }, workshop, entries, [snapshotOf(1, entries)]))
      }),
    )
    expect(new Set(texts).size).toBe(1)
  })
})
