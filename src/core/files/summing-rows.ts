import { foldWords } from './answer-words.ts'
import { CellCounts } from './cell-counts.ts'
import { columnFigures, numbersIn, type ColumnFigures, type SumKind } from './column-figures.ts'
import type { SheetRow } from './parse-rows.ts'
import { answerIn, type SheetColumns, type SheetResponse } from './read-row.ts'
import type { RowIssue } from './score-file-issues.ts'
import { isSummaryWord } from './summary-row.ts'
import { WordedRows } from './worded-rows.ts'

/** In rows: how near to the end or the beginning of a table its sums stand. */
const NEAR_END = 8
const NEAR_START = 3

/** In rows: of fewer, their average and their sum are what somebody may well answer. */
const LEAST_ROWS = 3

/** In statements: in fewer, a row has the averages by chance. */
const LEAST_STATEMENTS = 3

/** The share of statements with a figure in a row of sums, and of figures that are what the others come to. */
const FILLED = 0.8
const MATCHING = 0.9

/** How likely somebody answers like the averages, at most, of whom it is asked. */
const CHANCE = 0.001

/** The error that a spreadsheet writes for an average of texts. */
const ERROR = /^#[\p{L}/0]+[!?]?$/u

/** Numbers, days and times. */
const FIGURES = /^[\d\s.,:/%+-]+$/

/** Figures that tell by themselves that a row sums up others, where it is nobody's answers. */
const TELLING: readonly SumKind[] = ['mean', 'sum', 'count', 'deviation']
/** Figures that are seldom anybody's answers: many answer one and the same throughout. */
const MIDDLE: readonly SumKind[] = ['mean', 'median']
const ANY: readonly SumKind[] = [...TELLING, 'median', 'least', 'most']

export interface SeenRow {
  readonly sheetRow: SheetRow
  /** From 1 below the heading. */
  readonly row: number
  readonly one: SheetResponse | RowIssue
}

type Kept = SeenRow & { readonly isHeld: boolean }

type Counts = readonly CellCounts[]

/**
 * Finds rows without a label that sum up the others, at the beginning or the end of a
 * table: their figures are what the others come to, within the rounding they are
 * written with. Of a row that could be somebody's answers, nobody can be sure.
 */
export class SummingRows {
  readonly #laidOut: SheetColumns
  /** The columns whose cells are counted: of statements, then of identities. */
  readonly #counted: readonly number[]
  /** How often each cell stands in each of these columns, in rows that count and in all. */
  readonly #counts: Counts
  readonly #apart: Counts
  readonly #worded: WordedRows
  readonly #naming: ReadonlySet<number>
  readonly #first: Kept[] = []
  readonly #last: Kept[] = []
  #rows = 0

  constructor(laidOut: SheetColumns) {
    this.#laidOut = laidOut
    this.#worded = new WordedRows(laidOut)
    const { items, persons, records, id } = laidOut
    const naming = [...persons.map(({ column }) => column), ...records, ...(id === null ? [] : [id])]
    this.#naming = new Set([...naming, ...(laidOut.vantage === null ? [] : [laidOut.vantage])])
    this.#counted = [...items.map(({ column }) => column), ...new Set(naming)]
    this.#counts = this.#counted.map(() => new CellCounts())
    this.#apart = this.#counted.map(() => new CellCounts())
  }

  /**
   * Sees a row that counts, or would if it could be read.
   *
   * @returns the rows that can be taken now: not one that may sum up the others and
   * cannot be read as anybody's, before the table is at its end
   */
  see(seen: SeenRow): readonly SeenRow[] {
    const { one, sheetRow } = seen
    this.#worded.see(seen)
    const isHeld = 'code' in one && one.code === 'cells' && this.#isOfFigures(sheetRow.cells)
    const kept = { ...seen, isHeld }
    const isFirst = this.#rows++ < NEAR_START && (isHeld || this.#isLabelled(kept) || this.#isOfFigures(sheetRow.cells))
    if (isFirst) this.#first.push(kept)
    if (isFirst && isHeld) return []
    const free: SeenRow[] = []
    this.#last.push(kept)
    const gone = this.#last.length > NEAR_END ? this.#last.shift() : undefined
    if (gone?.isHeld) {
      this.#count(this.#counts, gone, 1)
      free.push(gone)
    }
    if (!isHeld) {
      this.#count(this.#counts, kept, 1)
      free.push(kept)
    }
    return free
  }

