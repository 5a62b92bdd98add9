import { identityIn } from './known-columns.ts'
import type { SheetColumns } from './read-row.ts'
import { isNobodysName, mayNameNobody } from './summary-row.ts'
import type { SeenRow } from './summing-rows.ts'

/** In rows: of fewer, nobody can say what is usual among them. */
const LEAST_CODED = 3

/** For each row that says who it is: where more have words, words are usual. */
const USUAL = 0.5

/** In rows: how many are kept until the last is seen. */
const KEPT = 40

/** An address or a number, as a table has it of each person. */
const CODED = /@|^\d+$/

/** A cell beside the word of a row that is nobody's: a sum, an average, or nothing. */
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
  #rows: { readonly seen: SeenRow; readonly ifUnusual: boolean }[] = []

  constructor(laidOut: SheetColumns) {
    this.#laidOut = laidOut
    this.#statements = new Set(laidOut.items.flatMap(({ column, others }) => [column, ...others]))
  }

  /** Sees a row that counts, or would if it could be read. */
  see(seen: SeenRow): void {
    const { persons, records, id } = this.#laidOut
    const { cells } = seen.sheetRow
    const naming = new Set([...persons.map(({ column }) => column), ...records, ...(id === null ? [] : [id])])
    if (naming.size === 0) return this.#seeInFront(seen)
    const own = [...naming].filter((column) => identityIn(cells[column] ?? '') !== null)
    if (own.some((column) => CODED.test(cells[column]!))) {
      this.#coded++
      return
    }
    const [first] = own
    if (first === undefined || own.some((column) => /\d/.test(cells[column]!))) return
    this.#worded++
    if (own.length === 1 && this.#isAlone(seen, first))
      this.#rows.push({ seen, ifUnusual: !mayNameNobody(cells[first]!) })
  }

  /** Where no column says who somebody is, one in front of the statements may. */
  #seeInFront(seen: SeenRow): void {
    const { cells } = seen.sheetRow
    const first = cells.findIndex((cell, column) => cell !== '' || this.#statements.has(column))
    if (first < 0 || this.#statements.has(first) || !isNobodysName(cells[first]!)) return
    if (this.#isAlone(seen, first)) this.#rows.push({ seen, ifUnusual: false })
  }

  /** Whether a row has nothing beside its answers and one other cell that says whose they are. */
  #isAlone({ sheetRow: { cells }, one }: SeenRow, first: number): boolean {
    if ('code' in one || this.#rows.length >= KEPT) return false
    const { vantage } = this.#laidOut
    return cells.every(
      (cell, column) =>
        column === first || this.#statements.has(column) || (column === vantage ? cell === '' : BESIDE.test(cell)),
    )
  }

  /** The rows of which somebody has to say whose they are. To be called after the last. */
  finish(): readonly SeenRow[] {
    const isUsual = this.#coded < LEAST_CODED || this.#worded > USUAL * this.#coded
    return this.#rows.filter(({ ifUnusual }) => !ifUnusual || !isUsual).map(({ seen }) => seen)
  }
}
