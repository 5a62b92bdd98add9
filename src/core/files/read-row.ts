import { CANT_TELL, type Answer, type GivenVantage, type Response } from '../response/response.ts'
import type { AnswerWords } from './answer-words.ts'
import type { CellIssue, RowIssue } from './score-file-issues.ts'
import { identityIn, type PersonKind } from './known-columns.ts'
import type { CellMeaning } from './mapping.ts'
import { PackedResponse } from './packed-response.ts'
import type { SheetRow } from './parse-rows.ts'
import type { SetApart } from './row-status.ts'

/**
 * The columns of a sheet by their content. Columns count from 0; `null` where the
 * sheet has no such column.
 */
export interface SheetColumns {
  /** As the heading has them. */
  readonly names: readonly string[]
  readonly id: number | null
  /** The columns that can identify a person, in the order in which they are preferred. */
  readonly persons: readonly { readonly column: number; readonly kind: PersonKind }[]
  readonly records: readonly number[]
  readonly vantage: number | null
  /** Folded words, an empty one among them. */
  readonly vantages: ReadonlyMap<string, GivenVantage>
  /**
   * Where a cell of the level's column says that somebody sits: a word of `vantages`
   * where it is one or looks like one, or what somebody has said that it means; else
   * the cell, folded.
   */
  readonly seatOf: (cell: string) => string
  /** Meanings that somebody has given cells of statements, by the folded cell. They go before everything else. */
  readonly cells: ReadonlyMap<string, CellMeaning>
  /** `foldCell`, for cells that come again and again. */
  readonly fold: (cell: string) => string
  /** Further columns whose cells are kept, by their folded names. */
  readonly own: readonly { readonly name: string; readonly column: number }[]
  /** Cells that the tool writes for an unanswered statement, folded. */
  readonly missing: ReadonlySet<string>
  readonly items: readonly {
    readonly id: string
    readonly column: number
    /** Further columns of the same statement, as of another language, by what somebody has said. */
    readonly others: readonly number[]
    readonly answers: AnswerWords
    readonly options: readonly string[]
  }[]
}

/** One respondent of a file. */
export interface SheetResponse {
  /** From 1 below the heading; empty rows do not count. */
  readonly row: number
  /** The line of the file it begins on, from 1. */
  readonly line: number
  readonly character?: number
  /** The id in the file, untrusted; `null` where there is none. */
  readonly id: string | null
  /** The person's identities, each behind the kind of its column, the preferred first; none where nobody can tell. */
  readonly persons: readonly string[]
  /** The number that the tool gave the response; `null` where it gave none. */
  readonly record: string | null
  /** The numbers of this person's earlier responses in the table. */
  readonly earlier: readonly string[]
  /** Why the tool does not count it, where it was read all the same. */
  readonly apart: SetApart | null
  /** The cell that says where the person sits, folded, or what somebody has said that it means. */
  readonly seat: string
  readonly response: Response
  /** The cells of further columns, trimmed, by the folded names of those that were asked for. */
  readonly own: Readonly<Record<string, string>>
}

/** A text of its own: a part of another one keeps all of that from being forgotten, here the table it was read from. */
const ofItsOwn = (text: string): string => text.split('').join('')

/** Shared by all rows of a table without further columns. */
const NOTHING: SheetResponse['own'] = Object.freeze({})

/** A step beside its words, as "4 - often" or "often (4)"; `undefined` for anything else. */
function stepWithWords(folded: string, answers: AnswerWords): Answer | null | undefined {
  const before = /^\(?(\d)\)?\s*[-\u2013\u2014:.=)]?\s+(.*\p{L}.*)$/u.exec(folded)
  const after = /^(.+?)\s*[([](\d)[)\]]$/.exec(folded)
  const [step, words] = before ? [before[1], before[2]] : after ? [after[2], after[1]] : []
  if (step === undefined || words === undefined) return undefined
  const answer = answers.get(words)
  return answer !== undefined && answer === answers.get(step) ? answer : undefined
}

/** Whether a row has nothing where statements are answered, or what the tool writes for nothing. */
export const isBlank = ({ items, missing, fold }: SheetColumns, cells: readonly string[]): boolean =>
  items.every(({ column, others }) =>
    [column, ...others].every((at) => {
      const cell = cells[at] ?? ''
      return cell === '' || missing.has(fold(cell))
    }),
  )

