import { foldWords } from './answer-words.ts'
import { countsAs, type StatusColumns } from './row-status.ts'

/** A cell of a column that says whether rows count, of which that is not certain. */
export interface UnknownStatus {
  /** From 0. */
  readonly column: number
  readonly cell: string
  /** The line on which it comes first, from 1. */
  readonly line: number
}

/**
 * Finds words in status columns of which nobody knows whether the row counts. A
 * column without any word that is known is another one of the same name.
 */
export class StatusDoubts {
  readonly #columns: StatusColumns
  readonly #known = new Set<number>()
  readonly #unknown = new Map<number, UnknownStatus>()

  constructor(columns: StatusColumns) {
    this.#columns = columns.filter(({ isWorded }) => isWorded)
    for (const { column, isSure } of this.#columns) if (isSure) this.#known.add(column)
  }

  see(cells: readonly string[], line: number): void {
    for (const { column, test } of this.#columns) {
      const cell = cells[column] ?? ''
      if (cell === '' || (this.#known.has(column) && this.#unknown.has(column))) continue
      const folded = foldWords(cell)
      if (test(folded) !== null || countsAs(folded)) this.#known.add(column)
      else if (!this.#unknown.has(column)) this.#unknown.set(column, { column, cell, line })
    }
  }

  found(): readonly UnknownStatus[] {
    return [...this.#unknown.values()].filter(({ column }) => this.#known.has(column))
  }
}
