import { parseRows, type SheetRow } from './parse-rows.ts'

/** In rows: how far down a cell with a grid is looked for. */
const LOOKED_AT = 40

/** In statements: as many in one cell are a grid. */
const LEAST_STATEMENTS = 3

/** In characters: shorter cells hold no three statements, and longer ones are not looked through. */
const SHORTEST = 60
const LONGEST_GRID = 20_000

/**
 * Finds a cell that holds a whole grid, as Jotform and WPForms write one: several statements, each with its answer.
 * Read as a heading, such a row is no answer, and read as answers, it is one cell.
 *
 * @param lines with line feeds as its only line breaks
 * @param countIn how many statements a text has in it
 * @returns the row, and the column by its name in the first row of the text, and by number from 1
 */
export function findGrid(
  lines: string,
  delimiter: string,
  countIn: (text: string) => number,
): { readonly row: SheetRow; readonly name: string; readonly number: number } | null {
  const rows: SheetRow[] = []
  parseRows(lines, delimiter, (row) => rows.push(row) < LOOKED_AT)
  const isGrid = (cell: string) =>
    cell.length >= SHORTEST && cell.length <= LONGEST_GRID && countIn(cell) >= LEAST_STATEMENTS
  for (const row of rows) {
    const column = row.cells.findIndex(isGrid)
    // A single cell is running text.
    if (column >= 0 && row.cells.length > 1) return { row, name: rows[0]?.cells[column] ?? '', number: column + 1 }
  }
  return null
}
