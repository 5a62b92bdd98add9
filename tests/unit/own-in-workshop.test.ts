import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUESTIONNAIRES } from '../../src/build/read-questionnaires.ts'
import { canonicalText, fingerprintOf } from '../../src/core/codes/questionnaire-fingerprint.ts'
import { LONGEST_INVITATION } from '../../src/core/workshop/invitation.ts'
import { decodeInvitation, encodeInvitation, type Invitation } from '../../src/core/workshop/invitation.ts'
import { NOTHING_COLLECTED } from '../../src/core/workshop/collected.ts'
import { ledgerOf } from '../../src/core/workshop/ledger.ts'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { readWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'

const SAMPLE = readFileSync(join(QUESTIONNAIRES, 'sample.json'), 'utf8')
const text = canonicalText(SAMPLE)

// The next three were written by another program, in Python, from the comments alone.
const FINGERPRINT = '57M0MC7ZG5'
const PROMISES = '1E8CYBZDGC'
const LINK = 'w=AiZ7ip0FAAEAABJob3ctZGVjaXNpb25zLW1vdmUCZW4HT2Zmc2l0ZQIFQm9hcmQFVGVhbXMKNTdNME1DN1pHNfXaFYc'

const invitation: Invitation = {
  id: 'K7Q2MX',
  name: 'Offsite',
  questionnaire: { id: 'how-decisions-move', version: '1.0', fingerprint: FINGERPRINT },
  language: 'en',
  levels: ['Board', 'Teams'],
  smallestGroup: 5,
  rawExport: false,
}

const kept: KeptWorkshop = {
  workshop: { ...invitation, client: '', questionnaire: { ...invitation.questionnaire, version: '1.0.0' } },
  expected: [null, null],
  collected: NOTHING_COLLECTED,
  snapshots: [],
  closed: false,
  ownQuestionnaire: text,
}

describe('the fingerprint of a questionnaire from a file', () => {
  it('is that of its content, as another program works it out', () => {
    expect(fingerprintOf(text)).toBe(FINGERPRINT)
  })

  it('stays the same however the file is laid out', () => {
    const { questionnaire, texts } = JSON.parse(SAMPLE) as Record<string, object>
    const otherwise = JSON.stringify({ texts, questionnaire }, null, 8).replaceAll('\n', '\r\n')
    expect(canonicalText(`\ufeff${otherwise}`)).toBe(text)
  })

  it('changes with any letter of any text', () => {
    const words = [...text.matchAll(/"text":"(.)/g)].map(({ index }) => index + '"text":"'.length)
    expect(words.length).toBeGreaterThan(4)
    for (const at of words) {
      const other = `${text.slice(0, at)}x${text.slice(at + 1)}`
      expect(fingerprintOf(canonicalText(other))).not.toBe(FINGERPRINT)
    }
  })

  it('takes any JSON, and gives one text for one value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const canonical = canonicalText(JSON.stringify(value))
        expect(canonicalText(JSON.stringify(JSON.parse(canonical), null, 2))).toBe(canonical)
        expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('an invitation to a questionnaire from a file', () => {
  it('names its fingerprint, and is read as it was written', () => {
    expect(encodeInvitation(invitation)).toBe(LINK)
    expect(decodeInvitation(LINK)).toEqual({ ok: true, invitation })
    const held = { ...invitation, holdsResults: true }
    expect(decodeInvitation(encodeInvitation(held))).toEqual({ ok: true, invitation: held })
  })

  it('is never longer than is read', () => {
    const name = '東'.repeat(80)
    const levels = [1, 2, 3, 4, 5].map((level) => `${level}${'東'.repeat(39)}`)
    const id = 'a'.repeat(80)
    const longest = { ...invitation, name, levels, questionnaire: { ...invitation.questionnaire, id } }
    expect(encodeInvitation(longest).length).toBeLessThan(LONGEST_INVITATION)
  })

  it('is refused where what stands for the fingerprint is none', () => {
    for (const fingerprint of ['', '57M0MC7ZG', '57M0MC7ZGU', '57m0mc7zg5', '57M0MC7ZG55'])
      expect(() =>
        encodeInvitation({ ...invitation, questionnaire: { id: 'a', version: '1.0', fingerprint } }),
      ).toThrow('questionnaire')
  })
})

describe('what people are promised', () => {
  it('names the text that they answer', () => {
    expect(promisesOf(invitation)).toBe(PROMISES)
    const { fingerprint: _own, ...byName } = invitation.questionnaire
    expect(promisesOf({ ...invitation, questionnaire: byName })).not.toBe(PROMISES)
    const other = { ...invitation.questionnaire, fingerprint: '0000000000' }
    expect(promisesOf({ ...invitation, questionnaire: other })).not.toBe(PROMISES)
  })
})

describe('a workshop that asks a questionnaire from a file', () => {
  it('has it in its own file, which earlier releases say is of a later one', () => {
    const file = writeWorkshopFile(kept)
    expect(JSON.parse(file)).toMatchObject({ formatVersion: 5, ownQuestionnaire: text })
    expect(readWorkshopFile(file)).toEqual({ ok: true, kept })
  })

  it.each([
    ['another text', { ...kept, ownQuestionnaire: text.replace('"1.0.0"', '"1.0.1"') }],
    ['no text', (({ ownQuestionnaire: _own, ...rest }) => rest)(kept)],
    [
      'a text that its workshop does not ask for',
      { ...kept, workshop: { ...kept.workshop, questionnaire: { id: 'a', version: '1.0.0' } } },
    ],
  ])('is refused with %s', (_what, wrong) => {
    const issue = { code: 'shape', path: 'ownQuestionnaire' }
    expect(readWorkshopFile(writeWorkshopFile(wrong))).toEqual({ ok: false, issue })
  })

  it('keeps it on the device as a part that no response writes again', () => {
    const stamp = { edition: 'e', change: 1 }
    const { head, put } = writesBetween(null, kept)
    const parts = new Map([...put].map(([name, write]) => [name, write()]))
    expect([...parts.keys()]).toEqual([`questionnaire/${FINGERPRINT}`])
    expect(head).not.toContain('texts')
    expect(readStored(null, { stamp, head, parts, gone: [] })).toMatchObject({ ok: true, kept, damaged: [] })
    const closed = { ...kept, closed: true }
    const later = writesBetween(kept, closed)
    expect([later.put.size, later.remove]).toEqual([0, []])
    expect(readStored(kept, { stamp, head: later.head, parts: new Map(), gone: [] })).toMatchObject({ kept: closed })
  })

  it('does not take another text from the device for its own', () => {
    const { head } = writesBetween(null, kept)
    const parts = new Map([[`questionnaire/${FINGERPRINT}`, JSON.stringify(text.replace('never', 'often'))]])
    const read = readStored(null, { stamp: { edition: 'e', change: 1 }, head, parts, gone: [] })
    expect(read.ok && 'ownQuestionnaire' in read.kept).toBe(false)
  })

  it('leaves no text behind in its ledger', () => {
    const shown = { ...kept, snapshots: [{ number: 1, takenOn: '2026-11-22', entries: [] }] }
    expect(JSON.stringify(ledgerOf(shown, '0'.repeat(32)))).not.toContain('texts')
  })
})
