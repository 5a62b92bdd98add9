import { LARGEST_SHEET, MOST_ROWS } from '../bounds/bounds.ts'
import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import type { GivenVantage } from '../response/response.ts'
import { answerWords, foldWords } from './answer-words.ts'
import { missingIn } from './cell-codes.ts'
import { findTable, takeSeparatorLine, type TableHeading } from './heading.ts'
import { isLevelColumn, isRecordColumn, isToolColumn, PERSON_KINDS, personKind } from './known-columns.ts'
import { mappedCells, mappedColumns, mappedLevels, type ColumnMeaning, type Mapping } from './mapping.ts'
import { StatementMatcher } from './match-statement.ts'
import { latestOfEach } from './latest-of-each.ts'
import { normaliseLines, parseRows } from './parse-rows.ts'
import { readRow, type SheetColumns, type SheetResponse } from './read-row.ts'
import { findStatusColumns, setApart, type SetApart } from './row-status.ts'
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

/** The columns as they are read. */
function layOutColumns(columns: readonly DraftColumn[], asked: Asked, words: SheetWords, mapping: Mapping | null) {
  const names = columns.map(({ name }) => name)
  const folded = names.map(foldWords)
  const at = (is: ColumnMeaning['is']) => columns.flatMap(({ meaning }, column) => (meaning.is === is ? [column] : []))
  const kindOf = (column: number) => personKind(names[column] ?? '') ?? 'participant'
  const persons = PERSON_KINDS.flatMap((kind) =>
    at('person').flatMap((column) => (kindOf(column) === kind ? [{ column, kind }] : [])),
  )
  const records = at('response')
  const named = ID_COLUMNS.map((name) => folded.indexOf(name)).find((column) => column >= 0)
  const answersOn = new Map(Object.keys(asked.scales).map((scale) => [scale, answerWords(asked, scale, words.texts)]))
  const laidOut: SheetColumns = {
    names,
    id: named ?? persons[0]?.column ?? records[0] ?? null,
    persons,
    records,
    vantage: at('level')[0] ?? null,
    vantages: vantageWords(words),
    cells: mappedCells(mapping),
    levels: mappedLevels(mapping),
    missing: missingIn(names),
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
  { admitted = [], mapping = null }: ReadingChoices = {},
): ReadResponses {
  const fail = (issues: readonly SheetIssue[], draft?: TableDraft): ReadResponses =>
    draft ? { ok: false, issues, draft } : { ok: false, issues }
  if (text.length > LARGEST_SHEET) return fail([{ code: 'too-large', most: LARGEST_SHEET }])
  const { text: lines, separator } = takeSeparatorLine(normaliseLines(text))
  const matcher = new StatementMatcher(asked, words.texts)
  const mappedStatements = new Map(
    mapping?.columns.flatMap((one) =>
      one.is === 'statement' ? [[foldWords(one.column), one.statement] as const] : [],
    ),
  )
  const countKnown = (cells: readonly string[]) =>
    new Set(cells.flatMap((cell) => mappedStatements.get(foldWords(cell)) ?? matcher.match(cell)?.statement ?? [])).size
  const heading = findTable(lines, separator, countKnown)
  if (!heading) return fail([{ code: 'empty' }])
  const [first, last] = [heading.rows[0]!, heading.rows.at(-1)!]
  const { line } = first
  const unsound = heading.rows.find(({ sound }) => !sound)
  if (unsound) return fail([{ code: 'heading-quotes', line: unsound.line }])

  const names = namesOf(heading)
  const said = mappedColumns(mapping, names)
  const questions = new Set(words.vantageQuestions?.map(foldWords))
  const columns = oneLevel(
    names.map((name, at): DraftColumn => {
      const own = said[at]
      if (own) return { number: at + 1, name, meaning: own, isDoubtful: false, isSaid: true }
      const cells = heading.rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '')
      return { number: at + 1, name, ...guessColumn(cells, matcher, questions), isSaid: false }
    }),
  )
  const doubts = new TableDoubts(columns, line)
  if (!columns.some(({ meaning }) => meaning.is === 'statement'))
    return fail(
      [{ code: 'no-items', line, example: asked.items[0]?.id ?? '' }],
      heading.isTable ? doubts.draft() : undefined,
    )

  const laidOut = layOutColumns(columns, asked, words, mapping)
  const twice = findTwice(columns, laidOut.id).toSorted()
  if (twice.length > 0) {
    doubts.addTwice(twice)
    return fail(
      twice.map((column) => ({ code: 'twice', line, column })),
      doubts.draft(),
    )
  }

  const statuses = findStatusColumns(names)
  const read: SheetResponse[] = []
  const issues: RowIssue[] = []
  const leftOut: LeftOut[] = []
  let rows = 0
  doubts.watch(laidOut, statuses)
  parseRows(lines, heading.delimiter, (sheetRow) => {
    if (sheetRow.line <= last.line) return true
    rows++
    if (rows > MOST_ROWS) return false
    const why = setApart(statuses, sheetRow.cells)
    if (why !== null && !admitted.includes(why)) {
      leftOut.push({ row: rows, line: sheetRow.line, why })
      return true
    }
    const one = readRow(laidOut, sheetRow, rows, why)
    doubts.see(sheetRow, 'code' in one ? one : null)
    if ('code' in one) {
      issues.push(one)
      return true
    }
    read.push(one)
    return true
  })
  if (rows === 0) return fail([{ code: 'no-rows' }])
  if (rows > MOST_ROWS) return fail([{ code: 'too-many-rows', most: MOST_ROWS }])
  const missing = asked.items.map(({ id }) => id).filter((id) => !laidOut.items.some((item) => item.id === id))
  const open = doubts.issues(missing.length > 0)
  if (open.length > 0) return fail(open, doubts.draft())
  const { responses, earlier } = latestOfEach(read)
  const meant = new Set([laidOut.id, ...statuses.map(({ column }) => column)])
  return {
    ok: true,
    names,
    responses,
    issues,
    leftOut: [
      ...leftOut,
      ...earlier.map(({ before: { row, line: own }, by }): LeftOut => ({
        row,
        line: own,
        why: 'earlier',
        by: by.line,
      })),
    ].toSorted((one, other) => one.row - other.row),
    ignored: columns.flatMap(({ meaning, name, number }, at) =>
      meaning.is !== 'nothing' || meant.has(at) ? [] : [{ column: number, name }],
    ),
    missing,
  }
}
