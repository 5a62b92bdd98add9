import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockBytes, unlockBytes } from '../../src/adapters/age-file.ts'
import { isLocked, LOCK_BYTES, problemOfPassphrase } from '../../src/core/files/locked-file.ts'
import { readWorkshopBytes } from '../../src/core/workshop/read-workshop-bytes.ts'
import { setUpTexts as englishSetUp } from '../../src/ui/locales/en/console-set-up.ts'
import { setUpTexts as frenchSetUp } from '../../src/ui/locales/fr/console-set-up.ts'
import { consoleTexts as english } from '../../src/ui/locales/en/console.ts'
import { handOverTexts as englishPromises } from '../../src/ui/locales/en/hand-over.ts'
import { lockedFile as englishSentence } from '../../src/ui/locales/en/workshop-file.ts'
import { consoleTexts as french } from '../../src/ui/locales/fr/console.ts'
import { handOverTexts as frenchPromises } from '../../src/ui/locales/fr/hand-over.ts'
import { lockedFile as frenchSentence } from '../../src/ui/locales/fr/workshop-file.ts'

/** A workshop's file, locked by the command line program age 1.1. */
const fixture = readFileSync(join(import.meta.dirname, '../fixtures/locked-workshop.json.age'))
const PASSPHRASE = 'quatre mots élagués 7'

describe('a locked file', () => {
  it('of another program is opened with its passphrase alone', async () => {
    const bytes = await unlockBytes(fixture, PASSPHRASE)
    expect(bytes && readWorkshopBytes(bytes)).toMatchObject({ ok: true, kept: { workshop: { id: 'K7Q2MX' } } })
    expect(await unlockBytes(fixture, `${PASSPHRASE} `)).toBeNull()
  })

  it('is not opened once a byte of its content was changed', async () => {
    const changed = Uint8Array.from(fixture)
    changed[changed.length - 20]! ^= 1
    expect(await unlockBytes(changed, PASSPHRASE)).toBeNull()
  })

  it('holds nothing that can be read, and is told by its first line', async () => {
    const locked = await lockBytes(new TextEncoder().encode('"answers":'.repeat(20)), PASSPHRASE)
    const text = Buffer.from(locked).toString('latin1')
    expect(text).not.toContain('answers')
    expect(isLocked(text.slice(0, LOCK_BYTES))).toBe(true)
    expect(isLocked(fixture.toString('latin1').slice(0, LOCK_BYTES))).toBe(true)
    for (const other of ['', '{"format":"leadership-diagnostic-workshop"}', 'age-encryption.org/v12'])
      expect(isLocked(other)).toBe(false)
  })

  it('is never opened, and nothing is thrown, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await unlockBytes(bytes, PASSPHRASE)).toBeNull()
      }),
    )
  })
})

describe('a passphrase', () => {
  it.each<[string, string, ReturnType<typeof problemOfPassphrase>]>([
    ['', '', 'too-short'],
    ['eleven char', 'eleven char', 'too-short'],
    // Eleven letters, of which one is typed as two characters.
    ['e\u0301leven char', 'e\u0301leven char', 'too-short'],
    ['twelve chars', 'twelve chars', null],
    ['twelve chars', 'Twelve chars', 'differs'],
  ])('%j typed again as %j: %s', (first, again, problem) => {
    expect(problemOfPassphrase(first, again)).toBe(problem)
  })
})

it.each([
  ['English', english, englishSetUp, englishPromises, englishSentence],
  ['French', french, frenchSetUp, frenchPromises, frenchSentence],
])('both sides are told of the file in the same words, in %s', (_language, console, setUp, promises, sentence) => {
  expect(promises.promises.noRaw.text).toContain(sentence)
  expect(setUp.rawNoHint).toContain(sentence)
  expect(console.takeAway.lockedHint).toContain(sentence)
})
