import { expect, it } from 'vitest'
import { NOTHING_COLLECTED, type CollectedEntry } from '../../src/core/workshop/collected.ts'
import { copyUnder } from '../../src/core/workshop/copy-under.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { readWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'
import { entriesOf, snapshotOf } from '../fixtures/rooms.ts'
import { textsOf } from '../fixtures/workshop-device.ts'
import { workshop } from '../fixtures/workshop.ts'

const people = (promises: string | undefined, prefix: string): CollectedEntry[] =>
  entriesOf([{ level: 0, answers: {} }], prefix).map((entry, index) => ({
    ...entry,
    participant: index + prefix.length,
    ...(promises === undefined ? {} : { promises }),
  }))
const [bound, unbound] = [people(promisesOf(workshop), 'a'), people(undefined, 'bb')]
const former = people(promisesOf(workshop), 'ccc')
const kept: KeptWorkshop = {
  workshop,
  expected: [null, null, null],
  collected: { entries: [...bound, ...unbound], former },
  snapshots: [snapshotOf(1, [...former, ...unbound])],
  closed: false,
}
const copy = copyUnder(kept, 'ABCDEF', 'Offsite (copy)')

it('keeps in a copy what people were promised, under its own id', () => {
  const own = promisesOf({ ...workshop, id: 'ABCDEF' })
  expect(copy.collected.entries.map(({ promises }) => promises)).toEqual([own, undefined])
  expect(copy.collected.former.map(({ promises }) => promises)).toEqual([own])
  expect(copy.workshop).toEqual({ ...workshop, id: 'ABCDEF', name: 'Offsite (copy)' })
  expect(copy.snapshots).toBe(kept.snapshots)
})

it('makes a copy that the device and its file give back whole', () => {
  expect(readWorkshopFile(writeWorkshopFile(copy))).toEqual({ ok: true, kept: copy })
  const { head, put } = writesBetween(null, copy)
  const read = readStored(null, { stamp: { edition: 'e', change: 1 }, head, parts: textsOf(put), gone: [] })
  expect(read).toMatchObject({ ok: true, damaged: [], kept: { collected: copy.collected } })
})

it('still exports nothing where one answer was given under that promise', () => {
  const turned = copyUnder({ ...kept, workshop: { ...workshop, rawExport: true } }, 'ABCDEF', 'Copy')
  expect(readWorkshopFile(writeWorkshopFile(turned))).toMatchObject({
    ok: true,
    kept: { workshop: { rawExport: false } },
  })
  expect(copyUnder({ ...kept, collected: NOTHING_COLLECTED }, 'ABCDEF', 'Copy').collected.entries).toEqual([])
})
