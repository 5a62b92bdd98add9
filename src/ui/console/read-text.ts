import { decodeText } from '../../core/files/decode-text.ts'

/** The text of a file; `null` for another kind of file, or one that can no longer be read. Never throws. */
export async function readText(file: File): Promise<string | null> {
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return null
  }
}
