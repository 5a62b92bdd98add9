import { describe, expect, it } from 'vitest'
import { whoIn } from '../../src/core/codes/hand-over-code.ts'
import { openRefused, sealRefused } from '../../src/core/live/refused.ts'
import { NOTHING_COLLECTED } from '../../src/core/workshop/collected.ts'
import { fateOfHanded } from '../../src/core/workshop/handed.ts'
import { entriesOf, numbersFrom } from '../fixtures/rooms.ts'
import { handOverCode } from '../fixtures/workshop.ts'

const next = numbersFrom(3)
const draw = () => Math.floor(2 ** 30 * next())
const privateKey = Uint8Array.from({ length: 32 }, (_, at) => at)
const other = Uint8Array.from({ length: 32 }, (_, at) => at + 1)
const topic = `ld1/${'a'.repeat(26)}/r/0/${'b'.repeat(26)}`
const refused = {
  receiptKey: Uint8Array.from({ length: 32 }, (_, at) => 7 * at),
  participant: 2 ** 30 - 1,
  revision: 9,
}

describe('what a console leaves in the place of answers that it refused', () => {
  const laid = sealRefused(privateKey, topic, refused, draw)

  it('is read by the consoles of the workshop alone, and where it was left alone', () => {
    expect(openRefused(privateKey, topic, laid)).toEqual(refused)
    expect(openRefused(other, topic, laid)).toBe(null)
    expect(openRefused(privateKey, `${topic}2`, laid)).toBe(null)
    expect(laid).toHaveLength(78)
    expect(sealRefused(privateKey, topic, refused, draw)).not.toEqual(laid)
  })

  it('is believed in nothing once a bit of it, or its length, is another', () => {
    for (let bit = 0; bit < 8 * laid.length; bit++) {
      const changed = Uint8Array.from(laid)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(openRefused(privateKey, topic, changed), `${bit}`).toBe(null)
    }
    for (const cut of [laid.slice(0, -1), Uint8Array.from([...laid, 0]), new Uint8Array(0)])
      expect(openRefused(privateKey, topic, cut)).toBe(null)
  })

  it('is of whoever stands in the code, the last revision for all beyond', () => {
    const code = (revision: number) => handOverCode(12_345, { revision }).replaceAll('-', '')
    expect(whoIn(code(3))).toEqual({ participant: 12_345, revision: 3 })
    const { revision } = whoIn(code(400))!
    expect(openRefused(privateKey, topic, sealRefused(privateKey, topic, { ...refused, revision: 400 }, draw))).toEqual(
      {
        ...refused,
        revision,
      },
    )
    expect(whoIn(code(3).slice(0, 20))).toBe(null)
    expect(whoIn('no code')).toBe(null)
  })
})

describe('what is said of a hand-over that another console refused', () => {
  const entries = entriesOf([{ level: 0, answers: {} }], 'e').map((one) => ({ ...one, participant: 5, revision: 2 }))
  const fate = (participant: number, revision: number) =>
    fateOfHanded({ ...NOTHING_COLLECTED, entries }, { participant, revision })

  it('is that it counts, that a later one does, or nothing', () => {
    expect([fate(5, 2), fate(5, 1), fate(5, 3), fate(6, 2)]).toEqual(['already-there', 'older', null, null])
  })
})
