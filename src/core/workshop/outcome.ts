import type { FileIssue } from '../files/response-file-issues.ts'
import type { RowIssue, SheetIssue } from '../files/score-file-issues.ts'
import type { CollectedEntry } from './collected.ts'

interface TakenAs {
  readonly entry: string
  /** The version it was given on, where that is another one, and it was fitted. */
  readonly fitted: string | null
  /** Its vantage is none of the workshop's levels, so that it counts as not said. */
  readonly levelLost: boolean
}

/** What became of something. */
export type Fate =
  | ({ readonly outcome: 'taken' } & TakenAs)
  /** A later hand-over of somebody who is there; `before` is the entry that no longer counts. */
  | ({ readonly outcome: 'replaced'; readonly before: string } & TakenAs)
  /** An earlier hand-over of somebody who is there. */
  | { readonly outcome: 'older'; readonly entry: string }
  | { readonly outcome: 'already-there'; readonly entry: string }
  /** Without a participant number, and the same as one that is there. `spare` can be counted again. */
  | { readonly outcome: 'same-again'; readonly entry: string; readonly spare: CollectedEntry }
  /** It came after collection was closed. */
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'other-workshop'; readonly workshop: string }
  | { readonly outcome: 'other-questionnaire'; readonly questionnaire: string | null }
  | { readonly outcome: 'other-version'; readonly version: string }
  | { readonly outcome: 'later-format' }
  /** It names a level that this workshop does not have. */
  | { readonly outcome: 'other-levels' }
  | { readonly outcome: 'cut' }
  | { readonly outcome: 'damaged' }
  | { readonly outcome: 'row'; readonly issue: RowIssue }
  /** A row of a workshop's own export in which this column holds what was never written there. */
  | { readonly outcome: 'cell'; readonly column: string }
  | { readonly outcome: 'table'; readonly issue: SheetIssue }
  | { readonly outcome: 'file'; readonly issue: FileIssue }
  /** A whole workshop, which is opened and not collected. */
  | { readonly outcome: 'workshop-file' }
  | { readonly outcome: 'nothing-found' }
  | { readonly outcome: 'too-large'; readonly most: number }
  /** The workshop has as many responses as it can hold. */
  | { readonly outcome: 'full'; readonly most: number }
  /** What follows was not looked at. */
  | { readonly outcome: 'too-many'; readonly most: number }

/** What became of one thing that was found in a text or a file. */
export type Outcome = {
  /** The line it begins on, from 1. */
  readonly line: number
  /** How a code begins, without answers; empty for rows and files. */
  readonly excerpt: string
} & Fate
