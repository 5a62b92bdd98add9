import { describe, expect, it } from 'vitest'
import { LARGEST_FIGURES } from '../../src/core/bounds/bounds.ts'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import { foreseeSnapshot } from '../../src/core/room/foresee-snapshot.ts'
import { readRoomView } from '../../src/core/room/read-room-view.ts'
import { simulateRoom } from '../../src/core/room/simulate-room.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { entriesToShow } from '../../src/core/workshop/entries-to-show.ts'
import { ledgerOf } from '../../src/core/workshop/ledger.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { keepOut, takeOut, viewsWith } from '../../src/core/workshop/taken-out.ts'
import { shownHere } from '../../src/core/workshop/snapshot.ts'
import { withViewElsewhere, withViewsOf } from '../../src/core/workshop/united-views.ts'
import { viewsBeside } from '../../src/core/workshop/views-beside.ts'
import { readWorkshopFile, withFigures, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf, threeLevels, type Person } from '../fixtures/rooms.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { textsOf } from '../fixtures/workshop-device.ts'
import { workshop } from '../fixtures/workshop.ts'

const KEY = '0123456789ABCDEFGHJKMNPQRSTVWX'
const NEW_KEY = 'ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ'

const next = numbersFrom(7)
const people = (amount: number): Person[] =>
  Array.from({ length: amount }, (_, index) => ({
    level: index % 3,
    answers: Object.fromEntries(questionnaire.items.map(({ id }) => [id, 1 + Math.floor(5 * next())])),
  }))

/** Entries of people who have numbers of their own. */
const joined = (from: number, to: number): CollectedEntry[] =>
  entriesOf(people(to - from), `p${from}-`).map((entry, index) => ({ ...entry, participant: from + index }))

const [first, second] = [joined(0, 15), joined(15, 30)]
const room = (entries: readonly CollectedEntry[], views: readonly (readonly CollectedEntry[])[]): KeptWorkshop => ({
  workshop: { ...workshop, ...threeLevels },
  expected: [null, null, null],
  collected: { entries, former: [] },
  snapshots: views.map((own, index) => snapshotOf(index + 1, own)),
  closed: false,
  identityKey: KEY,
})
const add = (kept: KeptWorkshop, more: readonly CollectedEntry[]): KeptWorkshop => ({
  ...kept,
  collected: { ...kept.collected, entries: [...kept.collected.entries, ...more] },
})
const shownNext = (kept: KeptWorkshop) => entriesToShow(kept).map(({ id }) => id)
const ids = (entries: readonly CollectedEntry[]) => entries.map(({ id }) => id)

describe('a view of which answers were taken out', () => {
  const before = room(first, [first])
  const after = takeOut(before, first[3]!.id, NEW_KEY)

  it('is named beforehand, so that its figures can be kept', () => {
    expect(viewsWith(before, first[3]!.id).map(({ number }) => number)).toEqual([1])
    expect(viewsWith(add(before, second), second[0]!.id)).toEqual([])
  })

  it('keeps its people out of every further view, and lets new ones be shown by themselves', () => {
    expect(shownNext(after)).toEqual([])
    expect(decideSnapshot(after)).toMatchObject({ ok: false, why: 'too-few', missing: [{ group: 'room', more: 5 }] })
    expect(decideSnapshot(add(after, second.slice(0, 4)))).toMatchObject({ missing: [{ group: 'room', more: 1 }] })
    const grown = add(after, second)
    expect(shownNext(grown)).toEqual(ids(second))
    expect(decideSnapshot(grown)).toEqual({ ok: true })
    expect(foreseeSnapshot(grown).levels.map(({ people: amount }) => amount)).toEqual([5, 5, 5])
  })

  it('tells nothing beside a further one that the new people alone would not tell', () => {
    const taken = [...after.snapshots, snapshotOf(2, second)]
    const shown = viewsBeside(taken.slice(0, -1), ids(second))
    expect(shown).toEqual([])
    const together = summariseRoom({ questionnaire }, threeLevels, second, [...shown, taken[1]!])
    const alone = summariseRoom({ questionnaire }, threeLevels, second, [snapshotOf(1, second)])
    expect({ ...together, snapshot: 1 }).toEqual(alone)
  })

  it('keeps out, too, whoever is in a view that has people in common with it', () => {
    const elsewhere = { ...snapshotOf(2, first.slice(0, 5)), gone: [['0'.repeat(32)]] }
    const kept = room([...first, ...second], [first])
    expect(shownNext({ ...kept, snapshots: [...kept.snapshots, elsewhere] })).toEqual(ids(second))
    expect(shownNext(kept)).toEqual(ids([...first, ...second]))
  })

  it('keeps somebody out who was let back, under whatever entry', () => {
    const back = add(after, [{ ...first[3]!, id: 'back', answers: {} }])
    expect(shownNext(back)).toEqual([])
  })

  it('is judged beside no other, while views that share people still are', () => {
    const both = [...first, ...second]
    const views = [snapshotOf(1, first), snapshotOf(2, both), snapshotOf(3, second)]
    expect(viewsBeside(views, [second[0]!.id])).toEqual(views)
    expect(viewsBeside([views[0]!, views[2]!], [second[0]!.id])).toEqual([views[2]])
    expect(viewsBeside([views[0]!, { ...views[1]!, gone: [['stone']] }, views[2]!], [second[0]!.id])).toEqual([
      views[2],
    ])
  })
})

