import { LARGEST_ANSWER } from '../bounds/bounds.ts'
import { idSchema } from '../questionnaire/schema.ts'
import { ANSWER_SECTIONS, type AnswerDocument, type AnswerField } from './answer-document.ts'
import type { AnswerIssue, AnswerNote } from './answer-issue.ts'
import { exclusionPhrases } from './exclusions.ts'
import { fieldKey, readFrontMatter, splitFrontMatter, type FrontMatter } from './read-front-matter.ts'
import { readSections, type ReadSections } from './read-sections.ts'

export type ReadAnswer =
  | { readonly ok: true; readonly answer: AnswerDocument; readonly notes: readonly AnswerNote[] }
  | { readonly ok: false; readonly issues: readonly AnswerIssue[] }

/** The last segment of an https address; `null` where it cannot be a slug. */
function slugOf(address: string): string | null {
  const slug = /^https:\/\/[^\s/?#]+(?:\/[^\s/?#]+)*?\/([^\s/?#]+)\/?(?:[?#]\S*)?$/.exec(address)?.[1] ?? null
  return idSchema.safeParse(slug).success ? slug : null
}

function divide(body: string): ReadSections | null {
  try {
    return readSections(body)
  } catch {
    return null
  }
}

/**
 * Reads the Markdown of a canonical answer, in any of the forms that authors use. A
 * missing part becomes a note; issues make the file unusable. Never throws.
 */
export function readAnswer(text: string): ReadAnswer {
  const fail = (issue: AnswerIssue): ReadAnswer => ({ ok: false, issues: [issue] })
  // A zero byte or many undecodable ones mean another kind of file, or a text in
  // UTF-16.
  if (!/\p{L}/u.test(text) || /\0|\uFFFD{2}/.test(text)) return fail({ code: 'no-text' })
  if (text.length > LARGEST_ANSWER) return fail({ code: 'too-long', characters: text.length, most: LARGEST_ANSWER })
  const split = splitFrontMatter(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'))
  if (!split.ok) return fail(split.issue)
  const read = split.frontMatter === null ? null : readFrontMatter(split.frontMatter, split.firstLine)
  if (read && !read.ok) return fail(read.issue)
  const divided = divide(split.body)
  if (!divided) return fail({ code: 'markdown-unreadable' })

  const fields: FrontMatter = read?.fields ?? new Map<string, string[]>()
  const list = (field: AnswerField) => fields.get(fieldKey(field)) ?? []
  const one = (field: AnswerField) => list(field).join(' ').trim() || null
  const url = one('canonical_url')?.replace(/^<(.*)>$/, '$1') ?? null
  const slug = url === null ? null : slugOf(url)
  if (url !== null && slug === null) return fail({ code: 'unusable-address', address: url })

  const exclusions = list('explicit_exclusions').flatMap(exclusionPhrases)
  const answer: AnswerDocument = {
    title: one('title') ?? divided.heading,
    url,
    slug,
    primaryTopic: one('primary_topic'),
    conceptsUsed: [...new Set(list('concepts_used').flatMap((value) => value.split(/\s*[,;]\s*/)))].filter(Boolean),
    exclusions: [...new Set(exclusions)],
    status: one('status'),
    version: one('version'),
    lastReviewed: one('last_reviewed'),
    sections: divided.sections,
  }
  return { ok: true, answer, notes: notesOn(answer, fields, divided) }
}

function notesOn(answer: AnswerDocument, fields: FrontMatter, { sections, repeated }: ReadSections): AnswerNote[] {
  const given: Record<AnswerField, boolean> = {
    title: answer.title !== null,
    canonical_url: answer.url !== null,
    primary_topic: answer.primaryTopic !== null,
    concepts_used: answer.conceptsUsed.length > 0,
    explicit_exclusions: (fields.get('explicitexclusions') ?? []).length > 0,
    status: answer.status !== null,
    version: answer.version !== null,
    last_reviewed: answer.lastReviewed !== null,
  }
  const missing = (Object.keys(given) as AnswerField[]).filter((field) => !given[field])
  return [
    ...(fields.size === 0
      ? [{ code: 'no-front-matter' } as const]
      : missing.map((field): AnswerNote => ({ code: 'missing-field', field }))),
    ...(given.explicit_exclusions && answer.exclusions.length === 0 ? [{ code: 'no-phrases' } as const] : []),
    ...ANSWER_SECTIONS.flatMap((section): AnswerNote[] => {
      const found = sections[section]
      if (!found) return [{ code: 'missing-section', section }]
      return found.points.length === 0 ? [{ code: 'empty-section', section }] : []
    }),
    ...repeated.map((section): AnswerNote => ({ code: 'repeated-section', section })),
  ]
}