  /** Sees a row that the tool does not count: a spreadsheet may have summed it up, too. */
  seeApart(sheetRow: SheetRow): void {
    this.#count(this.#apart, { sheetRow }, 1)
  }

  /**
   * The rows at both ends, sorted: those that sum up the others, those of which
   * somebody has to say, there and for a word anywhere, and those that were held back
   * and are others. To be called once, after the last row.
   */
  finish(): {
    readonly sums: readonly SeenRow[]
    readonly doubtful: readonly SeenRow[]
    readonly worded: readonly SeenRow[]
    readonly free: SeenRow[]
  } {
    const last = this.#best(this.#last.toReversed())
    const first = this.#best(this.#first)
    const sums = new Map([...last.sums, ...first.sums].map((one) => [one.row, one]))
    const all = [...last.doubtful, ...first.doubtful]
    const doubtful = new Map(all.filter((one) => !this.#isLabelled(one)).map((one) => [one.row, one]))
    const worded = [...this.#worded.finish(), ...all.filter((one) => this.#isLabelled(one))]
    return {
      sums: [...sums.values()],
      doubtful: [...doubtful.values()].filter(({ row }) => !sums.has(row)),
      worded: [...new Map(worded.map((one) => [one.row, one])).values()]
        .filter(({ row }) => !sums.has(row) && !doubtful.has(row))
        .toSorted((one, other) => one.row - other.row),
      free: [...this.#first, ...this.#last].filter(({ row, isHeld }) => isHeld && !sums.has(row)),
    }
  }

  /** Of blocks of rows at one end, the one with most rows that sum up all others. */
  #best(rows: readonly Kept[]) {
    const able = rows.filter((one) => this.#isOfFigures(one.sheetRow.cells) || this.#isLabelled(one))
    let best: { sums: readonly SeenRow[]; doubtful: readonly Kept[] } = { sums: [], doubtful: [] }
    const size = ({ sums, doubtful }: typeof best) => 2 * sums.length + doubtful.length
    for (const [at, inner] of rows.entries()) {
      if (!able.includes(inner)) continue
      const found = this.#inBlock(rows.slice(0, at + 1), able)
      // Without its inner row, the block is the shorter one before.
      const isWhole = [...found.sums, ...found.doubtful].some(({ row }) => row === inner.row)
      if (isWhole && size(found) > size(best)) best = found
    }
    return best
  }

  #inBlock(block: readonly Kept[], able: readonly Kept[]): { sums: SeenRow[]; doubtful: Kept[] } {
    const counts = this.#counts.map((own) => own.copy())
    for (const one of block) if (!one.isHeld) this.#count(counts, one, -1)
    const withApart = counts.map((own, at) => {
      const all = own.copy()
      for (const [cell, count] of this.#apart[at]?.entries() ?? []) all.add(cell, count)
      return all
    })
    const bases = [counts, ...(this.#apart.some((own) => own.entries().length > 0) ? [withApart] : [])].map((base) => ({
      base,
      figures: this.#figuresOf(base),
    }))
    const own = block.filter((one) => able.includes(one))
    const isOf = (one: Kept, kinds: readonly SumKind[]) =>
      bases.some(({ figures }) => this.#matches(one, figures, kinds, this.#isLabelled(one) ? 1 : MATCHING))
    const isNobodys = (one: Kept) => one.isHeld || one.sheetRow.cells.some(isSummaryWord)
    const isUnlikely = (one: Kept) => bases.some(({ base }) => this.#chance(one, base) < CHANCE)
    const telling = own.filter((one) => isNobodys(one) && isOf(one, TELLING))
    const kinds = telling.length > 0 ? ANY : MIDDLE
    return {
      sums: telling.length > 0 ? own.filter((one) => isNobodys(one) && isOf(one, ANY)) : [],
      doubtful: own.filter((one) => !isNobodys(one) && isOf(one, kinds) && isUnlikely(one)),
    }
  }

  /** Whether a row has a word of its own below a heading that nobody knows, and figures: a person of that name, or a label. */
  #isLabelled({ one, isHeld, sheetRow: { cells } }: Kept): boolean {
    return !isHeld && !('code' in one) && this.#isOfFigures(cells, 1)
  }

  #count(counts: Counts, { sheetRow: { cells } }: Pick<SeenRow, 'sheetRow'>, by: 1 | -1): void {
    for (let at = 0; at < this.#counted.length; at++) counts[at]!.add(cells[this.#counted[at]!] ?? '', by)
  }

  /**
   * Whether a row has nothing in it but figures, which say nobody's name.
   *
   * @param words how many words it has beside them, below headings that nobody knows
   */
  #isOfFigures(cells: readonly string[], words = 0): boolean {
    const { items } = this.#laidOut
    let others = 0
    const statements = new Map(items.map((item) => [item.column, item]))
    let figures = 0
    for (const [column, cell] of cells.entries()) {
      if (cell === '' || ERROR.test(cell) || cell === '-') continue
      if (statements.has(column)) {
        if (numbersIn(cell).length === 0) return false
        figures++
      } else if (!FIGURES.test(cell) && !isSummaryWord(cell)) {
        others++
        if (others > words || this.#naming.has(column)) return false
      }
    }
    return figures >= LEAST_STATEMENTS && others === words
  }

  #figuresOf(counts: Counts): readonly (readonly ColumnFigures[])[] {
    const { items } = this.#laidOut
    return counts.map((own, at) => {
      const item = items[at]
      const plain = columnFigures(own.entries(), (cell) => numbersIn(cell)[0]?.value ?? null)
      if (!item) return [plain]
      // Somebody may have worked out the averages before words or codes were exported.
      const steps = columnFigures(own.entries(), (cell) => {
        const answer = answerIn(this.#laidOut, item, cell)
        return typeof answer === 'number' ? answer : null
      })
      return [plain, steps]
    })
  }

  #matches(
    { sheetRow: { cells } }: Kept,
    figures: readonly (readonly ColumnFigures[])[],
    kinds: readonly SumKind[],
    share: number,
  ): boolean {
    const { items } = this.#laidOut
    return kinds.some((kind) =>
      [0, 1].some((way) => {
        let [filled, matching, possible] = [0, 0, 0]
        for (const [at, column] of this.#counted.entries()) {
          const item = items[at]
          const own = figures[at]?.[item ? way : 0]
          const numbers = numbersIn(cells[column] ?? '')
          const isSame = own !== undefined && numbers.some((number) => own.is(kind, number))
          if (!item) {
            // A number of somebody's, where the others have theirs.
            if (numbers.length > 0 && !isSame) return false
            continue
          }
          if (own === undefined || own.rows < LEAST_ROWS) continue
          possible++
          if (numbers.length === 0) continue
          filled++
          if (isSame) matching++
          else if (answerIn(this.#laidOut, item, cells[column] ?? '') === undefined) return false
        }
        return filled >= LEAST_STATEMENTS && filled >= FILLED * possible && possible > 0 && matching >= share * filled
      }),
    )
  }

  /** How likely somebody has these answers, if each were given by itself as often as the others gave it. */
  #chance({ sheetRow: { cells } }: Kept, counts: Counts): number {
    let chance = 1
    for (const [at, { column }] of this.#laidOut.items.entries()) {
      const cell = foldWords(cells[column] ?? '')
      if (cell === '') continue
      const [value] = numbersIn(cell)
      let [alike, all] = [0, 0]
      for (const [other, count] of counts[at]?.entries() ?? []) {
        all += count
        if (value !== undefined && numbersIn(other)[0]?.value === value.value) alike += count
      }
      chance *= (alike + 1) / (all + 2)
    }
    return chance
  }
}
