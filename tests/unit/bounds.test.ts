import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LARGEST_COLLECTED, MOST_ENTRIES, MOST_SNAPSHOTS, MOST_SURVEYS } from '../../src/core/bounds/bounds.ts'
import { dayInRange, hasNumber } from '../../src/core/response/numbered-day.ts'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import { simulateRoom } from '../../src/core/room/simulate-room.ts'
import { lengthOf, type Collected, type CollectedEntry } from '../../src/core/workshop/collected.ts'
import { isLabel, LONGEST_NAME, tidyLabel } from '../../src/core/workshop/label.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { countAgain, takeIn } from '../../src/core/workshop/take-in.ts'
import { readWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { gaps, handOverCode, workshop } from '../fixtures/workshop.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { textsOf } from '../fixtures/workshop-device.ts'

const setting = { workshop, layouts: [gaps], asked: questionnaire, texts: [texts], places: {} }
const KEY = '0123456789ABCDEFGHJKMNPQRSTVWX'
let ids = 0
const take = (text: string, collected: Collected, said = {}) =>
  takeIn(collected, text, setting, () => `new${++ids}`, { key: KEY, mixing: 'others', ...said })
const fates = (outcomes: ReturnType<typeof take>['outcomes']) => outcomes.map(({ outcome }) => outcome)

const entry = (id: string, part: Partial<CollectedEntry> = {}): CollectedEntry => ({
  id,
  participant: null,
  revision: null,
  mark: '0123456789abcdef',
  via: 'row',
  completedOn: null,
  level: 0,
  pace: 'unknown',
  answers: {},
  ...part,
})
const kept = (part: Partial<KeptWorkshop>): KeptWorkshop => ({
  workshop,
  expected: [null, null, null],
  collected: { entries: [], former: [] },
  snapshots: [],
  closed: false,
  ...part,
})

/** Whether a workshop that is kept in parts, and its file, can be read again whole. */
function comesBack(one: KeptWorkshop): boolean {
  const { head, put } = writesBetween(null, one)
  const stored = readStored(null, { stamp: { edition: 'e', change: 1 }, head, parts: textsOf(put), gone: [] })
  return stored.ok && stored.damaged.length === 0 && readWorkshopFile(writeWorkshopFile(one)).ok
}

describe('what is taken in can be read again', () => {
  it('as long as the file of it is not too long, whatever was replaced', () => {
    // One response of many long answers stands for many.
    const answers = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`item-${at}`, 3]))
    const long = (id: string, participant: number) =>
      entry(id, { participant, revision: 1, mark: null, via: 'code', answers })
    const most = Math.floor((LARGEST_COLLECTED - 10_000) / lengthOf(long('x00000', 1)) / 2)
    const [one, other] = ['x', 'y'].map((half) =>
      Array.from({ length: most }, (_, at) => long(`${half}${String(at).padStart(5, '0')}`, at + 1)),
    )
    const codes = Array.from({ length: 20 }, (_, at) => handOverCode(200_000 + at))
    const { outcomes, collected } = take(codes.join('\n'), { entries: one!, former: other! })
    expect([fates(outcomes).at(0), fates(outcomes).at(-1)]).toEqual(['taken', 'full'])
    const all = collected.entries.length
    expect(take(handOverCode(1, { revision: 2 }), collected).outcomes).toMatchObject([{ outcome: 'full', most: all }])
    expect(countAgain(collected, long('spare', 300_000))).toBe(collected)
  })

  it('also where only the sealed marks of the most people are left of it', () => {
    const stone = (person: number, at: number) => String(person * 4 + at).padStart(32, '0')
    const gone = Array.from({ length: MOST_ENTRIES }, (_, person) => [0, 1, 2, 3].map((at) => stone(person, at)))
    const ledger = {
      workshop,
      expected: [null, null, null],
      collected: { entries: [], former: [] },
      snapshots: [{ number: 1, takenOn: '2026-11-22', entries: [], gone }],
      closed: true,
      deleted: true as const,
    }
    const { head, put } = writesBetween(null, ledger)
    const parts = textsOf(put)
    const news = { stamp: { edition: 'e', change: 1 }, head, parts, gone: [] }
    const read = readStored(null, news)
    expect(JSON.stringify(read.ok && read.kept.snapshots[0]?.gone) === JSON.stringify(gone)).toBe(true)
    const [, slice] = [...parts.keys()]
    parts.delete(slice!)
    expect(readStored(null, news).ok).toBe(false)
  })

  it('in no more characters than it was counted for', () => {
    const identity = (at: number) => `email:${String(at).padStart(32, '0')}`
    const someEntry = fc.record({
      id: fc.stringMatching(/^[\w.-]{1,64}$/),
      person: fc.option(fc.nat(1e9).map(identity), { nil: undefined }),
      level: fc.option(fc.nat(2)),
      answers: fc.dictionary(
        fc.stringMatching(/^item-[0-9]{1,3}$/),
        fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant('cant-tell' as const)),
      ),
    })
    fc.assert(
      fc.property(someEntry, ({ person, ...rest }) => {
        const own = entry(rest.id, { ...rest, ...(person === undefined ? {} : { person, mark: null }) })
        const before = writeWorkshopFile(kept({})).length
        const after = writeWorkshopFile(kept({ collected: { entries: [own], former: [] } })).length
        expect(after - before).toBeLessThanOrEqual(lengthOf(own))
      }),
    )
  })

  it('from a thousand surveys that all number from 1, and from one more', () => {
    const record = `${MOST_SURVEYS - 1}:${'0'.repeat(32)}`
    const last = entry('last', { record, mark: null })
    const [item] = gaps.items
    const { collected, outcomes } = take(
      `ResponseId,${item!.id}\nR1,3`,
      { entries: [last], former: [] },
      {
        said: { about: 'other-people', areOthers: true },
      },
    )
    expect([fates(outcomes), collected.entries.length]).toEqual([['taken'], 2])
    expect(comesBack(kept({ collected, identityKey: KEY }))).toBe(true)
  })

  it('whatever day the device believes it is', () => {
    for (const day of ['1970-01-01', '2019-12-31', '2026-11-22', '2199-06-07', '2500-01-01', '12026-01-01'])
      expect(hasNumber(dayInRange(day)), day).toBe(true)
    expect(dayInRange('2026-11-22')).toBe('2026-11-22')
    expect(
      comesBack(
        simulateRoom(questionnaire, { name: 'x', client: '', levels: ['A', 'B'], language: 'en' }, '1970-01-01'),
      ),
    ).toBe(true)
  })

  it('under whatever name somebody types', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const name = tidyLabel(typed, LONGEST_NAME)
        expect(name === '' || isLabel(name, LONGEST_NAME)).toBe(true)
      }),
    )
  })
})

