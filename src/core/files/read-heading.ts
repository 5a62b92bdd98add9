import { answerWords, foldWords } from './answer-words.ts'
import { findChoiceColumn } from './choice-columns.ts'
import { columnHeadings } from './column-headings.ts'
import {
  doubtLonelyWords,
  findTwice,
  guessColumn,
  guessOfTwice,
  namesOf,
  NOTHING_BESIDE,
  oneLevel,
  type GuessedColumn,
  type Repeated,
} from './guess-columns.ts'
import { findTable, takeSeparatorLine, type TableHeading } from './heading.ts'
import { findGrid } from './grid-cells.ts'
import { headingFinder } from './heading-again.ts'
import { JoinWatch } from './join-columns.ts'
import type { TableInJson } from './json-table.ts'
import { foldName } from './known-columns.ts'
import { layOutColumns } from './lay-out-columns.ts'
import { mappedColumns, type Mapping } from './mapping.ts'
import { StatementMatcher } from './match-statement.ts'
import type { SheetRow } from './parse-rows.ts'
import type { SheetColumns } from './read-row.ts'
import { findStatusColumns, type SetApart, type StatusColumns } from './row-status.ts'
import { RowsOfGroups } from './rows-of-groups.ts'
import type { SheetIssue } from './score-file-issues.ts'
import type { Asked, SheetWords } from './sheet-words.ts'
import { SummingRows } from './summing-rows.ts'
import { TableDoubts, type DraftColumn, type TableDraft } from './table-draft.ts'
import { turnTable, type Turned } from './turned-table.ts'

export type TurnedTable = Extract<Turned, { is: 'turned' }>

export interface ReadingChoices {
  /** The kinds of rows that are read although the tool does not count them. */
  readonly admitted?: readonly SetApart[]
  /** The meanings that somebody has given the table. They go before every guess. */
  readonly mapping?: Mapping | null
  /** Columns beside those that have a meaning here, folded, whose cells are kept. */
  readonly own?: readonly string[]
}

/** The column that every file of the diagnostic's own has. */
const OWN_COLUMN = 'questionnaire'

/** A heading as it is read, with what is known of its columns. */
export interface ReadHeading {
  readonly names: readonly string[]
  readonly line: number
  /** The last line of the heading. */
  readonly until: number
  readonly columns: readonly DraftColumn[]
  readonly laidOut: SheetColumns
  readonly statuses: StatusColumns
  readonly doubts: TableDoubts
  /** Statements with several columns, of which nobody has said yet whether they are one. */
  readonly twice: Twice | null
  /** Finds rows that sum up the others; `null` where each row is a response's own. */
  readonly sums: SummingRows | null
  /** Finds out whether each row is a group's; `null` where it is a response's own. */
  readonly groups: RowsOfGroups | null
  /** Whether a row without a response has the same heading again, or another one; `null` for neither. */
  readonly headingIn: (cells: readonly string[]) => 'same' | 'other' | null
  /** Whether it is a file of the diagnostic's own, where somebody may have answered nothing. */
  readonly isOwn: boolean
}

interface Twice {
  readonly repeated: readonly Repeated[]
  readonly statements: readonly string[]
  readonly guessed: readonly GuessedColumn[]
  readonly joins: JoinWatch
}

/** Why a table is not read, with what is guessed about it where a mapping would let it be read. */
export interface Refused {
  readonly ok: false
  readonly issues: readonly SheetIssue[]
  readonly draft?: TableDraft
}

export type FoundHeading =
  | { readonly ok: true; readonly heading: ReadHeading; readonly delimiter: string }
  | { readonly ok: false; readonly failed: Refused }

export const refused = (issues: readonly SheetIssue[], draft?: TableDraft): Refused =>
  draft ? { ok: false, issues, draft } : { ok: false, issues }

export const twiceIssues = (all: readonly Repeated[], line: number): SheetIssue[] =>
  all.map((one) => ({ code: 'twice', line, ...one }))

/** A row where it stands in the file. */
export function placed(row: SheetRow, json: TableInJson | null): SheetRow {
  const place = json?.places[row.line - 1]
  if (!place) return row
  const { line, character } = place
  return { ...row, line, until: line, ...(character === null ? {} : { character }) }
}

