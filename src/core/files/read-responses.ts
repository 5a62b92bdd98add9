import { LARGEST_SHEET, MOST_ROWS } from '../bounds/bounds.ts'
import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import type { GivenVantage } from '../response/response.ts'
import { answerWords, foldCell, foldWords } from './answer-words.ts'
import { missingIn } from './cell-codes.ts'
import { findTable, takeSeparatorLine, type TableHeading } from './heading.ts'
import {
  isLevelColumn,
  isRecordColumn,
  isToolColumn,
  kindOfPersonColumn,
  PERSON_KINDS,
  personKind,
} from './known-columns.ts'
import { mappedCells, mappedColumns, mappedLevels, type ColumnMeaning, type Mapping } from './mapping.ts'
import { StatementMatcher } from './match-statement.ts'
import { latestOfEach } from './latest-of-each.ts'
import { RowStream, type SheetRow } from './parse-rows.ts'
import { readRow, type SheetColumns, type SheetResponse } from './read-row.ts'
import { seatReader } from './read-seat.ts'
import { findStatusColumns, setApart, type SetApart, type StatusColumns } from './row-status.ts'
import type { RowIssue, SheetIssue } from './score-file-issues.ts'
import { spellings } from './tool-codes.ts'
import { TableDoubts, type DraftColumn, type TableDraft } from './table-draft.ts'

/** The column that says where a respondent sits. */
export const VANTAGE_COLUMN = 'vantage'

/** The columns that name a respondent before any other. The first of them that a file has is used. */
export const ID_COLUMNS = ['id', 'respondent', 'participant'] as const

/** A row that is left out although it can be read. */
export type LeftOut = {
  /** From 1 below the heading; empty rows do not count. */
  readonly row: number
  readonly line: number
} & (
  | { readonly why: SetApart }
  /** The same person answered again further down, on line `by`. */
  | { readonly why: 'earlier'; readonly by: number }
)

type Asked = Pick<Questionnaire, 'items' | 'scales'>

/** The words that are read, beside steps and ids. */
export interface SheetWords {
  /** The questionnaire's texts, one for each language: statements as headings, options as answers. */
  readonly texts: readonly (Pick<Texts, 'scales'> & Partial<Pick<Texts, 'items'>>)[]
  readonly vantages?: Readonly<Partial<Record<GivenVantage, readonly string[]>>>
  /** How the question is worded where people sit. */
  readonly vantageQuestions?: readonly string[]
}

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

/** Every way to write a vantage, folded. An empty cell is the same as not saying. */
function vantageWords(words: SheetWords): Map<string, GivenVantage> {
  const known = new Map<string, GivenVantage>([['', 'not-said']])
  for (const vantage of [...VANTAGES, 'not-said' as const])
    for (const word of [...spellings(vantage), ...(words.vantages?.[vantage] ?? [])])
      known.set(foldWords(word), vantage)
  return known
}

/** The name of each column: the first that a heading row has for it. */
function namesOf({ rows }: TableHeading): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  return Array.from(
    { length: width },
    (_, at) => rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '',
  )
}

/** What a column most likely holds, by all rows of its heading. */
function guessColumn(cells: readonly string[], matcher: StatementMatcher, questions: ReadonlySet<string>) {
  const matches = cells.flatMap((cell) => {
    const match = matcher.match(cell)
    return match && (match.isSure || !isToolColumn(cell)) ? [match] : []
  })
  const [first] = matches
  const sure = matches.find(({ isSure }) => isSure) ?? first
  if (sure) {
    const isSure = sure.isSure && matches.every((one) => !one.isSure || one.statement === sure.statement)
    return { meaning: { is: 'statement', statement: sure.statement } as const, isDoubtful: !isSure }
  }
  const is = (): ColumnMeaning['is'] => {
    if (cells.some((cell) => personKind(cell) !== null)) return 'person'
    if (cells.some(isRecordColumn)) return 'response'
    if (cells.some((cell) => isLevelColumn(cell) || questions.has(foldWords(cell)))) return 'level'
    return 'nothing'
  }
  return { meaning: { is: is() } as Exclude<ColumnMeaning, { is: 'statement' }>, isDoubtful: false }
}

