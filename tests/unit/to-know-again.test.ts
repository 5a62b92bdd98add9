import { describe, expect, it } from 'vitest'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { atOnce } from '../../src/core/workshop/piecework.ts'
import { toKnowAgain } from '../../src/core/workshop/to-know-again.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'

const state = (ids: string, more: Partial<KeptWorkshop> = {}, former = '') => {
  const entries = (names: string) => [...names].map((id) => ({ id }) as CollectedEntry)
  return {
    snapshots: [],
    collected: { entries: entries(ids), former: entries(former) },
    ...more,
  } as never as KeptWorkshop
}
const view = (gone?: readonly (readonly string[])[]) => ({
  snapshots: [{ number: 1, takenOn: '2026-11-22', entries: ['a'], ...(gone ? { gone } : {}) }],
})
const names = (one: KeptWorkshop, other: KeptWorkshop) =>
  atOnce(toKnowAgain(one, other))
    .map(({ id }) => id)
    .join('')

describe('responses that are known again by tombstones', () => {
  it('are none where nothing was shown or taken out', () => {
    expect(names(state('abc'), state('xyz'))).toBe('')
  })

  it('are those that one of the two lacks where a view was shown in either', () => {
    expect(names(state('abc', view(), 'd'), state('bcd', {}, 'e'))).toBe('ae')
    expect(names(state('abc'), state('cbx', view(), 'a'))).toBe('x')
  })

  it('are all where something was taken out of either, or of its views', () => {
    const all = 'abbcd'
    expect(names(state('ab', { takenOut: ['1'] }), state('bc', {}, 'd'))).toBe(all)
    expect(names(state('ab'), state('bc', view([['1']]), 'd'))).toBe(all)
  })
})
