/**
 * Declared here because `core` compiles without the DOM's types; every browser and
 * Node have it.
 */
declare class TextDecoder {
  constructor(encoding: string, options: { readonly fatal: boolean })
  decode(bytes: Uint8Array): string
}

/**
 * The text of a file as spreadsheets and survey tools save it: UTF-8, or UTF-16
 * with a byte order mark in front. The mark is no part of the text.
 *
 * @returns `null` for any other bytes. Never throws.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
