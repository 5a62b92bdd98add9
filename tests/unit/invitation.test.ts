import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBase64url, writeBase64url } from '../../src/core/codes/base64url.ts'
import { crc32 } from '../../src/core/codes/crc-32.ts'
import { decodeInvitation, encodeInvitation, type Invitation } from '../../src/core/workshop/invitation.ts'
import { LONGEST_INVITATION, type InvitationPart } from '../../src/core/workshop/invitation.ts'
import { isLabel, LONGEST_LEVEL, LONGEST_NAME, tidyLabel } from '../../src/core/workshop/label.ts'
import { workshopIdOf } from '../../src/core/codes/workshop-id.ts'

const lisbon: Invitation = {
  id: 'K7Q2MX',
  name: 'Leadership offsite, Lisbon',
  questionnaire: { id: 'execution-gaps', version: '1.0' },
  language: 'en',
  levels: ['Senior leadership', 'Middle management', 'Close to the work'],
  smallestGroup: 5,
  rawExport: false,
}

// Written by another program (Python's zlib.crc32 and base64.urlsafe_b64encode) from the comment on encodeInvitation.
const VECTORS: readonly (readonly [text: string, invitation: Invitation])[] = [
  [
    'w=ASZ7ip0FAAEAAA5leGVjdXRpb24tZ2FwcwJlbhpMZWFkZXJzaGlwIG9mZnNpdGUsIExpc2JvbgMRU2VuaW9yIGxlYWRlcnNoaXARTWlkZGxlIG1hbmFnZW1lbnQRQ2xvc2UgdG8gdGhlIHdvcmvPrYmX',
    lisbon,
  ],
  [
    'w=AX____8IA-cADAdzaWxlbmNlAmZyHVPDqW1pbmFpcmUgZOKAmcOpcXVpcGUg5p2x5LqsAgdDb21pdMOpCMOJcXVpcGVzFMd9Eg',
    {
      id: 'ZZZZZZ',
      name: 'Séminaire d’équipe 東京',
      questionnaire: { id: 'silence', version: '999.12' },
      language: 'fr',
      levels: ['Comité', 'Équipes'],
      smallestGroup: 8,
      rawExport: true,
    },
  ],
]

const live: Invitation = {
  id: 'K7Q2MX',
  name: 'Offsite',
  questionnaire: { id: 'execution-gaps', version: '2.1' },
  language: 'en',
  levels: ['Top', 'Work'],
  smallestGroup: 5,
  rawExport: false,
  live: { publicKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8', relay: '' },
}

/** Of workshops that collect live: the bytes 0 to 31 as their key; one with a questionnaire and a relay of its own. */
const LIVE_VECTORS: readonly (readonly [text: string, invitation: Invitation])[] = [
  [
    'w=AyZ7ip0FAAIAAQ5leGVjdXRpb24tZ2FwcwJlbgdPZmZzaXRlAgNUb3AEV29yawABAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8A0SU50w',
    live,
  ],
  [
    'w=AyZ7ip0FAAIAAQ5leGVjdXRpb24tZ2FwcwJlbgdPZmZzaXRlAgNUb3AEV29yawo1N00wTUM3Wkc1AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fIXdzczovL3JlbGF5LmV4YW1wbGUub3JnOjg0NDMvbGl2ZQmD-CY',
    {
      ...live,
      questionnaire: { ...live.questionnaire, fingerprint: '57M0MC7ZG5' },
      live: { publicKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8', relay: 'wss://relay.example.org:8443/live' },
    },
  ],
]

const check: Invitation = {
  id: 'C8EC4A',
  name: 'Anna Berg',
  questionnaire: { id: 'execution-gaps', version: '2.2' },
  language: 'en',
  levels: ['Close to the work'],
  smallestGroup: 5,
  rawExport: false,
  check: { leader: 'Anna Berg', keeper: 'Kim Lund' },
}

/** Of leaders' checks: one that somebody else keeps, and one that collects live on the leader's own device. */
const CHECK_VECTORS: readonly (readonly [text: string, invitation: Invitation])[] = [
  ['w=BBiHMIoFAAIAAg5leGVjdXRpb24tZ2FwcwJlbglBbm5hIEJlcmcBEUNsb3NlIHRvIHRoZSB3b3JrAAIIS2ltIEx1bmQnJNxZ', check],
  [
    'w=BBiHMIoFAAIAAg5leGVjdXRpb24tZ2FwcwJlbglBbm5hIEJlcmcBEUNsb3NlIHRvIHRoZSB3b3JrAAMBAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8AAMyotXE',
    {
      ...check,
      live: { publicKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8', relay: '' },
      check: { leader: 'Anna Berg', keeper: '' },
    },
  ],
]

/** The first of them, with own results held. */
const HELD = `${VECTORS[0]![0]}&hold`

const anyLabel = (longest: number) =>
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: longest })
    .map((text) => tidyLabel(text, longest))
    .filter((text) => text !== '')

const anyInvitation: fc.Arbitrary<Invitation> = fc.record(
  {
    id: fc.nat(2 ** 30 - 1).map(workshopIdOf),
    name: anyLabel(LONGEST_NAME),
    questionnaire: fc.record({
      id: fc.stringMatching(/^[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,7}){0,3}$/).filter((id) => id !== 'constructor'),
      version: fc.tuple(fc.nat(999), fc.nat(999)).map((parts) => parts.join('.')),
    }),
    language: fc.stringMatching(/^[a-z]{2}$/),
    levels: fc.uniqueArray(anyLabel(LONGEST_LEVEL), {
      minLength: 2,
      maxLength: 5,
      selector: (label) => label.toLowerCase(),
    }),
    smallestGroup: fc.integer({ min: 5, max: 100 }),
    rawExport: fc.boolean(),
    holdsResults: fc.constant(true as const),
    asksGuesses: fc.constant(true as const),
    live: fc.record({
      publicKey: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => writeBase64url([...bytes])),
      relay: fc.constantFrom('', 'wss://relay.example.org/live', 'ws://localhost:4173/live', 'wss://r:8443'),
    }),
  },
  { requiredKeys: ['id', 'name', 'questionnaire', 'language', 'levels', 'smallestGroup', 'rawExport'] },
)

