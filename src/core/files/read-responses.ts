import { LARGEST_SHEET, MOST_ROWS } from '../bounds/bounds.ts'
import { foldWords } from './answer-words.ts'
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
} from './guess-columns.ts'
import { findTable, takeSeparatorLine, type TableHeading } from './heading.ts'
import { headingFinder, isAllWrong } from './heading-again.ts'
import { foldName } from './known-columns.ts'
import { JoinWatch } from './join-columns.ts'
import { latestOfEach } from './latest-of-each.ts'
import { tableInJson, type TableInJson } from './json-table.ts'
import { layOutColumns } from './lay-out-columns.ts'
import { mappedColumns, type Mapping } from './mapping.ts'
import { StatementMatcher } from './match-statement.ts'
import { normaliseLines, RowStream, type SheetRow } from './parse-rows.ts'
import { isBlank, readRow, type SheetColumns, type SheetResponse } from './read-row.ts'
import { findStatusColumns, setApart, type SetApart, type StatusColumns } from './row-status.ts'
import type { RowIssue, SheetIssue } from './score-file-issues.ts'
import type { Asked, SheetWords } from './sheet-words.ts'
import { isSummary } from './summary-row.ts'
import { TableDoubts, type DraftColumn, type TableDraft } from './table-draft.ts'

/** A row that is left out although it can be read. */
export type LeftOut = {
  /** From 1 below the heading; empty rows do not count. */
  readonly row: number
  readonly line: number
  readonly character?: number
} & (
  | { readonly why: SetApart }
  /** The same person answered again further down, on line `by`. */
  | { readonly why: 'earlier'; readonly by: number }
)

export interface ReadingChoices {
  /** The kinds of rows that are read although the tool does not count them. */
  readonly admitted?: readonly SetApart[]
  /** What somebody has said about the table. It goes before every guess. */
  readonly mapping?: Mapping | null
  /** Columns beside those that have a meaning here, folded, whose cells are kept. */
  readonly own?: readonly string[]
}

export type ReadResponses =
  | {
      readonly ok: true
      /** The heading, as the file has it, trimmed. */
      readonly names: readonly string[]
      readonly responses: readonly SheetResponse[]
      /** Rows that are left out, in the order of the file. */
      readonly issues: readonly RowIssue[]
      /** Rows that the tool does not count, and earlier responses of one person, in the order of the file. */
      readonly leftOut: readonly LeftOut[]
      /** Unknown columns, counted from 1. */
      readonly ignored: readonly { readonly column: number; readonly name: string }[]
      /** Items without a column. They count as unanswered in every response. */
      readonly missing: readonly string[]
    }
  | {
      readonly ok: false
      readonly issues: readonly SheetIssue[]
      /** What is guessed about the table, where a mapping would let it be read. */
      readonly draft?: TableDraft
    }

/** In characters: the first rows of a table, of which its heading is found. */
const HEAD = 1024 * 1024

/** The column that every file of the diagnostic's own has. */
const OWN_COLUMN = 'questionnaire'

/** A heading as it is read, with what is known of its columns. */
interface ReadHeading {
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
  /** Whether a row without a response has the same heading again, or another one; `null` for neither. */
  readonly headingIn: (cells: readonly string[]) => 'same' | 'other' | null
  /** Whether it is a file of the diagnostic's own, where somebody may have answered nothing. */
  readonly isOwn: boolean
}

interface Twice {
  readonly statements: readonly string[]
  readonly guessed: readonly GuessedColumn[]
  readonly joins: JoinWatch
}

type Failed = Extract<ReadResponses, { ok: false }>

const twiceIssues = (names: readonly string[], line: number): SheetIssue[] =>
  names.map((column) => ({ code: 'twice', line, column }))

const fail = (issues: readonly SheetIssue[], draft?: TableDraft): Failed =>
  draft ? { ok: false, issues, draft } : { ok: false, issues }

