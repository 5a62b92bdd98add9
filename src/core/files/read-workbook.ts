import { MOST_UNPACKED } from '../bounds/bounds.ts'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import readWorkbook from 'read-excel-file/universal'
import { decodeText } from './decode-text.ts'
import type { SheetIssue } from './score-file-issues.ts'

export type OpenedTable =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly issue: SheetIssue }

const TABLE = /\.(csv|tsv|tab|txt|json|xlsx)$/i

const cannot = (issue: SheetIssue): OpenedTable => ({ ok: false, issue })

/** A cell of a workbook as text; a date as in JSON. */
const textOf = (cell: unknown): string =>
  typeof cell === 'string' ? cell : cell === null || cell === undefined ? '' : JSON.stringify(cell).replaceAll('"', '')

/** One row of the sheet is one line, whatever its cells hold. */
const onOneLine = (cell: string): string => cell.replaceAll(/[\r\n]+/g, ' ')

async function readSheets(files: Readonly<Record<string, Uint8Array>>): Promise<OpenedTable> {
  // Packed anew without compression, because the reader would start workers from
  // texts to unpack large sheets, which the pages' policy forbids.
  const stored = zipSync({ ...files }, { level: 0 })
  const sheets = await readWorkbook(stored.buffer as ArrayBuffer, { parseNumber: (text) => text })
  const tables = sheets.filter(({ data }) => data.length > 1)
  const [first, ...others] = tables
  if (!first) return cannot({ code: 'empty' })
  if (others.length > 0) return cannot({ code: 'several-tables', names: tables.map(({ sheet }) => sheet) })
  const rows = first.data.map((row) => row.map((cell) => onOneLine(textOf(cell))))
  return { ok: true, text: Papa.unparse(rows) }
}

/**
 * The one table in a workbook (.xlsx) or an archive (.zip), as text in commas. Its
 * own module, with its reader, so that it is loaded only where such a file is
 * handed in. Never rejects.
 */
export async function readArchive(bytes: Uint8Array): Promise<OpenedTable> {
  try {
    let unpacked = 0
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => (unpacked += originalSize) <= MOST_UNPACKED,
    })
    if (unpacked > MOST_UNPACKED) return cannot({ code: 'too-large', most: MOST_UNPACKED })
    if (Object.hasOwn(files, '[Content_Types].xml')) return await readSheets(files)
    // Folders of their own that some systems add, and files that are not shown.
    const tables = Object.keys(files).filter((name) => TABLE.test(name) && !/(^|\/)(\.|__MACOSX\/)/.test(name))
    const [name, ...others] = tables
    if (name === undefined) return cannot({ code: 'encoding' })
    if (others.length > 0) return cannot({ code: 'several-tables', names: tables })
    const file = files[name] ?? new Uint8Array()
    if (/\.xlsx$/i.test(name) && strFromU8(file.slice(0, 2), true) === 'PK') return await readArchive(file)
    const text = decodeText(file)
    return text === null ? cannot({ code: 'encoding' }) : { ok: true, text }
  } catch {
    return cannot({ code: 'encoding' })
  }
}
