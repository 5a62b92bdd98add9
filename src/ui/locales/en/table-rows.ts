import type { SetApart } from '../../../core/files/row-status.ts'
import type { RowIssue } from '../../../core/files/score-file-issues.ts'
import { count, number } from './amounts.ts'

const LONGEST_QUOTE = 40

/** A quotation from a file, cut and on one line: a file may hold anything. */
export function quote(text: string): string {
  const line = text.slice(0, 4 * LONGEST_QUOTE).replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  return `“${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}”`
}

/**
 * Why a row is not read, and what to do.
 *
 * @param noLevel why the cell of a level is not one
 */
export function rowIssue(issue: RowIssue, noLevel: (where: string) => string): string {
  switch (issue.code) {
    case 'cells': {
      const [first] = issue.cells
      const where = `column ${quote(first.column)}`
      // The cell may hold an answer, so it is not quoted.
      if (first.code === 'vantage') return noLevel(where)
      return first.code === 'differs'
        ? `In ${where} stands another answer than in column ${quote(first.other)}, which is the same statement. Remove the one that does not count.`
        : `In ${where} stands something that is not an answer. Use 1 to ${number.format(first.options.length)}, the words of the questionnaire or cant-tell, or leave it empty.`
    }
    case 'short':
      return `The row ends before column ${quote(issue.column)}. Export the table again.`
    case 'long':
      return `The row has ${number.format(issue.cells)} cells and the heading ${number.format(issue.columns)}. Export the table again.`
    case 'quotes':
      return `Its quotation marks do not pair, so it was read as far as line ${number.format(issue.until)}. Export the table again.`
  }
}

/** Why rows are left out that can be read. */
export function setApart(why: SetApart, rows: number): string {
  const many = count(rows, 'row was', 'rows were')
  const as = (one: string, several: string) =>
    `${many} left out: the survey tool marks ${rows === 1 ? `it as ${one}` : `them as ${several}`}.`
  switch (why) {
    case 'preview':
      return as('a preview', 'previews')
    case 'test':
      return as('a test answer', 'test answers')
    case 'unfinished':
      return as('unfinished', 'unfinished')
    case 'screened-out':
      return `${many} left out: the survey tool screened ${rows === 1 ? 'this person' : 'these people'} out.`
    case 'deleted':
      return as('deleted', 'deleted')
    case 'duplicate':
      return as('a duplicate', 'duplicates')
    case 'spam':
      return as('spam', 'spam')
    case 'empty':
      return `${many} left out: nothing is answered.`
    case 'summary':
      return `${many} left out: ${rows === 1 ? 'it sums' : 'they sum'} up the others, and ${rows === 1 ? 'is' : 'are'} nobody’s.`
  }
}
