import { hasNumber } from '../response/numbered-day.ts'
import type { Mapping } from './mapping.ts'
import { readTableFile } from './read-table-file.ts'
import { TableReading } from './read-responses.ts'
import type { FiledResponse } from './response-file.ts'
import type { SetApart } from './row-status.ts'
import type { RowIssue, SheetIssue } from './score-file-issues.ts'
import type { Asked, SheetWords } from './sheet-words.ts'

/** The column of the day a response was given on, as this diagnostic writes it. */
const DAY = 'completed_on'

/** Why a table is not one person's response. */
export type OneResponseIssue =
  | { readonly of: 'table'; readonly issue: SheetIssue }
  | { readonly of: 'row'; readonly issue: RowIssue }
  /** All rows are of a kind that the tool does not count. */
  | { readonly of: 'left-out'; readonly why: SetApart; readonly rows: number }
  /** It is no table at all. */
  | { readonly of: 'neither' }
  /** It has the responses of several people. */
  | { readonly of: 'several'; readonly people: number }

export type ReadOneResponse =
  | { readonly ok: true; readonly response: Omit<FiledResponse, 'questionnaire' | 'guesses'> }
  | { readonly ok: false; readonly issue: OneResponseIssue }

/** A result’s own file is JSON, too, and is told what is wrong in it elsewhere. */
const isOtherJson = (issue: SheetIssue) =>
  issue.code === 'broken-json' || (issue.code === 'no-records' && issue.names.length === 0)

/**
 * Reads the one response in a table of another tool, as the console reads a table of many: what is not certain is
 * not read. Rows that the tool does not count, and a person's earlier responses, are left out. Trusts nothing in the
 * file, and rejects only where its bytes do.
 *
 * @param mapping what somebody has said about the table
 * @param today the day of a response whose table does not say when it was given, as 2026-11-22
 */
export async function readOneResponse(
  bytes: AsyncIterable<Uint8Array>,
  asked: Asked,
  words: SheetWords,
  { mapping, today }: { readonly mapping: Mapping | null; readonly today: string },
): Promise<ReadOneResponse> {
  const fail = (issue: OneResponseIssue): ReadOneResponse => ({ ok: false, issue })
  const read = await readTableFile(bytes, new TableReading(asked, words, { mapping, own: [DAY] }))
  if (!read.ok) {
    const [first = { code: 'empty' } as const] = read.issues
    // Without a draft there is nothing that a mapping could say anything about.
    const isNeither = (first.code === 'no-items' && !read.draft) || isOtherJson(first)
    return fail(isNeither ? { of: 'neither' } : { of: 'table', issue: first })
  }
  const [one] = read.responses
  const [issue] = read.issues
  const people = read.responses.length + read.issues.length
  if (people > 1) return fail({ of: 'several', people })
  if (issue) return fail({ of: 'row', issue })
  if (one) {
    const day = one.own[DAY] ?? ''
    const { vantage, answers } = one.response
    const completedOn = hasNumber(day) ? day : today
    return { ok: true, response: { completedOn, vantage, millisecondsPerItem: null, answers } }
  }
  const apart = read.leftOut.flatMap(({ why }) => (why === 'earlier' ? [] : [why]))
  const [why] = apart
  return fail(
    why
      ? { of: 'left-out', why, rows: apart.filter((other) => other === why).length }
      : { of: 'table', issue: { code: 'no-rows' } },
  )
}
