import Papa from 'papaparse'
import { placesIn, type Place } from './json-places.ts'
import { scanJson } from './scan-json.ts'
import type { SheetIssue } from './score-file-issues.ts'

/** A table that was made of JSON. */
export interface TableInJson {
  /** A heading and a line for each record. */
  readonly text: string
  /** Where each line of the text begins in the JSON; the heading where the first record does. */
  readonly places: readonly Place[]
  /** The names of what lies too deep to be read. */
  readonly deeper: readonly string[]
  /** Whether it is a list: one record alone may be anything. */
  readonly isList: boolean
}

export type JsonRead =
  | { readonly ok: true; readonly table: TableInJson }
  | { readonly ok: false; readonly issue: SheetIssue }

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRows = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFields)

/** How a file of the diagnostic's own begins: it is no table. */
const OWN_FORMAT = 'leadership-diagnostic-'

/** Text that begins so is meant to be JSON. */
const LIKE_JSON = /^\s*(?:\{\s*["}]|\[\s*(?:[[{\]]|"[^"\n]*"\s*[,\]]))/

const isOwn = (content: unknown) => isFields(content) && String(content['format']).startsWith(OWN_FORMAT)

const scalarOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? // One record is one line, whatever its cells hold.
      String(value).replaceAll(/[\r\n]+/g, ' ')
    : null

/** A value as a cell: several choices with a comma between; `null` for what lies deeper. */
function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (!Array.isArray(value)) return scalarOf(value)
  const parts = value.map(scalarOf)
  return parts.every((part) => part !== null) ? parts.join(', ') : null
}

/** Older LimeSurvey writes each record behind its number: { "17": { ... } }. */
function unwrapped(rows: readonly Fields[]): readonly Fields[] {
  const inner = rows.map((row) => Object.values(row))
  const isWrapped = inner.every(([one, ...others]) => isFields(one) && others.length === 0)
  return isWrapped ? (inner.map(([one]) => one) as readonly Fields[]) : rows
}

/** Qualtrics writes a record's values and, where a value is of a choice, its words: these are the cells. */
function withLabels(row: Fields): Fields {
  const { values, labels, displayedFields: _fields, displayedValues: _values, ...rest } = row
  if (!isFields(values) || !isFields(labels)) return row
  return { ...rest, values: { ...values, ...labels } }
}

const REVIEW = '_validation_status'

/** KoboToolbox writes what reviewers thought as a code with its words: these are the cell. */
function withReview(row: Fields): Fields {
  const review = row[REVIEW]
  return isFields(review) ? { ...row, [REVIEW]: review['label'] ?? review['uid'] ?? '' } : row
}

interface Cell {
  readonly outer: string | null
  readonly name: string
  readonly text: string
}

/** The names of objects in records that have several parts in one of them, as a matrix or a group has. */
const groupsIn = (rows: readonly Fields[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) => (isFields(value) && Object.keys(value).length > 1 ? [name] : [])),
    ),
  )

/** A record's cells, those one level below it, in a group, too. */
function cellsOf(row: Fields, groups: ReadonlySet<string>, deeper: Set<string>): Cell[] {
  const cells: Cell[] = []
  for (const [outer, value] of Object.entries(row)) {
    const text = cellOf(value)
    if (outer === '__proto__') continue
    if (text !== null) cells.push({ outer: null, name: outer, text })
    else if (!isFields(value) || !groups.has(outer)) deeper.add(outer)
    else
      for (const [name, one] of Object.entries(value)) {
        const inner = cellOf(one)
        if (inner === null) deeper.add(`${outer}.${name}`)
        else cells.push({ outer, name, text: inner })
      }
  }
  return cells
}

const keyOf = ({ outer, name }: Cell) => JSON.stringify([outer, name])

function tableOf(records: readonly Fields[], places: readonly Place[], isList: boolean): TableInJson {
  const deeper = new Set<string>()
  const plain = unwrapped(records).map((row) => withReview(withLabels(row)))
  const groups = groupsIn(plain)
  const rows = plain.map((row) => cellsOf(row, groups, deeper))
  const columns = new Map<string, { readonly at: number; readonly outer: string | null; readonly name: string }>()
  const named = new Map<string, number>()
  for (const row of rows)
    for (const cell of row) {
      const key = keyOf(cell)
      if (columns.has(key)) continue
      columns.set(key, { at: columns.size, outer: cell.outer, name: cell.name })
      named.set(cell.name, (named.get(cell.name) ?? 0) + 1)
    }
  const fields = [...columns.values()].map(({ outer, name }) =>
    outer !== null && (named.get(name) ?? 0) > 1 ? `${outer}[${name}]` : name,
  )
  const data = rows.map((row) => {
    const cells = fields.map(() => '')
    for (const cell of row) cells[columns.get(keyOf(cell))?.at ?? 0] = cell.text
    return cells
  })
  const heading = places[0] ?? { line: 1, character: null }
  const text = fields.length === 0 ? '' : Papa.unparse({ fields, data })
  return { text, places: [heading, ...places], deeper: [...deeper], isList }
}

