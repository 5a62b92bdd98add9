import { createHash, scryptSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { joinMark, openInvitation, placeOf, sealInvitation } from '../../src/core/live/join-code.ts'
import { findWorkshop, markOfInvitation } from '../../src/core/live/find-workshop.ts'
import { encodeInvitation } from '../../src/core/workshop/invitation.ts'
import { drawJoinCode, isJoinCode, readJoinCode, spellJoinCode } from '../../src/core/workshop/join-symbols.ts'
import { workshop } from '../fixtures/workshop.ts'
import { ScriptedRelay } from '../fixtures/scripted-relay.ts'

let drawn = 7
const draw = () => (drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 30)
const CODE = 'K7Q2MX0A9Z'
const FRAGMENT = `w=${'A'.repeat(240)}&hold`
const place = await placeOf(CODE)
const laid = sealInvitation(place, FRAGMENT, draw)!

describe('a join code', () => {
  test('is ten symbols that can be read aloud, of which none look alike', () => {
    for (let times = 0; times < 100; times++) {
      const code = drawJoinCode(draw)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
      expect(isJoinCode(code)).toBe(true)
      expect(readJoinCode(spellJoinCode(code))).toBe(code)
    }
  })

  test.each(['k7q2mx0a9z', 'K7Q2M X0A9Z', ' k7q2m-xoa9z ', 'K7Q2MX\u20110A9Z'])('is read as %s', (typed) => {
    expect(readJoinCode(typed)).toBe(CODE)
  })

  test.each(['', 'K7Q2M', 'K7Q2MX0A9Z0', 'K7Q2MX0A9é'])('is not read as "%s"', (typed) => {
    expect(readJoinCode(typed)).toBeNull()
  })

  test('leads where another program says, by scrypt (RFC 7914)', () => {
    const bytes = scryptSync(CODE, 'ld1 join', 81, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 })
    expect(Buffer.from(place.key)).toEqual(bytes.subarray(17, 49))
    expect(Buffer.from(place.commitment)).toEqual(bytes.subarray(49))
    expect(place.topic).toMatch(/^ld1\/j\/[a-z2-7]{26}$/)
    const bits = [...bytes.subarray(0, 17)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
    const signs = 'abcdefghijklmnopqrstuvwxyz234567'
    const name = Array.from({ length: 26 }, (_, at) => signs[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)])
    expect(place.topic).toBe(`ld1/j/${name.join('')}`)
  })
})

test('the mark of a key is the one that another program says, by scrypt (RFC 7914)', async () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, at) => 7 * at))
  const bytes = scryptSync(key, 'ld1 mark', 6, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 })
  const symbols = [...bytes].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]).join('')
  expect(await joinMark(key.toString('base64url'))).toBe(`${symbols.slice(0, 3)} ${symbols.slice(3)}`)
})

test('an invitation that cannot be read, or is of no live workshop, has no mark', async () => {
  expect(await markOfInvitation('w=nothing')).toBeNull()
  expect(await markOfInvitation(encodeInvitation(workshop))).toBeNull()
  const publicKey = 'fV6tjk5u-HBTeTq10mQgadTUaXTYj_b9_iTEfyjgFAY'
  const fragment = encodeInvitation({ ...workshop, live: { publicKey, relay: '' } })
  expect(await markOfInvitation(fragment)).toBe(await joinMark(publicKey))
})

describe('an invitation that is laid for a code', () => {
  test('is opened with the code alone', async () => {
    expect(openInvitation(place, laid)).toBe(FRAGMENT)
    expect(openInvitation(await placeOf('K7Q2MX0A9Y'), laid)).toBeNull()
    expect(Buffer.from(laid).toString('latin1')).not.toContain('AAAA')
  })

  test('is refused with any byte changed, cut, or extended', () => {
    for (let at = 0; at < laid.length; at++) {
      const changed = Uint8Array.from(laid)
      changed[at]! ^= 1
      expect(openInvitation(place, changed)).toBeNull()
    }
    expect(openInvitation(place, laid.slice(0, -1))).toBeNull()
    expect(openInvitation(place, Uint8Array.from([...laid, 0]))).toBeNull()
    expect(openInvitation(place, new Uint8Array(0))).toBeNull()
  })

  test('is as long for most workshops, another one each time, and never longer than a relay takes', () => {
    const lengths = [30, 120, 240].map((length) => sealInvitation(place, 'w'.repeat(length), draw)!.length)
    expect(new Set(lengths).size).toBe(1)
    const again = sealInvitation(place, FRAGMENT, draw)!
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(hash(again)).not.toBe(hash(laid))
    for (let length = 0; length < 2100; length += 50)
      expect(sealInvitation(place, 'w'.repeat(length), draw)?.length ?? 0).toBeLessThanOrEqual(2048)
    expect(sealInvitation(place, 'w'.repeat(1700), draw)).not.toBeNull()
    expect(sealInvitation(place, 'w'.repeat(2000), draw)).toBeNull()
  })
})

describe('looking for a workshop', () => {
  let waiting: { readonly milliseconds: number; readonly ring: () => void }[] = []
  const wait = (milliseconds: number) => new Promise<void>((ring) => waiting.push({ milliseconds, ring }))
  /** Ends the shortest of the waits. */
  function ringNext(): void {
    const [next, ...others] = waiting.toSorted((one, other) => one.milliseconds - other.milliseconds)
    waiting = others
    next?.ring()
  }
  /** Lets time pass until it is answered. */
  async function answered<T>(looking: Promise<T>): Promise<T> {
    waiting = []
    const done = { is: false }
    void looking.then(() => (done.is = true))
    while (!done.is) {
      await new Promise<void>((resolve) => setTimeout(resolve, 5))
      ringNext()
    }
    return looking
  }

  test('finds what lies there', async () => {
    const relay = new ScriptedRelay()
    relay.take(place.topic, laid)
    expect(await findWorkshop({ relay, wait }, [''], CODE)).toEqual({ found: 'invitation', fragment: FRAGMENT })
  })

  test('finds nothing where nothing lies, or something that the relay made up', async () => {
    const relay = new ScriptedRelay()
    expect(await answered(findWorkshop({ relay, wait }, [''], CODE))).toEqual({ found: 'nothing' })
    relay.take(
      place.topic,
      Uint8Array.from(laid, (byte, at) => (at > 100 ? 0 : byte)),
    )
    expect(await answered(findWorkshop({ relay, wait }, [''], CODE))).toEqual({ found: 'nothing' })
  })

  test('says where no relay answers, and asks all there are', async () => {
    const relay = new ScriptedRelay()
    relay.isDown = true
    expect(await answered(findWorkshop({ relay, wait }, [''], CODE))).toEqual({ found: 'no-relay' })
    expect(await findWorkshop({ relay, wait }, [], CODE)).toEqual({ found: 'no-relay' })
    relay.isDown = false
    relay.take(place.topic, laid)
    const found = await answered(findWorkshop({ relay, wait }, ['wss://one', 'wss://two'], CODE))
    expect(found).toEqual({ found: 'invitation', fragment: FRAGMENT })
    expect(relay.accounts).toHaveLength(3)
  })
})
