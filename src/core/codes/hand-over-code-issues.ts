import type { CodeIssue } from './result-code-issues.ts'

/** Why a text is not a hand-over code that can be opened here. */
export type HandOverIssue =
  | Exclude<CodeIssue, { readonly code: 'vantage' }>
  | { readonly code: 'level' }
  | { readonly code: 'revision' }
  | { readonly code: 'pace' }