const [fragment] = VECTORS[0]!

/** An invitation of these bytes, with its checksum. */
const whole = (bytes: readonly number[]) => {
  const crc = crc32(bytes)
  return `w=${writeBase64url([...bytes, crc >>> 24, (crc >>> 16) & 255, (crc >>> 8) & 255, crc & 255])}`
}
const ascii = (text: string) => [text.length, ...Array.from(text, (character) => character.charCodeAt(0))]

/** The bytes of a small invitation, any part of which can be replaced. */
const bytesWith = (part: {
  format?: number
  id?: number[]
  group?: number
  version?: number[]
  questionnaire?: number[]
  language?: number[]
  name?: number[]
  levels?: number[]
}) => [
  part.format ?? 1,
  ...(part.id ?? [0, 0, 0, 7]),
  part.group ?? 5,
  ...(part.version ?? [0, 1, 0, 0]),
  ...(part.questionnaire ?? ascii('silence')),
  ...(part.language ?? ascii('en')),
  ...(part.name ?? ascii('Offsite')),
  ...(part.levels ?? [2, ...ascii('Top'), ...ascii('Work')]),
]

const NO_KEY = Array.from({ length: 32 }, () => 0)

describe('an invitation', () => {
  it.each([...VECTORS, ...LIVE_VECTORS, ...CHECK_VECTORS])(
    'is written as another program writes it: %s',
    (text, invitation) => {
      expect(encodeInvitation(invitation)).toBe(text)
      expect(decodeInvitation(text)).toEqual({ ok: true, invitation })
    },
  )

  it('reads back as it was written, and is written as it was read', () => {
    fc.assert(
      fc.property(anyInvitation, (invitation) => {
        const text = encodeInvitation(invitation)
        expect(decodeInvitation(text)).toEqual({ ok: true, invitation })
        expect(text).toMatch(/^w=[\w-]+(&hold|&guess|&hold&guess|&end)?$/)
        expect(text).toMatch(/[a-z0-9]$/i)
        expect(text.length).toBeLessThan(LONGEST_INVITATION)
      }),
      { numRuns: 500 },
    )
  })

  it('has room for the longest names in the widest script', () => {
    const levels = ['一', '二', '三', '四', '五'].map((first) => first + '字'.repeat(LONGEST_LEVEL - 1))
    const id = Array.from({ length: 8 }, () => 'abcdefghi').join('-')
    const name = '字'.repeat(LONGEST_NAME)
    const longest = { ...lisbon, levels, name, questionnaire: { id, version: '999.999' } }
    expect(decodeInvitation(encodeInvitation(longest))).toEqual({ ok: true, invitation: longest })
  })

  it('takes under 200 signs for ordinary names, so that its picture is read from across a table', () => {
    expect(fragment.length).toBeLessThan(200)
  })

  it('says behind it that own results are held, so that an earlier release opens it all the same', () => {
    expect(encodeInvitation({ ...lisbon, holdsResults: true })).toBe(HELD)
    expect(encodeInvitation({ ...lisbon, holdsResults: false })).toBe(fragment)
  })

  it('says behind that, or alone, that guesses are asked for, so that an earlier release opens it all the same', () => {
    expect(encodeInvitation({ ...lisbon, asksGuesses: true })).toBe(`${fragment}&guess`)
    expect(encodeInvitation({ ...lisbon, holdsResults: true, asksGuesses: true })).toBe(`${HELD}&guess`)
    for (const text of [`${fragment}&guess`, `${fragment}&amp;guess.`, `${fragment}&results&guess`])
      expect(decodeInvitation(text)).toEqual({ ok: true, invitation: { ...lisbon, asksGuesses: true } })
    for (const text of [`${fragment}&guesses`, `${fragment}&guess=1`, `${fragment}guess`.replace(/guess$/, '&no')])
      expect(decodeInvitation(text)).toEqual({ ok: true, invitation: lisbon })
  })

  it.each([
    ['as it is written', HELD],
    ['as a mail writes it', HELD.replace('&', '&amp;')],
    ['before a full stop', `${HELD}.`],
    ['behind another part', HELD.replace('&', '&results&')],
  ])('is read with that %s', (_how, text) => {
    expect(decodeInvitation(text)).toEqual({ ok: true, invitation: { ...lisbon, holdsResults: true } })
  })

  it.each(['holder', 'hold-on', 'on=hold'])(
    'is read without that where another part, %s, begins or ends so',
    (part) => {
      expect(decodeInvitation(`${fragment}&${part}`)).toEqual({ ok: true, invitation: lisbon })
    },
  )

  it.each<[string, Partial<Invitation>, InvitationPart]>([
    ['two levels', { levels: ['Top', 'Work'] }, 'check'],
    ['no level', { levels: [] }, 'levels'],
    ['a larger smallest group', { smallestGroup: 6 }, 'check'],
    ['a table of answers', { rawExport: true }, 'check'],
    ['results held back', { holdsResults: true }, 'check'],
    ['guesses', { asksGuesses: true }, 'check'],
    ['a questionnaire of its own', { questionnaire: { ...check.questionnaire, fingerprint: '57M0MC7ZG5' } }, 'check'],
    ['no leader', { check: { leader: '', keeper: '' } }, 'check'],
    ['a keeper with a misleading name', { check: { leader: 'Anna Berg', keeper: ' Kim' } }, 'check'],
  ])('is refused to a check with %s', (_with, change, part) => {
    expect(() => encodeInvitation({ ...check, ...change })).toThrow(new RangeError(`no workshop has this ${part}`))
  })

  it('is of a later release where it is marked as anything else', () => {
    const bytes = readBase64url(CHECK_VECTORS[0]![0].slice(2))!.slice(0, -4)
    const at = bytes.length - 1 - 'Kim Lund'.length - 1
    expect(bytes[at]).toBe(2)
    expect(decodeInvitation(whole(bytes.with(at, 4)))).toEqual({ ok: false, issue: { code: 'later-format' } })
  })

  it('does not carry the client, nor the last number of the version', () => {
    const workshop = { ...lisbon, client: 'Acme', questionnaire: { id: 'execution-gaps', version: '1.0.7' } }
    expect(encodeInvitation(workshop)).toBe(fragment)
  })

  it.each([
    ['after its sign', `#${fragment}`],
    ['after a percent-encoded equals sign', fragment.replace('=', '%3D')],
    ['after an equals sign as mails write it', fragment.replace('=', '=3D')],
    ['before a full stop', `${fragment}.`],
    ['before a bracket', `${fragment}>)`],
    ['before another part', `${fragment}&x=1`],
  ])('is read %s', (_where, text) => {
    expect(decodeInvitation(text)).toEqual({ ok: true, invitation: lisbon })
  })

  it.each<[InvitationPart, Partial<Invitation>]>([
    ['id', { id: 'k7q2mx' }],
    ['questionnaire', { questionnaire: { id: 'Gaps', version: '1.0' } }],
    ['questionnaire', { questionnaire: { id: 'gaps', version: '1' } }],
    ['language', { language: 'english' }],
    ['levels', { levels: ['Everyone'] }],
    ['levels', { levels: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['levels', { levels: ['Staff', 'staff'] }],
    ['levels', { levels: ['Top', 'x'.repeat(41)] }],
    ['name', { name: '' }],
    ['name', { name: ' Lisbon' }],
    ['name', { name: 'x'.repeat(81) }],
    ['smallest-group', { smallestGroup: 4 }],
    ['smallest-group', { smallestGroup: 101 }],
    ['smallest-group', { smallestGroup: 5.5 }],
  ])('is refused to a workshop with another %s: %j', (part, change) => {
    expect(() => encodeInvitation({ ...lisbon, ...change })).toThrow(new RangeError(`no workshop has this ${part}`))
  })
})

describe('an invitation that was changed on its way', () => {
  it('is noticed when it was cut, wherever', () => {
    const issues = Array.from({ length: fragment.length - 2 }, (_none, index) =>
      decodeInvitation(fragment.slice(0, index + 2)),
    )
    for (const read of issues) expect(read).toEqual({ ok: false, issue: { code: 'check' } })
  })

  /** Invitations whose last sign was "-" or "_" before what stands behind it now, as `text` with that sign. */
  const ends = Array.from({ length: 300 }, (_none, number) => {
    const invitation: Invitation = { ...lisbon, name: `Offsite ${number}` }
    return { invitation, written: encodeInvitation(invitation), text: encodeInvitation(invitation).split('&')[0]! }
  }).filter(({ text }) => /[-_]$/.test(text))

  it('is read without a last "-" or "_", which a mail program takes for the end of a sentence', () => {
    expect(ends.length).toBeGreaterThan(2)
    for (const { invitation, text } of ends)
      for (const arrived of [text, text.slice(0, -1)])
        expect(decodeInvitation(arrived)).toEqual({ ok: true, invitation })
  })

  it('ends in a letter all the same, and is read with what stands there, part of it, or more behind it', () => {
    expect(ends.length).toBeGreaterThan(2)
    for (const { invitation, written, text } of ends) {
      expect(written).toBe(`${text}&end`)
      for (const arrived of [written, written.replace('&', '&amp;'), `${written}.`, `${text}&results&end`, `${text}&e`])
        expect(decodeInvitation(arrived)).toEqual({ ok: true, invitation })
    }
  })

  it('is read with what nobody sees in it', () => {
    const at = fragment.indexOf('-') < 0 ? 20 : fragment.indexOf('-')
    const dirty = `${fragment.slice(0, 9)}\u200b${fragment.slice(9, at)}\u00ad${fragment.slice(at).replaceAll('-', '\u2011')}`
    expect(decodeInvitation(dirty)).toEqual(decodeInvitation(fragment))
  })

  it('is noticed when one sign is another, wherever', () => {
    const missed: string[] = []
    for (let at = 2; at < fragment.length; at++)
      for (const sign of ['A', 'B', 'a', '7', '-', '_']) {
        const text = fragment.slice(0, at) + sign + fragment.slice(at + 1)
        if (text !== fragment && decodeInvitation(text).ok) missed.push(text)
      }
    expect(missed).toEqual([])
  })

  it.each([
    ['', { code: 'none' }],
    ['r=1234', { code: 'none' }],
    ['now=1234', { code: 'none' }],
    ['w=', { code: 'check' }],
    [`w=${'A'.repeat(LONGEST_INVITATION + 1)}`, { code: 'too-long', most: LONGEST_INVITATION }],
    [whole(bytesWith({ format: 5 })), { code: 'later-format' }],
    [whole([...bytesWith({ format: 3 }), 0, 2, ...Array.from({ length: 32 }, () => 7), 0]), { code: 'later-format' }],
  ])('is refused: %.20s', (text, issue) => {
    expect(decodeInvitation(text)).toEqual({ ok: false, issue })
  })

  it.each<[string, InvitationPart, number[]]>([
    ['an id beyond 30 bits', 'id', bytesWith({ id: [0x80, 0, 0, 7] })],
    ['a group of four', 'smallest-group', bytesWith({ group: 4 })],
    ['a relay by http', 'relay', [...bytesWith({ format: 3 }), 0, 1, ...NO_KEY, ...ascii('https://example.org')]],
    ['half a key', 'relay', [...bytesWith({ format: 3 }), 0, 1, 7, 7, 7]],
    ['a group of 101', 'smallest-group', bytesWith({ group: 101 })],
    ['version 1000', 'questionnaire', bytesWith({ version: [3, 232, 0, 0] })],
    ['a questionnaire that is no id', 'questionnaire', bytesWith({ questionnaire: ascii('../x') })],
    ['a key of every object', 'questionnaire', bytesWith({ questionnaire: ascii('constructor') })],
    ['a language that is none', 'language', bytesWith({ language: ascii('e"') })],
    ['no name', 'name', bytesWith({ name: [0] })],
    ['a name of two lines', 'name', bytesWith({ name: ascii('Off\nsite') })],
    ['a name that turns the text around', 'name', bytesWith({ name: [4, 0xe2, 0x80, 0xae, 65] })],
    ['a name with an isolate', 'name', bytesWith({ name: [4, 0xe2, 0x81, 0xa6, 65] })],
    ['a name with a space nobody sees', 'name', bytesWith({ name: [4, 0xe2, 0x80, 0x8b, 65] })],
    ['a name that is no UTF-8', 'name', bytesWith({ name: [2, 0xc0, 0x80] })],
    ['half a character', 'name', bytesWith({ name: [3, 0xed, 0xa0, 0x80] })],
    ['a name of 81 letters', 'name', bytesWith({ name: ascii('x'.repeat(81)) })],
    ['one level', 'levels', bytesWith({ levels: [1, ...ascii('Top')] })],
    ['255 levels', 'levels', bytesWith({ levels: [255, ...ascii('Top')] })],
    ['a level of 41 letters', 'levels', bytesWith({ levels: [2, ...ascii('x'.repeat(41)), ...ascii('y')] })],
    ['two levels of one name', 'levels', bytesWith({ levels: [2, ...ascii('Top'), ...ascii('TOP')] })],
    ['a level that ends early', 'length', bytesWith({ levels: [2, ...ascii('Top'), 9, 65] })],
    ['something left over', 'length', [...bytesWith({}), 0]],
    ['nothing after the format', 'questionnaire', [1]],
  ])('is refused for %s, though its check is right', (_what, part, bytes) => {
    const read = decodeInvitation(whole(bytes))
    expect(read).toEqual({ ok: false, issue: { code: 'shape', part } })
  })

  it('is the same bytes without any of that', () => {
    expect(decodeInvitation(whole(bytesWith({}))).ok).toBe(true)
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { maxLength: 300 }), (bytes) => {
        const read = decodeInvitation(whole([1, ...bytes]))
        if (read.ok) expect(encodeInvitation(read.invitation).split('&')[0]).toBe(whole([1, ...bytes]))
        else expect(read.issue.code).toBe('shape')
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeInvitation(text).ok).toBe(false)
      }),
    )
  })
})