/** The lists of records in JSON, by the names that lead to them: the content itself, or one or two levels below. */
function listsIn(content: unknown): { readonly path: readonly string[]; readonly rows: readonly Fields[] }[] {
  if (isRows(content)) return [{ path: [], rows: content }]
  if (!isFields(content)) return []
  const below = (fields: Fields, before: readonly string[]) =>
    Object.entries(fields).flatMap(([name, rows]) => (isRows(rows) ? [{ path: [...before, name], rows }] : []))
  const own = below(content, [])
  if (own.length > 0) return own
  return Object.entries(content).flatMap(([name, inner]) => (isFields(inner) ? below(inner, [name]) : []))
}

/** A list of lists of cells, the first of which is the heading. */
function isGrid(content: unknown): content is readonly (readonly unknown[])[] {
  return (
    Array.isArray(content) &&
    content.length > 1 &&
    content.every((row) => Array.isArray(row) && row.every((cell) => cell === null || scalarOf(cell) !== null))
  )
}

/** Such a list, alone or within an object, as Google's Sheets API has it, and with its heading beside it, as pandas' "split". */
function gridIn(
  content: unknown,
): { readonly path: readonly string[]; readonly rows: readonly (readonly unknown[])[] } | null {
  if (isGrid(content)) return { path: [], rows: content }
  if (!isFields(content)) return null
  const [found, ...others] = Object.entries(content).filter(([, value]) => isGrid(value))
  if (!found || others.length > 0) return null
  const [name, rows] = found as [string, readonly (readonly unknown[])[]]
  const { columns } = content
  const isHeading = Array.isArray(columns) && rows.every((row) => row.length === columns.length)
  return { path: [name], rows: isHeading ? [columns, ...rows] : rows }
}

/** Records of which each column is an object with a cell for each row's number, as pandas writes them; `null` for others. */
function recordsByColumn(content: unknown): readonly Fields[] | null {
  const columns = isFields(content) ? Object.entries(content) : []
  const numbers = isFields(columns[0]?.[1]) ? Object.keys(columns[0][1]) : []
  const isOne = ([name, cells]: [string, unknown]) =>
    !/^\d+$/.test(name) && isFields(cells) && Object.keys(cells).join() === numbers.join()
  if (columns.length < 2 || numbers.length === 0 || !numbers.every((key) => /^\d+$/.test(key)) || !columns.every(isOne))
    return null
  return numbers.map((key) => Object.fromEntries(columns.map(([name, cells]) => [name, (cells as Fields)[key]])))
}

/** A record on each line. */
function recordsByLine(text: string): { readonly rows: readonly Fields[]; readonly places: readonly Place[] } | null {
  const rows: Fields[] = []
  const places: Place[] = []
  try {
    for (const [at, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue
      const content: unknown = JSON.parse(line)
      if (!isFields(content)) return null
      rows.push(content)
      places.push({ line: at + 1, character: null })
    }
  } catch {
    return null
  }
  return rows.length > 1 ? { rows, places } : null
}

/**
 * The table in a survey tool's JSON: a list of records, alone or within one or two
 * objects, a record on each line, one record, or a list of rows. Of a record, what
 * lies one level deeper is a column, too. Never throws.
 *
 * @returns `null` for a text that is no JSON.
 */
export function tableInJson(text: string): JsonRead | null {
  const json = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  if (!LIKE_JSON.test(json)) return null
  const fail = (issue: SheetIssue): JsonRead => ({ ok: false, issue })
  const done = (...of: Parameters<typeof tableOf>): JsonRead => {
    const table = tableOf(...of)
    return table.text === '' ? fail({ code: 'no-records', line: 1, names: table.deeper }) : { ok: true, table }
  }
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch {
    const found = recordsByLine(json)
    if (found) return done(found.rows, found.places, true)
    const scanned = scanJson(json, { keepsLines: false })
    return fail({ code: 'broken-json', line: scanned.ok ? 1 : scanned.line })
  }
  if (isOwn(content)) return fail({ code: 'no-records', line: 1, names: [] })
  const grid = gridIn(content)
  if (grid) {
    const rows = grid.rows.map((row) => row.map((cell) => scalarOf(cell) ?? ''))
    const own = placesIn(json, grid.path)
    const places = [...own.slice(0, rows.length - own.length), ...own]
    return { ok: true, table: { text: Papa.unparse(rows), places, deeper: [], isList: true } }
  }
  const byColumn = recordsByColumn(content)
  const nowhere = { line: 1, character: null }
  if (byColumn)
    return done(
      byColumn,
      byColumn.map(() => nowhere),
      true,
    )
  const [first, ...others] = listsIn(content)
  if (others.length > 0)
    return fail({ code: 'several-tables', names: [first, ...others].map((list) => list?.path.join('.') ?? '') })
  if (first) return done(first.rows, placesIn(json, first.path), true)
  if (isFields(content) && Object.keys(content).length > 0) return done([content], [], false)
  return fail({ code: 'no-records', line: 1, names: [] })
}
