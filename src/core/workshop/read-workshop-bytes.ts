import { decodeText } from '../files/decode-text.ts'
import { readWorkshopFile, type ReadWorkshopFile } from './workshop-file.ts'

/** Reads the file of a workshop from its bytes. `null` where they are no text. Never throws. */
export function readWorkshopBytes(bytes: Uint8Array): ReadWorkshopFile | null {
  const text = decodeText(bytes)
  return text === null ? null : readWorkshopFile(text)
}
