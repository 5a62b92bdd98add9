import { parseRows, type SheetRow } from './parse-rows.ts'

/** In rows: how far down a cell with a grid is looked for. */
const LOOKED_AT = 40

/** In statements: as many in one cell are a grid. */
const LEAST_STATEMENTS = 3

/** In lines of a cell: of a long text, no more is looked at. */
const MOST_LINES = 200

/** What stands before the answer on a line: "text: often", "text = 4", "text >> often". */
const BEFORE_ANSWER = /^(.*\S)\s*(?::|=|>>|→|\t)\s*\S/u

/**
 * Finds a cell that holds a whole grid, as Jotform writes one: a statement and its answer on each line, or with
 * semicolons or bars between. Read as a heading, such a row is no answer, and read as answers, it is one cell.
 *
 * @param lines with line feeds as its only line breaks
 * @returns the row, and the column by its name in the first row of the text, and by number from 1
 */
export function findGrid(
  lines: string,
  delimiter: string,
  statementIn: (text: string) => string | null,
): { readonly row: SheetRow; readonly name: string; readonly number: number } | null {
  const rows: SheetRow[] = []
  parseRows(lines, delimiter, (row) => rows.push(row) < LOOKED_AT)
  const isGrid = (cell: string) => {
    const parts = cell.split(/[\n;|]/, MOST_LINES)
    if (parts.length < LEAST_STATEMENTS) return false
    const statements = parts.flatMap((part) => {
      const [, text] = BEFORE_ANSWER.exec(part.trim()) ?? []
      return text === undefined ? [] : (statementIn(text) ?? [])
    })
    return new Set(statements).size >= LEAST_STATEMENTS
  }
  for (const row of rows) {
    const column = row.cells.findIndex(isGrid)
    if (column >= 0) return { row, name: rows[0]?.cells[column] ?? '', number: column + 1 }
  }
  return null
}
