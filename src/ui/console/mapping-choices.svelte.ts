import type { CellMeaning, ColumnMeaning, SumMeaning } from '../../core/files/mapping.ts'
import type { TableDraft } from '../../core/files/table-draft.ts'

/** The facilitator's choices about a table, which override what was guessed of it. */
export class MappingChoices {
  #columns = $state.raw<ReadonlyMap<number, ColumnMeaning>>(new Map())
  #cells = $state.raw<ReadonlyMap<string, CellMeaning | null>>(new Map())
  #levels = $state.raw<ReadonlyMap<string, string | null>>(new Map())
  #sums = $state.raw<SumMeaning | null>(null)

  column(number: number, meaning: ColumnMeaning): void {
    this.#columns = new Map([...this.#columns, [number, meaning]])
  }

  /** @param meaning `null` takes a choice back */
  cell(cell: string, meaning: CellMeaning | null): void {
    this.#cells = new Map([...this.#cells, [cell, meaning]])
  }

  /** @param level `null` takes a choice back */
  level(cell: string, level: string | null): void {
    this.#levels = new Map([...this.#levels, [cell, level]])
  }

  sums(are: SumMeaning): void {
    this.#sums = are
  }

  /** The guesses, with what was chosen in their place. */
  over({ columns, cells, levels, sums, isTurned = false, said }: TableDraft): TableDraft {
    return {
      columns: columns.map((one) => {
        const meaning = this.#columns.get(one.number)
        return meaning ? { ...one, meaning, isSaid: true } : one
      }),
      cells: cells.map(({ cell, means }) => ({ cell, means: this.#cells.has(cell) ? this.#cells.get(cell)! : means })),
      levels: levels.map(({ cell, means }) => ({
        cell,
        means: this.#levels.has(cell) ? this.#levels.get(cell)! : means,
      })),
      isTurned,
      ...(said ? { said } : {}),
      ...(sums ? { sums: { ...sums, are: this.#sums ?? sums.are } } : {}),
    }
  }
}
