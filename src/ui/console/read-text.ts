/**
 * The text of a file as spreadsheets and survey tools save it: UTF-8, or UTF-16
 * with a mark in front; `null` for any other bytes. Never throws.
 */
export async function readText(file: File): Promise<string | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const [first, second] = bytes
    const mark = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
    return new TextDecoder(mark ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
