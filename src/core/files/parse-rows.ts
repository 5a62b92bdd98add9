import Papa from 'papaparse'

/** One row of a sheet, as in the file. */
export interface SheetRow {
  /** Trimmed. */
  readonly cells: readonly string[]
  /** The first and the last line it takes, from 1. */
  readonly line: number
  readonly until: number
  /** Whether its quotation marks pair. Otherwise its cells are a guess. */
  readonly sound: boolean
}

function countLineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The separators that spreadsheets use, depending on the country. */
const DELIMITERS = [',', ';', '\t'] as const

export interface Heading {
  readonly row: SheetRow
  readonly delimiter: string
  /** How many of the heading's cells are known columns. */
  readonly known: number
}

/**
 * The first row of a table, read with the delimiter that makes most of its cells
 * known.
 *
 * @param text with line feeds as its only line breaks
 * @returns `null` where there is no row. Never throws.
 */
export function findHeading(text: string, isKnown: (cell: string) => boolean): Heading | null {
  let best: Heading | null = null
  for (const delimiter of DELIMITERS)
    parseRows(text, delimiter, (row) => {
      const known = row.cells.filter(isKnown).length
      if (!best || known > best.known) best = { row, delimiter, known }
      return false
    })
  return best
}

/**
 * A text without a byte order mark and with line feeds as its only line breaks, as
 * `parseRows` needs it.
 */
export function normaliseLines(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
}

/**
 * Calls `take` with each row that is not empty, until `take` returns false. Never
 * throws.
 *
 * @param text with line feeds as its only line breaks
 */
export function parseRows(text: string, delimiter: string, take: (row: SheetRow) => boolean): void {
  let start = 0
  let line = 1
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const end = meta.cursor
      const breaks = countLineBreaks(text, start, end)
      const closed = end > start && text[end - 1] === '\n'
      const row: SheetRow = {
        cells: data.map((cell) => cell.trim()),
        line,
        until: line + breaks - (closed ? 1 : 0),
        sound: errors.length === 0,
      }
      start = end
      line += breaks
      if (row.cells.some((cell) => cell !== '') && !take(row)) parser.abort()
    },
  })
}
