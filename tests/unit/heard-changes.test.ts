import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { HeardChanges, MOST_TOLD, type ToldChange } from '../../src/adapters/heard-changes.ts'

const ID = 'K7Q2MX'
const told = (change: number, put: readonly string[], removed: readonly string[] = []): ToldChange => ({
  id: ID,
  stamp: { edition: 'one', change },
  put,
  removed,
})
const heldAt = (change: number, parts: readonly string[]) => ({
  stamp: { edition: 'one', change },
  parts: new Set(parts),
})
const heardOf = (changes: readonly ToldChange[]) => {
  const heard = new HeardChanges()
  for (const one of changes) heard.hear(one)
  return heard
}

it('says what comparing all names would, in whatever order changes were heard', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const step = fc.record({ put: fc.subarray(names), removed: fc.subarray(names) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (steps, from, turn) => {
      const states: Set<string>[] = [new Set()]
      const changes = steps.map(({ put, removed }, at) => {
        const before = states[at]!
        const gone = removed.filter((name) => before.has(name))
        const added = put.filter((name) => !before.has(name))
        states.push(new Set([...[...before].filter((name) => !gone.includes(name)), ...added]))
        return told(at + 1, added, gone)
      })
      const since = from % states.length
      const heard = turn % 2 === 0 ? changes : changes.toReversed()
      const [held, there] = [states[since]!, states.at(-1)!]
      expect(heardOf(heard).since(ID, heldAt(since, [...held]), { edition: 'one', change: steps.length })).toEqual({
        lacking: [...there].filter((name) => !held.has(name)).toSorted(),
        gone: [...held].filter((name) => !there.has(name)).toSorted(),
      })
    }),
  )
})

it.each([
  ['a change was not heard of', heardOf([told(2, ['b']), told(4, ['d'])]), { edition: 'one', change: 4 }],
  ['nothing was', new HeardChanges(), { edition: 'one', change: 2 }],
  ['another workshop is in its place', heardOf([told(2, ['b'])]), { edition: 'two', change: 2 }],
])('says nothing where %s', (_why, heard, to) => {
  expect(heard.since(ID, heldAt(1, ['a']), to)).toBeNull()
})

it('remembers the last of many changes, and no change with more names than it remembers', () => {
  const heard = new HeardChanges()
  for (let change = 1; change <= MOST_TOLD; change++) heard.hear(told(change, [`part ${change}`]))
  const to = { edition: 'one', change: MOST_TOLD }
  expect(heard.since(ID, heldAt(MOST_TOLD / 2, []), to)?.lacking).toHaveLength(MOST_TOLD / 2)
  expect(heard.since(ID, heldAt(MOST_TOLD / 2 - 1, []), to)).toBeNull()
  const many = Array.from({ length: MOST_TOLD }, (_, at) => `many ${at}`)
  heard.hear(told(MOST_TOLD + 1, many))
  expect(heard.since(ID, heldAt(MOST_TOLD, []), { edition: 'one', change: MOST_TOLD + 1 })).toBeNull()
})
