import { LARGEST_SHEET, MOST_ROWS } from '../bounds/bounds.ts'
import { takeSeparatorLine } from './heading.ts'
import { isAllWrong } from './heading-again.ts'
import { tableInJson, type TableInJson } from './json-table.ts'
import { latestOfEach } from './latest-of-each.ts'
import { normaliseLines, RowStream, type SheetRow } from './parse-rows.ts'
import {
  HeadingReader,
  placed,
  refused,
  twiceIssues,
  type ReadHeading,
  type ReadingChoices,
  type Refused,
} from './read-heading.ts'
import { isBlank, readRow, type SheetResponse } from './read-row.ts'
import { setApart, type SetApart } from './row-status.ts'
import type { RowIssue, SheetIssue } from './score-file-issues.ts'
import type { Asked, SheetWords } from './sheet-words.ts'
import { isSummary } from './summary-row.ts'
import type { SeenRow } from './summing-rows.ts'

/** A row that is left out although it can be read. */
export type LeftOut = {
  /** From 1 below the heading; empty rows do not count. */
  readonly row: number
  readonly line: number
  readonly character?: number
} & (
  | { readonly why: SetApart }
  /** The same person answered again further down, on line `by`. */
  | { readonly why: 'earlier'; readonly by: number }
)

export type ReadResponses =
  | {
      readonly ok: true
      /** The heading, as the file has it, trimmed. */
      readonly names: readonly string[]
      readonly responses: readonly SheetResponse[]
      /** Rows that are left out, in the order of the file. */
      readonly issues: readonly RowIssue[]
      /** Rows that the tool does not count, and earlier responses of one person, in the order of the file. */
      readonly leftOut: readonly LeftOut[]
      /** Unknown columns, counted from 1. */
      readonly ignored: readonly { readonly column: number; readonly name: string }[]
      /** Items without a column. They count as unanswered in every response. */
      readonly missing: readonly string[]
    }
  | Refused

/** Whether a row is the line below the heading of a table in Markdown. */
const isRule = ({ cells }: SheetRow) => {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 1 && filled.every((cell) => /^:?-{2,}:?$/.test(cell))
}

/** In characters: the first rows of a table, of which its heading is found. */
const HEAD = 1024 * 1024

/**
 * Reads a table that comes in pieces, as `readResponses` reads it whole, and keeps
 * the answers of its rows alone. Trusts nothing in the text, and never throws on a
 * checked questionnaire.
 */
export class TableReading {
  readonly #asked: Asked
  readonly #choices: ReadingChoices
  readonly #headings: HeadingReader
  /** The text before the heading is known. */
  #head = ''
  /** Whether the beginning is of a table that stands on its side. */
  #isTurned = false
  /** A carriage return at the end of a piece, which may be half of a line break. */
  #held = ''
  #length = 0
  #heading: ReadHeading | null = null
  #stream: RowStream | null = null
  #failed: Refused | null = null
  /** Facts about the JSON that the table was made of; `null` for any other file. */
  #json: TableInJson | null = null
  #rows = 0
  #read: SheetResponse[] = []
  /** How many rows have no more cells than the heading, and while none has, those with one more, which is empty. */
  #fitting = 0
  readonly #longer: SheetResponse[] = []
  #issues: RowIssue[] = []
  /** Whether each row is a group's, by what somebody has said. */
  #areGroups = false
  readonly #leftOut: LeftOut[] = []

  constructor(asked: Asked, words: SheetWords, choices: ReadingChoices = {}) {
    this.#asked = asked
    this.#choices = choices
    this.#headings = new HeadingReader(asked, words, choices)
  }

  /** How many rows were read so far. */
  get rows(): number {
    return this.#rows
  }

