import { LARGEST_SHEET, LARGEST_SHEET_BYTES } from '../bounds/bounds.ts'
import { textPieces } from './decode-text.ts'
import { openTable, otherKind } from './open-table.ts'
import type { ReadResponses, TableReading } from './read-responses.ts'

/** The first bytes of what cannot be read in pieces: archives, workbooks of both kinds, and JSON. */
const isWhole = (start: Uint8Array) =>
  (start[0] === 0x50 && start[1] === 0x4b) ||
  (start[0] === 0xd0 && start[1] === 0xcf) ||
  /^[\s\ufeff\0]*[[{]/.test(
    String.fromCharCode(...start.subarray(0, 64)).replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, ''),
  )

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The table with the statements, where beside it are only such as name one at a time, as a codebook; `null` for none. */
function theOne(tables: readonly string[], reading: TableReading): string | null {
  const counts = tables.map((text) => reading.statementsIn(text))
  const many = tables.filter((_, at) => (counts[at] ?? 0) > 1)
  return many.length === 1 ? (many[0] ?? null) : null
}

/**
 * Reads the table in a file whose bytes come in pieces. Text is read as it comes;
 * an archive, a workbook and JSON once they are there in full. Rejects only where
 * the bytes do.
 *
 * @param note is told how many bytes and rows were read
 */
export async function readTableFile(
  bytes: AsyncIterable<Uint8Array>,
  reading: TableReading,
  note: (read: { readonly bytes: number; readonly rows: number }) => void = () => undefined,
): Promise<ReadResponses> {
  const decode = textPieces()
  const whole: Uint8Array[] = []
  let size = 0
  let isText = true
  for await (const piece of bytes) {
    const other = size === 0 ? otherKind(piece) : null
    if (other) return { ok: false, issues: [other] }
    if (size === 0) isText = !isWhole(piece)
    size += piece.length
    if (size > LARGEST_SHEET_BYTES) return { ok: false, issues: [{ code: 'too-large', most: LARGEST_SHEET }] }
    if (isText) {
      const decoded = decode(piece)
      if (!decoded.ok) return { ok: false, issues: [decoded.issue] }
      if (!reading.push(decoded.text)) break
    } else whole.push(piece)
    note({ bytes: size, rows: reading.rows })
  }
  if (isText) {
    const rest = decode(null)
    if (!rest.ok) return { ok: false, issues: [rest.issue] }
    reading.push(rest.text)
  } else {
    const opened = await openTable(joined(whole))
    const text = opened.ok ? opened.text : theOne(opened.tables ?? [], reading)
    if (text === null) return { ok: false, issues: opened.ok ? [] : [opened.issue] }
    reading.pushWhole(text)
  }
  return reading.finish()
}
