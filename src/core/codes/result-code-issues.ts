/** Why a text is not a result code that can be opened here. */
export type CodeIssue =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number }
  /** `position` counts the code's letters and digits from 1. */
  | { readonly code: 'character'; readonly character: string; readonly position: number }
  | { readonly code: 'too-short'; readonly length: number }
  /** The code was mistyped, misread or cut off. */
  | { readonly code: 'check' }
  | { readonly code: 'format'; readonly format: number }
  | { readonly code: 'questionnaire' }
  | { readonly code: 'version'; readonly version: string }
  | { readonly code: 'length'; readonly length: number; readonly expected: number }
  | { readonly code: 'vantage' }
  | { readonly code: 'answers' }
  /** The number for the guesses stands for none, or for none at all, or nobody at this place is asked to guess. */
  | { readonly code: 'guesses' }
