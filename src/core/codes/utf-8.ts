/**
 * A text as bytes of UTF-8.
 *
 * @throws URIError for an unpaired surrogate.
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

/**
 * The text of such bytes; `null` for invalid UTF-8, overlong forms and surrogates
 * included. Never throws.
 */
export function readUtf8(bytes: readonly number[]): string | null {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return null
  }
}