  /** Reads the next piece. Returns whether more is wanted: not where the table is refused already. */
  push(piece: string): boolean {
    if (this.#failed) return false
    const isFirst = this.#length === 0
    this.#length += piece.length
    if (this.#length > LARGEST_SHEET) this.#failed = refused([{ code: 'too-large', most: LARGEST_SHEET }])
    if (this.#failed) return false
    const whole = this.#held + (isFirst ? piece.replace(/^\ufeff/, '') : piece)
    this.#held = whole.endsWith('\r') ? '\r' : ''
    const text = whole.slice(0, whole.length - this.#held.length).replaceAll(/\r\n?/g, '\n')
    if (this.#stream) return this.#stream.push(text)
    this.#head += text
    if (this.#head.length >= HEAD && !this.#isTurned) this.#begin(false)
    return !this.#failed
  }

  /** Reads all of a text: a table, or JSON with one. */
  pushWhole(text: string): void {
    const json = tableInJson(text)
    if (json?.ok === false) this.#failed = refused([json.issue])
    this.#json = json?.ok ? json.table : null
    this.push(this.#json?.text ?? text)
  }

  /** The table as it was read. To be called once, at the end. */
  finish(): ReadResponses {
    if (!this.#failed && this.#held !== '') this.push('')
    if (!this.#failed && !this.#stream) {
      if (this.#held !== '') this.#head += '\n'
      this.#begin(true)
    } else if (this.#held !== '') this.#stream?.push('\n')
    this.#stream?.end()
    const heading = this.#heading
    if (this.#failed || !heading) return this.#failed ?? refused([{ code: 'empty' }])
    if (this.#rows === 0) return refused([{ code: 'no-rows' }])
    const { laidOut, statuses, doubts, columns, names, twice } = heading
    const missing = this.#asked.items.map(({ id }) => id).filter((id) => !laidOut.items.some((item) => item.id === id))
    this.#setSumsApart(heading)
    const open = this.#areGroups ? [] : doubts.issues(missing.length > 0)
    if (twice) {
      doubts.addTwice(twice.statements)
      doubts.guessTwice(twice.joins.joinable(), twice.guessed)
      return refused(twiceIssues(twice.repeated, heading.line), doubts.draft())
    }
    if (open.length > 0) return refused(open, doubts.draft())
    const { responses, earlier } = latestOfEach(this.#read)
    const meant = new Set([laidOut.id, ...statuses.map(({ column }) => column)])
    return {
      ok: true,
      names,
      responses,
      issues: this.#issues,
      leftOut: [
        ...this.#leftOut,
        ...earlier.map(({ before: { row, line }, by }): LeftOut => ({ row, line, why: 'earlier', by: by.line })),
      ].toSorted((one, other) => one.row - other.row),
      ignored: columns.flatMap(({ meaning, name, number }, at) =>
        meaning.is !== 'nothing' || meant.has(at) ? [] : [{ column: number, name }],
      ),
      missing,
    }
  }

  /**
   * Finds the heading in what has come, and reads the rows below it.
   *
   * @param isWhole whether all has come, without which no table is turned round
   */
  #begin(isWhole: boolean): void {
    const { text, separator } = takeSeparatorLine(this.#head)
    const grid = this.#headings.inOneCell(text, separator, this.#json)
    if (grid) {
      this.#failed = refused([grid])
      return
    }
    const turned = this.#headings.turn(text, separator)
    if (turned?.is === 'turned' && !isWhole) {
      this.#isTurned = true
      return
    }
    this.#head = ''
    if (turned && turned.is !== 'turned') {
      this.#failed = refused([{ code: 'no-people', why: turned.is, line: turned.line }])
      return
    }
    if (turned) this.#json = turned.table
    const lines = turned?.table.text ?? text
    const found = this.#headings.find(lines, turned ? null : separator, this.#json, turned)
    if (!found.ok) {
      this.#failed = found.failed
      return
    }
    const { heading, delimiter } = found
    this.#heading = heading
    this.#stream = new RowStream(
      delimiter,
      (row) => row.line <= heading.until || this.#take(heading, placed(row, this.#json)),
    )
    this.#stream.push(lines)
  }

  /** How many statements the heading of a table has. */
  statementsIn(text: string): number {
    return this.#headings.statementsIn(normaliseLines(text.slice(0, HEAD)))
  }

  /** Reads a row below the heading. Returns whether more is wanted. */
  #take(heading: ReadHeading, sheetRow: SheetRow): boolean {
    const { laidOut, statuses, doubts } = heading
    this.#rows++
    if (this.#rows > MOST_ROWS) return this.#fail({ code: 'too-many-rows', most: MOST_ROWS })
    const { admitted = [] } = this.#choices
    if (isRule(sheetRow)) return true
    const isSum = !heading.isOwn && isSummary(laidOut, sheetRow.cells)
    const why = setApart(statuses, sheetRow.cells) ?? (isSum ? 'summary' : null)
    const one = why === null || admitted.includes(why) ? readRow(laidOut, sheetRow, this.#rows, why) : null
    if (one !== null && isAllWrong(one, laidOut)) {
      const again = heading.headingIn(sheetRow.cells)
      if (again === 'other') return this.#fail({ code: 'second-heading', line: sheetRow.line })
      if (again === 'same') return true
    }
    doubts.seeStatus(sheetRow)
    if (one === null) {
      if (!isSum) heading.sums?.seeApart(sheetRow)
      return this.#leaveOut(sheetRow, this.#rows, why!)
    }
    const isEmpty = !('code' in one) && !heading.isOwn && isBlank(laidOut, sheetRow.cells)
    if (isEmpty && !admitted.includes('empty')) return this.#leaveOut(sheetRow, this.#rows, 'empty')
    const read = isEmpty && !('code' in one) ? { ...one, apart: one.apart ?? ('empty' as const) } : one
    const seen = { sheetRow, row: this.#rows, one: read }
    for (const free of heading.sums && why === null ? heading.sums.see(seen) : [seen]) this.#keep(heading, free)
    return true
  }

  #keep({ doubts, twice, groups, names }: ReadHeading, { sheetRow, one }: SeenRow): void {
    if (sheetRow.cells.length <= names.length) this.#fitting++
    else if (this.#fitting === 0 && !('code' in one) && sheetRow.cells.length === names.length + 1)
      this.#longer.push(one)
    doubts.see(sheetRow, 'code' in one ? one : null)
    groups?.see(sheetRow.cells)
    twice?.joins.see(sheetRow.cells)
    if ('code' in one) this.#issues.push(one)
    else this.#read.push(one)
  }

  /**
   * Leaves out what only seems to fit where every row has one cell more than the heading, and in some there is
   * something in the last: as R writes tables with names of rows, all cells stand below another column's name.
   */
  #refuseShifted({ names }: ReadHeading): void {
    const size = { cells: names.length + 1, columns: names.length }
    const isShifted = this.#issues.some((issue) => issue.code === 'long' && issue.cells === size.cells)
    if (!isShifted || this.#fitting > 0) return
    const rows = new Set(this.#longer.map(({ row }) => row))
    this.#read = this.#read.filter(({ row }) => !rows.has(row))
    for (const { row, line, character } of this.#longer)
      this.#issues.push({
        row,
        line,
        ...(character === undefined ? {} : { character }),
        code: 'long',
        value: '',
        ...size,
      })
  }

  /** Sets rows apart that sum up the others, and doubts those of which somebody has to say. */
  #setSumsApart(heading: ReadHeading): void {
    const found = heading.sums?.finish() ?? { sums: [], doubtful: [], worded: [], free: [] }
    const { sums, doubtful, worded, free } = found
    for (const one of free) this.#keep(heading, one)
    this.#refuseShifted(heading)
    const said = this.#choices.mapping?.sums
    const groups = heading.groups?.found() ?? null
    if (said === 'nobody' && groups) return this.#setAllApart()
    const apart = said === 'nobody' ? [...sums, ...doubtful, ...worded] : sums
    const rows = new Set(apart.map(({ row }) => row))
    const admits = this.#choices.admitted?.includes('summary') === true
    this.#read = this.#read.flatMap((one) =>
      rows.has(one.row) ? (admits ? { ...one, apart: 'summary' as const } : []) : one,
    )
    for (const { sheetRow, row } of admits ? [] : apart) this.#leaveOut(sheetRow, row, 'summary')
    for (const { one } of admits ? apart : []) if ('code' in one) this.#issues.push(one)
    this.#issues = this.#issues.toSorted((one, other) => one.row - other.row)
    if (said === undefined) heading.doubts.addSums(doubtful, worded, groups)
  }

  /** Sets all rows apart, which are no people's: nothing in them is asked about. */
  #setAllApart(): void {
    this.#areGroups = true
    const admits = this.#choices.admitted?.includes('summary') === true
    if (admits) this.#read = this.#read.map((one) => ({ ...one, apart: 'summary' }))
    else {
      for (const one of [...this.#read, ...this.#issues]) this.#leaveOut(one, one.row, 'summary')
      this.#read = []
      this.#issues = []
    }
  }

  #fail(issue: SheetIssue): false {
    this.#failed = refused([issue])
    return false
  }

  #leaveOut({ line, character }: Pick<SheetRow, 'line' | 'character'>, row: number, why: SetApart): true {
    this.#leftOut.push({ row, line, ...(character === undefined ? {} : { character }), why })
    return true
  }
}

/**
 * Reads a table of responses from any survey tool: below whatever stands before it,
 * a heading of one or several rows, then a row for each respondent. Commas,
 * semicolons, tabs or pipes; any line break, also within quoted cells; the columns
 * in any order, statements by id in any spelling or by text in any language.
 *
 * An answer is a step counted from 1, "cant-tell", an option's id, or its words
 * in one of the languages; an empty cell is unanswered. A row with anything
 * else in it is left out whole and reported, never scored in part. Where a column
 * or a cell that comes again and again is not certain, nothing is read, and the
 * draft of a mapping says what is guessed.
 *
 * Responses are people: of several rows of one person the last is read. Rows that
 * the tool itself does not count as responses are left out. Trusts nothing in the
 * text, and never throws on a checked questionnaire.
 */
export function readResponses(
  text: string,
  asked: Asked,
  words: SheetWords,
  choices: ReadingChoices = {},
): ReadResponses {
  const reading = new TableReading(asked, words, choices)
  reading.push(text)
  return reading.finish()
}