describe('views that were shown elsewhere', () => {
  const backup = room(first, [])
  const shown = withFigures(room(first, [first]), { snapshot: 1, text: 'printed' })

  it('bind an older file that is imported: a further view differs by nobody alone', () => {
    const restored = add(withViewsOf(shown, backup, NEW_KEY), second.slice(0, 1))
    expect(restored.snapshots).toEqual(shown.snapshots)
    expect(restored.figures).toEqual(shown.figures)
    expect(decideSnapshot(restored)).toMatchObject({ ok: false, why: 'too-few-new' })
    expect(decideSnapshot(add(backup, second.slice(0, 1)))).toEqual({ ok: true })
  })

  it('are there once, whatever was taken out on either side', () => {
    const out = takeOut(shown, first[2]!.id, NEW_KEY)
    for (const [elsewhere, here] of [
      [shown, shown],
      [shown, out],
      [out, shown],
      [out, out],
    ] as const)
      expect(withViewsOf(elsewhere, here, NEW_KEY).snapshots).toEqual(here.snapshots)
  })

  it('come without the answers that the file lacks, and keep those people out', () => {
    const united = withViewsOf(shown, room(first.slice(0, 12), []), NEW_KEY)
    const [view] = united.snapshots
    expect([view?.entries, view?.gone?.length]).toEqual([ids(first.slice(0, 12)), 3])
    expect(shownNext(add(united, [...second, { ...first[13]!, id: 'again' }]))).toEqual(ids(second))
  })

  it('are another view where other people were in it, or on another day', () => {
    const other = room([...first.slice(1), ...second.slice(0, 1)], [[...first.slice(1), ...second.slice(0, 1)]])
    const united = withViewsOf(other, add(shown, second), NEW_KEY)
    expect(united.snapshots.map(({ number, entries }) => [number, entries.length])).toEqual([
      [1, 15],
      [2, 15],
    ])
    const later = { ...shown, snapshots: [{ ...shown.snapshots[0]!, takenOn: '2026-12-01' }] }
    expect(withViewsOf(later, shown, NEW_KEY).snapshots).toHaveLength(2)
  })
})

describe('a file of which views may have been shown elsewhere', () => {
  const kept = withViewElsewhere(room(first, []), '2026-11-29')

  it('needs as many new people as the smallest group, and reads back so', () => {
    expect(kept.snapshots).toEqual([
      { number: 1, takenOn: '2026-11-29', entries: ids(first).toSorted(), elsewhere: true },
    ])
    expect(decideSnapshot(kept)).toMatchObject({ ok: false, why: 'too-few-new' })
    expect(decideSnapshot(add(kept, second.slice(0, 4)))).toMatchObject({ ok: false })
    expect(decideSnapshot(add(kept, second))).toEqual({ ok: true })
    const read = readWorkshopFile(writeWorkshopFile(kept))
    expect(read.ok && read.kept.snapshots).toEqual(kept.snapshots)
  })

  it('has no view to be shown, and stays so in a ledger and in a file that comes back', () => {
    expect(shownHere(kept.snapshots)).toEqual([])
    expect(shownHere([...kept.snapshots, snapshotOf(2, second)]).map(({ number }) => number)).toEqual([2])
    expect(ledgerOf(kept, NEW_KEY)?.snapshots[0]?.elsewhere).toBe(true)
    expect(withViewsOf(kept, room(first, []), NEW_KEY).snapshots[0]?.elsewhere).toBe(true)
  })
})

