import { decodeText } from './decode-text.ts'
import type { OpenedTable } from './read-workbook.ts'

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/**
 * The text of a file that was handed in: text in UTF-8 or UTF-16, the one table of
 * a workbook (.xlsx), or the one of an archive (.zip). Never rejects, unless the
 * part that reads workbooks cannot be loaded.
 */
export async function openTable(bytes: Uint8Array): Promise<OpenedTable> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const { readArchive } = await import('./read-workbook.ts')
    return readArchive(bytes)
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, issue: { code: 'old-workbook' } }
  const text = decodeText(bytes)
  return text === null ? { ok: false, issue: { code: 'encoding' } } : { ok: true, text }
}
