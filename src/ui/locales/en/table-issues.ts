import type { MappingIssue } from '../../../core/files/mapping.ts'
import type { SheetIssue } from '../../../core/files/score-file-issues.ts'

const LONGEST_QUOTE = 60

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/**
 * A text from a file, cut and on one line: nothing in it can move a terminal's
 * cursor or turn the text round.
 */
export function plain(text: string): string {
  const start = text.slice(0, 4 * LONGEST_QUOTE).replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  const characters = [...start.trim()]
  const cut = characters.length > LONGEST_QUOTE || text.length > 4 * LONGEST_QUOTE
  return characters.slice(0, LONGEST_QUOTE).join('') + (cut ? '…' : '')
}

export const quote = (text: string): string => `“${plain(text)}”`

const mayBe = (one: { readonly number: number; readonly column: string }, holds: string, says: string) =>
  `Column ${number.format(one.number)}, ${quote(one.column)}, has ${holds} in it, and it is not certain that they say ${says}. Say in the mapping what it holds.`

/** Of a column whose values many people share. */
const MANY_SHARE = {
  groups:
    'should say who somebody is, but most rows share its value with rows that answer otherwise, as the people of a department do. Say in the mapping whether it names people.',
  numbers:
    'should number the responses, but most rows share its number with rows that answer otherwise. Say in the mapping whether it does, or names people.',
}

/** Of rows that may be nobody's. */
const OF_ROWS = {
  word: 'Where a row says whose it is, this one has a word that may be nobody’s name. Say in the mapping whether it sums up the others or is somebody’s.',
  sums: 'In every statement, this row has what the answers of the others come to, such as their rounded average, and nothing in it says whose it is. Say in the mapping whether it sums up the others or is somebody’s.',
}
const OF_GROUPS = {
  counts: 'seems to say how many people answered',
  groups: 'has another group in each row, and nothing says who answered',
}

const KINDS = { SPSS: 'a file of SPSS', PDF: 'a PDF', XML: 'an XML file', HTML: 'a web page (HTML)' }

/** In columns: as many are named, and the last. */
const MOST_LISTED = 7

const listOf = (numbers: readonly number[]) =>
  `${numbers.slice(0, -1).slice(0, MOST_LISTED).map(number.format).join(', ')}${numbers.length > MOST_LISTED + 1 ? ', …' : ''} and ${number.format(numbers.at(-1) ?? 0)}`

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')

