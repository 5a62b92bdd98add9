import { parseRows, type SheetRow } from './parse-rows.ts'
import { isRoleColumn, isToolColumn } from './known-columns.ts'

/** The separators of survey tools and spreadsheets, the likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** In rows: how far down a heading is looked for, below titles and remarks. */
const DEEPEST_HEADING = 30

/** The most rows that a heading takes: Qualtrics writes three. */
const MOST_HEADING_ROWS = 4

/** The place of a table in a text. */
export interface TableHeading {
  readonly delimiter: string
  /** The rows of the heading, one at least. */
  readonly rows: readonly SheetRow[]
  /** How many cells of the heading are known statements. */
  readonly known: number
  /** Whether rows of equal length follow, as in no running text. */
  readonly isTable: boolean
}

/** A first line that tells spreadsheets the separator, as "sep=;". */
const SEPARATOR_LINE = /^\s*"?sep=(.)"?[^\n]*\n/i

/** A text without such a line, whose place stays as an empty line, and the separator that it tells. */
export function takeSeparatorLine(text: string): { readonly text: string; readonly separator: string | null } {
  const match = SEPARATOR_LINE.exec(text)
  return match ? { text: `\n${text.slice(match[0].length)}`, separator: match[1] ?? null } : { text, separator: null }
}

const filled = ({ cells }: SheetRow) => cells.filter((cell) => cell !== '')

/** The words that SurveyMonkey writes below questions without rows, in the language of its interface. */
const BELOW_QUESTION = /^(Open-Ended )?Response$|^(Réponse|Antwort|Respuesta|Risposta|Reactie|Antwoord|Resposta)$/

/**
 * Whether a row names each answer of a question, which stands above the first of them alone, as in SurveyMonkey's
 * expanded export: words, most of them below nothing.
 */
const namesAnswers = (row: SheetRow, main: SheetRow): boolean =>
  filled(row).every((cell) => /\p{L}/u.test(cell)) &&
  row.cells.filter((cell, at) => cell !== '' && (main.cells[at] ?? '') === '').length * 2 > filled(row).length

/** In cells: of fewer, different ones may be answers. */
const LEAST_CODES = 6

/**
 * Whether a row has a code for each column, as LimeSurvey's VV files below the questions: all different, without
 * spaces, and some of them the tool's own.
 */
function hasCodes(row: SheetRow, main: SheetRow): boolean {
  const codes = filled(row)
  return (
    codes.length >= LEAST_CODES &&
    codes.length * 2 > filled(main).length &&
    new Set(codes).size === codes.length &&
    codes.every((code) => /^[\p{L}_]\S*$/u.test(code)) &&
    codes.filter((code) => isRoleColumn(code) || isToolColumn(code)).length > 1
  )
}

/**
 * Whether a row goes on with the heading. Qualtrics writes its third row in JSON. In
 * SurveyMonkey's second row nothing stands below what names people and responses, and
 * something does in a row of answers, which may have the same words in it.
 */
function isSecondHeading(row: SheetRow, main: SheetRow): boolean {
  if (row.cells.some((cell) => cell.startsWith('{"ImportId":')) || hasCodes(row, main)) return true
  const roles = main.cells.flatMap((cell, at) => (isRoleColumn(cell) ? [at] : []))
  const isBelow = roles.every((at) => ['', main.cells[at]].includes(row.cells[at]))
  const first = roles.length > 0 ? '' : (filled(row)[0] ?? '')
  if (isBelow && roles.length > 0 && namesAnswers(row, main)) return true
  return isBelow && (first === '' || BELOW_QUESTION.test(first)) && row.cells.some((cell) => BELOW_QUESTION.test(cell))
}

function firstRows(text: string, delimiter: string): SheetRow[] {
  const rows: SheetRow[] = []
  parseRows(text, delimiter, (row) => rows.push(row) < DEEPEST_HEADING + MOST_HEADING_ROWS)
  return rows
}

/**
 * Finds the heading of a table, below whatever stands before it: the row with the
 * most known statements, with the rows beside it that name the columns, too.
 *
 * @param text with line feeds as its only line breaks
 * @param countKnown how many of a row's cells are statements
 * @returns `null` where there is no row. Never throws.
 */
export function findTable(
  text: string,
  separator: string | null,
  countKnown: (cells: readonly string[]) => number,
): TableHeading | null {
  let best: { rows: SheetRow[]; at: number; known: number; delimiter: string; width: number } | null = null
  for (const delimiter of separator === null ? DELIMITERS : [separator]) {
    // Without this one each row is a single cell, and so one statement at the most: no more than is known.
    if (best && best.known > 0 && !text.includes(delimiter)) continue
    const rows = firstRows(text, delimiter)
    for (const [at, row] of rows.slice(0, DEEPEST_HEADING).entries()) {
      const known = countKnown(row.cells)
      // Without any statement, the separator that makes the widest rows.
      const width = filled(row).length
      if (best && (known < best.known || (known === best.known && (known > 0 || width <= best.width)))) continue
      best = { rows, at, known, delimiter, width }
    }
  }
  if (!best) return null
  const { rows, delimiter, known } = best
  const main = rows[best.at]!
  const isBeside = (row: SheetRow | undefined) => row !== undefined && filled(row).length * 2 >= filled(main).length
  let from = best.at
  const above = rows[from - 1]
  const hasRoles = above?.cells.some(isRoleColumn) === true
  // SurveyMonkey names people and grids above the statements.
  if (above && filled(above).length > 1 && (hasRoles || (known > 0 && isBeside(above)))) from--
  let to = best.at
  for (let next = rows[to + 1]; next !== undefined && to + 1 - from < MOST_HEADING_ROWS; next = rows[to + 1]) {
    const isHeading = isSecondHeading(next, rows[from]!) || (known > 0 && countKnown(next.cells) * 2 >= known)
    if (!isHeading) break
    to++
  }
  const below = rows[to + 1]
  const isTable = main.cells.length > 1 && below?.cells.length === main.cells.length
  return { delimiter, rows: rows.slice(from, to + 1), known, isTable }
}
