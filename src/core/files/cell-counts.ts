/** In different cells; a column with more of them has no answers in it. */
const MOST_DIFFERENT = 2000

const ASCII = 128

/** How often each cell stands in a column. Of a column of texts, nothing is kept. */
export class CellCounts {
  /** Of single characters, which most answers are: by their codes. */
  readonly #short: Int32Array
  readonly #long: Map<string, number>
  #isOpen: boolean

  constructor(short = new Int32Array(ASCII), long: ReadonlyMap<string, number> = new Map(), isOpen = true) {
    this.#short = short
    this.#long = new Map(long)
    this.#isOpen = isOpen
  }

  /** @param by how often; less than nothing takes cells back */
  add(cell: string, by: number): void {
    const code = cell.length === 1 ? cell.charCodeAt(0) : ASCII
    if (code < ASCII) this.#short[code]! += by
    else if (this.#isOpen && cell !== '') {
      this.#long.set(cell, (this.#long.get(cell) ?? 0) + by)
      if (this.#long.size <= MOST_DIFFERENT) return
      this.#isOpen = false
      this.#long.clear()
    }
  }

  /** The same, to be changed apart. */
  copy(): CellCounts {
    return new CellCounts(this.#short.slice(), this.#long, this.#isOpen)
  }

  /** The cells with their counts; nothing of a column of texts. */
  entries(): readonly (readonly [cell: string, count: number])[] {
    if (!this.#isOpen) return []
    const found: (readonly [cell: string, count: number])[] = []
    for (let code = 0; code < ASCII; code++) {
      const count = this.#short[code]!
      if (count > 0) found.push([String.fromCharCode(code), count])
    }
    for (const [cell, count] of this.#long) if (count > 0) found.push([cell, count])
    return found
  }
}
