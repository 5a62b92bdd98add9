import type { Questionnaire, Texts } from '../questionnaire/schema.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import type { GivenVantage } from '../response/response.ts'
import { answerWords, foldWords } from './answer-words.ts'
import type { RowIssue, SheetIssue } from './score-file-issues.ts'
import { findHeading, normaliseLines, parseRows } from './parse-rows.ts'
import { readRow, type SheetColumns, type SheetResponse } from './read-row.ts'

/** The longest text that is read, in characters: 10,000 respondents who answer 30 items in words take ten million. */
export const LARGEST_SHEET = 16 * 1024 * 1024

/** The most respondents that are read. */
export const MOST_ROWS = 100_000

/** The column that says where a respondent sits. */
export const VANTAGE_COLUMN = 'vantage'

/** The columns that can name a respondent. The first of them that a file has is used. */
export const ID_COLUMNS = ['id', 'respondent', 'participant'] as const

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

/** Assigns the columns to id, vantage and items. */
function layOutColumns(names: readonly string[], folded: readonly string[], asked: Asked, words: SheetWords) {
  const columnOf = (name: string) => {
    const column = folded.indexOf(name)
    return column < 0 ? null : column
  }
  const answersOn = new Map(Object.keys(asked.scales).map((scale) => [scale, answerWords(asked, scale, words.texts)]))
  const columns: SheetColumns = {
    names,
    id: ID_COLUMNS.map(columnOf).find((column) => column !== null) ?? null,
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
 */
export function readResponses(text: string, asked: Asked, words: SheetWords): ReadResponses {
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
  const read = new Set([columns.id, columns.vantage, ...columns.items.map(({ column }) => column)])
  const twice = [...read].flatMap((column) => {
    const name = column === null ? undefined : folded[column]
    return name !== undefined && folded.lastIndexOf(name) !== column ? [name] : []
  })
  if (twice.length > 0) return fail(...twice.map((column) => ({ code: 'twice' as const, line, column })))

  const responses: SheetResponse[] = []
  const issues: RowIssue[] = []
  let rows = 0
  parseRows(lines, heading.delimiter, (sheetRow) => {
    if (sheetRow.line === line) return true
    rows++
    if (rows > MOST_ROWS) return false
    const one = readRow(columns, sheetRow, rows)
    if ('code' in one) issues.push(one)
    else responses.push(one)
    return true
  })
  if (rows === 0) return fail({ code: 'no-rows' })
  if (rows > MOST_ROWS) return fail({ code: 'too-many-rows', most: MOST_ROWS })
  return {
    ok: true,
    names,
    responses,
    issues,
    ignored: names.flatMap((name, column) => (read.has(column) ? [] : [{ column: column + 1, name }])),
    missing: asked.items.map(({ id }) => id).filter((id) => !columns.items.some((item) => item.id === id)),
  }
}
