import { describe, expect, it } from 'vitest'
import { openLedger, sealLedger } from '../../src/core/live/ledger.ts'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { bindBySharedLedger, writeSharedLedger } from '../../src/core/workshop/shared-ledger.ts'
import { letBack, takeOut } from '../../src/core/workshop/taken-out.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { BOUNDS } from '../../src/relay/bounds.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf, threeLevels } from '../fixtures/rooms.ts'
import { workshop } from '../fixtures/workshop.ts'

const KEY = '0123456789ABCDEFGHJKMNPQRSTVWX'
const next = numbersFrom(7)

/** People with these numbers, as one console keeps them: another gives the same people other ids. */
const joined = (from: number, to: number, console: string): CollectedEntry[] =>
  entriesOf(
    Array.from({ length: to - from }, (_, index) => ({
      level: index % 3,
      answers: Object.fromEntries(questionnaire.items.map(({ id }) => [id, 1 + Math.floor(5 * next())])),
    })),
    `${console}${from}-`,
  ).map((entry, index) => ({ ...entry, participant: from + index }))

const roomOf = (entries: readonly CollectedEntry[], views: readonly (readonly CollectedEntry[])[]): KeptWorkshop => ({
  workshop: { ...workshop, ...threeLevels },
  expected: [null, null, null],
  collected: { entries, former: [] },
  snapshots: views.map((own, index) => snapshotOf(index + 1, own)),
  closed: false,
  identityKey: KEY,
})

const first = joined(0, 15, 'a')
const shown = roomOf(first, [first])
const text = writeSharedLedger(shown)!

describe('what consoles of one workshop tell each other', () => {
  it('is nothing before a view was shown or answers were taken out', () => {
    expect(writeSharedLedger(roomOf(first, []))).toBeNull()
  })

  it('holds no name, no answer and no key of the room', () => {
    const live = { publicKey: 'A'.repeat(43), relay: '' }
    const named = {
      ...shown,
      workshop: { ...shown.workshop, name: 'Offsite Lisbon', client: 'Northwind', live },
      liveKey: 'B'.repeat(43),
      joinCode: 'K7Q2MX0A9Z',
    }
    const said = writeSharedLedger(named)!
    for (const secret of ['Lisbon', 'Northwind', 'AAAA', 'BBBB', 'K7Q2MX0A9Z', '"answers":{"'])
      expect(said).not.toContain(secret)
  })

  it('keeps a console that has an old file from a view that differs by one person', () => {
    const old = roomOf(joined(0, 16, 'b'), [])
    expect(decideSnapshot(old)).toEqual({ ok: true })
    const bound = bindBySharedLedger(old, text)!
    expect(bound.kept.snapshots).toHaveLength(1)
    expect(decideSnapshot(bound.kept)).toMatchObject({ ok: false })
    const grown = { ...bound.kept, collected: { entries: [...joined(0, 30, 'b')], former: [] } }
    expect(decideSnapshot(grown)).toEqual({ ok: true })
  })

  it('takes answers out everywhere', () => {
    const out = writeSharedLedger(takeOut(roomOf(first, []), first[3]!.id, KEY))!
    const other = roomOf(joined(0, 15, 'b'), [])
    const bound = bindBySharedLedger(other, out)!
    expect(bound.kept.collected.entries.map(({ participant }) => participant)).not.toContain(3)
    expect(bound.kept.collected.entries).toHaveLength(14)
  })

  it('leaves in what was let back here, and takes it out once more where it is again', () => {
    const mine = { ...roomOf(first, []), liveKey: 'B'.repeat(43) }
    const out = takeOut(mine, first[3]!.id, KEY)
    const said = writeSharedLedger(out)!
    const back = letBack(out, first[3]!)
    expect(back.collected.entries).toHaveLength(15)
    expect(bindBySharedLedger(back, said)!.kept.collected.entries).toHaveLength(15)
    const again = takeOut(back, first[3]!.id, KEY)
    expect(bindBySharedLedger(again, said)!.kept.collected.entries).toHaveLength(14)
    expect(again.letBack).toEqual([])
  })

  it('says which of the two knows more, and changes nothing where it knows all', () => {
    expect(bindBySharedLedger(shown, text)).toEqual({ kept: shown, knowsMore: false })
    const both = roomOf([...first, ...joined(15, 30, 'a')], [first, joined(15, 30, 'a')])
    expect(bindBySharedLedger(both, text)).toMatchObject({ kept: both, knowsMore: true })
    const again = bindBySharedLedger(shown, writeSharedLedger(both)!)!
    expect(again.kept.snapshots).toHaveLength(2)
    expect(again.knowsMore).toBe(false)
  })

  it.each([
    ['of another workshop', writeSharedLedger({ ...shown, workshop: { ...shown.workshop, id: 'ABCDEF' } })!],
    ['under another key', writeSharedLedger({ ...shown, identityKey: 'Z'.repeat(30) })!],
    ['that is damaged', text.slice(0, -9)],
    ['that is none', '{}'],
  ])('is refused where it is one %s', (_what, other) => {
    expect(bindBySharedLedger(shown, other)).toBeNull()
  })
})

describe('a ledger at the relay', () => {
  let drawn = 1
  const draw = () => (drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 30)
  const privateKey = new Uint8Array(32).fill(7)

  it('is read with the private key alone, and refused with any byte changed', () => {
    const laid = sealLedger(privateKey, text, draw)!
    expect(openLedger(privateKey, laid)).toBe(text)
    expect(openLedger(new Uint8Array(32), laid)).toBeNull()
    expect(openLedger(privateKey, laid.slice(0, -1))).toBeNull()
    expect(openLedger(privateKey, new Uint8Array(0))).toBeNull()
    for (let at = 0; at < laid.length; at += 97) {
      const changed = Uint8Array.from(laid)
      changed[at]! ^= 1
      expect(openLedger(privateKey, changed)).toBeNull()
    }
  })

  it('has room for everybody whose answers a room at the relay takes, and says where it has none', () => {
    const all = joined(0, BOUNDS.answers, 'a')
    const written = writeSharedLedger(roomOf(all, [all]))!
    const laid = sealLedger(privateKey, written, draw)!
    expect(laid.length).toBeLessThanOrEqual(BOUNDS.ledgerBytes)
    expect(openLedger(privateKey, laid)).toBe(written)
    const endless = Array.from({ length: 200_000 }, () => draw().toString(36)).join('')
    expect(sealLedger(privateKey, endless, draw)).toBeNull()
  })
})
