import { describe, expect, it } from 'vitest'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { entriesToShow } from '../../src/core/workshop/entries-to-show.ts'

const entry = (id: string, participant: number | null): CollectedEntry => ({
  id,
  participant,
  revision: participant === null ? null : 1,
  mark: participant === null ? '0'.repeat(16) : null,
  via: 'code',
  completedOn: '2026-11-23',
  level: 0,
  pace: 'usual',
  answers: {},
})

const ids = (entries: readonly CollectedEntry[]) => entries.map(({ id }) => id)

describe('the responses of the next view', () => {
  const first = { number: 1, takenOn: '2026-11-23', entries: ['a', 'b', 'x'] }

  it('are all that count, as long as nothing was shown', () => {
    const collected = { entries: [entry('b2', 2), entry('x', null)], former: [entry('b', 2)] }
    expect(ids(entriesToShow({ collected, snapshots: [] }))).toEqual(['b2', 'x'])
  })

  it('hold the answers that somebody gave in an earlier view, whatever they handed over since', () => {
    const collected = {
      entries: [entry('a', 1), entry('b3', 2), entry('c', 3), entry('x', null)],
      former: [entry('b', 2), entry('b2', 2)],
    }
    expect(ids(entriesToShow({ collected, snapshots: [first] }))).toEqual(['a', 'b', 'c', 'x'])
  })

  it('leave out what was taken out', () => {
    const collected = { entries: [entry('a', 1)], former: [entry('b', 2)] }
    expect(ids(entriesToShow({ collected, snapshots: [first] }))).toEqual(['a'])
  })
})
