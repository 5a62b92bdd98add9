import { SECTIONS } from '../questionnaire/schema.ts'

/** The fields of an answer's front matter that a questionnaire and answers.json use. */
const ANSWER_FIELDS = [
  'title',
  'canonical_url',
  'primary_topic',
  'concepts_used',
  'explicit_exclusions',
  'status',
  'version',
  'last_reviewed',
] as const

/** The sections of an answer, in order. No item is derived from the last. */
export const ANSWER_SECTIONS = [...SECTIONS, 'related-questions'] as const

export type AnswerField = (typeof ANSWER_FIELDS)[number]
export type AnswerSection = (typeof ANSWER_SECTIONS)[number]

/** The points of a section: its bullets, or its sentences where it has none. */
export interface SectionPoints {
  readonly form: 'list' | 'prose'
  readonly points: readonly string[]
}

/** A canonical answer as read from its file. Missing fields are `null` or empty. */
export interface AnswerDocument {
  readonly title: string | null
  readonly url: string | null
  /** The last segment of the address. */
  readonly slug: string | null
  readonly primaryTopic: string | null
  readonly conceptsUsed: readonly string[]
  /** The explanations that the explicit exclusions name, phrase by phrase. */
  readonly exclusions: readonly string[]
  readonly status: string | null
  readonly version: string | null
  readonly lastReviewed: string | null
  readonly sections: Readonly<Partial<Record<AnswerSection, SectionPoints>>>
}