/** How pages and files of markup begin, among them what some tools call .xls. */
const MARKED_UP = /^\s*<(\?xml|!doctype html|html|head|body|table|workbook)\b/i

/** In statements: a table with more of them in one row is not looked through for others below each other. */
const LEAST_IN_HEADING = 4

/** Finds the heading of tables, and what its columns hold. Never throws on a checked questionnaire. */
export class HeadingReader {
  readonly #asked: Asked
  readonly #words: SheetWords
  readonly #choices: ReadingChoices
  readonly #matcher: StatementMatcher
  /** Statements by the folded headings that a mapping gives them. */
  readonly #mapped: ReadonlyMap<string, string>
  /** Where the table of a text is, which is asked twice. */
  #latest: { readonly lines: string; readonly table: TableHeading | null } | null = null

  constructor(asked: Asked, words: SheetWords, choices: ReadingChoices) {
    this.#asked = asked
    this.#words = words
    this.#choices = choices
    this.#matcher = new StatementMatcher(asked, words.texts)
    this.#mapped = new Map(
      choices.mapping?.columns.flatMap((one) =>
        one.is === 'statement' ? [[foldWords(one.column), one.statement] as const] : [],
      ),
    )
  }

  /**
   * The heading of a table in its beginning.
   *
   * @param lines without a line that tells the separator
   * @param json what is known of the JSON that the table was made of
   * @param turned whether it stood on its side, and whether its first column names people
   */
  find(lines: string, separator: string | null, json: TableInJson | null, turned: TurnedTable | null): FoundHeading {
    const refuse = (issues: readonly SheetIssue[], draft?: TableDraft) =>
      ({ ok: false, failed: refused(issues, draft) }) as const
    const [asked, words] = [this.#asked, this.#words]
    const { mapping = null } = this.#choices
    const matcher = this.#matcher
    const markup = MARKED_UP.exec(lines)?.[1]?.toLowerCase()
    if (markup !== undefined)
      return refuse([{ code: 'other-kind', line: 1, kind: /^\?|^workbook/.test(markup) ? 'XML' : 'HTML' }])
    const table = this.#tableIn(lines, separator)
    if (!table) return refuse([{ code: 'empty' }])
    const [first, last] = [table.rows[0]!, table.rows.at(-1)!]
    const { line } = placed(first, json)
    const unsound = table.rows.find(({ sound }) => !sound)
    if (unsound) return refuse([{ code: 'heading-quotes', line: unsound.line }])

    const names = namesOf(table)
    const said = mappedColumns(mapping, names)
    const headings = columnHeadings(table.rows)
    const questions = new Set(words.vantageQuestions?.map(foldName))
    const unknown = said.findIndex(
      (own) => own?.is === 'statement' && !asked.items.some(({ id }) => id === own.statement),
    )
    const wrong = said[unknown]
    if (wrong?.is === 'statement')
      return refuse([{ code: 'unknown-statement', line, column: names[unknown] ?? '', statement: wrong.statement }])
    const named = new Set(headings.flat().map(foldName))
    const guessed = oneLevel(
      names.map((name, at): GuessedColumn => {
        const own = said[at]
        if (own) return { number: at + 1, name, meaning: own, isDoubtful: false, isSaid: true, beside: NOTHING_BESIDE }
        const cells = table.rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '')
        const guess = guessColumn(cells, headings[at] ?? [], matcher, questions, named)
        const isNaming = at === 0 && turned?.isNamed === true && guess.meaning.is === 'nothing'
        const naming = isNaming ? { meaning: { is: 'person' } as const, isDoubtful: true } : {}
        return { number: at + 1, name, ...guess, ...naming, isSaid: false }
      }),
    )
    const columns: readonly DraftColumn[] = doubtLonelyWords(guessed)
    const choice = findChoiceColumn(guessed, headings, asked, words)
    if (choice) return refuse([{ code: 'choice-column', line, column: choice.name, number: choice.number }])
    if (!columns.some(({ meaning }) => meaning.is === 'statement'))
      return { ok: false, failed: this.#nothingKnown(columns, table, line, json) }

    const layOut = (all: readonly DraftColumn[]) => layOutColumns(all, headings, asked, words, this.#choices)
    const asGuessed = layOut(columns)
    const repeated = findTwice(columns, asGuessed.id)
    const statements = repeated.map(({ column }) => column)
    const used = statements.length > 0 ? guessOfTwice(guessed) : columns
    const asks = mapping?.turned ? 'said' : 'asked'
    const doubts = new TableDoubts(used, line, mapping, turned ? asks : 'no')
    if (statements.some((name) => !asked.items.some(({ id }) => id === name))) {
      doubts.addTwice(statements)
      return refuse(twiceIssues(repeated, line), doubts.draft())
    }
    const laidOut = used === columns ? asGuessed : layOut(used)
    const twice =
      statements.length > 0
        ? { repeated, statements, guessed, joins: new JoinWatch(guessed, laidOut, statements) }
        : null
    const holds = used.map(({ meaning, isSaid }) =>
      meaning.is === 'statement' ? meaning.is : meaning.is === 'nothing' && !isSaid ? 'free' : 'other',
    )
    const statuses = findStatusColumns(headings, holds)
    const headingIn = headingFinder(used, (cell) => matcher.match(cell)?.statement ?? null)
    const isOwn = names.some((name) => foldWords(name) === OWN_COLUMN)
    doubts.watch(laidOut, statuses, isOwn)
    const sums = isOwn ? null : new SummingRows(laidOut)
    const groups = isOwn ? null : new RowsOfGroups(laidOut, headings, (column) => holds[column] === 'free')
    const known = { names, line, until: last.line, columns: used, laidOut, statuses, doubts }
    const heading: ReadHeading = { ...known, twice, sums, groups, headingIn, isOwn }
    return { ok: true, heading, delimiter: table.delimiter }
  }

  /** Why no column is known, and the draft of a mapping where one can help. */
  #nothingKnown(
    columns: readonly DraftColumn[],
    { isTable }: TableHeading,
    line: number,
    json: TableInJson | null,
  ): Refused {
    const { isList = true, deeper = [] } = json ?? {}
    const [first] = this.#asked.items
    return isList && deeper.length > 0
      ? refused([{ code: 'no-records', line, names: deeper }])
      : refused(
          [{ code: 'no-items', line, example: first?.id ?? '' }],
          isTable && isList ? new TableDoubts(columns, line, this.#choices.mapping ?? null).draft() : undefined,
        )
  }

  /**
   * Where a cell has several statements with their answers in it, as Jotform writes a grid; `null` where none has.
   *
   * @param json what is known of the JSON that the table was made of
   */
  inOneCell(lines: string, separator: string | null, json: TableInJson | null): SheetIssue | null {
    const table = this.#tableIn(lines, separator)
    if (!table || table.known >= LEAST_IN_HEADING || MARKED_UP.test(lines)) return null
    const found = findGrid(lines, table.delimiter, (text) => this.#matcher.countWithin(text))
    return found && { code: 'grid-cell', line: placed(found.row, json).line, column: found.name, number: found.number }
  }

  /**
   * A table that stands on its side, turned round; else why it has no people, or `null`
   * where it is none of these.
   */
  turn(lines: string, separator: string | null): Turned | null {
    const isSaid = this.#choices.mapping?.turned === true
    const table = isSaid ? null : this.#tableIn(lines, separator)
    const inHeading = table?.known ?? 0
    if (inHeading >= LEAST_IN_HEADING) return null
    const { scales } = this.#asked
    const answers = Object.keys(scales).map((scale) => answerWords(this.#asked, scale, this.#words.texts))
    const statement = (cell: string) =>
      this.#mapped.get(foldWords(cell)) ?? this.#matcher.match(cell)?.statement ?? null
    return turnTable(lines, separator, { statement, answers }, inHeading, isSaid)
  }

  /** How many statements the heading of a table has. */
  statementsIn(text: string): number {
    const { text: lines, separator } = takeSeparatorLine(text)
    return this.#tableIn(lines, separator)?.known ?? 0
  }

  #tableIn(lines: string, separator: string | null): TableHeading | null {
    if (this.#latest?.lines !== lines)
      this.#latest = { lines, table: findTable(lines, separator, (cells) => this.#countKnown(cells)) }
    return this.#latest.table
  }

  #countKnown(cells: readonly string[]): number {
    const statements = cells.flatMap(
      (cell) => this.#mapped.get(foldWords(cell)) ?? this.#matcher.match(cell)?.statement ?? [],
    )
    return new Set(statements).size
  }
}
