import Papa from 'papaparse'
import { foldWords, type AnswerWords } from './answer-words.ts'
import { DELIMITERS } from './heading.ts'
import type { TableInJson } from './json-table.ts'
import { parseRows, type SheetRow } from './parse-rows.ts'
import { isSummaryWord } from './summary-row.ts'

/** In rows: a table with more of them has people in its rows, whatever they are called. */
const MOST_TURNED = 1000

/** In columns from the left: where statements stand, behind a number and the name of a group. */
const MOST_LABELS = 3

/** In columns from the left: how far a column of questions is looked for. */
const MOST_QUESTIONS = 16

/** In statements: of fewer, a column has them in its texts. */
const LEAST_STATEMENTS = 3

/** Of numbers that go on beyond it, as those of rows, none is an answer. */
const HIGHEST_STEP = 10

export type Turned =
  /** `isNamed`: whether something stands above the statements, as people's names above their answers. */
  | { readonly is: 'turned'; readonly table: TableInJson; readonly isNamed: boolean }
  /** Every row has one answer of one person, or a statement with anything but somebody's answer. */
  | { readonly is: 'answers' | 'together'; readonly line: number }

interface Known {
  readonly statement: (cell: string) => string | null
  /** The answers of every scale. */
  readonly answers: readonly AnswerWords[]
}

interface Labels {
  readonly delimiter: string
  /** The columns with statements, the one with most of them first. */
  readonly columns: readonly number[]
  readonly statements: ReadonlySet<string>
  /** How many cells of the first of these columns are statements. */
  readonly found: number
  /** How many cells most rows have. */
  readonly width: number
}

/** In rows: of the beginning alone, so that a long table is not looked through. */
const LOOKED_AT = 200

function rowsOf(text: string, delimiter: string, most: number): SheetRow[] {
  const rows: SheetRow[] = []
  parseRows(text, delimiter, (row) => rows.push(row) < most)
  return rows
}

const isWide = (row: SheetRow | undefined) => (row?.cells.filter((cell) => cell !== '').length ?? 0) > 1

/** The columns in which statements stand below each other; `null` where none does. */
function findLabels(text: string, separator: string | null, { statement }: Known): Labels | null {
  let best: Labels | null = null
  for (const delimiter of separator === null ? DELIMITERS : [separator]) {
    const rows = rowsOf(text, delimiter, LOOKED_AT)
    const columns = Array.from({ length: MOST_LABELS }, (_, column) => {
      const below = rows.flatMap(({ cells }) => ({ of: statement(cells[column] ?? ''), width: cells.length }))
      const found = below.flatMap((one) => (one.of === null ? [] : { ...one, of: one.of }))
      const widths = found.map(({ width }) => width).toSorted((one, other) => one - other)
      const width = widths[Math.floor(widths.length / 4)] ?? 0
      return { column, found: found.length, statements: new Set(found.map((one) => one.of)), width }
    }).filter(({ statements, width }) => statements.size >= LEAST_STATEMENTS && width > 1)
    const [first] = columns.toSorted((one, other) => other.statements.size - one.statements.size)
    // By another separator, a text is cut or has the answers in it.
    if (!first || (best && first.width <= best.width)) continue
    const others = columns.flatMap(({ column }) => (column === first.column ? [] : [column]))
    best = { delimiter, ...first, columns: [first.column, ...others] }
  }
  return best
}

/** A table with a row for each answer, whose statements stand in any column; `null` for none. */
function findAnswers(text: string, separator: string | null, { statement }: Known): Turned | null {
  for (const delimiter of separator === null ? DELIMITERS : [separator]) {
    const rows = rowsOf(text, delimiter, LOOKED_AT)
    for (let column = MOST_LABELS; column < MOST_QUESTIONS; column++) {
      const found = rows.flatMap((row) => {
        const of = statement(row.cells[column] ?? '')
        return of === null ? [] : [{ of, line: row.line }]
      })
      const different = new Set(found.map(({ of }) => of)).size
      if (different >= LEAST_STATEMENTS && found.length >= 2 * different && found.length * 2 > rows.length)
        return { is: 'answers', line: found[0]!.line }
    }
  }
  return null
}

