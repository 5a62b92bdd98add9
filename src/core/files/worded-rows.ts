import { identityIn } from './known-columns.ts'
import type { SheetColumns } from './read-row.ts'
import { mayNameNobody } from './summary-row.ts'
import type { SeenRow } from './summing-rows.ts'

/** In rows: of fewer, nobody can say what is usual among them. */
const LEAST_CODED = 3

/** For each row that says who it is: where more have words, words are usual. */
const USUAL = 0.5

/** In rows: how many are kept until the last is seen. */
const KEPT = 40

/** An address or a number, as a table has it of each person. */
const CODED = /@|^\d+$/

/** What may stand beside a word in a row that is nobody's: a sum, an average, or nothing. */
const BESIDE = /^(-|#[\p{L}/0]+[!?]?|[\d.,\s]+%?)?$/u

/**
 * Finds rows that have a word where the others have an address or a number of
 * somebody, as "Overall", "Example" or "Target", and nothing beside their answers: who
 * reads such a row as a person counts one too many. So may be a word for a sum that is
 * a name, too, as "Max".
 */
export class WordedRows {
  readonly #laidOut: SheetColumns
  readonly #statements: ReadonlySet<number>
  #coded = 0
  #worded = 0
  #rows: { readonly seen: SeenRow; readonly isName: boolean }[] = []

  constructor(laidOut: SheetColumns) {
    this.#laidOut = laidOut
    this.#statements = new Set(laidOut.items.flatMap(({ column, others }) => [column, ...others]))
  }

  /** Sees a row that counts, or would if it could be read. */
  see(seen: SeenRow): void {
    const { persons, records, id, vantage } = this.#laidOut
    const { cells } = seen.sheetRow
    const naming = new Set([...persons.map(({ column }) => column), ...records, ...(id === null ? [] : [id])])
    const own = [...naming].filter((column) => identityIn(cells[column] ?? '') !== null)
    if (own.some((column) => CODED.test(cells[column]!))) {
      this.#coded++
      return
    }
    const [first] = own
    if (first === undefined || own.some((column) => /\d/.test(cells[column]!))) return
    this.#worded++
    if (own.length > 1 || 'code' in seen.one || this.#rows.length >= KEPT) return
    const isAlone = cells.every(
      (cell, column) =>
        column === first || this.#statements.has(column) || (column === vantage ? cell === '' : BESIDE.test(cell)),
    )
    if (isAlone) this.#rows.push({ seen, isName: !mayNameNobody(cells[first]!) })
  }

  /** The rows of which somebody has to say whose they are. To be called after the last. */
  finish(): readonly SeenRow[] {
    const isUsual = this.#coded < LEAST_CODED || this.#worded > USUAL * this.#coded
    return this.#rows.filter(({ isName }) => !isName || !isUsual).map(({ seen }) => seen)
  }
}