/** Of two columns that say where people sit, the product's own goes before a tool's. */
function oneLevel(columns: readonly DraftColumn[]): DraftColumn[] {
  const levels = columns.filter(({ meaning }) => meaning.is === 'level')
  const own = levels.filter(({ name }) => foldWords(name) === VANTAGE_COLUMN)
  if (levels.length < 2 || own.length === 0) return [...columns]
  return columns.map((column) =>
    column.meaning.is === 'level' && !own.includes(column) ? { ...column, meaning: { is: 'nothing' } } : column,
  )
}

/** In cells; beyond it a table has texts, and no answers that come again. */
const MOST_REMEMBERED = 10_000

/** A function of texts that is worked out once for each. */
function remembered(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = of(text)
    if (known.size < MOST_REMEMBERED) known.set(text, value)
    return value
  }
}

/** The columns as they are read. */
function layOutColumns(
  columns: readonly DraftColumn[],
  asked: Asked,
  words: SheetWords,
  { mapping = null, own = [] }: ReadingChoices,
) {
  const names = columns.map(({ name }) => name)
  const folded = names.map(foldWords)
  const at = (is: ColumnMeaning['is']) => columns.flatMap(({ meaning }, column) => (meaning.is === is ? [column] : []))
  const persons = PERSON_KINDS.flatMap((kind) =>
    at('person').flatMap((column) => (kindOfPersonColumn(names[column] ?? '') === kind ? [{ column, kind }] : [])),
  )
  const records = at('response')
  const named = ID_COLUMNS.map((name) => folded.indexOf(name)).find((column) => column >= 0)
  const answersOn = new Map(Object.keys(asked.scales).map((scale) => [scale, answerWords(asked, scale, words.texts)]))
  const vantages = vantageWords(words)
  const laidOut: SheetColumns = {
    names,
    id: named ?? persons[0]?.column ?? records[0] ?? null,
    persons,
    records,
    vantage: at('level')[0] ?? null,
    vantages,
    seatOf: remembered(seatReader(mappedLevels(mapping), vantages)),
    cells: mappedCells(mapping),
    missing: missingIn(names),
    fold: remembered(foldCell),
    own: own.flatMap((name) => (folded.includes(name) ? [{ name, column: folded.indexOf(name) }] : [])),
    items: asked.items.flatMap(({ id, scale }) => {
      const column = columns.findIndex(({ meaning }) => meaning.is === 'statement' && meaning.statement === id)
      const answers = answersOn.get(scale)
      return column < 0 || !answers ? [] : [{ id, column, answers, options: asked.scales[scale]?.options ?? [] }]
    }),
  }
  return laidOut
}

/** What stands twice where only one column can count, by its folded name. */
function findTwice(columns: readonly DraftColumn[], id: number | null): string[] {
  const keys = columns.map(({ meaning, name }, at) => {
    if (meaning.is === 'statement') return `statement ${meaning.statement}`
    if (meaning.is === 'level') return 'level'
    // Two columns of one name: nobody can tell which names the respondent.
    return id !== null && foldWords(name) === foldWords(columns[id]?.name ?? '') ? 'id' : `${at}`
  })
  return columns.flatMap(({ name, meaning }, at) =>
    keys.indexOf(keys[at]!) === at && keys.lastIndexOf(keys[at]!) !== at
      ? [meaning.is === 'statement' ? meaning.statement : foldWords(name)]
      : [],
  )
}

/** In characters: the first rows of a table, of which its heading is found. */
const HEAD = 1024 * 1024

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
}

