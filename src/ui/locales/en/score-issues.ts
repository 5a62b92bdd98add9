import type { CellIssue, RowIssue, SheetIssue } from '../../../core/files/score-file-issues.ts'
import { ID_COLUMNS, type ReadResponses } from '../../../core/files/read-responses.ts'

const LONGEST_QUOTE = 60
const MOST_NAMED = 20

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/**
 * A quotation from a file, cut for one line of a terminal: nothing in it can move
 * the cursor or turn the text round.
 */
function plain(text: string): string {
  const start = text.slice(0, 4 * LONGEST_QUOTE).replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  const characters = [...start.trim()]
  const cut = characters.length > LONGEST_QUOTE || text.length > 4 * LONGEST_QUOTE
  return characters.slice(0, LONGEST_QUOTE).join('') + (cut ? '…' : '')
}

const quote = (text: string) => `“${plain(text)}”`

/** Why a file cannot be scored, and what to do. */
export function describeSheetIssue(issue: SheetIssue): string {
  switch (issue.code) {
    case 'encoding':
      return 'The file is not text in UTF-8. Save it again as “CSV UTF-8”.'
    case 'too-large':
      return `The file is longer than ${number.format(issue.most)} characters. Split it, with the heading in each part.`
    case 'empty':
      return 'The file is empty. Export the responses again, with a heading.'
    case 'no-items':
      return `No column is a statement of this questionnaire. Name the columns by the ids of the statements, such as ${issue.example}, or name another questionnaire with --questionnaire.`
    case 'twice':
      return 'The column is there twice, so which one holds the answers cannot be told. Remove or rename one of them.'
    case 'heading-quotes':
      return 'A quotation mark in the heading is not closed where its cell ends. Write marks within a cell twice and close the cell with one.'
    case 'no-rows':
      return 'There is a heading and no row of answers. Export the responses again.'
    case 'too-many-rows':
      return `The file has more than ${number.format(issue.most)} rows. Split it, with the heading in each part.`
  }
}

function describeCell(issue: CellIssue): string {
  switch (issue.code) {
    case 'answer':
      return `${quote(issue.value)} is not an answer to this statement. Use ${answersTo(issue.options)}, or leave the cell empty.`
    case 'two-answers':
      return `${quote(issue.value)} is one answer in one language and another in another. Use ${answersTo(issue.options)}.`
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
      const also = others.length > 0 ? ` Also wrong in this row: ${others.map(({ column }) => column).join(', ')}.` : ''
      return { column: first.column, sentence: describeCell(first) + also }
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

/** The items that count as unanswered because the file has no column for them. */
export function describeMissing(missing: Read['missing']): string {
  return `These statements have no column and count as unanswered: ${missing.join(', ')}. Add them, or check how the ignored columns are spelt.`
}

/** All other texts of the command. */
export const scoreTexts = {
  usage: `Usage: npm run --silent score -- FILE [--questionnaire ID] [--format csv|json]

Scores a file of responses from any survey tool and prints the scores. FILE is CSV
with commas, semicolons or tabs, or - for standard input.

Under its heading the file has a row for each respondent and a column for each
statement, named by its id. An answer is a step counted from 1, an option's id
(never, rarely ...), its words in any language of the questionnaire, or cant-tell;
an empty cell is unanswered. A column "vantage" (senior, middle, close) and one of
${ID_COLUMNS.map((name) => `"${name}"`).join(', ')} are carried over; other columns are ignored.

  --questionnaire ID   the questionnaire that was answered; execution-gaps by default
  --format csv|json    what to print; csv by default
  --help               print this

Rows that cannot be read are left out, one line each on standard error. Exit status
1 if there is any, 0 otherwise. --silent keeps npm's own lines out of the output.`,
  standardInput: '(standard input)',
  wholeFile: '(whole file)',
  heading: '(heading)',
  unreadable: (detail: string) => `The file cannot be read (${detail}). Check its name and that it may be read.`,
  unknownQuestionnaire: (id: string, known: readonly string[]) =>
    `There is no questionnaire ${quote(id)}. Use one of: ${known.join(', ')}.`,
  unsoundQuestionnaire: (id: string) =>
    `The questionnaire ${quote(id)} has faults, so nothing is scored by it. Run: npm run questionnaires.`,
  unknownFormat: (format: string) => `There is no format ${quote(format)}. Use csv or json.`,
}
