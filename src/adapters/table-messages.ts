import type { TableQuestion } from '../core/workshop/read-workshop-table.ts'
import type { JudgedTable } from '../core/workshop/take-in.ts'
import type { ReadCandidate } from '../core/workshop/setting.ts'

/** A request from the page to the worker that reads tables. */
export interface TableRequest {
  readonly file: Blob
  readonly question: TableQuestion
}

/** The worker's replies: how far it is, the rows in slices, and in the end everything else. */
export type TableReply =
  | { readonly is: 'progress'; readonly bytes: number; readonly rows: number }
  | { readonly is: 'rows'; readonly rows: readonly ReadCandidate[] }
  | { readonly is: 'end'; readonly table: JudgedTable }
