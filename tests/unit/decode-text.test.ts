import { expect, it } from 'vitest'
import { decodeText } from '../../src/core/files/decode-text.ts'

const TEXT = 'id;a1\r\nÉloïse 日本 🙂;4\r\n'

/** UTF-16 with a byte order mark, as in a spreadsheet's "Unicode text". */
function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2))
  for (const [at, unit] of [
    0xfeff,
    ...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
  ].entries())
    view.setUint16(2 * at, unit, isLittleEndian)
  return new Uint8Array(view.buffer)
}

it.each([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
  ['UTF-16, low byte first', utf16(TEXT, true)],
  ['UTF-16, high byte first', utf16(TEXT, false)],
])('reads %s', (_encoding, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT)
})

it.each([
  ['another encoding', [0xc9, 0x6c, 0x6f]],
  ['half a unit of UTF-16', [0xff, 0xfe, 0x41]],
  ['half a character of UTF-16', [0xff, 0xfe, 0x3d, 0xd8]],
])('reads nothing from %s', (_what, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBeNull()
})
