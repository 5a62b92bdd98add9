import { describe, expect, it } from 'vitest'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { sealIdentity } from '../../src/core/workshop/identity.ts'
import { ledgerOf } from '../../src/core/workshop/ledger.ts'
import { byPieces, PIECE } from '../../src/core/workshop/piecework.ts'
import { sealAhead } from '../../src/core/workshop/seal-ahead.ts'
import { keepingOut, keepOut } from '../../src/core/workshop/taken-out.ts'
import { unitingViews, withViewsOf } from '../../src/core/workshop/united-views.ts'
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

  it('bind a workshop from a file piece by piece', async () => {
    const people = Array.from({ length: 10 * PIECE }, (_, at) => ({ ...entries[0]!, id: `e${at}`, participant: at }))
    const looks = [0]
    const watched = people.map((entry) => ({
      ...entry,
      get participant() {
        looks[looks.length - 1]!++
        return entry.participant
      },
    }))
    const pause = () => Promise.resolve(looks.push(0))
    const here = { ...kept, identityKey: KEY, takenOut: [sealIdentity(KEY, 'participant:5')] }
    const views = [{ number: 1, takenOn: '2026-11-22', entries: people.map(({ id }) => id) }]
    const file = { ...kept, collected: { entries: watched, former: [] }, snapshots: views }
    const wanted = withViewsOf(file, keepOut(here, { ...file, collected: { entries: people, former: [] } }), KEY)
    expect(wanted.collected.entries).toHaveLength(people.length - 1)
    looks.splice(0, looks.length, 0)
    const out = await byPieces(keepingOut(here, file), pause)
    const bound = await byPieces(unitingViews(file, out, KEY), pause)
    expect(bound.snapshots).toEqual(wanted.snapshots)
    expect(bound.collected.entries).toHaveLength(people.length - 1)
    // An entry is looked at a few times by each piece, and in whole only where one is taken out.
    expect(looks.filter((count) => count > 4 * PIECE)).toEqual([])
  })

  it('are an HMAC as RFC 2104 has it', () => {
    // printf 'person:ada' | openssl dgst -sha256 -hmac 0123456789ABCDEFGHJKMNPQRSTVWX
    expect(sealIdentity(KEY, 'person:ada')).toBe('73799aee62f54f2c57cab8eb366b8631')
  })
})
