import type { AnswerField, AnswerSection } from './answer-document.ts'

/** Why no draft can be made of a file. No prose. */
export type AnswerIssue =
  | { readonly code: 'unreadable-file'; readonly detail: string }
  | { readonly code: 'no-text' }
  | { readonly code: 'too-long'; readonly characters: number; readonly most: number }
  | { readonly code: 'front-matter-open' }
  /** `line` counts from 1 in the whole file; `null` where the parser names none. */
  | { readonly code: 'front-matter-unreadable'; readonly line: number | null }
  | { readonly code: 'markdown-unreadable' }
  | { readonly code: 'unusable-address'; readonly address: string }
  | { readonly code: 'no-address'; readonly title: string | null }
  | { readonly code: 'nothing-to-ask' }
  | { readonly code: 'unusable-id'; readonly id: string }
  | { readonly code: 'folder-exists'; readonly folder: string }
  | { readonly code: 'number-taken'; readonly id: string; readonly other: string }

/** Missing facts and decisions that did not prevent a draft. */
export type AnswerNote =
  | { readonly code: 'no-front-matter' }
  | { readonly code: 'missing-field'; readonly field: AnswerField }
  | { readonly code: 'missing-section'; readonly section: AnswerSection }
  | { readonly code: 'empty-section'; readonly section: AnswerSection }
  | { readonly code: 'repeated-section'; readonly section: AnswerSection }
  | { readonly code: 'prose-section'; readonly section: AnswerSection; readonly sentences: number }
  | { readonly code: 'no-phrases' }
  | { readonly code: 'left-out'; readonly what: 'concept' | 'point'; readonly taken: number; readonly found: number }
  | { readonly code: 'few-items'; readonly items: number }
  | { readonly code: 'answer-differs'; readonly field: AnswerField; readonly here: string; readonly recorded: string }
  | { readonly code: 'not-approved'; readonly status: string }
  | { readonly code: 'entry-incomplete'; readonly fields: readonly string[] }
