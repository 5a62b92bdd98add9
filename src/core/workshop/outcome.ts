import type { FileIssue } from '../files/response-file-issues.ts'
import type { RowIssue, SheetIssue } from '../files/score-file-issues.ts'
import type { SetApart } from '../files/row-status.ts'
import type { CollectedEntry } from './collected.ts'

/**
 * A question that nobody but the facilitator can answer: whether the people of codes may be in
 * tables, too; whether these rows are of other people than the rows that are in;
 * whether the numbers of these responses belong to another survey, because they are
 * known with other answers.
 */
export type PeopleQuestion = 'codes-and-tables' | 'other-people' | 'other-survey'

interface TakenAs {
  readonly entry: string
  /** The version the response was given on, where its answers were fitted from another one; else `null`. */
  readonly fitted: string | null
  /** Its vantage matches none of the workshop's levels, so that it counts as not said. */
  readonly levelLost: boolean
}

/** The outcome of taking in one passage. */
export type Fate =
  | ({ readonly outcome: 'taken' } & TakenAs)
  /** A later hand-over of a known participant; `before` is the entry that no longer counts. */
  | ({ readonly outcome: 'replaced'; readonly before: string } & TakenAs)
  /** An earlier hand-over of a known participant. */
  | { readonly outcome: 'older'; readonly entry: string }
  | { readonly outcome: 'already-there'; readonly entry: string }
  /** Without a participant number, and equal to an entry that counts. `spare` can be counted in addition. */
  | { readonly outcome: 'same-again'; readonly entry: string; readonly spare: CollectedEntry }
  /** The facilitator has taken these answers out. `spare` can be let back. */
  | { readonly outcome: 'taken-out'; readonly spare: CollectedEntry }
  /**
   * Rows or a code that may be of people who are in already; they wait until the
   * facilitator has said.
   */
  | { readonly outcome: 'asks'; readonly about: PeopleQuestion; readonly rows: number }
  /** Left out, because the facilitator has said that these people may be in already. */
  | { readonly outcome: 'may-be-same' }
  /** Rows that the tool itself does not count as responses. */
  | { readonly outcome: 'set-apart'; readonly why: SetApart; readonly rows: number }
  /** The same person answered again further down in the table. */
  | { readonly outcome: 'earlier'; readonly by: number }
  /** It arrived after collection was closed. */
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'other-workshop'; readonly workshop: string }
  | { readonly outcome: 'other-questionnaire'; readonly questionnaire: string | null }
  | { readonly outcome: 'other-version'; readonly version: string }
  | { readonly outcome: 'later-format' }
  /** It was handed over under other levels, another smallest group or another rule on exports than this workshop has. */
  | { readonly outcome: 'other-promises' }
  /** It names a level that this workshop does not have. */
  | { readonly outcome: 'other-levels' }
  | { readonly outcome: 'cut' }
  | { readonly outcome: 'damaged' }
  | { readonly outcome: 'row'; readonly issue: RowIssue }
  /** A row of a workshop's own raw export with a value in this column that the export never writes. */
  | { readonly outcome: 'cell'; readonly column: string }
  | { readonly outcome: 'table'; readonly issue: SheetIssue }
  | { readonly outcome: 'file'; readonly issue: FileIssue }
  /** The file of a whole workshop, which is opened and not collected. */
  | { readonly outcome: 'workshop-file' }
  | { readonly outcome: 'nothing-found' }
  | { readonly outcome: 'too-large'; readonly most: number }
  /** The workshop has as many responses as it can hold. */
  | { readonly outcome: 'full'; readonly most: number }
  /** The rest of the text was not read. */
  | { readonly outcome: 'too-many'; readonly most: number }

/** The outcome for one passage of a text or a file. */
export type Outcome = {
  /** The line it begins on, from 1. */
  readonly line: number
  /** Where on that line, from 1, where several rows stand on one. */
  readonly character?: number
  /** The first symbols of a code, without answers; empty for rows and files. */
  readonly excerpt: string
} & Fate
