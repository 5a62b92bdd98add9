import Papa, { type ParseConfig } from 'papaparse'

/** One row of a sheet, as in the file. */
export interface SheetRow {
  /** Trimmed. */
  readonly cells: readonly string[]
  /** The first and the last line it takes, from 1. */
  readonly line: number
  readonly until: number
  /** Where on its line it begins, from 1, if it is not the first there. */
  readonly character?: number
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

/** Reads rows from a text that comes in pieces, and keeps no more of it than the row that is not whole yet. */
export class RowStream {
  readonly #delimiter: string
  readonly #take: (row: SheetRow) => boolean
  #rest = ''
  /** How long the rest has to become before it is looked at again: a row may be very long. */
  #worth = 0
  #line = 1
  #isOver = false

  /** @param take is called with each row that is not empty, until it returns false */
  constructor(delimiter: string, take: (row: SheetRow) => boolean) {
    this.#delimiter = delimiter
    this.#take = take
  }

  /**
   * Takes the next piece. Returns whether more is wanted.
   *
   * @param text with line feeds as its only line breaks
   */
  push(text: string): boolean {
    this.#rest += text
    if (!this.#isOver && this.#rest.length >= this.#worth) this.#parse(false)
    return !this.#isOver
  }

  /** Takes what is left as the last row. */
  end(): void {
    if (!this.#isOver && this.#rest !== '') this.#parse(true)
    this.#isOver = true
  }

  #parse(isLast: boolean): void {
    const text = this.#rest
    let start = 0
    const parser = new Papa.Parser({
      delimiter: this.#delimiter,
      newline: '\n',
      step: ({ data, errors, meta }: { data: [string[]]; errors: unknown[]; meta: { cursor: number } }) => {
        const end = meta.cursor
        const breaks = countLineBreaks(text, start, end)
        const closed = end > start && text[end - 1] === '\n'
        const row: SheetRow = {
          cells: data[0].map((cell) => cell.trim()),
          line: this.#line,
          until: this.#line + breaks - (closed ? 1 : 0),
          sound: errors.length === 0,
        }
        start = end
        this.#line += breaks
        if (!row.cells.some((cell) => cell !== '') || this.#take(row)) return
        this.#isOver = true
        parser.abort()
      },
    } as ParseConfig)
    parser.parse(text, 0, !isLast)
    this.#rest = text.slice(start)
    this.#worth = 2 * this.#rest.length
  }
}

/**
 * Calls `take` with each row that is not empty, until `take` returns false. Never
 * throws.
 *
 * @param text with line feeds as its only line breaks
 */
export function parseRows(text: string, delimiter: string, take: (row: SheetRow) => boolean): void {
  const rows = new RowStream(delimiter, take)
  rows.push(text)
  rows.end()
}
