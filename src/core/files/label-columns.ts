/** In rows: as many show what a column holds. */
const LOOKED_AT = 200

/** The share of rows in which a column of labels has one, and of labels that are another one each. */
const FILLED = 0.8
const DIFFERENT = 0.9

/** In characters: what is longer says more than whose a row is. */
const LONGEST_LABEL = 60

interface SeenColumn {
  filled: number
  /** Labels of two words or more, as names of people in full. */
  wordy: number
  readonly different: Set<string>
}

/**
 * Sees which columns under an unknown heading say whose a row is: texts that are short,
 * in most rows, and different from each other.
 */
export class LabelColumns {
  readonly #known: ReadonlySet<number>
  readonly #columns = new Map<number, SeenColumn>()
  #rows = 0

  /** @param known the columns that hold something else */
  constructor(known: ReadonlySet<number>) {
    this.#known = known
  }

  see(cells: readonly string[]): void {
    if (this.#rows >= LOOKED_AT) return
    this.#rows++
    for (const [column, cell] of cells.entries()) {
      if (this.#known.has(column) || cell.length > LONGEST_LABEL || !/\p{L}/u.test(cell)) continue
      const seen = this.#columns.get(column) ?? { filled: 0, wordy: 0, different: new Set<string>() }
      seen.filled++
      if (/\p{L}\S*\s+\S*\p{L}/u.test(cell)) seen.wordy++
      seen.different.add(cell)
      this.#columns.set(column, seen)
    }
  }

  /** Whether a column says whose each row is. */
  isOne(column: number): boolean {
    const { filled = 0, different } = this.#columns.get(column) ?? {}
    return filled >= FILLED * this.#rows && (different?.size ?? 0) >= DIFFERENT * filled
  }

  /** Whether most labels of a column have two words or more, so that one word is no name as the others are. */
  areInFull(column: number): boolean {
    const { filled = 0, wordy = 0 } = this.#columns.get(column) ?? {}
    return wordy * 2 > filled
  }
}