/** Whether columns say what people answered together: how often each answer was given, or what answers come to. */
function areTogether(names: readonly string[], answers: readonly AnswerWords[]): boolean {
  const filled = names.filter((name) => name !== '')
  const isOne = (name: string) =>
    isSummaryWord(name) || /^[%n#]$|^n ?%$/i.test(name) || answers.some((words) => words.has(foldWords(name)))
  // A number may be that of a person.
  const named = filled.filter((name) => !/^\d+$/.test(name))
  return named.length > 1 && named.filter(isOne).length * 2 > filled.length
}

/** A step, or a code of a tool's, in a cell of somebody's answer. */
const CODE = /^[a-z]{0,2}-?\d{1,2}$/i

/** Whether a column can be somebody's answers. */
function isAnswered(cells: readonly string[], answers: readonly AnswerWords[]): boolean {
  const filled = cells.map(foldWords).filter((cell) => cell !== '')
  const known = filled.filter((cell) =>
    CODE.test(cell) ? Number(cell) <= HIGHEST_STEP || !/^\d/.test(cell) : answers.some((words) => words.has(cell)),
  )
  return known.length * 2 > filled.length
}

/**
 * Turns a table round whose rows are statements and whose columns are people. Its text
 * then has a line for each column, which is told as the place of its row.
 *
 * @param inHeading how many statements its heading has, if it is none of these
 * @param text all of it, with line feeds as its only line breaks
 * @param isSaid whether somebody has said that it stands on its side
 * @returns `null` for any other table. Never throws.
 */
export function turnTable(
  text: string,
  separator: string | null,
  known: Known,
  inHeading: number,
  isSaid: boolean,
): Turned | null {
  const labels = findLabels(text, separator, known)
  // Where none of the first columns has them, a question may stand behind what says who answered it.
  if (!isSaid && !labels) return findAnswers(text, separator, known)
  if (!isSaid && (labels?.statements.size ?? 0) <= inHeading) return null
  const unknown = { delimiter: separator ?? ',', columns: [0], statements: new Set<string>(), found: 0 }
  const { delimiter, columns, statements, found } = labels ?? unknown
  const rows = rowsOf(text, delimiter, MOST_TURNED + 1)
  if (rows.length > MOST_TURNED) return null
  const [label = 0] = columns
  const isStatement = ({ cells }: SheetRow) => known.statement(cells[label] ?? '') !== null
  const first = Math.max(0, rows.findIndex(isStatement))
  const line = rows[first]?.line ?? 1
  if (found >= 2 * statements.size && found > 0) return { is: 'answers', line }
  // A line of its own above a table is its title; others name people, or say where they sit.
  let start = first
  while (isWide(rows[start - 1])) start--
  const last = Math.max(...columns)
  const [top] = rows.slice(start, first)
  if (top && areTogether(top.cells.slice(last + 1), known.answers)) return { is: 'together', line: top.line }
  const used = rows.slice(start)
  const width = Math.max(0, ...used.map(({ cells }) => cells.length))
  const people = Array.from({ length: width - last - 1 }, (_, at) => last + 1 + at)
  const below = rows.filter(isStatement)
  const isAnybodys = people.some((column) =>
    isAnswered(
      below.map(({ cells }) => cells[column] ?? ''),
      known.answers,
    ),
  )
  if (labels && !isAnybodys) return { is: 'together', line }
  const order = [...columns, ...people]
  const data = order.map((column) => used.map(({ cells }) => (cells[column] ?? '').replaceAll(/\s+/g, ' ')))
  const places = order.map((column) => ({ line: column + 1, character: null }))
  return {
    is: 'turned',
    isNamed: start < first || labels === null,
    table: { text: Papa.unparse(data, { delimiter, newline: '\n' }), places, deeper: [], isList: true },
  }
}
