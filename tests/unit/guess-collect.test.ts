import { describe, expect, it } from 'vitest'
import { encodeResultCode } from '../../src/core/codes/result-code.ts'
import { writeResponseCsv } from '../../src/core/files/response-csv.ts'
import { writeResponseJson } from '../../src/core/files/response-file.ts'
import { layoutOf } from '../../src/core/response/layout.ts'
import { CANT_TELL, type Answers } from '../../src/core/response/response.ts'
import { NOTHING_COLLECTED, saysTheSame, type Collected } from '../../src/core/workshop/collected.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import type { CollectSetting } from '../../src/core/workshop/setting.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { takeIn } from '../../src/core/workshop/take-in.ts'
import { takeOut } from '../../src/core/workshop/taken-out.ts'
import { readWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { writeRawExport } from '../../src/core/workshop/write-raw-export.ts'
import type { Workshop } from '../../src/core/workshop/workshop.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { gaps, handOverCode, workshop } from '../fixtures/workshop.ts'

const KEY = 'A'.repeat(43)
const guessed = questionnaire.guess!.items
const GUESSES: Answers = { [guessed[0]!]: 4, [guessed[3]!]: CANT_TELL }
const asking: Workshop = { ...workshop, asksGuesses: true }

const settingOf = (own: Workshop): CollectSetting => ({
  workshop: own,
  layouts: [gaps],
  asked: questionnaire,
  texts: [texts],
  places: {},
})

function collect(text: string, own: Workshop = asking, before: Collected = NOTHING_COLLECTED) {
  let next = before.entries.length
  return takeIn(before, text, settingOf(own), () => `e${next++}`, { key: KEY, mixing: 'same' })
}

const only = ({ collected }: ReturnType<typeof collect>) => {
  expect(collected.entries).toHaveLength(1)
  return collected.entries[0]!
}

const keptWith = (collected: Collected, own: Workshop = asking): KeptWorkshop => ({
  workshop: own,
  expected: [3, 7, 14],
  collected,
  snapshots: [],
  closed: false,
})

const code = (level: number | null, participant = 1) => handOverCode(participant, { level, guesses: GUESSES })

describe('guesses that are handed over', () => {
  it.each([
    [0, true],
    [1, true],
    [2, false],
    [null, false],
  ])('are kept of level %s: %s', (level, isKept) => {
    const entry = only(collect(code(level)))
    expect(entry.level).toBe(level)
    expect(entry.guesses).toEqual(isKept ? GUESSES : undefined)
    expect('guesses' in entry).toBe(isKept)
  })

  it('are dropped where the workshop does not ask for them', () => {
    expect('guesses' in only(collect(code(0), workshop))).toBe(false)
  })

  it('are no part of what is promised, so that codes from before the switch still count', () => {
    expect(promisesOf(asking)).toBe(promisesOf(workshop))
  })

  it('make another hand-over where they alone differ', () => {
    const first = collect(handOverCode(1, { level: 0 }))
    const second = collect(code(0), asking, first.collected)
    expect(second.outcomes).toMatchObject([{ outcome: 'replaced' }])
    expect(saysTheSame(first.collected.entries[0]!, second.collected.entries[0]!)).toBe(false)
    expect(second.collected.entries[0]!.guesses).toEqual(GUESSES)
  })

  it.each([
    ['in a plain code', (response: Parameters<typeof encodeResultCode>[1]) => encodeResultCode(gaps, response)],
    ['in a JSON file', (response) => writeResponseJson(gaps, filed(response))],
    ['in a CSV file', (response) => writeResponseCsv(gaps, filed(response))],
  ] as [string, (response: Parameters<typeof encodeResultCode>[1]) => string][])('count %s too', (_how, write) => {
    const response = { vantage: 'senior' as const, completedOn: '2026-11-30', answers: { [guessed[0]!]: 2 } }
    const entry = only(collect(write({ ...response, guesses: GUESSES })))
    expect(entry).toMatchObject({ level: 0, guesses: GUESSES })
    expect('guesses' in only(collect(write(response)))).toBe(false)
  })
})

function filed({ vantage, completedOn, answers, guesses }: Parameters<typeof encodeResultCode>[1]) {
  const { id, version } = questionnaire
  const own = { questionnaire: { id, version }, completedOn, vantage, millisecondsPerItem: null, answers }
  return guesses ? { ...own, guesses } : own
}

describe('a workshop with guesses', () => {
  const { collected } = collect([code(0, 1), code(1, 2), code(2, 3)].join('\n'))
  const kept = keptWith(collected)

  it('is written with them in format 7, on the device and as a file, and is read back', () => {
    const text = writeWorkshopFile(kept)
    expect(JSON.parse(text)).toMatchObject({ formatVersion: 7 })
    expect(readWorkshopFile(text)).toEqual({ ok: true, kept })
    const { head, put } = writesBetween(null, kept)
    const parts = new Map([...put].map(([name, write]) => [name, write()]))
    expect(readStored(null, { stamp: { edition: 'e', change: 1 }, head, parts, gone: [] })).toMatchObject({
      ok: true,
      kept,
      damaged: [],
    })
  })

  it('is in the format of before where there are none', () => {
    const { asksGuesses: _asks, ...without } = asking
    const plain = collect(handOverCode(1, { level: 0 }), without)
    expect(JSON.parse(writeWorkshopFile(keptWith(plain.collected, without)))).toMatchObject({ formatVersion: 3 })
  })

  const changed = (change: (file: { entries: { level: number | null; guesses?: unknown }[] }) => void) => {
    const file = JSON.parse(writeWorkshopFile(kept))
    file.entries.sort((one: { level: number }, other: { level: number }) => one.level - other.level)
    change(file)
    return JSON.stringify(file)
  }
  it.each([
    [
      'of the lowest level',
      changed(({ entries }) => (entries[2]!.guesses = { [guessed[0]!]: 1 })),
      'entries.2.guesses',
    ],
    ['without a level', changed(({ entries }) => (entries[0]!.level = null)), 'entries.0.guesses'],
    ['out of range', changed(({ entries }) => (entries[0]!.guesses = { a: 10 })), 'entries.0.guesses.a'],
    [
      'that reach for a prototype',
      changed(() => undefined).replace('"guesses":{', '"guesses":{"__proto__":1,'),
      'entries.0.answers.__proto__',
    ],
  ])('is refused from a file with some %s', (_what, text, path) => {
    expect(readWorkshopFile(text)).toEqual({ ok: false, issue: { code: 'shape', path } })
  })

  it('erases them with the answers they came with', () => {
    const [first] = collected.entries.filter(({ level }) => level === 0)
    const out = takeOut(kept, first!.id, KEY)
    expect(out.collected.entries.filter(({ guesses }) => guesses)).toHaveLength(1)
    expect(writeWorkshopFile(out).match(/"guesses"/g)).toHaveLength(1)
  })

  it('exports them where it exports answers, from which they come back, and nowhere else', () => {
    const open: Workshop = { ...asking, rawExport: true }
    const own = (level: number, participant: number) =>
      handOverCode(participant, { level, guesses: GUESSES }, { rawExport: true })
    const taken = collect([own(0, 1), own(1, 2), own(2, 3)].join('\n'), open)
    const table = [...writeRawExport(open, gaps, taken.collected.entries)].join('')
    const [head, ...rows] = table.trim().split('\r\n')
    expect(head!.split(',').filter((name) => name.startsWith('guess.'))).toEqual(
      layoutOf(questionnaire)
        .items.filter((item) => item.guessed)
        .map(({ id }) => `guess.${id}`),
    )
    expect(rows).toHaveLength(3)
    const again = collect(table, open)
    expect(again.table?.ignored).toEqual([])
    const said = (one: Collected) =>
      one.entries
        .map(({ level, answers, guesses }) => ({ level, answers, guesses }))
        .toSorted((first, second) => first.level! - second.level!)
    expect(said(again.collected)).toEqual(said(taken.collected))
    expect(() => [...writeRawExport(asking, gaps, collected.entries)]).toThrow(RangeError)
    const unasked = [...writeRawExport({ ...workshop, rawExport: true }, gaps, taken.collected.entries)].join('')
    expect(unasked).not.toContain('guess')
  })
})
