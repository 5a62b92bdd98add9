import type { Derivation, FORMS } from '../questionnaire/schema.ts'

/** A fault in a questionnaire: its place, and the data that a sentence about it needs. No prose. */
export type QuestionnaireIssue = {
  /** The file it is in, relative to the questionnaire's folder. */
  readonly file: string
  readonly path: readonly (string | number)[]
} & (
  | { readonly code: 'unreadable'; readonly detail: string }
  | { readonly code: 'shape'; readonly fault: ShapeFault }
  | { readonly code: 'draft'; readonly what: DraftKind; readonly from: Derivation | null }
  | { readonly code: 'folder-name'; readonly id: string }
  | { readonly code: 'duplicate-id'; readonly id: string }
  | { readonly code: 'unknown-id'; readonly id: string; readonly of: IdKind }
  | { readonly code: 'unknown-answer'; readonly slug: string }
  | { readonly code: 'uncovered'; readonly what: 'symptom' | 'misconception' | 'constraint'; readonly which: string }
  | { readonly code: 'not-opposite'; readonly first: string; readonly second: string }
  /** The people who are guessed at cannot see what the item describes. */
  | { readonly code: 'guess-out-of-sight'; readonly id: string }
  | { readonly code: 'guesses-of-concept'; readonly concept: string; readonly items: number }
  /** More combinations of guesses than a hand-over code has room for. */
  | { readonly code: 'guesses-too-many' }
  | { readonly code: 'no-language' }
  | { readonly code: 'no-exclusions'; readonly language: string }
  | { readonly code: 'missing-text' }
  | { readonly code: 'extra-text' }
  | { readonly code: 'too-many-words'; readonly words: number; readonly most: number }
  | { readonly code: 'excluded-word'; readonly word: string }
  | { readonly code: 'address-in-text'; readonly address: string }
  /** `{top}` and `{work}` are placeholders in texts about a room; other texts have none. */
  | { readonly code: 'unknown-placeholder'; readonly placeholder: string; readonly isOfRoom: boolean }
  | { readonly code: 'mixed-scales'; readonly concept: string }
  /** No item of the concept names what governs the work there, so a lead of it has nothing to examine. */
  | { readonly code: 'no-condition'; readonly concept: string }
  /** Every headline and reading on the concept begins with the answer that the questionnaire is built on. */
  | { readonly code: 'source-again'; readonly concept: string }
  /** A contradiction that can hold without statements reported, from which a tendency to agree is taken off. */
  | { readonly code: 'unguarded'; readonly id: string }
  | { readonly code: 'conditional'; readonly word: string }
  | { readonly code: 'conditional-explanation'; readonly word: string }
  | { readonly code: 'same-claim'; readonly word: string; readonly times: number }
  | { readonly code: 'unpublished'; readonly version: string }
  | { readonly code: 'published-otherwise'; readonly version: string }
  | { readonly code: 'same-number'; readonly other: string }
  | { readonly code: 'unknown-file' }
  | { readonly code: 'no-questionnaire' }
  | { readonly code: 'unreachable-finding'; readonly id: string; readonly tried: Tried }
  | { readonly code: 'dead-rule'; readonly id: string; readonly always: boolean; readonly tried: Tried }
)

/** How a part of a file differs from what the schema expects there. */
export type ShapeFault =
  | { readonly is: 'missing' }
  | { readonly is: 'empty' }
  | { readonly is: 'kind'; readonly expected: 'text' | 'number' | 'whole number' | 'list' | 'group' }
  /** Parts that are not known here. */
  | { readonly is: 'unknown'; readonly names: readonly string[] }
  | { readonly is: 'choice'; readonly allowed: readonly string[] }
  /** Of a text, in characters. */
  | { readonly is: 'length'; readonly end: 'least' | 'most'; readonly limit: number }
  | { readonly is: 'entries'; readonly end: 'least' | 'most'; readonly limit: number }
  /** Of a number. `isItself` says whether it may be the limit. */
  | { readonly is: 'size'; readonly end: 'least' | 'most'; readonly limit: number; readonly isItself: boolean }
  | { readonly is: 'form'; readonly form: keyof typeof FORMS | null }
  /** The name of an entry is not in its form. */
  | { readonly is: 'name'; readonly form: keyof typeof FORMS | null }

/** How many responses or rooms a rule was tried on. */
export interface Tried {
  readonly what: 'responses' | 'rooms'
  readonly count: number
}

export type IdKind = 'item' | 'concept' | 'facet' | 'scale' | 'option' | 'constraint' | 'lens item'

/** The kind of entry that carries a draft mark: a part of the structure, or its texts. */
export type DraftKind =
  | 'questionnaire'
  | 'source'
  | 'concept'
  | 'constraint'
  | 'item'
  | 'lens item'
  | 'finding'
  | 'texts'
  | 'scale texts'
  | 'concept texts'
  | 'constraint texts'
  | 'item texts'
  | 'finding texts'