/** The answer in a cell of a statement; `undefined` for a cell that is not known, `null` where it may be two answers. */
export function answerIn(
  { cells, missing, fold }: SheetColumns,
  { answers, options }: SheetColumns['items'][number],
  value: string,
): Answer | 'unanswered' | null | undefined {
  if (value === '') return 'unanswered'
  const folded = fold(value)
  const said = cells.get(folded)
  if (said === 'unanswered' || (said === undefined && missing.has(folded))) return 'unanswered'
  if (said === CANT_TELL || (typeof said === 'number' && said <= options.length)) return said
  // Microsoft Forms ends each of several choices with a semicolon.
  const known = answers.get(folded) ?? answers.get(folded.replace(/;$/, ''))
  return known === undefined ? stepWithWords(folded, answers) : known
}

/**
 * Reads one row, the `row`th below the heading: a whole response, or all of its
 * issues. Never throws.
 */
export function readRow(
  columns: SheetColumns,
  sheetRow: SheetRow,
  row: number,
  apart: SetApart | null,
): SheetResponse | RowIssue {
  const { cells, line, character, until, sound } = sheetRow
  const { names } = columns
  const at = { row, line, ...(character === undefined ? {} : { character }) }
  if (!sound) return { ...at, code: 'quotes', until }
  const size = { cells: cells.length, columns: names.length }
  const beyond = cells.slice(names.length).find((cell) => cell !== '')
  if (beyond !== undefined) return { ...at, code: 'long', value: beyond, ...size }
  // An issue and not unanswered items: a file that was cut off ends in such a row.
  const lost = names.slice(cells.length).find((name) => name !== '')
  if (lost !== undefined) return { ...at, code: 'short', column: lost, ...size }

  const cell = (column: number | null) => (column === null ? '' : (cells[column] ?? ''))
  const wrong: CellIssue[] = []
  const seat = columns.seatOf(cell(columns.vantage))
  const vantage = columns.vantages.get(seat)
  if (vantage === undefined)
    wrong.push({ code: 'vantage', column: names[columns.vantage ?? -1] ?? '', value: cell(columns.vantage) })
  const given = columns.items.map((item): Answer | null => {
    const { id, options, others } = item
    let before: number | null = null
    let found: Answer | null = null
    // By index, since this is done for every cell of a table.
    for (let turn = -1; turn < others.length; turn++) {
      const column = turn < 0 ? item.column : others[turn]!
      const value = cell(column)
      const answer = answerIn(columns, item, value)
      if (answer === 'unanswered') continue
      const name = names[column] ?? id
      if (answer === undefined) wrong.push({ code: 'answer', column: name, value, options })
      else if (answer === null) wrong.push({ code: 'two-answers', column: name, value, options })
      else if (before !== null && found !== answer)
        wrong.push({
          code: 'differs',
          column: names[before] ?? id,
          value: cell(before),
          other: name,
          otherValue: value,
        })
      else {
        found = answer
        before = column
      }
    }
    return found
  })
  const [first, ...others] = wrong
  if (first) return { ...at, code: 'cells', cells: [first, ...others] }
  const response = new PackedResponse(vantage ?? 'not-said', columns.items, given)
  const own =
    columns.own.length === 0 ? NOTHING : Object.fromEntries(columns.own.map(({ name, column }) => [name, cell(column)]))
  const identities = new Map<PersonKind, string>()
  for (const { column, kind } of columns.persons) {
    const identity = identityIn(cell(column))
    if (identity !== null && !identities.has(kind)) identities.set(kind, ofItsOwn(`${kind}:${identity}`))
  }
  const [record = null] = columns.records.flatMap((column) => identityIn(cell(column)) ?? [])
  const id = cell(columns.id)
  // Written out, in this order: what is spread first gives each row a shape of its own, of 300 bytes.
  const one: SheetResponse = {
    row,
    line,
    id: id === '' ? null : ofItsOwn(id),
    persons: [...identities.values()],
    record: record === null ? null : ofItsOwn(record),
    earlier: [],
    apart,
    seat,
    response,
    own,
  }
  return character === undefined ? one : { ...one, character }
}