describe('a further view', () => {
  const people = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => entry(`p${from + at}`, { mark: String(from + at).padStart(16, '0') }))

  it('is refused where it could not be read again', () => {
    const entries = people(0, 10)
    const view = (number: number) => ({ number, takenOn: '2026-11-22', entries: ['p0', 'p1', 'p2', 'p3', 'p4'] })
    const views = (most: number) => Array.from({ length: most }, (_, at) => view(at + 1))
    const full = kept({ collected: { entries, former: [] }, snapshots: views(MOST_SNAPSHOTS) })
    expect(comesBack(full)).toBe(true)
    expect(decideSnapshot(full)).toEqual({ ok: false, why: 'too-many-views', missing: [] })
    expect(decideSnapshot({ ...full, snapshots: views(1) })).toEqual({ ok: true })
  })

  it('is refused where the views together would name too many people', () => {
    const entries = people(0, MOST_ENTRIES)
    const all = entries.map(({ id }) => id)
    const views = Array.from({ length: 10 }, (_, at) => ({ number: at + 1, takenOn: '2026-11-22', entries: all }))
    expect(decideSnapshot(kept({ collected: { entries, former: [] }, snapshots: views }))).toEqual({
      ok: false,
      why: 'too-many-views',
      missing: [],
    })
  })
})
