/** Why a file is not a response that can be opened here. Lines and columns count from 1. */
export type FileIssue =
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'empty' }
  | { readonly code: 'neither' }
  | { readonly code: 'later-format' }
  /** A key or value that does not belong there, by its path in the file. */
  | { readonly code: 'shape'; readonly path: string }
  | { readonly code: 'rows'; readonly rows: number }
  /** The row has fewer cells than the heading. */
  | { readonly code: 'short'; readonly cells: number; readonly columns: number }
  | { readonly code: 'column'; readonly column: string }
  | { readonly code: 'twice'; readonly column: string }
  | { readonly code: 'cell'; readonly column: string; readonly value: string }
  | { readonly code: 'day'; readonly value: string }
  | { readonly code: 'questionnaire'; readonly id: string }
  | { readonly code: 'version'; readonly version: string }
  | { readonly code: 'item'; readonly item: string }
  | { readonly code: 'answer'; readonly item: string; readonly value: string }
