import { describe, expect, it } from 'vitest'
import { closeCollection } from '../../src/core/room/close-collection.ts'
import { copyUnder } from '../../src/core/workshop/copy-under.ts'
import { areCopies, boundByCopies, inCopy } from '../../src/core/workshop/copies.ts'
import { ledgerOf } from '../../src/core/workshop/ledger.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { entriesOf } from '../fixtures/rooms.ts'
import { gaps, workshop } from '../fixtures/workshop.ts'

const KEY = 'NB1JXCQE9DFRH9DCFE1M3TS19S09YB'
const DAY = '2026-11-23'
const people = (amount: number) =>
  entriesOf(
    Array.from({ length: amount }, (_, index) => ({
      level: index % 2,
      answers: Object.fromEntries(gaps.items.map(({ id }) => [id, 1 + (index % 5)])),
    })),
  )
const keptWith = (amount: number, identityKey?: string): KeptWorkshop => ({
  workshop: { ...workshop, levels: ['Board', 'Teams'] },
  expected: [null, null],
  collected: { entries: people(amount), former: [] },
  snapshots: [],
  closed: false,
  ...(identityKey === undefined ? {} : { identityKey }),
})
const views = ({ snapshots }: KeptWorkshop) => snapshots.map(({ entries, gone = [] }) => entries.length + gone.length)

describe('A copy of a workshop that is kept beside it', () => {
  const copy = copyUnder(keptWith(12), 'ABCDEF', 'Copy')

  it('is known by the people of both, and no other workshop is', () => {
    expect(areCopies(keptWith(13), copy)).toBe(true)
    expect(areCopies(copy, copy)).toBe(false)
    const other = { ...copy, collected: { entries: entriesOf([{ level: 0, answers: {} }], 'q'), former: [] } }
    expect(areCopies(keptWith(13), other)).toBe(false)
  })

  it('binds it by its view, so that none of the two differs from it by one person', () => {
    const shown = closeCollection(copy, DAY)
    expect(views(shown)).toEqual([12])
    const bound = boundByCopies(keptWith(13), [shown], KEY)
    expect(views(bound)).toEqual([12])
    expect(views(closeCollection(bound, DAY))).toEqual([12])
    // Without it, the thirteenth could be worked out.
    expect(views(closeCollection(keptWith(13), DAY))).toEqual([13])
    expect(views(closeCollection(boundByCopies(keptWith(24), [shown], KEY), DAY))).toEqual([12, 24])
  })

  it('binds it when nothing of it is left but its ledger', () => {
    const shown = closeCollection({ ...copy, identityKey: KEY }, DAY)
    const ledger = ledgerOf(shown, KEY)!
    const bound = boundByCopies(keptWith(13, KEY), [ledger], KEY)
    expect(bound.snapshots.map(({ entries, gone }) => [entries.length, gone])).toEqual([[12, undefined]])
  })

  it('changes nothing where it has shown nothing, or what is known here', () => {
    const kept = keptWith(13)
    expect(boundByCopies(kept, [copy], KEY)).toBe(kept)
    const bound = boundByCopies(kept, [closeCollection(copy, DAY)], KEY)
    expect(boundByCopies(bound, [closeCollection(copy, DAY)], KEY)).toBe(bound)
  })

  it('has the same people, under whichever id', () => {
    const [first] = copy.collected.entries
    expect(inCopy(first!, keptWith(2))?.id).toBe(first!.id)
    expect(inCopy({ ...first!, id: 'later' }, keptWith(2))?.id).toBe(first!.id)
    expect(inCopy({ ...first!, id: 'later', participant: 99 }, keptWith(2))).toBeUndefined()
  })
})
