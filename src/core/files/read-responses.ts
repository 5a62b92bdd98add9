import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import type { GivenVantage } from '../response/response.ts'
import { answerWords, foldWords } from './answer-words.ts'
import type { RowIssue, SheetIssue } from './score-file-issues.ts'
import { isRecordColumn, PERSON_KINDS, personKind } from './known-columns.ts'
import { findHeading, normaliseLines, parseRows } from './parse-rows.ts'
import { readRow, type SheetColumns, type SheetResponse } from './read-row.ts'
import { findStatusColumns, setApart, type SetApart } from './row-status.ts'

/** The longest text that is read, in characters: 10,000 respondents who answer 30 items in words take ten million. */
export const LARGEST_SHEET = 16 * 1024 * 1024

/** The most respondents that are read. */
export const MOST_ROWS = 100_000

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

/** The words that are read as answers, beside steps and ids. */
export interface SheetWords {
  /** The questionnaire's texts, one for each language. */
  readonly texts: readonly Pick<Texts, 'scales'>[]
  readonly vantages?: Readonly<Partial<Record<GivenVantage, readonly string[]>>>
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
  | { readonly ok: false; readonly issues: readonly SheetIssue[] }

/** Every way to write a vantage, folded. An empty cell is the same as not saying. */
function vantageWords(words: SheetWords): Map<string, GivenVantage> {
  const known = new Map<string, GivenVantage>([['', 'not-said']])
  for (const vantage of [...VANTAGES, 'not-said' as const])
    for (const word of [vantage, ...(words.vantages?.[vantage] ?? [])]) known.set(foldWords(word), vantage)
  return known
}

/** What two rows of one person, or of one response, have in common; of its own where nobody can tell. */
const keyOf = ({ row, person, record }: SheetResponse) =>
  person ?? (record === null ? `row:${row}` : `record:${record}`)

/** Assigns the columns to id, vantage and items. */
function layOutColumns(names: readonly string[], folded: readonly string[], asked: Asked, words: SheetWords) {
  const columnOf = (name: string) => {
    const column = folded.indexOf(name)
    return column < 0 ? null : column
  }
  const answersOn = new Map(Object.keys(asked.scales).map((scale) => [scale, answerWords(asked, scale, words.texts)]))
  const persons = PERSON_KINDS.flatMap((kind) =>
    names.flatMap((name, column) => (personKind(name) === kind ? [{ column, kind }] : [])),
  )
  const records = names.flatMap((name, column) => (isRecordColumn(name) ? [column] : []))
  const columns: SheetColumns = {
    names,
    id: ID_COLUMNS.map(columnOf).find((column) => column !== null) ?? persons[0]?.column ?? records[0] ?? null,
    persons,
    records,
    vantage: columnOf(VANTAGE_COLUMN),
    vantages: vantageWords(words),
    items: asked.items.flatMap(({ id, scale }) => {
      const column = columnOf(foldWords(id))
      const answers = answersOn.get(scale)
      return column === null || !answers ? [] : [{ id, column, answers, options: asked.scales[scale]?.options ?? [] }]
    }),
  }
  return columns
}

/**
 * Reads a table of responses from any survey tool: under a heading, a row for
 * each respondent and a column for each item, named by its id. Commas,
 * semicolons or tabs; any line break, also within quoted cells; the columns in
 * any order and in any case.
 *
 * An answer is a step counted from 1, "cant-tell", an option's id, or its words
 * in one of the languages; an empty cell is unanswered. A row with anything
 * else in it is left out whole and reported, never scored in part. Trusts
 * nothing in the text, and never throws on a checked questionnaire.
 *
 * Responses are people: of several rows of one person the last is read. Rows that
 * the tool itself does not count as responses are left out.
 *
 * @param admitted the kinds of those that are read all the same
 */
export function readResponses(
  text: string,
  asked: Asked,
  words: SheetWords,
  admitted: readonly SetApart[] = [],
): ReadResponses {
  const fail = (...found: SheetIssue[]): ReadResponses => ({ ok: false, issues: found })
  if (text.length > LARGEST_SHEET) return fail({ code: 'too-large', most: LARGEST_SHEET })
  const lines = normaliseLines(text)
  const items = new Set(asked.items.map(({ id }) => foldWords(id)))
  const heading = findHeading(lines, (cell) => items.has(foldWords(cell)))
  if (!heading) return fail({ code: 'empty' })
  const { line, cells: names } = heading.row
  if (!heading.row.sound) return fail({ code: 'heading-quotes', line })
  if (heading.known === 0) return fail({ code: 'no-items', line, example: asked.items[0]?.id ?? '' })

  const folded = names.map(foldWords)
  const columns = layOutColumns(names, folded, asked, words)
  const statuses = findStatusColumns(names)
  const read = new Set([columns.id, columns.vantage, ...columns.items.map(({ column }) => column)])
  const twice = [...read].flatMap((column) => {
    const name = column === null ? undefined : folded[column]
    return name !== undefined && folded.lastIndexOf(name) !== column ? [name] : []
  })
  if (twice.length > 0) return fail(...twice.map((column) => ({ code: 'twice' as const, line, column })))

  const meant = new Set([
    ...read,
    ...columns.persons.map(({ column }) => column),
    ...columns.records,
    ...statuses.map(({ column }) => column),
  ])
  const responses = new Map<string, SheetResponse>()
  const issues: RowIssue[] = []
  const leftOut: LeftOut[] = []
  let rows = 0
  parseRows(lines, heading.delimiter, (sheetRow) => {
    if (sheetRow.line === line) return true
    rows++
    if (rows > MOST_ROWS) return false
    const why = setApart(statuses, sheetRow.cells)
    if (why !== null && !admitted.includes(why)) {
      leftOut.push({ row: rows, line: sheetRow.line, why })
      return true
    }
    const one = readRow(columns, sheetRow, rows, why)
    if ('code' in one) {
      issues.push(one)
      return true
    }
    const key = keyOf(one)
    const before = responses.get(key)
    if (before) leftOut.push({ row: before.row, line: before.line, why: 'earlier', by: one.line })
    responses.delete(key)
    const numbers = before ? [...before.earlier, ...(before.record === null ? [] : [before.record])] : []
    responses.set(key, { ...one, earlier: numbers.filter((number) => number !== one.record) })
    return true
  })
  if (rows === 0) return fail({ code: 'no-rows' })
  if (rows > MOST_ROWS) return fail({ code: 'too-many-rows', most: MOST_ROWS })
  return {
    ok: true,
    names,
    responses: [...responses.values()],
    issues,
    leftOut: leftOut.toSorted((one, other) => one.row - other.row),
    ignored: names.flatMap((name, column) => (meant.has(column) ? [] : [{ column: column + 1, name }])),
    missing: asked.items.map(({ id }) => id).filter((id) => !columns.items.some((item) => item.id === id)),
  }
}
