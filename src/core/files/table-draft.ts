import { LONGEST_MAPPED_CELL, LONGEST_MAPPED_NAME } from '../bounds/bounds.ts'
import type { Answer } from '../response/response.ts'
import { foldCell, foldWords, type AnswerWords } from './answer-words.ts'
import { guessCode, isLikelyCode } from './cell-codes.ts'
import { GroupColumns } from './group-columns.ts'
import { guessWritten } from './guess-cell.ts'
import { isToolColumn } from './known-columns.ts'
import { MAPPING_FORMAT, type CellMeaning, type ColumnMeaning, type Mapping, type SumMeaning } from './mapping.ts'
import type { SheetRow } from './parse-rows.ts'
import type { SheetColumns } from './read-row.ts'
import type { FoundGroups } from './rows-of-groups.ts'
import type { StatusColumns } from './row-status.ts'
import type { RowIssue, SheetIssue } from './score-file-issues.ts'
import { StatusDoubts } from './status-doubts.ts'
import type { SeenRow } from './summing-rows.ts'
import { ColumnWatch } from './watch-columns.ts'

/**
 * A row that may be nobody's: it has what the others come to, or a word where a row says
 * whose it is; or all of them below a line, since a column, numbered from 1, says how many
 * answered, or has another group in each.
 */
export type DoubtedRow =
  | { readonly line: number; readonly why: 'sums' | 'word' }
  | { readonly line: number; readonly why: FoundGroups['why']; readonly column: string; readonly number: number }

/** A column with what it most likely holds. */
export interface DraftColumn {
  /** From 1. */
  readonly number: number
  readonly name: string
  readonly meaning: ColumnMeaning
  /** Whether somebody has to say. */
  readonly isDoubtful: boolean
  /** Whether a mapping says so. */
  readonly isSaid: boolean
  /** Whether its heading says that the steps of its statement were turned round or worked out anew. */
  readonly isRecoded?: boolean
}

/** A cell that is no answer or level by itself, with what it most likely means; `null` where nothing is likelier. */
export interface DraftCell<Meaning> {
  readonly cell: string
  readonly means: Meaning | null
}

/** The guesses about a table that is not certain. */
export interface TableDraft {
  readonly columns: readonly DraftColumn[]
  readonly cells: readonly DraftCell<CellMeaning>[]
  readonly levels: readonly DraftCell<string>[]
  /** The rows that sum up the others or are somebody's, and which is likelier. */
  readonly sums?: { readonly rows: readonly DoubtedRow[]; readonly are: SumMeaning }
  /** Whether the table stands on its side, and is turned round. */
  readonly isTurned?: boolean
  /** Meanings of cells, levels and sums that somebody has given before, which are no longer asked for. */
  readonly said?: Pick<Mapping, 'cells' | 'levels' | 'sums'>
}

/**
 * The mapping that a draft amounts to. What is undecided is left out, and asked again. A
 * column that means nothing stands in it only where somebody was asked or has said so:
 * it may be the tool's own, of which rows count.
 */
export function mappingOf(
  { columns, cells, levels, sums, isTurned, said }: TableDraft,
  questionnaire: string,
): Mapping {
  const own = new Set(cells.map(({ cell }) => foldCell(cell)))
  const ownLevels = new Set(levels.map(({ cell }) => foldWords(cell)))
  const areSums = sums?.are ?? said?.sums
  return {
    format: MAPPING_FORMAT,
    formatVersion: areSums || isTurned ? 2 : 1,
    questionnaire,
    columns: columns.flatMap(({ name, number, meaning, isDoubtful, isSaid }) =>
      meaning.is === 'nothing' && !isDoubtful && !isSaid
        ? []
        : [{ column: name.slice(0, LONGEST_MAPPED_NAME), number, ...meaning }],
    ),
    cells: [
      ...(said?.cells ?? []).filter(({ cell }) => !own.has(foldCell(cell))),
      ...cells.flatMap(({ cell, means }) => (means === null ? [] : [{ cell, is: means }])),
    ],
    levels: [
      ...(said?.levels ?? []).filter(({ cell }) => !ownLevels.has(foldWords(cell))),
      ...levels.flatMap(({ cell, means }) => (means === null ? [] : [{ cell, is: means }])),
    ],
    ...(areSums ? { sums: areSums } : {}),
    ...(isTurned ? { turned: true } : {}),
  }
}

