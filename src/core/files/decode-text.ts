/**
 * Declared here because `core` compiles without the DOM's types; every browser and
 * Node have it.
 */
declare class TextDecoder {
  constructor(encoding: string, options: { readonly fatal: boolean })
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string
}

/** In bytes; enough to tell UTF-16 without a mark, in which every other byte of most headings is 0. */
const SAMPLE = 400

/** UTF-16 by its byte order mark, or by where zeros stand in the first bytes; `null` for neither. */
function wideIn(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2))
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]!++
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) * 4 < sample.length || Math.min(even, odd) > 0) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/**
 * The text of a file as spreadsheets and survey tools save it: UTF-8, or UTF-16
 * with or without a byte order mark in front. The mark is no part of the text.
 *
 * @returns `null` for any other bytes. Never throws.
 */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(wideIn(bytes) ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Decodes a file whose bytes come in pieces, as `decodeText` does the whole: returns
 * the text of each piece, and what is left at the end for `null`. A text is `null`
 * where the bytes are none. Never throws.
 */
export function textPieces(): (piece: Uint8Array | null) => string | null {
  let decoder: TextDecoder | null = null
  return (piece) => {
    decoder ??= new TextDecoder((piece && wideIn(piece)) ?? 'utf-8', { fatal: true })
    try {
      return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch {
      return null
    }
  }
}
