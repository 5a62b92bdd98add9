import type { CollectedEntry } from '../core/workshop/collected.ts'
import type { ReadWorkshopFile } from '../core/workshop/workshop-file.ts'

/** The replies of the worker that reads the file of a workshop: its responses in slices, and in the end everything else. */
export type WorkshopReply =
  | { readonly is: 'entries' | 'former'; readonly entries: readonly CollectedEntry[] }
  | { readonly is: 'end'; readonly read: ReadWorkshopFile | null }