/** In rows: a cell that stands in so many is not a slip in one row. */
const OFTEN = 2

/** The most cells that are asked about. */
const MOST_ASKED = 40

interface Unknown {
  readonly cell: string
  /** The line on which it comes first, from 1. */
  readonly line: number
  readonly column: string
  readonly options: number
  /** Where it stands for an answer: what answers the statement there. */
  readonly answers: AnswerWords | null
  /** What it most likely says; `null` where it may be several answers, or nothing is likelier. */
  written: Answer | null
  /** In how many rows it stands, and how often. */
  count: number
  cells: number
  latest: number
}

const placeOf = ({ cell, line, column }: Unknown) => ({ cell, line, column })

/** Collects the doubts about a table while its rows are read. */
export class TableDoubts {
  #columns: readonly DraftColumn[]
  readonly #line: number
  readonly #turned: 'no' | 'said' | 'asked'
  readonly #mapping: Mapping | null
  readonly #cells = new Map<string, Unknown>()
  readonly #levels = new Map<string, Unknown>()
  #rows = 0
  #laidOut: SheetColumns | null = null
  /** What answers each statement, by the name of its column. */
  #answers: ReadonlyMap<string, AnswerWords> = new Map()
  /** Columns with an unknown heading and no cell yet that is not an answer: whether they have an answer. */
  #likeAnswers = new Map<number, boolean>()
  /** Scales, by their number of steps, of which the last step stands somewhere. */
  readonly #reached = new Set<number>()
  /** Those of which a step above half of them stands somewhere, so that their middle is not 0. */
  readonly #aboveHalf = new Set<number>()
  readonly #groups = new GroupColumns()
  #watch: ColumnWatch | null = null
  #statuses = new StatusDoubts([])
  #sums: readonly DoubtedRow[] = []

  /**
   * @param mapping what somebody has said before
   * @param turned whether the table stands on its side, and whether somebody has said so
   */
  constructor(
    columns: readonly DraftColumn[],
    line: number,
    mapping: Mapping | null,
    turned: 'no' | 'said' | 'asked' = 'no',
  ) {
    this.#columns = columns
    this.#line = line
    this.#mapping = mapping
    this.#turned = turned
  }

