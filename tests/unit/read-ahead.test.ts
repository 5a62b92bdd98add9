import { expect, it, vi } from 'vitest'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { atOnce, byPieces, PIECE } from '../../src/core/workshop/piecework.ts'
import { readAhead, readingStored, readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { workshop } from '../fixtures/workshop.ts'
import { textsOf } from '../fixtures/workshop-device.ts'

const entries = Array.from({ length: 600 }, (_, at): CollectedEntry => ({
  id: `e${at}`,
  participant: null,
  revision: null,
  mark: String(at).padStart(16, '0'),
  via: 'row',
  completedOn: null,
  level: at % 3,
  pace: 'unknown',
  answers: { 'some-item': 1 + (at % 5) },
}))
const { head, put } = writesBetween(null, {
  workshop,
  expected: [null, null, null],
  collected: { entries, former: [] },
  snapshots: [{ number: 1, takenOn: '2026-11-22', entries: entries.slice(10).map(({ id }) => id) }],
  closed: false,
})
const parts = new Map([...textsOf(put), ['entry/e3', '{"id":"e3","level":"none"}'], ['entry/e4', 'no JSON']])
const news = { stamp: { edition: 'e', change: 1 }, head, parts, gone: [] }

it('what is kept is read slice by slice as it is in one go, damaged parts and all', async () => {
  let pauses = 0
  const ahead = await readAhead(parts, () => Promise.resolve(++pauses))
  expect(pauses).toBe(2)
  const read = readStored(null, news, ahead)
  expect(read).toEqual(readStored(null, news))
  expect(read).toMatchObject({ ok: true, damaged: ['entry/e3', 'entry/e4'] })
})

it('the answers of what is kept are those of its text, which take a third of the memory of what a schema makes', async () => {
  const parse = vi.spyOn(JSON, 'parse')
  const guesses = { 'some-item': 2 }
  const text = JSON.stringify({ ...entries[0], guesses })
  const ahead = await readAhead(new Map([['entry/e0', text]]), () => Promise.resolve())
  const made = parse.mock.results[0]?.value as CollectedEntry
  parse.mockRestore()
  const entry = ahead.get('entry/e0') as CollectedEntry
  expect(entry).toEqual({ ...entries[0], guesses })
  expect([entry.answers === made.answers, entry.guesses === made.guesses]).toEqual([true, true])
})

it('what was read ahead is not read again', async () => {
  const ahead = new Map(await readAhead(parts, () => Promise.resolve()))
  ahead.set('entry/e5', { ...entries[5]!, level: 2 })
  const read = readStored(null, news, ahead)
  expect(read.ok && read.kept.collected.entries.find(({ id }) => id === 'e5')?.level).toBe(2)
  ahead.set('entry/e6', { ...entries[6]!, id: 'e7' })
  expect(readStored(null, news, ahead)).toMatchObject({ damaged: ['entry/e3', 'entry/e4', 'entry/e6'] })
})

it('puts together and finds again no more than a piece at once', async () => {
  const many = Array.from({ length: 3 * PIECE }, (_, at) => ({ ...entries[0]!, id: `e${at}`, mark: String(at).padStart(16, '0') })) // prettier-ignore
  const written = writesBetween(null, {
    workshop,
    expected: [null, null, null],
    collected: { entries: many, former: [] },
    snapshots: [],
    closed: false,
  })
  const all = { ...news, head: written.head, parts: textsOf(written.put) }
  const ahead = new Map(await readAhead(all.parts, () => Promise.resolve()))
  /** How often an entry was looked up, and looked at, in each piece. */
  const seen = [{ ups: 0, ats: 0 }]
  for (const [name, entry] of ahead)
    ahead.set(name, new Proxy(entry as CollectedEntry, {
      get: (one, key) => {
        if (key === 'mark') seen.at(-1)!.ats++
        return Reflect.get(one, key) as unknown
      },
    })) // prettier-ignore
  const { get } = ahead
  ahead.get = (name) => {
    seen.at(-1)!.ups++
    return get.call(ahead, name)
  }
  await byPieces(readingStored(null, all, ahead), () => Promise.resolve(seen.push({ ups: 0, ats: 0 })))
  expect(Math.max(...seen.map(({ ups }) => ups))).toBeLessThanOrEqual(PIECE)
  expect(Math.max(...seen.map(({ ats }) => ats))).toBeLessThanOrEqual(PIECE)
  expect(seen.reduce((sum, { ups }) => sum + ups, 0)).toBe(3 * PIECE)
  expect(atOnce(readingStored(null, all, ahead))).toMatchObject({ ok: true, damaged: [] })
})

it('where nothing stays of many, all is written anew, which removes the rest in one', () => {
  const kept = {
    workshop,
    expected: [null, null, null],
    collected: { entries, former: [] },
    snapshots: [],
    closed: true,
  }
  const empty = { ...kept, collected: { entries: [], former: [] } }
  expect(writesBetween(kept, empty).remove).toBe('all')
  const one = { ...kept, collected: { entries: entries.slice(1), former: [] } }
  expect(writesBetween(kept, one).remove).toEqual(['entry/e0'])
})
