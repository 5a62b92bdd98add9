const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as characters that are safe in a link, without padding. RFC 4648, section 5. */
export function writeBase64url(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.slice(at, at + 3)
    const triple = first * 65_536 + second * 256 + third
    const signs = [18, 12, 6, 0].map((shift) => SIGNS[(triple >>> shift) & 63]).join('')
    text += signs.slice(0, bytes.length - at + 1)
  }
  return text
}

/**
 * The bytes of such a text; `null` for any text that `writeBase64url` cannot write.
 * Never throws.
 */
export function readBase64url(text: string): number[] | null {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const sign of text) {
    const value = SIGNS.indexOf(sign)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xfff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >>> bits) & 255)
    }
  }
  return text.length % 4 === 1 || (held & ((1 << bits) - 1)) !== 0 ? null : bytes
}