type Failed = Extract<ReadResponses, { ok: false }>

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
  /** What has come before the heading is known. */
  #head = ''
  /** A carriage return at the end of a piece, which may be half of a line break. */
  #held = ''
  #length = 0
  #heading: ReadHeading | null = null
  #stream: RowStream | null = null
  #failed: Failed | null = null
  #rows = 0
  readonly #read: SheetResponse[] = []
  readonly #issues: RowIssue[] = []
  readonly #leftOut: LeftOut[] = []

  constructor(asked: Asked, words: SheetWords, choices: ReadingChoices = {}) {
    this.#asked = asked
    this.#words = words
    this.#choices = choices
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
    const { laidOut, statuses, doubts, columns, names } = heading
    const missing = this.#asked.items.map(({ id }) => id).filter((id) => !laidOut.items.some((item) => item.id === id))
    const open = doubts.issues(missing.length > 0)
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
    this.#stream = new RowStream(delimiter, (row) => row.line <= heading.until || this.#take(heading, row))
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
    const matcher = new StatementMatcher(asked, words.texts)
    const mappedStatements = new Map(
      mapping?.columns.flatMap((one) =>
        one.is === 'statement' ? [[foldWords(one.column), one.statement] as const] : [],
      ),
    )
    const countKnown = (cells: readonly string[]) =>
      new Set(cells.flatMap((cell) => mappedStatements.get(foldWords(cell)) ?? matcher.match(cell)?.statement ?? []))
        .size
    const table = findTable(lines, separator, countKnown)
    if (!table) return refuse([{ code: 'empty' }])
    const [first, last] = [table.rows[0]!, table.rows.at(-1)!]
    const { line } = first
    const unsound = table.rows.find(({ sound }) => !sound)
    if (unsound) return refuse([{ code: 'heading-quotes', line: unsound.line }])

    const names = namesOf(table)
    const said = mappedColumns(mapping, names)
    const questions = new Set(words.vantageQuestions?.map(foldWords))
    const columns = oneLevel(
      names.map((name, at): DraftColumn => {
        const own = said[at]
        if (own) return { number: at + 1, name, meaning: own, isDoubtful: false, isSaid: true }
        const cells = table.rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '')
        return { number: at + 1, name, ...guessColumn(cells, matcher, questions), isSaid: false }
      }),
    )
    const doubts = new TableDoubts(columns, line)
    if (!columns.some(({ meaning }) => meaning.is === 'statement'))
      return refuse(
        [{ code: 'no-items', line, example: asked.items[0]?.id ?? '' }],
        table.isTable ? doubts.draft() : undefined,
      )

    const laidOut = layOutColumns(columns, asked, words, this.#choices)
    const twice = findTwice(columns, laidOut.id).toSorted()
    if (twice.length > 0) {
      doubts.addTwice(twice)
      return refuse(
        twice.map((column) => ({ code: 'twice', line, column })),
        doubts.draft(),
      )
    }
    const statuses = findStatusColumns(names)
    doubts.watch(laidOut, statuses)
    const heading = { names, line, until: last.line, columns, laidOut, statuses, doubts }
    return { ok: true, heading, delimiter: table.delimiter }
  }

  /** Reads a row below the heading. Returns whether more is wanted. */
  #take({ laidOut, statuses, doubts }: ReadHeading, sheetRow: SheetRow): boolean {
    this.#rows++
    if (this.#rows > MOST_ROWS) {
      this.#failed = fail([{ code: 'too-many-rows', most: MOST_ROWS }])
      return false
    }
    const { admitted = [] } = this.#choices
    const why = setApart(statuses, sheetRow.cells)
    if (why !== null && !admitted.includes(why)) {
      this.#leftOut.push({ row: this.#rows, line: sheetRow.line, why })
      return true
    }
    const one = readRow(laidOut, sheetRow, this.#rows, why)
    doubts.see(sheetRow, 'code' in one ? one : null)
    if ('code' in one) this.#issues.push(one)
    else this.#read.push(one)
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
