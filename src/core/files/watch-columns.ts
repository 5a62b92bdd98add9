import { identityIn } from './known-columns.ts'
import type { SheetColumns } from './read-row.ts'
import type { SheetIssue } from './score-file-issues.ts'
import type { DraftColumn } from './table-draft.ts'

/** Tells addresses of mailboxes from other texts. */
const ADDRESS = /^\S+@[^\s@]+\.[^\s@]+$/

/** A long number as spreadsheets write it once they have rounded it: 1.18457E+11. */
const ROUNDED = /^\d([.,]\d+)?e\+?\d+$/i

/** In rows: one alone is nobody's second, and three without a place or an address have none. */
const LEAST_ROWS = 2

interface Seen {
  filled: number
  addresses: number
  places: number
}

/** A column that somebody has to say something about, with what it most likely holds. */
export interface WatchedColumn {
  /** From 0. */
  readonly column: number
  readonly is: 'person' | 'level' | 'nothing'
  readonly issue: (named: { readonly column: string; readonly number: number }) => SheetIssue
}

/**
 * Sees by the cells what no heading says: addresses under a heading that nobody
 * knows, places to see from where no column is known to have them, and numbers that
 * a spreadsheet has rounded until different people look the same.
 */
export class ColumnWatch {
  readonly #laidOut: SheetColumns
  readonly #line: number
  readonly #free = new Map<number, Seen>()
  readonly #identifying: readonly number[]
  readonly #rounded = new Map<number, { readonly line: number; readonly cell: string }>()
  #rows = 0
  #identified = 0

  /** @param free the columns of which nothing is known */
  constructor(laidOut: SheetColumns, columns: readonly DraftColumn[], free: readonly number[], line: number) {
    this.#laidOut = laidOut
    this.#line = line
    for (const column of free) this.#free.set(column, { filled: 0, addresses: 0, places: 0 })
    const all = [...laidOut.persons.map(({ column }) => column), ...laidOut.records]
    this.#identifying = all.filter((column) => columns[column]?.isSaid === false)
  }

  see(cells: readonly string[], line: number): void {
    const { persons, vantages, seatOf } = this.#laidOut
    this.#rows++
    if (persons.some(({ column }) => identityIn(cells[column] ?? '') !== null)) this.#identified++
    for (const column of this.#identifying) {
      const cell = cells[column] ?? ''
      if (!this.#rounded.has(column) && ROUNDED.test(cell)) this.#rounded.set(column, { line, cell })
    }
    for (const [column, seen] of this.#free) {
      const cell = cells[column] ?? ''
      if (cell === '') continue
      seen.filled++
      const isAddress = ADDRESS.test(cell)
      const isPlace = !isAddress && vantages.has(seatOf(cell))
      if (isAddress) seen.addresses++
      if (isPlace) seen.places++
      // Remarks are not looked at to the end of a long table.
      if (seen.filled > LEAST_ROWS && seen.addresses + seen.places === 0) this.#free.delete(column)
    }
  }

  /** The columns that somebody has to be asked about, once all rows are seen. */
  found(): readonly WatchedColumn[] {
    const line = this.#line
    const found: WatchedColumn[] = []
    for (const [column, { line: first, cell }] of this.#rounded)
      found.push({
        column,
        is: 'nothing',
        issue: (named) => ({ code: 'rounded', line: first, cell, ...named }),
      })
    for (const [column, { filled, addresses, places }] of this.#free) {
      if (filled === 0) continue
      if (
        filled >= LEAST_ROWS &&
        addresses * 2 > filled &&
        filled * 2 > this.#rows &&
        this.#identified * 2 < this.#rows
      )
        found.push({
          column,
          is: 'person',
          issue: (named) => ({ code: 'doubtful-person', why: 'addresses', line, ...named }),
        })
      else if (places === filled && this.#laidOut.vantage === null)
        found.push({ column, is: 'level', issue: (named) => ({ code: 'doubtful-seats', line, ...named }) })
    }
    return found
  }
}
