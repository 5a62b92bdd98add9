import { describe, expect, it } from 'vitest'
import { nextSnapshot } from '../../src/core/disclosure/next-snapshot.ts'
import { leavesOutNone, suppressGroups } from '../../src/core/disclosure/suppress-groups.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { CANT_TELL, type Answer, type Answers } from '../../src/core/response/response.ts'
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

/** A room in which so many of the first level answer the given items, the others cannot tell; everybody else answers all. */
function partly(sizes: readonly number[], answering: number, items: readonly string[], seed = 5) {
  const people = room(sizes, 0, 0, seed).map((person, index): Person => {
    if (index >= sizes[0]! || index < answering) return person
    return { ...person, answers: { ...person.answers, ...Object.fromEntries(items.map((id) => [id, CANT_TELL])) } }
  })
  return show(sizes.length, people)
}

describe('levels of which too few answered', () => {
  const [first] = conceptItems
  const ofConcept = conceptItems.filter(({ concept }) => concept === questionnaire.concepts[0]!.id).map(({ id }) => id)
  const few = [0, 1, 2, 3, 4]

  it('are left out of a statement, so that the others stay and nobody sees whether any of them answered', () => {
    const views = few.map((answering) => partly([12, 9], answering, [first!.id]))
    for (const { items, sight } of views) {
      expect(items[0]!.answered).toEqual({ shown: true, n: 9 })
      expect(items[0]!.levels[0]).toEqual({ shown: false, why: 'too-few' })
      expect(items[0]!.levels[1]!.shown).toBe(true)
      expect([items[0], sight.items[0]]).toEqual([views[0]!.items[0], views[0]!.sight.items[0]])
    }
    expect(partly([12, 9], 5, [first!.id]).items[0]!.answered).toEqual({ shown: true, n: 14 })
  })

  it('are left out of a concept alike', () => {
    const views = few.map((answering) => partly([12, 9], answering, ofConcept))
    for (const { concepts, distance } of views) {
      expect(concepts[0]).toEqual(views[0]!.concepts[0])
      expect(concepts[0]!.room).toMatchObject({ shown: true, n: 9 })
      expect(concepts[0]!.levels[0]).toEqual({ shown: false, why: 'too-few' })
      expect(concepts[0]!.levels[1]).toMatchObject({ shown: true, n: 9 })
      expect(distance.concepts[0]!.difference).toEqual({ shown: false, why: 'too-few' })
      expect(distance.concepts[1]!.difference.shown).toBe(true)
    }
  })

  it('count where they are enough together, or no level would be shown without them', () => {
    const three = partly([8, 9, 7], 4, [first!.id])
    expect(three.items[0]!.answered).toEqual({ shown: true, n: 16 })
    expect(partly([8, 3], 4, [first!.id]).items[0]!.answered).toEqual({ shown: true, n: 7 })
  })

  it('leave what only the work can see to be said, wherever both ends are large enough', () => {
    const isReported = (sizes: readonly number[], answering: number) => {
      const asked = questionnaire.items.filter(({ id }) => id !== first!.id)
      const people = sizes.flatMap((size, level) =>
        Array.from({ length: size }, (_, index): Person => {
          const own = level > 0 ? 4 + (index % 2) : index < answering ? 3 : CANT_TELL
          return {
            level,
            answers: {
              ...Object.fromEntries(asked.map(({ id }, at) => [id, 1 + ((at + index) % 5)])),
              [first!.id]: own,
            },
          }
        }),
      )
      return show(sizes.length, people).sight.unseenFromTop
    }
    for (const answering of [0, 1, 2]) expect(isReported([6, 8], answering)).toEqual([first!.id])
    for (const answering of few) expect(isReported([12, 9], answering)).toEqual([first!.id])
    for (const answering of [0, 1, 2, 3]) expect(isReported([3, 9], answering)).toEqual([])
  })
})

describe('a level beside one that is too small', () => {
  const [first] = conceptItems
  const ofConcept = conceptItems.filter(({ concept }) => concept === questionnaire.concepts[0]!.id).map(({ id }) => id)

  it('is hidden for the same reason however few of the other answered, in statements and concepts', () => {
    for (const answering of [0, 1, 2, 3]) {
      const hidden = [
        { shown: false, why: 'too-few' },
        { shown: false, why: 'would-reveal-others' },
      ]
      expect(partly([3, 12], answering, [first!.id]).items[0]!.levels).toEqual(hidden)
      expect(partly([3, 12], answering, ofConcept).concepts[0]!.levels).toEqual(hidden)
    }
  })

  it('has no count of who could not tell where that and the number who answered would tell of the other', () => {
    const sightOf = (sizes: readonly number[], answering: number) =>
      partly(sizes, answering, [first!.id]).sight.items[0]!.levels[0]
    expect(sightOf([12, 3], 7)).toEqual({ shown: true, is: 'number', number: 5 })
    expect(sightOf([12, 3], 6)).toEqual({ shown: true, is: 'half-or-more' })
    expect(sightOf([12, 3], 5)).toEqual({ shown: false, why: 'would-reveal-others' })
    expect(sightOf([12, 3], 3)).toEqual({ shown: true, is: 'half-or-more' })
  })
})
