import { LATEST_FORMAT } from '../../src/core/workshop/workshop-schema.ts'
import { LARGEST_WORKSHOP } from '../../src/core/bounds/bounds.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inNoOrder, SLICE, slicesInNoOrder, type CollectedEntry } from '../../src/core/workshop/collected.ts'
import {
  readWorkshopFile,
  writeWorkshopFile as writePieces,
  type KeptWorkshop,
  type WorkshopFileIssue,
} from '../../src/core/workshop/workshop-file.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import type { Workshop } from '../../src/core/workshop/workshop.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'

const entry = (id: string, part: Partial<CollectedEntry> = {}): CollectedEntry => ({
  id,
  participant: null,
  revision: null,
  mark: '0123456789abcdef',
  via: 'plain-code',
  completedOn: '2026-11-22',
  level: 1,
  pace: 'unknown',
  answers: { 'concern-kept-back': 4, 'reports-omit-obstacles': 'cant-tell' },
  ...part,
})
const numbered = (id: string, participant: number, part: Partial<CollectedEntry> = {}) =>
  entry(id, { participant, revision: 1, mark: null, via: 'code', pace: 'usual', ...part })

const kept: KeptWorkshop = {
  workshop: {
    id: 'K7Q2MX',
    name: 'Séminaire, 東京',
    client: '',
    questionnaire: { id: 'execution-gaps', version: '1.0.0' },
    language: 'fr',
    levels: ['Board', 'Heads', 'Teams'],
    smallestGroup: 6,
    rawExport: false,
  },
  expected: [3, null, 40],
  collected: {
    entries: [numbered('e1', 1), entry('e2', { level: null, completedOn: null }), numbered('e4', 3, { revision: 2 })],
    former: [numbered('e3', 3)],
  },
  snapshots: [
    { number: 1, takenOn: '2026-11-22', entries: ['e1', 'e2', 'e3'] },
    { number: 2, takenOn: '2026-11-23', entries: ['e1', 'e2', 'e4'] },
  ],
  closed: true,
}

type Json = Record<string, unknown>
const content = () => JSON.parse(writeWorkshopFile(kept)) as Json

/** The file with another value at a path. */
function changed(path: string, value: unknown): string {
  const root = content()
  const steps = path.split('.')
  let at: Json = root
  for (const step of steps.slice(0, -1)) at = at[step] as Json
  const last = steps.at(-1)!
  if (value === undefined) delete at[last]
  else at[last] = value
  return JSON.stringify(root)
}

const issueOf = (text: string): WorkshopFileIssue | null => {
  const read = readWorkshopFile(text)
  return read.ok ? null : read.issue
}

