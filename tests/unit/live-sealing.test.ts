import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { browserSealing } from '../../src/adapters/browser-sealing.ts'
import { scriptedSealing } from '../../src/adapters/scripted-sealing.ts'
import { asciiBytes } from '../../src/core/live/bytes.ts'
import { LONGEST_ENVELOPE, openEnvelope, sealCode } from '../../src/core/live/envelope.ts'
import { readReceipt, writeReceipt } from '../../src/core/live/receipt.ts'
import { RECEIPT_OUTCOMES } from '../../src/core/workshop/sent-code.ts'
import { envelopeTopic, receiptTopic, roomOf, shardTopics, tagIn } from '../../src/core/live/topics.ts'
import { drawTag } from '../../src/core/workshop/live-room.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const implementations = {
  "the browser's own": await browserSealing(crypto),
  'the library': scriptedSealing(),
}
const all = Object.entries(implementations)

/** RFC 9180, appendix A.1.1: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
const VECTOR = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  privateKey: hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
  publicKey: hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
  encapsulated: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
  aad: hex('436f756e742d30'),
  ciphertext: hex('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'),
  content: hex('4265617574792069732074727574682c20747275746820626561757479'),
  exported: {
    '': '3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee',
    '00': '2e8f0b54673c7029649d4eb9d5e33bf1872cf76d623ff164ac185da9e88c21a5',
    '54657374436f6e74657874': 'e9e43065102c3836401bed8c3c3c75ae46be1639869391d62c61f1ec7af54931',
  },
}

describe.each(all)('HPKE by %s', (_name, sealing) => {
  test.each(Object.entries(VECTOR.exported))(
    'opens the vector of RFC 9180, with context "%s"',
    async (context, exported) => {
      const opened = await sealing.open(VECTOR, { ...VECTOR, context: hex(context) })
      expect(opened?.content).toEqual(VECTOR.content)
      expect(opened?.exported).toEqual(hex(exported))
    },
  )

  test('opens nothing else of it', async () => {
    const context = hex('')
    for (const change of [{ aad: hex('436f756e742d31') }, { info: hex('') }, { encapsulated: hex('00'.repeat(32)) }])
      expect(await sealing.open(VECTOR, { ...VECTOR, context, ...change })).toBeNull()
  })

  test('draws another key pair each time', async () => {
    const [one, other] = await Promise.all([sealing.drawKeys(), sealing.drawKeys()])
    expect(one.privateKey).toHaveLength(32)
    expect(one.publicKey).toHaveLength(32)
    expect(one.privateKey).not.toEqual(other.privateKey)
  })
})

let drawn = 0
const draw = () => (drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 30)
const codeOf = (length: number) => '3'.padEnd(length, '7')
const CODE = codeOf(60)

describe.each(all.flatMap(([name, seal]) => all.map(([other, open]) => ({ name, other, seal, open }))))(
  'an envelope sealed by $name and opened by $other',
  ({ seal, open }) => {
    test('holds the code, and gives both the key of receipts', async () => {
      const keys = await open.drawKeys()
      const topic = envelopeTopic(roomOf(keys.publicKey), drawTag(draw))
      const { envelope, receiptKey } = await sealCode(seal, keys.publicKey, topic, CODE)
      expect(await openEnvelope(open, keys, topic, envelope)).toEqual({ code: CODE, receiptKey })
      expect(receiptKey).toHaveLength(32)
    })
  },
)

describe('an envelope', async () => {
  const sealing = scriptedSealing()
  const keys = await sealing.drawKeys()
  const room = roomOf(keys.publicKey)
  const topic = envelopeTopic(room, drawTag(draw))

  test('is as long for every code of up to 125 signs', async () => {
    const lengths = new Set<number>()
    for (const length of [2, 46, 60, 125])
      lengths.add((await sealCode(sealing, keys.publicKey, topic, codeOf(length))).envelope.length)
    expect([...lengths]).toEqual([178])
    expect((await sealCode(sealing, keys.publicKey, topic, codeOf(126))).envelope).toHaveLength(178 + 128)
  })

  test('is never longer than a relay takes', async () => {
    const longest = LONGEST_ENVELOPE - 2 - 32 - 16 - 128
    const { envelope } = await sealCode(sealing, keys.publicKey, topic, codeOf(longest))
    expect(envelope.length).toBeLessThanOrEqual(LONGEST_ENVELOPE)
    await expect(sealCode(sealing, keys.publicKey, topic, codeOf(longest + 1))).rejects.toThrow(RangeError)
  })

  test('is another one each time', async () => {
    const one = await sealCode(sealing, keys.publicKey, topic, CODE)
    const other = await sealCode(sealing, keys.publicKey, topic, CODE)
    expect(one.envelope).not.toEqual(other.envelope)
    expect(one.receiptKey).not.toEqual(other.receiptKey)
  })

  test('is refused with any one bit changed', async () => {
    const { envelope } = await sealCode(sealing, keys.publicKey, topic, CODE)
    const opened: number[] = []
    for (let bit = 0; bit < envelope.length * 8; bit++) {
      const changed = Uint8Array.from(envelope)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      if (await openEnvelope(sealing, keys, topic, changed)) opened.push(bit)
    }
    // RFC 7748: the last bit of a public key's coordinate is ignored, and the key schedule binds the bytes as sent.
    expect(opened).toEqual([])
  })

  test('is refused cut, extended, at another place, and by another key', async () => {
    const { envelope } = await sealCode(sealing, keys.publicKey, topic, CODE)
    for (const length of [0, 1, 2, 34, 50, envelope.length - 1])
      expect(await openEnvelope(sealing, keys, topic, envelope.slice(0, length))).toBeNull()
    expect(await openEnvelope(sealing, keys, topic, Uint8Array.from([...envelope, 0]))).toBeNull()
    expect(await openEnvelope(sealing, keys, envelopeTopic(room, drawTag(draw)), envelope)).toBeNull()
    expect(await openEnvelope(sealing, await sealing.drawKeys(), topic, envelope)).toBeNull()
  })

  test('with something else sealed in it is refused', async () => {
    const info = Uint8Array.from([...asciiBytes('ld1 hand-over'), ...keys.publicKey])
    const bound = { info, aad: asciiBytes(topic), context: asciiBytes('ld1 receipt') }
    const contents = {
      'another kind': [2, 0, 2, 51, 55],
      'a length beyond the end': [1, 1, 0],
      'a sign that cannot be printed': [1, 0, 2, 51, 7],
      'a code of another kind': [1, 0, 2, 49, 55],
      'a text that is no code': [1, 0, 5, ...asciiBytes('{"a":')],
      'something behind the code': [1, 0, 2, 51, 55, 1],
    }
    const code = Uint8Array.from([1, 0, 2, 51, 55])
    for (const [what, start] of Object.entries({ ...contents, 'a code': code })) {
      const content = new Uint8Array(128)
      content.set(start)
      const { encapsulated, ciphertext } = await sealing.seal(keys.publicKey, { ...bound, content })
      const envelope = Uint8Array.from([1, 1, ...encapsulated, ...ciphertext])
      expect((await openEnvelope(sealing, keys, topic, envelope))?.code, what).toBe(start === code ? '37' : undefined)
    }
  })
})

describe('a receipt', () => {
  const key = new Uint8Array(32).fill(7)
  const topic = receiptTopic('a'.repeat(26), 'b'.repeat(26))

  test.each(RECEIPT_OUTCOMES)('says %s', (outcome) => {
    expect(readReceipt(key, topic, writeReceipt(key, topic, outcome))).toBe(outcome)
  })

  test('is refused with any bit changed, at another place, with another key, cut, and of a later form', () => {
    const receipt = writeReceipt(key, topic, 'counted')
    for (let bit = 0; bit < receipt.length * 8; bit++) {
      const changed = Uint8Array.from(receipt)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(readReceipt(key, topic, changed)).toBeNull()
    }
    expect(readReceipt(key, receiptTopic('a'.repeat(26), 'c'.repeat(26)), receipt)).toBeNull()
    expect(readReceipt(new Uint8Array(32), topic, receipt)).toBeNull()
    expect(readReceipt(key, topic, receipt.slice(0, -1))).toBeNull()
    expect(readReceipt(key, topic, new Uint8Array(0))).toBeNull()
  })
})

describe('topics', () => {
  // HKDF-SHA256 (RFC 5869) of thirty-two sevens with the info "ld1 topic", by Python's hmac; base 32 by its base64.
  test('a room is named by its public key, as another program works it out', () => {
    expect(roomOf(new Uint8Array(32).fill(7))).toBe('erv25azx4yqxdmqgrkocqrx7fw')
  })

  test('sixteen shards hold every tag, and about as many each', () => {
    const room = 'a'.repeat(26)
    const counts = new Map<string, number>()
    for (let many = 0; many < 1600; many++) {
      const topic = envelopeTopic(room, drawTag(draw))
      const shard = topic.slice(0, topic.lastIndexOf('/'))
      counts.set(shard, (counts.get(shard) ?? 0) + 1)
      expect(shardTopics(room)).toContain(`${shard}/+`)
    }
    expect(counts.size).toBe(16)
    expect(Math.min(...counts.values())).toBeGreaterThan(50)
  })

  test('a tag is read from its own topic alone', () => {
    const room = 'a'.repeat(26)
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tagIn(text, room)).toBeNull()
      }),
    )
    const tag = drawTag(draw)
    expect(tag).toMatch(/^[a-z2-7]{26}$/)
    expect(tagIn(envelopeTopic(room, tag), room)).toBe(tag)
    expect(tagIn(envelopeTopic('b'.repeat(26), tag), room)).toBeNull()
    const shards = shardTopics(room).map((one) => one.replace('+', tag))
    expect(shards.filter((one) => tagIn(one, room) !== null)).toEqual([envelopeTopic(room, tag)])
  })
})
