/** Why a file of responses cannot be scored at all. Lines count from 1, as an editor shows them. No prose. */
export type SheetIssue =
  /**
   * The bytes are no text in UTF-8 or UTF-16; `byte` is the first that is none, and
   * `null` where a character is not whole at the end. Reported by the caller that
   * decodes them, before there is a text to read.
   */
  | { readonly code: 'encoding'; readonly line: number; readonly byte: number | null }
  /** A kind of file that is no table; a text of it may hold codes all the same. */
  | { readonly code: 'other-kind'; readonly line: number; readonly kind: 'SPSS' | 'PDF' | 'XML' | 'HTML' }
  /** The file is there no longer, or may not be read. */
  | { readonly code: 'unreadable' }
  /** JSON that ends or goes wrong on this line. */
  | { readonly code: 'broken-json'; readonly line: number }
  /** JSON without a list of records, or with answers deeper in it than can be read, under these names. */
  | { readonly code: 'no-records'; readonly line: number; readonly names: readonly string[] }
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'empty' }
  /** No column of the heading is an item. */
  | { readonly code: 'no-items'; readonly line: number; readonly example: string }
  /** Several columns are one statement, or say who somebody is or where people sit; their numbers, from 1. */
  | { readonly code: 'twice'; readonly line: number; readonly column: string; readonly numbers: readonly number[] }
  /** A quoted cell of the heading is not closed, or goes on after its closing mark. */
  | { readonly code: 'heading-quotes'; readonly line: number }
  /** Which statement the column holds, if any, is not certain; `statement` is the likeliest. */
  | {
      readonly code: 'doubtful-column'
      readonly line: number
      readonly column: string
      /** From 1. */
      readonly number: number
      readonly statement: string | null
      /** Whether its heading says that the steps were turned round or worked out anew. */
      readonly isRecoded?: boolean
    }
  /**
   * Whether the column says who somebody is, is not certain: it is named so and may
   * name groups, as departments, or number something else than responses; it is not,
   * and has addresses.
   */
  | {
      readonly code: 'doubtful-person'
      readonly why: 'groups' | 'numbers' | 'addresses'
      readonly line: number
      readonly column: string
      readonly number: number
    }
  /** A spreadsheet has rounded the numbers of a column that says who somebody is; `cell` is the first. */
  | {
      readonly code: 'rounded'
      readonly cell: string
      readonly line: number
      readonly column: string
      readonly number: number
    }
  /** A column under an unknown heading has places to see from. */
  | { readonly code: 'doubtful-seats'; readonly line: number; readonly column: string; readonly number: number }
  /** Whether a row with this state counts is not certain. The line is its first. */
  | {
      readonly code: 'doubtful-status'
      readonly cell: string
      readonly line: number
      readonly column: string
      readonly number: number
    }
  /** The mapping names a statement that the questionnaire does not have. */
  | { readonly code: 'unknown-statement'; readonly line: number; readonly column: string; readonly statement: string }
  /** The column holds one answer of a statement, and says whether it was chosen. */
  | { readonly code: 'choice-column'; readonly line: number; readonly column: string; readonly number: number }
  /** A cell of the column holds several statements with their answers. */
  | { readonly code: 'grid-cell'; readonly line: number; readonly column: string; readonly number: number }
  /** Another heading, with its columns in another order, begins on this line. */
  | { readonly code: 'second-heading'; readonly line: number }
  /** A cell that stands for an answer again and again, with no certain meaning. The line and the column are its first. */
  | { readonly code: 'doubtful-cell'; readonly cell: string; readonly line: number; readonly column: string }
  | { readonly code: 'doubtful-level'; readonly cell: string; readonly line: number; readonly column: string }
  /** A row that may sum up the others or be somebody's: it has their figures, or a word where people are named. */
  | { readonly code: 'doubtful-sum'; readonly why: 'sums' | 'word'; readonly line: number }
  /** Each row may be a group's: the column says how many answered, or has another group in each. */
  | {
      readonly code: 'doubtful-sum'
      readonly why: 'counts' | 'groups'
      readonly line: number
      readonly column: string
      readonly number: number
    }
  /** The rows are statements, and the columns people. */
  | { readonly code: 'turned'; readonly line: number }
  /** A row for each answer of each person, or figures of what all have answered together. */
  | { readonly code: 'no-people'; readonly why: 'answers' | 'together'; readonly line: number }
  /** A workbook or an archive with several tables, by their names. */
  | { readonly code: 'several-tables'; readonly names: readonly string[] }
  /** An archive without a table; the names of what is in it. */
  | { readonly code: 'no-table'; readonly names: readonly string[] }
  /** A workbook or an archive that cannot be unpacked. */
  | { readonly code: 'damaged' }
  /** A workbook behind a password. */
  | { readonly code: 'locked' }
  /** A workbook in the format before .xlsx. */
  | { readonly code: 'old-workbook' }
  | { readonly code: 'no-rows' }
  | { readonly code: 'too-many-rows'; readonly most: number }

/** Why one cell is not read. The column is named as the heading has it. */
export type CellIssue = { readonly column: string; readonly value: string } & (
  | { readonly code: 'answer'; readonly options: readonly string[] }
  /** The text means one answer in one language and another in another. */
  | { readonly code: 'two-answers'; readonly options: readonly string[] }
  | { readonly code: 'vantage' }
  /** Another column of the same statement says something else. */
  | { readonly code: 'differs'; readonly other: string; readonly otherValue: string }
)

/** Why one row is not scored. */
export type RowIssue = {
  /** Respondents count from 1 below the heading; empty rows do not count. */
  readonly row: number
  /** The line of the file it begins on, from 1. */
  readonly line: number
  /** Where on that line, from 1, if it is not the first there, as in JSON. */
  readonly character?: number
} & (
  | { readonly code: 'cells'; readonly cells: readonly [CellIssue, ...CellIssue[]] }
  /** The row ends early; `column` is the first that it lacks. */
  | { readonly code: 'short'; readonly column: string; readonly cells: number; readonly columns: number }
  /** The row has a value beyond the last column. */
  | { readonly code: 'long'; readonly value: string; readonly cells: number; readonly columns: number }
  /**
   * Quotation marks do not pair, so that its cells cannot be told apart. `until` is
   * its last line.
   */
  | { readonly code: 'quotes'; readonly until: number }
)
