/**
 * A text as bytes of UTF-8.
 *
 * @throws URIError for half a character.
 */
export function writeUtf8(text: string): number[] {
  const bytes: number[] = []
  const escaped = encodeURIComponent(text)
  for (let at = 0; at < escaped.length; at++)
    if (escaped[at] === '%') {
      bytes.push(Number.parseInt(escaped.slice(at + 1, at + 3), 16))
      at += 2
    } else bytes.push(escaped.charCodeAt(at))
  return bytes
}

/** The text of such bytes; `null` where they are none, overlong forms and halves of characters among them. Never throws. */
export function readUtf8(bytes: readonly number[]): string | null {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return null
  }
}
