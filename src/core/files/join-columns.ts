import type { SheetColumns } from './read-row.ts'
import type { GuessedColumn } from './guess-columns.ts'

/** Columns of one statement, as a tool writes one for each language. */
interface Joined {
  readonly columns: readonly number[]
  readonly item: SheetColumns['items'][number]
  readonly answered: Set<number>
  isOne: boolean
}

/**
 * Sees whether several columns of a statement can be read as one: each has answers and
 * nothing else, and nobody answered in two of them otherwise.
 */
export class JoinWatch {
  readonly #joined: readonly Joined[]
  readonly #fold: SheetColumns['fold']

  /**
   * @param guessed what every column is by its heading, several being one statement
   * @param twice those statements
   */
  constructor(guessed: readonly GuessedColumn[], { items, fold }: SheetColumns, twice: readonly string[]) {
    this.#fold = fold
    this.#joined = items.flatMap((item) => {
      const columns = guessed.flatMap(({ meaning }, at) =>
        meaning.is === 'statement' && meaning.statement === item.id ? [at] : [],
      )
      return twice.includes(item.id) ? [{ columns, item, answered: new Set<number>(), isOne: true }] : []
    })
  }

  see(cells: readonly string[]): void {
    for (const one of this.#joined) {
      if (!one.isOne) continue
      let given: unknown = null
      for (const column of one.columns) {
        const cell = this.#fold(cells[column] ?? '')
        if (cell === '') continue
        const answer = one.item.answers.get(cell)
        one.isOne &&= answer !== undefined && answer !== null && (given === null || given === answer)
        given = answer
        one.answered.add(column)
      }
    }
  }

  /** The statements whose columns can be joined. */
  joinable(): ReadonlySet<string> {
    return new Set(
      this.#joined.flatMap(({ columns, item, answered, isOne }) =>
        isOne && answered.size === columns.length ? [item.id] : [],
      ),
    )
  }
}
