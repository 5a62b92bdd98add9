import type { SheetColumns, SheetResponse } from './read-row.ts'
import type { RowIssue } from './score-file-issues.ts'
import type { DraftColumn } from './table-draft.ts'

/** How many rows are looked at that may be a heading: nobody joins so many tables. */
const MOST_LOOKED_AT = 50

/** Whether a row is as wrong as a heading among answers. */
export const isAllWrong = (row: SheetResponse | RowIssue, { items }: SheetColumns): boolean =>
  'code' in row && (row.code !== 'cells' || row.cells.length * 2 >= items.length)

/**
 * Finds a heading among the rows of answers, as it stands where somebody has joined
 * tables one below the other: the same heading again, or one with its columns in
 * another order, by which everything below it would be read wrong.
 */
export function headingFinder(
  columns: readonly DraftColumn[],
  statementIn: (cell: string) => string | null,
): (cells: readonly string[]) => 'same' | 'other' | null {
  const own = columns.map(({ meaning }) => (meaning.is === 'statement' ? meaning.statement : null))
  const amount = own.filter((statement) => statement !== null).length
  let looked = 0
  return (cells) => {
    looked++
    if (looked > MOST_LOOKED_AT) return null
    const statements = cells.map(statementIn)
    const known = statements.filter((statement) => statement !== null).length
    if (known < 2 || known * 2 < amount) return null
    const isSame = statements.every((statement, at) => statement === (own[at] ?? null))
    return isSame ? 'same' : 'other'
  }
}
