import type { CellIssue, RowIssue } from '../../../core/files/score-file-issues.ts'
import { ID_COLUMNS } from '../../../core/files/known-columns.ts'
import type { ReadResponses } from '../../../core/files/read-responses.ts'
import { SET_APART } from '../../../core/files/row-status.ts'
import { plain, quote } from './table-issues.ts'

const MOST_NAMED = 20

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

function describeCell(issue: CellIssue): string {
  switch (issue.code) {
    case 'answer':
      return `${quote(issue.value)} is not an answer to this statement. Use ${answersTo(issue.options)}, or leave the cell empty.`
    case 'two-answers':
      return `${quote(issue.value)} is one answer in one language and another in another. Use ${answersTo(issue.options)}.`
    case 'differs':
      return `${quote(issue.value)} stands here, and ${quote(issue.otherValue)} in ${quote(issue.other)}, which is the same statement. Remove the one that does not count.`
    case 'vantage':
      return `${quote(issue.value)} is not a place to see from. Use senior, middle or close, or leave the cell empty.`
  }
}

const answersTo = (options: readonly string[]) => `1 to ${options.length}, ${options.join(', ')} or cant-tell`

/** Why a row is left out, and what to do: the column, then the sentence. */
export function describeRowIssue(issue: RowIssue): { readonly column: string; readonly sentence: string } {
  switch (issue.code) {
    case 'cells': {
      const [first, ...others] = issue.cells
      const also =
        others.length > 0 ? ` Also wrong in this row: ${others.map(({ column }) => plain(column)).join(', ')}.` : ''
      return { column: plain(first.column), sentence: describeCell(first) + also }
    }
    case 'short':
      return {
        column: plain(issue.column),
        sentence: `The row ends before this column: it has ${issue.cells} of ${issue.columns} cells. Complete it, or export the file again.`,
      }
    case 'long':
      return {
        column: `(column ${issue.columns + 1} and on)`,
        sentence: `The row has ${issue.cells} cells and the heading ${issue.columns}; ${quote(issue.value)} is beyond the last column. Put cells that hold the separator in quotation marks, or remove what is too much.`,
      }
    case 'quotes':
      return {
        column: '(whole row)',
        sentence: `Its quotation marks do not pair, so it was read as far as line ${issue.until} and nothing of that was scored. Write marks within a cell twice and close the cell with one.`,
      }
  }
}

type Read = Extract<ReadResponses, { ok: true }>

/** The columns that are ignored, each named once. */
export function describeIgnored(ignored: Read['ignored']): string {
  const names = ignored.slice(0, MOST_NAMED).map(({ column, name }) => (name === '' ? `column ${column}` : quote(name)))
  const more = ignored.length > MOST_NAMED ? ` and ${number.format(ignored.length - MOST_NAMED)} more` : ''
  return `These columns are ignored: ${names.join(', ')}${more}.`
}

/** The rows that are left out, a line for each kind. */
export function describeLeftOut(leftOut: Read['leftOut']): string[] {
  const kinds = new Map<string, number[]>()
  for (const { why, line } of leftOut) {
    const lines = kinds.get(why)
    if (lines) lines.push(line)
    else kinds.set(why, [line])
  }
  return [...kinds].map(([why, lines]) => {
    const named = lines.slice(0, MOST_NAMED).join(', ')
    const more = lines.length > MOST_NAMED ? ` and ${number.format(lines.length - MOST_NAMED)} more` : ''
    if (why === 'earlier') return `Earlier responses of people who answered again, left out: lines ${named}${more}.`
    return why === 'empty'
      ? `Rows in which no statement is answered, left out: lines ${named}${more}.`
      : why === 'summary'
        ? `Rows that sum up the others, left out: lines ${named}${more}.`
        : `Rows that the tool marks as ${why}, left out: lines ${named}${more}. Score them too with --include ${why}.`
  })
}

/** The items that count as unanswered because the file has no column for them. */
export function describeMissing(missing: Read['missing']): string {
  return `These statements have no column and count as unanswered: ${missing.join(', ')}. Add them, or check how the ignored columns are spelt.`
}

/** All other texts of the command. */
export const scoreTexts = {
  usage: `Usage: npm run --silent score -- FILE [--questionnaire ID] [--format csv|json]
                                  [--mapping FILE] [--write-mapping FILE] [--include KIND]
       npm run --silent score -- --ids ID

Scores a file of responses as a survey tool exports it and prints the scores. FILE is
CSV with commas, semicolons, tabs or pipes, JSON, an Excel workbook (.xlsx), a .zip
with one of these, or - for standard input.

Under its heading the file has a row for each respondent and a column for each
statement, named by its id in any spelling or by its text in any language of the
questionnaire. An answer is a step counted from 1, an option's id (never, rarely ...),
its words in any language, or cant-tell; an empty cell is unanswered. A column
"vantage" (senior, middle, close) and one of ${ID_COLUMNS.map((name) => `"${name}"`).join(', ')} or another
that names people or responses are carried over. Of several rows of one person the
last is scored; rows that the tool does not count as responses are left out.

Where something is not certain, nothing is scored, and each doubt is named.

  --questionnaire ID    the questionnaire that was answered; execution-gaps by default
  --format csv|json     what to print; csv by default
  --write-mapping FILE  where the table is doubtful, writes what is guessed of it
  --mapping FILE        reads the table by such a file, once it is corrected
  --include KIND        scores rows of this kind, too: ${SET_APART.join(', ')}
  --ids ID              prints the columns for whoever sets up the other tool
  --help                print this

Rows that cannot be read are left out, one line each on standard error. Exit status
1 if there is any, or any doubt, 0 otherwise. --silent keeps npm's own lines out of
the output.`,
  vantageColumn: 'where the person sits: senior, middle or close',
  personColumn: 'who the person is, so that nobody counts twice; or token, participant, external reference',
  mappingNeeded:
    'Nothing was scored. Write what is guessed with --write-mapping FILE, correct it, and use it with --mapping FILE.',
  mappingWritten: (file: string) =>
    `Nothing was scored. What is guessed is in ${plain(file)}: correct it, and use it with --mapping ${plain(file)}.`,
  unknownInclude: (kind: string, known: readonly string[]) =>
    `There is no kind of rows ${quote(kind)}. Use one of: ${known.join(', ')}.`,
  standardInput: '(standard input)',
  wholeFile: '(whole file)',
  heading: '(heading)',
  row: '(whole row)',
  unreadable: (detail: string) => `The file cannot be read (${detail}). Check its name and that it may be read.`,
  unknownQuestionnaire: (id: string, known: readonly string[]) =>
    `There is no questionnaire ${quote(id)}. Use one of: ${known.join(', ')}.`,
  unsoundQuestionnaire: (id: string) =>
    `The questionnaire ${quote(id)} has faults, so nothing is scored by it. Run: npm run questionnaires.`,
  unknownFormat: (format: string) => `There is no format ${quote(format)}. Use csv or json.`,
}