describe('a label', () => {
  it('stays as it is once it is tidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.integer({ min: 1, max: 80 }), (text, longest) => {
        const tidy = tidyLabel(text, longest)
        expect(tidyLabel(tidy, longest)).toBe(tidy)
        expect(tidy.length).toBeLessThanOrEqual(longest)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['  Senior \n leadership ', 'Senior leadership'],
    ['a\u202eb\u2066c\u2069\u200fd', 'abcd'],
    ['nul\u0000l', 'null'],
    ['e\u0301', '\u00e9'],
    ['e\u200e\u0301', '\u00e9'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['\u{1f469}\u200d\u{1f4bc}', '\u{1f469}\u200d\u{1f4bc}'],
    ['\ud83d', ''],
  ])('is tidied from %j to %j', (text, tidy) => {
    expect(tidyLabel(text, 40)).toBe(tidy)
    expect(isLabel(text, 40)).toBe(text === tidy && tidy !== '')
  })

  it('is cut between characters, not within one', () => {
    expect(tidyLabel('ab\u{1f600}', 3)).toBe('ab')
  })
})

describe('the check of an invitation', () => {
  it('is not passed by other signs for the same bytes', () => {
    // One byte is two characters, of which the last has four unused bits; five
    // characters are no bytes.
    expect(readBase64url('Zg')).toEqual([102])
    for (const text of ['Zh', 'Zm9', 'Zg==', 'Zm9vY', 'Zm9v+A', 'Zm 9v']) expect(readBase64url(text)).toBeNull()
  })

  it('is CRC-32', () => {
    // The check value of its definition.
    expect(crc32(Array.from('123456789', (digit) => digit.charCodeAt(0)))).toBe(0xcbf43926)
  })

  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
  ])('is written in the base 64 of RFC 4648: "%s"', (text, signs) => {
    expect(writeBase64url(Array.from(text, (character) => character.charCodeAt(0)))).toBe(signs)
  })
})