describe('what stays of a deleted workshop', () => {
  const shown = withFigures(room(first, [first]), { snapshot: 1, text: 'printed' })
  const ledger = ledgerOf(shown, NEW_KEY)!
  const stored = (kept: KeptWorkshop) => {
    const { head, put } = writesBetween(null, kept)
    return { head, parts: textsOf(put) }
  }

  it('is nothing where nothing was shown or taken out', () => {
    expect(ledgerOf(room(first, []), NEW_KEY)).toBeNull()
    expect(ledgerOf(takeOut(room(first, []), first[0]!.id, NEW_KEY), NEW_KEY)?.takenOut).toHaveLength(1)
  })

  it('has no name, answer or figure, and reads back as it was written', () => {
    const { head, parts } = stored(ledger)
    const text = [head, ...parts.values()].join(' ')
    for (const word of [workshop.name, workshop.client, 'printed', 'answers', first[0]!.id])
      expect(text).not.toContain(word)
    const read = readStored(null, { stamp: { edition: 'e', change: 1 }, head, parts, gone: [] })
    expect(read.ok && read.kept).toEqual(ledger)
  })

  it('binds a file of it that comes back: the view is known again, and a further one needs new people', () => {
    const restored = withViewsOf(ledger, room(first, []), NEW_KEY)
    expect(restored.snapshots.map(({ entries, gone }) => [entries.toSorted(), gone])).toEqual([
      [ids(first).toSorted(), undefined],
    ])
    expect(decideSnapshot(add(restored, second.slice(0, 1)))).toMatchObject({ ok: false, why: 'too-few-new' })
    expect(withViewsOf(ledger, shown, NEW_KEY).snapshots).toEqual(shown.snapshots)
  })

  it('keeps out whoever was in a view, where the file has others of it only', () => {
    const some = withViewsOf(ledger, room(first.slice(0, 12), []), NEW_KEY)
    expect(some.snapshots[0]?.gone).toHaveLength(3)
    expect(shownNext(add(some, second))).toEqual(ids(second))
  })

  it('is the same of a workshop that had no key, and lets answers that were taken out stay out', () => {
    const { identityKey: _key, ...without } = shown
    const own = ledgerOf(takeOut(without, first[1]!.id, NEW_KEY), KEY)!
    const { identityKey: _other, ...file } = room(first, [])
    const restored = withViewsOf(own, keepOut(own, file), KEY)
    expect(restored.collected.entries).toHaveLength(14)
    expect(restored.snapshots).toHaveLength(1)
    expect(shownNext(restored)).toEqual([])
  })
})

describe('the figures of a view', () => {
  const simulated = simulateRoom(
    questionnaire,
    { name: 'A sample', client: '', language: 'en', levels: ['Top', 'Work'] },
    '2026-11-22',
  )
  const { entries } = simulated.collected
  const view = summariseRoom({ questionnaire }, simulated.workshop, entries, simulated.snapshots)
  const small = summariseRoom({ questionnaire }, threeLevels, first.slice(0, 7), [snapshotOf(1, first.slice(0, 7))])

  it.each([
    ['the sample room', view],
    ['a room of seven', small],
    [
      'fifteen, beside ten',
      summariseRoom({ questionnaire }, threeLevels, first, [snapshotOf(1, first.slice(0, 10)), snapshotOf(2, first)]),
    ],
  ])('read back as they were written: %s', (_what, own) => {
    expect(readRoomView(JSON.stringify(own), questionnaire)).toEqual(own)
  })

  it.each<[string, (own: Record<string, unknown>) => unknown]>([
    ['another key', (own) => ({ ...own, more: 1 })],
    ['a text in the place of a number', (own) => ({ ...own, snapshot: '1' })],
    ['without a part', ({ sight: _sight, ...rest }) => rest],
    [
      'an item that the questionnaire does not have',
      (own) => JSON.parse(JSON.stringify(own).replaceAll('doubts-disappear', 'elsewhere')),
    ],
    ['none', () => null],
  ])('are refused with %s', (_what, change) => {
    const text = JSON.stringify(change(JSON.parse(JSON.stringify(view)) as Record<string, unknown>))
    expect(readRoomView(text, questionnaire)).toBeNull()
  })

  it('are refused where they are no text of figures', () => {
    for (const text of ['', '{', '[]', '"x"', '{"__proto__":{}}']) expect(readRoomView(text, questionnaire)).toBeNull()
  })

  it('leave out a finding that the questionnaire no longer has', () => {
    expect(view.findings.length).toBeGreaterThan(0)
    const [gone, ...rest] = view.findings
    const later = { ...questionnaire, room: questionnaire.room!.filter(({ id }) => id !== gone!.finding) }
    expect(readRoomView(JSON.stringify(view), later)?.findings).toEqual(rest)
  })

  it('are kept once, and left out where all of them would be too long', () => {
    const kept = room(first, [first, [...first, ...second]])
    const one = withFigures(kept, { snapshot: 2, text: 'two' })
    expect(withFigures(one, { snapshot: 2, text: 'other' })).toBe(one)
    expect(withFigures(one, { snapshot: 1, text: 'x'.repeat(LARGEST_FIGURES) })).toBe(one)
    expect(withFigures(one, { snapshot: 1, text: 'one' }).figures?.map(({ text }) => text)).toEqual(['one', 'two'])
  })
})
