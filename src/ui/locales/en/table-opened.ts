import type { OneResponseIssue } from '../../../core/files/read-one-response.ts'
import { number } from './amounts.ts'
import { describeMappingIssue, describeSheetIssue } from './table-issues.ts'
import { rowIssue, setApart } from './table-rows.ts'

const noLevel = (where: string) =>
  `In ${where} stands no place to see from. Use senior, middle or close, or leave it empty.`

/** Why another tool's table is not opened as a result, and what to do. */
function issue(found: Exclude<OneResponseIssue, { of: 'neither' }>): string {
  switch (found.of) {
    case 'table':
      return describeSheetIssue(found.issue)
    case 'row':
      return `Line ${number.format(found.issue.line)}: ${rowIssue(found.issue, noLevel)}`
    case 'left-out':
      return `${setApart(found.why, found.rows)} Export one that it counts, then open it here.`
    case 'several':
      return `The table has the answers of ${number.format(found.people)} people, and a result is one person’s. Leave the heading and one row, or take the whole table into a workshop.`
  }
}

/** The texts about a table that is opened as a result, in English. */
export const tableOpenedTexts = {
  issue,
  mappingIssue: describeMappingIssue,
  oneTable: 'Choose one table, and with it at most the file of its mapping.',
  /** Where somebody has to say what is in the table. */
  mapping:
    'A workshop asks about such a table and saves what you say as a mapping. Choose the table and that file here together.',
}

export type TableOpenedTexts = typeof tableOpenedTexts