  /**
   * Guesses what several columns of one statement are: all of them the statement where
   * they can be joined, else the first alone.
   *
   * @param guessed what every column is by its heading
   */
  guessTwice(joinable: ReadonlySet<string>, guessed: readonly DraftColumn[]): void {
    const before = new Set<string>()
    this.#columns = this.#columns.map((column, at): DraftColumn => {
      const [own, meaning] = [column.meaning, guessed[at]?.meaning]
      if (meaning?.is === 'statement' && joinable.has(meaning.statement) && !column.isSaid)
        return { ...column, meaning, isDoubtful: true }
      if (own.is !== 'statement') return column
      const isSecond = before.has(own.statement)
      before.add(own.statement)
      return isSecond && !column.isSaid ? { ...column, meaning: { is: 'nothing' }, isDoubtful: true } : column
    })
  }

  addTwice(names: readonly string[]): void {
    this.#columns = this.#columns.map((column) => {
      const { meaning, name } = column
      const own = meaning.is === 'statement' ? meaning.statement : foldWords(name)
      return names.includes(own) && !column.isSaid ? { ...column, isDoubtful: true } : column
    })
  }

  /**
   * To be called once, before the rows.
   *
   * @param isOwn whether it is a file of the diagnostic's own, whose columns are known
   */
  watch(laidOut: SheetColumns, statuses: StatusColumns, isOwn: boolean): void {
    this.#laidOut = laidOut
    this.#answers = new Map(
      laidOut.items.flatMap(({ id, column, others, answers }) =>
        [column, ...others].map((at) => [laidOut.names[at] ?? id, answers] as const),
      ),
    )
    this.#statuses = new StatusDoubts(statuses)
    const known = new Set([laidOut.id, ...statuses.map(({ column }) => column)])
    const free = this.#columns.flatMap(({ meaning, isSaid, name }, at) =>
      meaning.is === 'nothing' && !isSaid && !known.has(at) && !isToolColumn(name) ? [at] : [],
    )
    for (const at of free) this.#likeAnswers.set(at, false)
    if (!isOwn) this.#watch = new ColumnWatch(laidOut, this.#columns, free, this.#line)
  }

  /**
   * Rows that sum up the others or are somebody's.
   *
   * @param worded those that have a word where people are named
   * @param groups what says that each row may be a group's
   */
  addSums(rows: readonly SeenRow[], worded: readonly SeenRow[], groups: FoundGroups | null): void {
    const as = (why: 'sums' | 'word') => (one: SeenRow) => ({ line: one.sheetRow.line, why })
    const { column = -1, why = 'counts' } = groups ?? {}
    const all: DoubtedRow = { line: this.#line, why, column: this.#columns[column]?.name ?? '', number: column + 1 }
    this.#sums = [...(groups ? [all] : []), ...rows.map(as('sums')), ...worded.map(as('word'))]
  }

  /** Sees whether a row counts, of every row. */
  seeStatus({ cells, line }: SheetRow): void {
    this.#statuses.see(cells, line)
  }

  /** Sees a row that counts, and what is wrong in it. */
  see({ cells, line }: SheetRow, issue: RowIssue | null): void {
    this.#rows++
    const laidOut = this.#laidOut
    if (issue === null || issue.code === 'cells') this.#watch?.see(cells, line)
    const { items = [], fold = foldCell } = laidOut ?? {}
    for (const { column, others, options } of items) {
      const { length } = options
      if (this.#reached.has(length)) continue
      for (const at of [column, ...others]) {
        const step = Number(fold(cells[at] ?? ''))
        if (step === length) this.#reached.add(length)
        if (step > length / 2) this.#aboveHalf.add(length)
      }
    }
    for (const at of this.#likeAnswers.keys()) {
      const cell = fold(cells[at] ?? '')
      if (cell === '') continue
      if (items.some(({ answers }) => answers.get(cell) !== undefined)) this.#likeAnswers.set(at, true)
      // A code among answers, as 99, does not make the column another one.
      else if (!isLikelyCode(cell) && !laidOut?.cells.has(cell)) this.#likeAnswers.delete(at)
    }
    if (laidOut && (issue === null || issue.code === 'cells')) this.#groups.see(laidOut, cells)
    if (issue?.code !== 'cells') return
    for (const { code, column, value, ...cell } of issue.cells) {
      if (code === 'two-answers' || code === 'differs' || value.length > LONGEST_MAPPED_CELL) continue
      const all = code === 'vantage' ? this.#levels : this.#cells
      const folded = code === 'vantage' ? foldWords(value) : foldCell(value)
      const known = all.get(folded)
      const answers = code === 'vantage' ? null : (this.#answers.get(column) ?? null)
      const { length: options } = 'options' in cell ? cell.options : []
      const written = () => (answers ? guessWritten(folded, answers, options) : null)
      if (!known)
        all.set(folded, {
          cell: value,
          line,
          column,
          options,
          answers,
          written: written(),
          count: 1,
          cells: 1,
          latest: line,
        })
      else {
        known.cells++
        if (known.latest !== line) known.count++
        known.latest = line
        // On another scale, the same words may be another answer.
        if (known.written !== null && known.answers !== answers && known.written !== written()) known.written = null
      }
    }
  }

  get #asked(): readonly (readonly [string, Unknown])[] {
    return [...this.#cells]
      .filter(
        ([folded, { count, cells }]) => count >= OFTEN || (this.#rows === 1 && cells >= OFTEN) || isLikelyCode(folded),
      )
      .toSorted(([, one], [, other]) => other.count - one.count)
      .slice(0, MOST_ASKED)
  }

  get #askedLevels(): readonly Unknown[] {
    return [...this.#levels.values()].filter(({ count }) => count >= OFTEN).slice(0, MOST_ASKED)
  }

  /**
   * The questions to answer before the table is read.
   *
   * @param lacks whether a statement has no column, so that a column of answers that
   * nobody knows may be it
   */
  issues(lacks: boolean): SheetIssue[] {
    const line = this.#line
    const kinds = this.#groups.kinds()
    const { persons = [], records = [] } = this.#laidOut ?? {}
    const ofGroups = new Set([
      ...persons.flatMap(({ column, kind }) => (kinds.has(kind) ? [column] : [])),
      ...(kinds.has('record') ? records : []),
    ])
    const watched = this.#watch?.found() ?? []
    const unknown = this.#statuses.found()
    const meanings = new Map<number, ColumnMeaning>(watched.map(({ column, is }) => [column, { is }]))
    const doubted = new Set([...ofGroups, ...meanings.keys(), ...unknown.map(({ column }) => column)])
    const areBeside = this.#areBeside()
    this.#columns = this.#columns.map((column, at) => {
      const mayHold = lacks || areBeside[at] === true
      const isOpen = doubted.has(at) || (mayHold && this.#likeAnswers.get(at) === true && !meanings.has(at))
      return isOpen && !column.isSaid
        ? { ...column, meaning: meanings.get(at) ?? column.meaning, isDoubtful: true }
        : column
    })
    const named = (at: number) => ({ column: this.#columns[at]?.name ?? '', number: at + 1 })
    return [
      ...(this.#turned === 'asked' ? [{ code: 'turned', line } as const] : []),
      ...this.#columns.flatMap(({ isDoubtful, name, number, meaning, isRecoded }, at): SheetIssue[] => {
        // Who is who in a turned table is asked about with the table.
        if (this.#turned === 'asked' && at === 0 && !ofGroups.has(at)) return []
        if (!isDoubtful || meanings.has(at) || unknown.some(({ column }) => column === at)) return []
        const place = { line, column: name, number }
        if (ofGroups.has(at))
          return [{ code: 'doubtful-person', why: meaning.is === 'response' ? 'numbers' : 'groups', ...place }]
        const statement = meaning.is === 'statement' ? meaning.statement : null
        const recoded = statement !== null && isRecoded ? { isRecoded } : {}
        return [{ code: 'doubtful-column', ...place, statement, ...recoded }]
      }),
      ...watched.map(({ column, issue }) => issue(named(column))),
      ...unknown.map(({ column, ...place }): SheetIssue => ({ code: 'doubtful-status', ...place, ...named(column) })),
      ...this.#asked.map(([, one]): SheetIssue => ({ code: 'doubtful-cell', ...placeOf(one) })),
      ...this.#askedLevels.map((one): SheetIssue => ({ code: 'doubtful-level', ...placeOf(one) })),
      ...this.#sums.map((one): SheetIssue => ({ code: 'doubtful-sum', ...one })),
    ]
  }

  /** Of each column whether it has no heading, and stands behind a statement's with others like it: each may hold one answer of it. */
  #areBeside(): readonly boolean[] {
    let isBehind = false
    return this.#columns.map(({ name, meaning }, at) => {
      const isLike = name === '' && this.#likeAnswers.has(at)
      if (!isLike) isBehind = meaning.is === 'statement'
      return isLike && isBehind
    })
  }

  draft(): TableDraft {
    const asked = this.#asked
    const zero = asked.find(([folded]) => folded === '0')?.[1]
    const startsAtZero = zero !== undefined && !this.#reached.has(zero.options)
    // Steps that count from 0, where every step is one more than it says, or from as far below 0 as they go above it.
    const half = zero === undefined ? 0 : (zero.options - 1) / 2
    const isCentred =
      startsAtZero && !this.#aboveHalf.has(zero.options) && asked.some(([folded]) => folded === `-${half}`)
    const first = isCentred ? -half : 0
    const steps = startsAtZero
      ? Array.from({ length: zero.options }, (_, step) => ({ cell: String(first + step), means: step + 1 }))
      : []
    const counted = new Set(steps.map(({ cell }) => cell))
    return {
      // Steps turned round, and figures worked out of them, are no answers: what somebody has to say is that they are.
      columns: this.#columns.map((column) =>
        column.isRecoded && !column.isSaid ? { ...column, meaning: { is: 'nothing' } } : column,
      ),
      cells: [
        ...steps,
        ...asked.flatMap(([folded, { cell, options, written }]) =>
          counted.has(folded) ? [] : [{ cell, means: guessCode(folded, options) ?? written }],
        ),
      ],
      levels: this.#askedLevels.map(({ cell }) => ({ cell, means: null })),
      ...(this.#sums.length === 0 ? {} : { sums: { rows: this.#sums, are: 'nobody' } }),
      ...(this.#turned === 'no' ? {} : { isTurned: true }),
      ...(this.#mapping ? { said: this.#mapping } : {}),
    }
  }
}
