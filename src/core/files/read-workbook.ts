import { MOST_UNPACKED } from '../bounds/bounds.ts'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import readWorkbook from 'read-excel-file/universal'
import { decodeText, decodeWhole } from './decode-text.ts'
import { tallCells, withErrors } from './mend-workbook.ts'
import type { SheetIssue } from './score-file-issues.ts'

export type OpenedTable =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly issue: SheetIssue
      /** The texts of several tables, of which one may be the one that is meant. */
      readonly tables?: readonly string[]
    }

const TABLE = /\.(csv|tsv|tab|txt|json|xlsx|xls)$/i

const cannot = (issue: SheetIssue, tables: readonly string[] = []): OpenedTable =>
  tables.length === 0 ? { ok: false, issue } : { ok: false, issue, tables }

/** 30 December 1899, from which workbooks count days, in milliseconds of Unix time. */
const FIRST_DAY = -2_209_161_600_000
const DAY = 24 * 60 * 60 * 1000
/** In days: a smaller number was never a date. */
const SMALLEST_DATE = 1000

interface SheetDate {
  readonly getTime: () => number
  readonly toISOString: () => string
}

function dateText(date: SheetDate): string {
  const days = (date.getTime() - FIRST_DAY) / DAY
  return days >= 0 && days < SMALLEST_DATE && Number.isInteger(days) ? String(days) : date.toISOString()
}

const isDate = (cell: unknown): cell is SheetDate =>
  typeof cell === 'object' && cell !== null && 'toISOString' in cell && 'getTime' in cell

/** A cell of a workbook as text; a date as in JSON, unless it is a number that a spreadsheet shows as one. */
function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell
  if (cell === null || cell === undefined) return ''
  return isDate(cell) && !Number.isNaN(cell.getTime()) ? dateText(cell) : String(cell)
}

/** A number as it was written: workbooks hold long ones as 1.18456310001E+11. */
const numberText = (text: string): string => (/e/i.test(text) ? String(Number(text)) : text)

/** One row of the sheet is one line, whatever its cells hold. */
const onOneLine = (cell: string): string => cell.replaceAll(/[\r\n]+/g, ' ')

async function readSheets(files: Readonly<Record<string, Uint8Array>>): Promise<OpenedTable> {
  // Packed anew without compression, because the reader would start workers from
  // texts to unpack large sheets, which the pages' policy forbids.
  const stored = zipSync(withErrors(files), { level: 0 })
  const sheets = await readWorkbook(stored.buffer as ArrayBuffer, { parseNumber: numberText })
  const tables = sheets.map(({ sheet, data }, at) => ({ sheet, data, at })).filter(({ data }) => data.length > 0)
  const long = tables.filter(({ data }) => data.length > 1)
  const [first = tables[0], ...others] = long
  if (!first) return cannot({ code: 'empty' })
  const tall = tallCells(files)
  const write = ({ data, at }: (typeof tables)[number]) => {
    const rows = data.map((row) => row.map((cell) => onOneLine(textOf(cell))))
    // A merged cell stands in its first row alone, and is meant for all.
    for (const { from, until, column } of tall[at] ?? [])
      for (let row = from + 1; row <= until; row++) {
        const cells = rows[row]
        if (cells?.[column] === '') cells[column] = rows[from]?.[column] ?? ''
      }
    return Papa.unparse(rows)
  }
  if (others.length === 0) return { ok: true, text: write(first) }
  return cannot({ code: 'several-tables', names: long.map(({ sheet }) => sheet) }, long.map(write))
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
    if (name === undefined) return cannot({ code: 'no-table', names: Object.keys(files) })
    if (others.length > 0) {
      const texts = tables
        .filter((one) => !/\.xlsx?$/i.test(one))
        .map((one) => decodeText(files[one] ?? new Uint8Array()))
      const all = texts.length === tables.length ? texts.filter((text) => text !== null) : []
      return cannot({ code: 'several-tables', names: tables }, all)
    }
    const file = files[name] ?? new Uint8Array()
    if (/\.xlsx$/i.test(name) && strFromU8(file.slice(0, 2), true) === 'PK') return await readArchive(file)
    if (/\.xls$/i.test(name)) return cannot({ code: 'old-workbook' })
    return decodeWhole(file)
  } catch {
    return cannot({ code: 'damaged' })
  }
}
