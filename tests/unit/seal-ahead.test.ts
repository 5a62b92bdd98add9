import { describe, expect, it } from 'vitest'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { sealIdentity } from '../../src/core/workshop/identity.ts'
import { ledgerOf } from '../../src/core/workshop/ledger.ts'
import { sealAhead } from '../../src/core/workshop/seal-ahead.ts'
import { workshop } from '../fixtures/workshop.ts'

const KEY = '0123456789ABCDEFGHJKMNPQRSTVWX'
const OTHER = KEY.replace('0', 'Z')

const entries = Array.from({ length: 600 }, (_, at): CollectedEntry => ({
  id: `e${at}`,
  participant: at % 2 === 0 ? at : null,
  revision: at % 2 === 0 ? 1 : null,
  mark: at % 2 === 0 ? null : String(at).padStart(16, '0'),
  via: at % 2 === 0 ? 'code' : 'row',
  completedOn: null,
  level: 0,
  pace: 'usual',
  answers: {},
}))
const kept = {
  workshop,
  expected: [null, null, null],
  collected: { entries, former: [] },
  snapshots: [{ number: 1, takenOn: '2026-11-22', entries: entries.map(({ id }) => id) }],
  closed: true,
}

describe('tombstones that are made ahead', () => {
  it('are those that would be made as they are needed, and leave nothing behind', async () => {
    const wanted = ledgerOf(kept, KEY)
    let pauses = 0
    const pause = () => Promise.resolve(++pauses)
    expect(await sealAhead(entries, KEY, pause, () => ledgerOf(kept, KEY))).toEqual(wanted)
    expect(pauses).toBe(3)
    // Sealed under another key they are others, as if nothing had been made ahead.
    const seal = sealIdentity(OTHER, 'entry:e1')
    expect(await sealAhead(entries, KEY, pause, () => sealIdentity(OTHER, 'entry:e1'))).toBe(seal)
    expect(seal).not.toBe(sealIdentity(KEY, 'entry:e1'))
  })

  it('are made by no more than a slice at once, before anything else is done', async () => {
    const sealed = [0]
    const watched = entries.map((entry) => ({
      ...entry,
      get id() {
        sealed[sealed.length - 1]!++
        return entry.id
      },
    }))
    const pause = () => Promise.resolve(sealed.push(0))
    await sealAhead(watched, KEY, pause, () => sealed.push(-1))
    expect(sealed).toEqual([250, 250, 100, 0, -1])
    expect(await sealAhead(watched, undefined, pause, () => 'done without a key')).toBe('done without a key')
  })

  it('are an HMAC as RFC 2104 has it', () => {
    // printf 'person:ada' | openssl dgst -sha256 -hmac 0123456789ABCDEFGHJKMNPQRSTVWX
    expect(sealIdentity(KEY, 'person:ada')).toBe('73799aee62f54f2c57cab8eb366b8631')
  })
})