/** Why a table is not read, and what to do; the same words in the console and on the command line. */
export function describeSheetIssue(issue: SheetIssue): string {
  switch (issue.code) {
    case 'encoding':
      return issue.byte === null
        ? `The file is no Excel workbook, and as text in UTF-8 or UTF-16 it breaks off within a character on line ${number.format(issue.line)}. Export it again, or in a spreadsheet save it as “CSV UTF-8”.`
        : `The file is no Excel workbook, and not text in UTF-8 or UTF-16: on line ${number.format(issue.line)} stands the byte ${hex(issue.byte)}, as older programs write letters with accents. In a spreadsheet, open it as “Western European (Windows)” and save it as “CSV UTF-8”.`
    case 'other-kind':
      return `This is ${KINDS[issue.kind]}, and no table that can be read here. Export the responses as CSV, or as a workbook (.xlsx).`
    case 'unreadable':
      return 'The file is there no longer, or may not be read. Choose it again.'
    case 'broken-json':
      return `The file is JSON that breaks off or goes wrong on line ${number.format(issue.line)}. Export it again, and hand it in unopened.`
    case 'no-records':
      return issue.names.length === 0
        ? 'The file is JSON without a list of responses. Export the responses again, as CSV if the tool can.'
        : `The file is JSON in which the answers lie too deep to be read, in ${issue.names.slice(0, 3).map(quote).join(', ')}. Export the responses as CSV, or as a list with one object for each.`
    case 'too-large':
      return `The file is longer than ${number.format(issue.most)} characters. Split it, with the heading in each part.`
    case 'empty':
      return 'The file is empty. Export the responses again, with a heading.'
    case 'no-items':
      return `No column is known as a statement of this questionnaire. Say in the mapping which is which, or name the columns by the ids of the statements, such as ${issue.example}.`
    case 'twice':
      return `Columns ${listOf(issue.numbers)} are ${issue.numbers.length === 2 ? 'both' : 'all'} ${quote(issue.column)}, so which one counts cannot be told. Say so in the mapping: one of them, or more where each person filled in one, as in two languages.`
    case 'heading-quotes':
      return 'A quotation mark in the heading is not closed where its cell ends. Export the table again.'
    case 'doubtful-column':
      return issue.statement === null
        ? `Column ${number.format(issue.number)}, ${quote(issue.column)}, has answers in it, but to which statement is not known. Say in the mapping what it holds, or that it means nothing.`
        : issue.isRecoded
          ? `Column ${number.format(issue.number)}, ${quote(issue.column)}, says that the steps of its statement were turned round or worked out anew. Export the answers as they were given, or say in the mapping what it holds.`
          : `Column ${number.format(issue.number)}, ${quote(issue.column)}, may be the statement ${issue.statement}, but that is not certain. Say in the mapping what it holds.`
    case 'doubtful-person':
      return issue.why === 'addresses'
        ? mayBe(issue, 'addresses', 'who somebody is')
        : `Column ${number.format(issue.number)}, ${quote(issue.column)}, ${MANY_SHARE[issue.why]}`
    case 'doubtful-seats':
      return mayBe(issue, 'places', 'where people sit')
    case 'rounded':
      return `In column ${quote(issue.column)} stands ${quote(issue.cell)}, a number that a spreadsheet has rounded, so that different people look the same. Export the table again and hand it in unopened, or say in the mapping that the column means nothing.`
    case 'doubtful-status':
      return `In column ${quote(issue.column)} stands ${quote(issue.cell)}, and whether such a row counts is not certain. Remove these rows, or say in the mapping that the column means nothing: then every row counts.`
    case 'unknown-statement':
      return `The mapping names ${quote(issue.statement)} as a statement, and there is none of that id here. Correct the mapping.`
    case 'choice-column':
      return `Column ${number.format(issue.number)}, ${quote(issue.column)}, holds one answer of a statement: the table has a column for each answer. Export it with one column for each statement, as “condensed” or “choice text”.`
    case 'grid-cell':
      return `Column ${number.format(issue.number)}, ${quote(issue.column)}, holds a whole grid in one cell: several statements, each with its answer. Export it with a column for each row of the grid, as tools do for Excel or a report; where yours writes a grid only so, ask each statement as a question of its own.`
    case 'second-heading':
      return 'Another table begins here. Hand in each as a file of its own.'
    case 'doubtful-cell':
      return `In column ${quote(issue.column)} stands ${quote(issue.cell)} where an answer is expected, and what it means is not certain. Say so in the mapping.`
    case 'doubtful-level':
      return `In column ${quote(issue.column)} stands ${quote(issue.cell)} where a level is expected. Say in the mapping which level it means.`
    case 'doubtful-sum':
      return issue.why === 'counts' || issue.why === 'groups'
        ? `Column ${number.format(issue.number)}, ${quote(issue.column)}, ${OF_GROUPS[issue.why]}, so its rows may be groups, with averages for answers, and no people. Export a row for each person, or say in the mapping that each row is somebody’s own.`
        : OF_ROWS[issue.why]
    case 'turned':
      return 'The table stands on its side: its rows are the statements, and its columns the people. Say in the mapping that it is turned, and it is read so; a line is then one of its columns, counted from the left. Or turn it in a spreadsheet: copy it, and paste it transposed.'
    case 'no-people':
      return issue.why === 'answers'
        ? 'The table has a row for each answer. Export it with a row for each person and a column for each statement.'
        : 'The table has a row for each statement, and nobody’s own answers: only what people answered together, or how it is asked. Export the responses themselves, with a row for each person.'
    case 'several-tables':
      return `There are several tables in it: ${issue.names.map(quote).join(', ')}. Hand in the one with the responses.`
    case 'no-table':
      return issue.names.length === 0
        ? 'The archive is empty. Export the responses again.'
        : `There is no table in it, only ${issue.names.slice(0, 3).map(quote).join(', ')}. Hand in the file with the responses: CSV, JSON or .xlsx.`
    case 'damaged':
      return 'The workbook or archive is damaged, locked, or of another kind. Export the responses again, or in a spreadsheet save them as “CSV UTF-8”.'
    case 'locked':
      return 'A password locks this workbook. Open it, save it without the password, and hand that in.'
    case 'old-workbook':
      return 'This is a workbook of an old kind (.xls). In Excel, save it as .xlsx or as “CSV UTF-8”.'
    case 'no-rows':
      return 'There is a heading and no row of answers. Export the responses again.'
    case 'too-many-rows':
      return `The table has more than ${number.format(issue.most)} rows. Split it, with the heading in each part.`
  }
}

/** Why the file of a mapping is not used, and what to do. */
export function describeMappingIssue(issue: MappingIssue): string {
  switch (issue.code) {
    case 'not-a-mapping':
      return 'This is not the file of a mapping. Use one that the console or the command line has written.'
    case 'later-mapping':
      return 'The mapping comes from a later release of the diagnostic. Use that release, or write the mapping again.'
    case 'mapping-shape':
      return `The mapping holds something, at ${quote(issue.path)}, that does not belong there. Correct it, or write the mapping again.`
    case 'other-mapping':
      return `The mapping is for another questionnaire, ${quote(issue.questionnaire)}. Use the one for this questionnaire.`
  }
}