/**
 * Reads a table that comes in pieces, as `readResponses` reads it whole, and keeps
 * the answers of its rows alone. Trusts nothing in the text, and never throws on a
 * checked questionnaire.
 */
export class TableReading {
  readonly #asked: Asked
  readonly #words: SheetWords
  readonly #choices: ReadingChoices
  readonly #matcher: StatementMatcher
  /** Statements by the folded headings that a mapping gives them. */
  readonly #mapped: ReadonlyMap<string, string>
  /** The text before the heading is known. */
  #head = ''
  /** A carriage return at the end of a piece, which may be half of a line break. */
  #held = ''
  #length = 0
  #heading: ReadHeading | null = null
  #stream: RowStream | null = null
  #failed: Failed | null = null
  /** What is known of the JSON that the table was made of. */
  #json: TableInJson | null = null
  #rows = 0
  readonly #read: SheetResponse[] = []
  readonly #issues: RowIssue[] = []
  readonly #leftOut: LeftOut[] = []

  constructor(asked: Asked, words: SheetWords, choices: ReadingChoices = {}) {
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

  /** How many rows were read so far. */
  get rows(): number {
    return this.#rows
  }

  /** Reads the next piece. Returns whether more is wanted: not where the table is refused already. */
  push(piece: string): boolean {
    if (this.#failed) return false
    const isFirst = this.#length === 0
    this.#length += piece.length
    if (this.#length > LARGEST_SHEET) this.#failed = fail([{ code: 'too-large', most: LARGEST_SHEET }])
    if (this.#failed) return false
    const whole = this.#held + (isFirst ? piece.replace(/^\ufeff/, '') : piece)
    this.#held = whole.endsWith('\r') ? '\r' : ''
    const text = whole.slice(0, whole.length - this.#held.length).replaceAll(/\r\n?/g, '\n')
    if (this.#stream) return this.#stream.push(text)
    this.#head += text
    if (this.#head.length >= HEAD) this.#begin()
    return !this.#failed
  }

  /** Reads all of a text: a table, or JSON with one. */
  pushWhole(text: string): void {
    const json = tableInJson(text)
    if (json?.ok === false) this.#failed = fail([json.issue])
    this.#json = json?.ok ? json.table : null
    this.push(this.#json?.text ?? text)
  }

  /** A row where it stands in the file. */
  #placed(row: SheetRow): SheetRow {
    const place = this.#json?.places[row.line - 1]
    if (!place) return row
    const { line, character } = place
    return { ...row, line, until: line, ...(character === null ? {} : { character }) }
  }

  /** The table as it was read. To be called once, at the end. */
  finish(): ReadResponses {
    if (!this.#failed && this.#held !== '') this.push('')
    if (!this.#failed && !this.#stream) {
      if (this.#held !== '') this.#head += '\n'
      this.#begin()
    } else if (this.#held !== '') this.#stream?.push('\n')
    this.#stream?.end()
    const heading = this.#heading
    if (this.#failed || !heading) return this.#failed ?? fail([{ code: 'empty' }])
    if (this.#rows === 0) return fail([{ code: 'no-rows' }])
    const { laidOut, statuses, doubts, columns, names, twice } = heading
    const missing = this.#asked.items.map(({ id }) => id).filter((id) => !laidOut.items.some((item) => item.id === id))
    const open = doubts.issues(missing.length > 0)
    if (twice) {
      doubts.addTwice(twice.statements)
      doubts.guessTwice(twice.joins.joinable(), twice.guessed)
      return fail(twiceIssues(twice.statements, heading.line), doubts.draft())
    }
    if (open.length > 0) return fail(open, doubts.draft())
    const { responses, earlier } = latestOfEach(this.#read)
    const meant = new Set([laidOut.id, ...statuses.map(({ column }) => column)])
    return {
      ok: true,
      names,
      responses,
      issues: this.#issues,
      leftOut: [
        ...this.#leftOut,
        ...earlier.map(({ before: { row, line }, by }): LeftOut => ({ row, line, why: 'earlier', by: by.line })),
      ].toSorted((one, other) => one.row - other.row),
      ignored: columns.flatMap(({ meaning, name, number }, at) =>
        meaning.is !== 'nothing' || meant.has(at) ? [] : [{ column: number, name }],
      ),
      missing,
    }
  }

  /** Finds the heading in what has come, and reads the rows below it. */
  #begin(): void {
    const { text: lines, separator } = takeSeparatorLine(this.#head)
    this.#head = ''
    const found = this.#findHeading(lines, separator)
    if (!found.ok) {
      this.#failed = found.failed
      return
    }
    const { heading, delimiter } = found
    this.#heading = heading
    this.#stream = new RowStream(
      delimiter,
      (row) => row.line <= heading.until || this.#take(heading, this.#placed(row)),
    )
    this.#stream.push(lines)
  }

  #findHeading(
    lines: string,
    separator: string | null,
  ):
    | { readonly ok: true; readonly heading: ReadHeading; readonly delimiter: string }
    | { readonly ok: false; readonly failed: Failed } {
    const refuse = (issues: readonly SheetIssue[], draft?: TableDraft) =>
      ({ ok: false, failed: fail(issues, draft) }) as const
    const [asked, words] = [this.#asked, this.#words]
    const { mapping = null } = this.#choices
    const matcher = this.#matcher
    const table = findTable(lines, separator, (cells) => this.#countKnown(cells))
    if (!table) return refuse([{ code: 'empty' }])
    const [first, last] = [table.rows[0]!, table.rows.at(-1)!]
    const { line } = this.#placed(first)
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
    const guessed = oneLevel(
      names.map((name, at): GuessedColumn => {
        const own = said[at]
        if (own) return { number: at + 1, name, meaning: own, isDoubtful: false, isSaid: true, beside: NOTHING_BESIDE }
        const cells = table.rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '')
        return { number: at + 1, name, ...guessColumn(cells, headings[at] ?? [], matcher, questions), isSaid: false }
      }),
    )
    const columns: readonly DraftColumn[] = doubtLonelyWords(guessed)
    const choice = findChoiceColumn(guessed, headings, asked, words)
    if (choice) return refuse([{ code: 'choice-column', line, column: choice.name, number: choice.number }])
    if (!columns.some(({ meaning }) => meaning.is === 'statement'))
      return { ok: false, failed: this.#nothingKnown(columns, table, line) }

    const layOut = (all: readonly DraftColumn[]) => layOutColumns(all, headings, asked, words, this.#choices)
    const statements = findTwice(columns, layOut(columns).id).toSorted()
    const used = statements.length > 0 ? guessOfTwice(guessed) : columns
    const doubts = new TableDoubts(used, line)
    if (statements.some((name) => !asked.items.some(({ id }) => id === name))) {
      doubts.addTwice(statements)
      return refuse(twiceIssues(statements, line), doubts.draft())
    }
    const laidOut = layOut(used)
    const twice =
      statements.length > 0 ? { statements, guessed, joins: new JoinWatch(guessed, laidOut, statements) } : null
    const holds = used.map(({ meaning, isSaid }) =>
      meaning.is === 'statement' ? meaning.is : meaning.is === 'nothing' && !isSaid ? 'free' : 'other',
    )
    const statuses = findStatusColumns(headings, holds)
    const headingIn = headingFinder(used, (cell) => matcher.match(cell)?.statement ?? null)
    const isOwn = names.some((name) => foldWords(name) === OWN_COLUMN)
    doubts.watch(laidOut, statuses, isOwn)
    const heading = { names, line, until: last.line, columns: used, laidOut, statuses, doubts, twice, headingIn, isOwn }
    return { ok: true, heading, delimiter: table.delimiter }
  }

  /** Why no column is known, and the draft of a mapping where one can help. */
  #nothingKnown(columns: readonly DraftColumn[], { isTable }: TableHeading, line: number): Failed {
    const { isList = true, deeper = [] } = this.#json ?? {}
    const [first] = this.#asked.items
    return isList && deeper.length > 0
      ? fail([{ code: 'no-records', line, names: deeper }])
      : fail(
          [{ code: 'no-items', line, example: first?.id ?? '' }],
          isTable && isList ? new TableDoubts(columns, line).draft() : undefined,
        )
  }

  /** How many statements the heading of a table has. */
  statementsIn(text: string): number {
    const { text: lines, separator } = takeSeparatorLine(normaliseLines(text.slice(0, HEAD)))
    return findTable(lines, separator, (cells) => this.#countKnown(cells))?.known ?? 0
  }

  #countKnown(cells: readonly string[]): number {
    const statements = cells.flatMap(
      (cell) => this.#mapped.get(foldWords(cell)) ?? this.#matcher.match(cell)?.statement ?? [],
    )
    return new Set(statements).size
  }

  /** Reads a row below the heading. Returns whether more is wanted. */
  #take(heading: ReadHeading, sheetRow: SheetRow): boolean {
    const { laidOut, statuses, doubts } = heading
    this.#rows++
    if (this.#rows > MOST_ROWS) return this.#fail({ code: 'too-many-rows', most: MOST_ROWS })
    const { admitted = [] } = this.#choices
    const isSum = !heading.isOwn && isSummary(laidOut, sheetRow.cells)
    const why = setApart(statuses, sheetRow.cells) ?? (isSum ? 'summary' : null)
    const one = why === null || admitted.includes(why) ? readRow(laidOut, sheetRow, this.#rows, why) : null
    if (one !== null && isAllWrong(one, laidOut)) {
      const again = heading.headingIn(sheetRow.cells)
      if (again === 'other') return this.#fail({ code: 'second-heading', line: sheetRow.line })
      if (again === 'same') return true
    }
    doubts.seeStatus(sheetRow)
    if (one === null) return this.#leaveOut(sheetRow, why!)
    const isEmpty = !('code' in one) && !heading.isOwn && isBlank(laidOut, sheetRow.cells)
    if (isEmpty && !admitted.includes('empty')) return this.#leaveOut(sheetRow, 'empty')
    doubts.see(sheetRow, 'code' in one ? one : null)
    heading.twice?.joins.see(sheetRow.cells)
    if ('code' in one) this.#issues.push(one)
    else this.#read.push(isEmpty ? { ...one, apart: one.apart ?? 'empty' } : one)
    return true
  }

  #fail(issue: SheetIssue): false {
    this.#failed = fail([issue])
    return false
  }

  #leaveOut({ line, character }: SheetRow, why: SetApart): true {
    this.#leftOut.push({ row: this.#rows, line, ...(character === undefined ? {} : { character }), why })
    return true
  }
}

/**
 * Reads a table of responses from any survey tool: below whatever stands before it,
 * a heading of one or several rows, then a row for each respondent. Commas,
 * semicolons, tabs or pipes; any line break, also within quoted cells; the columns
 * in any order, statements by id in any spelling or by text in any language.
 *
 * An answer is a step counted from 1, "cant-tell", an option's id, or its words
 * in one of the languages; an empty cell is unanswered. A row with anything
 * else in it is left out whole and reported, never scored in part. Where a column
 * or a cell that comes again and again is not certain, nothing is read, and the
 * draft of a mapping says what is guessed.
 *
 * Responses are people: of several rows of one person the last is read. Rows that
 * the tool itself does not count as responses are left out. Trusts nothing in the
 * text, and never throws on a checked questionnaire.
 */
export function readResponses(
  text: string,
  asked: Asked,
  words: SheetWords,
  choices: ReadingChoices = {},
): ReadResponses {
  const reading = new TableReading(asked, words, choices)
  reading.push(text)
  return reading.finish()
}
