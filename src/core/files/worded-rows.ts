import { foldWords } from './answer-words.ts'
import { identityIn } from './known-columns.ts'
import { LabelColumns } from './label-columns.ts'
import type { SheetColumns } from './read-row.ts'
import { isNobodysName, isSummaryWord, mayBeCompared, mayNameNobody } from './summary-row.ts'
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

interface Worded {
  readonly seen: SeenRow
  /** Of whom it is asked: of anybody, of whose word nobody else has, of who is called otherwise than the others, of whom the tool gave no number. */
  readonly if: 'always' | 'once' | 'unusual' | 'unnumbered' | 'labelled' | 'named-otherwise'
  /** The column with the word, from 0. */
  readonly column: number
}

/**
 * Finds rows that have a word where the others have an address or a number of
 * somebody, as "Overall", "Example" or "Target", and nothing beside their answers: who
 * reads such a row as a person counts one too many. So may be a word for a sum that is
 * a name, too, as "Max". Where no known column says whose a row is, one in front of the
 * statements may, or one that has another text in each row.
 */
export class WordedRows {
  readonly #laidOut: SheetColumns
  readonly #statements: ReadonlySet<number>
  readonly #naming: readonly number[]
  readonly #labels: LabelColumns
  #coded = 0
  #worded = 0
  #unnumbered = 0
  #rows: Worded[] = []

  constructor(laidOut: SheetColumns) {
    this.#laidOut = laidOut
    const { persons, records, id, items, vantage } = laidOut
    this.#statements = new Set(items.flatMap(({ column, others }) => [column, ...others]))
    this.#naming = [...new Set([...persons.map(({ column }) => column), ...records, ...(id === null ? [] : [id])])]
    this.#labels = new LabelColumns(
      new Set([...this.#statements, ...this.#naming, ...(vantage === null ? [] : [vantage])]),
    )
  }

  /** Sees a row that counts, or would if it could be read. */
  see(seen: SeenRow): void {
    const { cells } = seen.sheetRow
    this.#labels.see(cells)
    const own = this.#naming.filter((column) => identityIn(cells[column] ?? '') !== null)
    const [first] = own
    if (first === undefined) return this.#seeLabelled(seen)
    if (own.some((column) => CODED.test(cells[column]!))) {
      this.#coded++
      return
    }
    if (own.some((column) => /\d/.test(cells[column]!))) return
    this.#worded++
    if (own.length === 1 && this.#isAlone(seen, first))
      this.#keep({ seen, if: mayNameNobody(cells[first]!) ? 'always' : 'unusual', column: first })
  }

  /** Where no known column says whose a row is, another one may. */
  #seeLabelled(seen: SeenRow): void {
    const { cells } = seen.sheetRow
    if (this.#laidOut.records.length > 0) this.#unnumbered++
    const isBeside = (column: number) =>
      !this.#statements.has(column) && column !== this.#laidOut.vantage && /\p{L}/u.test(cells[column] ?? '')
    const column = cells.findIndex((_, at) => isBeside(at))
    if (column < 0 || !this.#isAlone(seen, column)) return
    const word = cells[column]!
    const isFirst = !cells.some((cell, at) => at < column && (cell !== '' || this.#statements.has(at)))
    if (isNobodysName(word)) this.#keep({ seen, if: isFirst ? 'always' : 'labelled', column })
    else if (mayBeCompared(word)) this.#keep({ seen, if: isFirst ? 'once' : 'labelled', column })
    else if (mayNameNobody(word)) this.#keep({ seen, if: 'named-otherwise', column })
    else if (this.#laidOut.records.length > 0) this.#keep({ seen, if: 'unnumbered', column })
  }

  #keep(one: Worded): void {
    if (this.#rows.length < KEPT) this.#rows.push(one)
  }

  /** Whether a row has nothing beside its answers and one other cell that says whose they are. */
  #isAlone({ sheetRow: { cells }, one }: SeenRow, first: number): boolean {
    if ('code' in one) return false
    const { vantage } = this.#laidOut
    const isNobodys = isSummaryWord(cells[first]!)
    return cells.every(
      (cell, column) =>
        column === first ||
        this.#statements.has(column) ||
        (column === vantage ? cell === '' || isNobodys : BESIDE.test(cell) || (isNobodys && isSummaryWord(cell))),
    )
  }

  /** The rows of which somebody has to say whose they are. To be called after the last. */
  finish(): readonly SeenRow[] {
    const isUsual = this.#coded < LEAST_CODED || this.#worded > USUAL * this.#coded
    const unnumbered = this.#rows.filter((one) => one.if === 'unnumbered' || one.if === 'labelled')
    const areNumbered = this.#coded >= LEAST_CODED && this.#unnumbered === unnumbered.length
    const others = new Set(this.#rows.flatMap((one) => (one.if === 'named-otherwise' ? [] : [one.seen.row])))
    const wordOf = ({ seen, column }: Worded) => foldWords(seen.sheetRow.cells[column]!)
    const isAsked = (one: Worded): boolean => {
      const { column } = one
      switch (one.if) {
        case 'always':
          return true
        case 'once':
          return this.#labels.isOne(column) || this.#rows.filter((other) => wordOf(other) === wordOf(one)).length === 1
        case 'unusual':
          return !isUsual
        case 'unnumbered':
          return areNumbered && this.#labels.isOne(column)
        case 'labelled':
          return this.#labels.isOne(column)
        case 'named-otherwise':
          return (
            this.#labels.isOne(column) &&
            (this.#labels.areInFull(column) || others.has(one.seen.row - 1) || others.has(one.seen.row + 1))
          )
      }
    }
    return this.#rows.filter(isAsked).map(({ seen }) => seen)
  }
}