describe('the file of a workshop', () => {
  it('reads back as it was written', () => {
    expect(readWorkshopFile(writeWorkshopFile(kept))).toEqual({ ok: true, kept })
    expect(readWorkshopFile(`\ufeff${writeWorkshopFile(kept)}`)).toEqual({ ok: true, kept })
  })

  it('reads back with any entries', () => {
    const anyEntry = fc.record({
      participant: fc.option(fc.nat(2 ** 30 - 1)),
      revision: fc.integer({ min: 1, max: 255 }),
      level: fc.option(fc.nat(2)),
      pace: fc.constantFrom('fast' as const, 'usual' as const, 'unknown' as const),
      answers: fc.dictionary(fc.stringMatching(/^item-[0-9]{1,3}$/), fc.integer({ min: 1, max: 9 })),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ participant }) => participant }), (drawn) => {
        const entries = drawn.map(({ participant, revision, ...rest }, index) =>
          participant === null
            ? entry(`e${index}`, { ...rest })
            : numbered(`e${index}`, participant, { ...rest, revision }),
        )
        const own = { ...kept, collected: { entries, former: [] }, snapshots: [] }
        expect(readWorkshopFile(writeWorkshopFile(own))).toEqual({ ok: true, kept: own })
      }),
    )
  })

  it('keeps what no longer counts only as far as a snapshot names it', () => {
    const former = [...kept.collected.former, numbered('e0', 9, { answers: { secret: 5 } })]
    const text = writeWorkshopFile({ ...kept, collected: { ...kept.collected, former } })
    expect(text).not.toContain('secret')
    expect(readWorkshopFile(text)).toEqual({ ok: true, kept })
  })

  it('says nothing of the order in which responses came', () => {
    const { entries, former } = kept.collected
    const reversed = { entries: entries.toReversed(), former: former.toReversed() }
    expect(writeWorkshopFile({ ...kept, collected: reversed })).toBe(writeWorkshopFile(kept))
  })

  it('is written in pieces, each of which takes less than a frame', () => {
    // Sixty random bits, as ids have, by a generator of which nothing else is asked.
    let seed = 1
    const letters = () => (seed = (seed * 48_271) % 2_147_483_647).toString(32)
    const entries = Array.from({ length: 20 * SLICE }, () => entry(`${letters()}${letters()}`))
    const pieces = [...writePieces({ ...kept, snapshots: [], collected: { entries, former: [] } })]
    const longest = Math.max(...pieces.map(({ length }) => length))
    expect(longest).toBeLessThan((2 * SLICE * pieces.join('').length) / entries.length)
    expect(readWorkshopFile(pieces.join(''))).toMatchObject({
      ok: true,
      kept: { collected: { entries: inNoOrder(entries) } },
    })
  })

  it('has its entries in the same order, in pieces or not, whatever their ids', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.string({ unit: 'binary', maxLength: 4 }) }), { maxLength: 600 }),
        (entries) => {
          expect([...slicesInNoOrder(entries)].flat()).toEqual(inNoOrder(entries))
        },
      ),
    )
  })

  it('is refused where it is none, too large, or of a later release', () => {
    for (const text of ['', 'null', '[]', '"x"', '{', '{}', '{"format":"leadership-diagnostic-response"}'])
      expect(issueOf(text)).toEqual({ code: 'not-a-workshop' })
    expect(issueOf(changed('formatVersion', LATEST_FORMAT + 1))).toEqual({ code: 'later-format' })
    expect(issueOf(' '.repeat(LARGEST_WORKSHOP + 1))).toEqual({ code: 'too-large', most: LARGEST_WORKSHOP })
  })

  it.each<[string, unknown]>([
    ['formatVersion', 0],
    ['workshop.id', 'k7q2mx'],
    ['workshop.name', ''],
    ['workshop.name', 'a\u202eb'],
    ['workshop.client', 'x'.repeat(81)],
    ['workshop.questionnaire.id', 'constructor'],
    ['workshop.questionnaire.version', '1'],
    ['workshop.language', 'fr-FR'],
    ['workshop.levels', ['Board']],
    ['workshop.levels', ['Board', 'board', 'Teams']],
    ['workshop.smallestGroup', 4],
    ['workshop.smallestGroup', 101],
    ['workshop.rawExport', 'yes'],
    ['expected', [1, 2]],
    ['expected.0', -1],
    ['entries.0.id', ''],
    ['entries.0.participant', 2 ** 30],
    ['entries.0.participant', -1],
    ['entries.0.revision', 0],
    ['entries.0.level', 3],
    ['entries.0.pace', 'slow'],
    ['entries.0.via', 'mail'],
    ['entries.0.completedOn', '2026-02-30'],
    ['entries.0.answers.concern-kept-back', 0],
    ['entries.0.answers.concern-kept-back', 2.5],
    ['entries.0.answers.concern-kept-back', 'never'],
    ['entries.1.mark', 'x'],
    ['entries.0.promises', '012345678'],
    ['entries.0.promises', '012345678u'],
    ['former.0.level', 3],
    ['snapshots.0.takenOn', 'today'],
    ['closed', 1],
  ])('is refused with another %s: %j', (path, value) => {
    const issue = issueOf(changed(path, value))
    expect(issue?.code).toBe('shape')
    expect(path.startsWith((issue as { path: string }).path)).toBe(true)
  })

  it.each(['workshop', 'workshop.rawExport', 'entries', 'entries.0.pace', 'snapshots', 'closed', 'expected'])(
    'is refused without its %s',
    (path) => {
      expect(issueOf(changed(path, undefined))).toEqual({ code: 'shape', path })
    },
  )

  it.each([
    ['a revision without a participant number', 'entries.0.participant', null],
    ['a participant number without a revision', 'entries.0.revision', null],
    ['a mark beside a participant number', 'entries.0.mark', '0123456789abcdef'],
    ['neither', 'entries.1.mark', null],
    ['something unknown', 'entries.0.note', 'x'],
  ])('is refused where an entry has %s', (_what, path, value) => {
    expect(issueOf(changed(path, value))).toEqual({ code: 'shape', path: path.split('.').slice(0, 2).join('.') })
  })

  it.each<[string, string, unknown, WorkshopFileIssue]>([
    ['entries of one id', 'entries.1.id', 'e1', { code: 'twice', path: 'entries.1.id' }],
    [
      'one id among those that count and those that do not',
      'former.0.id',
      'e1',
      { code: 'twice', path: 'former.0.id' },
    ],
    ['a participant twice', 'entries.2.participant', 1, { code: 'twice', path: 'entries.2.participant' }],
    ['a snapshot of an entry that is not there', 'snapshots.0.entries', ['e9'], { code: 'snapshot', number: 1 }],
    ['a snapshot that names one twice', 'snapshots.1.entries', ['e1', 'e1'], { code: 'snapshot', number: 2 }],
    ['snapshots out of order', 'snapshots.0.number', 2, { code: 'snapshot', number: 1 }],
  ])('is refused with %s', (_what, path, value, issue) => {
    expect(issueOf(changed(path, value))).toEqual(issue)
  })

  it('reads back with own results held, and earlier releases say that it is of a later one', () => {
    const held = { ...kept, workshop: { ...kept.workshop, holdsResults: true } }
    expect(readWorkshopFile(writeWorkshopFile(held))).toEqual({ ok: true, kept: held })
    expect(JSON.parse(writeWorkshopFile(held))).toMatchObject({ formatVersion: 4 })
    const atOnce = { ...kept, workshop: { ...kept.workshop, holdsResults: false } }
    expect(writeWorkshopFile(atOnce)).toBe(writeWorkshopFile(kept))
  })

  it('reads back with the steps that are presented, and refuses what is none', () => {
    const steps = [
      { id: 'apart work-waits-for-approval', isShown: true },
      { id: 'scores', isShown: false },
    ]
    const chosen = { ...kept, steps }
    expect(readWorkshopFile(writeWorkshopFile(chosen))).toEqual({ ok: true, kept: chosen })
    expect(JSON.parse(writeWorkshopFile(chosen))).toMatchObject({ formatVersion: 4 })
    for (const wrong of [{ id: '<b>', isShown: true }, { id: 'scores' }]) {
      const text = writeWorkshopFile({ ...kept, steps: [wrong as (typeof steps)[number]] })
      expect(readWorkshopFile(text)).toMatchObject({ ok: false, issue: { code: 'shape' } })
    }
  })

  describe('with what people were promised', () => {
    const promised = (change: Partial<Workshop> = {}) => {
      const promises = promisesOf({ ...kept.workshop, ...change })
      const entries = [numbered('e1', 1, { promises }), entry('e2'), numbered('e4', 3)]
      return { ...kept, collected: { entries, former: [numbered('e3', 3)] } }
    }
    const read = (own: KeptWorkshop, change: Partial<Workshop> = {}) =>
      readWorkshopFile(writeWorkshopFile({ ...own, workshop: { ...own.workshop, ...change } }))

    it('reads back, and earlier releases say that it is of a later one', () => {
      expect(read(promised())).toEqual({ ok: true, kept: promised() })
      expect(JSON.parse(writeWorkshopFile(promised()))).toMatchObject({ formatVersion: 3 })
      expect(JSON.parse(writeWorkshopFile(kept))).toMatchObject({ formatVersion: 1 })
    })

    it('exports no answers once one was given under the promise that none are, whatever the file says', () => {
      expect(read(promised(), { rawExport: true })).toEqual({ ok: true, kept: promised() })
      const open = promised({ rawExport: true })
      expect(read(open, { rawExport: true })).toMatchObject({ ok: true, kept: { workshop: { rawExport: true } } })
    })

    it('may be named anew, and given in another language', () => {
      expect(read(promised(), { name: 'Other', client: 'Other', language: 'en' })).toMatchObject({ ok: true })
    })

    it.each<[string, Partial<Workshop>]>([
      ['another smallest group', { smallestGroup: 5 }],
      ['another name of a level', { levels: ['Board', 'Heads', 'Team'] }],
      ['levels in another order', { levels: ['Board', 'Teams', 'Heads'] }],
      ['another minor version', { questionnaire: { id: 'execution-gaps', version: '1.1.0' } }],
      ['another questionnaire', { questionnaire: { id: 'silence', version: '1.0.0' } }],
      ['another id', { id: 'K7Q2M0' }],
    ])('is refused with %s than its answers were given under', (_what, change) => {
      expect(read(promised(), change)).toEqual({ ok: false, issue: { code: 'promises', path: 'entries.0' } })
    })

    it('is refused where answers that an earlier view shows were given under others', () => {
      const [former] = [numbered('e3', 3, { promises: promisesOf({ ...kept.workshop, smallestGroup: 9 }) })]
      const own = { ...kept, collected: { ...kept.collected, former: [former!] } }
      expect(read(own)).toEqual({ ok: false, issue: { code: 'promises', path: 'former.0' } })
    })
  })

  it('cannot reach prototypes', () => {
    const text = writeWorkshopFile(kept)
    const hidden = text.replace('"answers":{', '"answers":{"__proto__":{"polluted":1},')
    expect(issueOf(hidden)).toEqual({ code: 'shape', path: 'entries.0.answers.__proto__' })
    expect(issueOf(text.replace('"workshop":{', '"__proto__":{"polluted":1},"workshop":{'))).not.toBeNull()
    expect(issueOf(text.replace('"answers":{', '"answers":{"constructor":1,'))?.code).toBe('shape')
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readWorkshopFile(text).ok).toBe(false)
      }),
    )
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('entries', 'former', 'snapshots', 'workshop', 'expected'), (json, key) => {
        const text = JSON.stringify({ ...content(), [key]: JSON.parse(json) })
        const read = readWorkshopFile(text)
        if (!read.ok) return
        // Former entries that no snapshot names are left out; writing again changes
        // nothing.
        const written = writeWorkshopFile(read.kept)
        const again = readWorkshopFile(written)
        expect(again.ok && writeWorkshopFile(again.kept)).toBe(written)
      }),
    )
  })
})
