import { draftIssues, withStandIns } from './check-drafts.ts'
import { checkPublished } from './check-published.ts'
import { checkReading } from './check-reading.ts'
import { checkStructure } from './check-structure.ts'
import { checkTexts, optionalPaths } from './check-texts.ts'
import { checkWording } from './check-wording.ts'
import type { QuestionnaireIssue } from './questionnaire-issues.ts'
import { shapeIssues } from './shape-issues.ts'
import {
  publishedSchema,
  questionnaireSchema,
  textsSchema,
  type CanonicalAnswer,
  type PublishedVersions,
  type Questionnaire,
  type Texts,
} from '../questionnaire/schema.ts'

/** The files of one questionnaire as read, unchecked. */
export interface QuestionnaireFiles {
  /** The folder's name, which must be the questionnaire's id. */
  readonly folder: string
  readonly structure: unknown
  /** By two-letter language. */
  readonly texts: Readonly<Record<string, unknown>>
  /** The versions published so far; left out for a questionnaire that is not published here. */
  readonly published?: unknown
}

export type CheckedQuestionnaire =
  | {
      readonly ok: true
      readonly questionnaire: Questionnaire
      readonly texts: Readonly<Record<string, Texts>>
      readonly published: PublishedVersions
    }
  | { readonly ok: false; readonly issues: readonly QuestionnaireIssue[] }

/**
 * Checks a questionnaire and all its translations: draft marks, shape, references,
 * coverage, texts, and faults that make a result mislead. Never throws.
 *
 * @param checkRules finds the rules that cannot matter; a search too large for a
 * page to carry
 */
export function checkQuestionnaire(
  files: QuestionnaireFiles,
  answers: readonly Pick<CanonicalAnswer, 'slug'>[],
  checkRules: (questionnaire: Questionnaire) => readonly QuestionnaireIssue[] = () => [],
): CheckedQuestionnaire {
  // First, and from the unchecked files: no other fault may hide a draft mark.
  const unfinished = draftIssues('questionnaire.json', files.structure)
  const unwritten = Object.entries(files.texts).flatMap(([language, content]) =>
    draftIssues(`${language}.json`, content),
  )
  const issues: QuestionnaireIssue[] = [...unfinished, ...unwritten]
  const isDraft = issues.length > 0
  const structure = questionnaireSchema.safeParse(files.structure)
  if (!structure.success)
    return { ok: false, issues: [...issues, ...shapeIssues('questionnaire.json', files.structure, structure.error)] }
  const questionnaire = structure.data
  if (questionnaire.id !== files.folder)
    issues.push({ code: 'folder-name', file: 'questionnaire.json', path: ['id'], id: questionnaire.id })

  const texts: Record<string, Texts> = {}
  for (const [language, content] of Object.entries(files.texts)) {
    const written = withStandIns(content)
    const parsed = textsSchema.safeParse(written)
    if (parsed.success) texts[language] = parsed.data
    else issues.push(...shapeIssues(`${language}.json`, written, parsed.error))
  }
  const optional = new Set(Object.values(texts).flatMap(optionalPaths))
  for (const [language, words] of Object.entries(texts))
    issues.push(
      ...checkTexts(questionnaire, words, language, optional),
      ...checkWording(questionnaire, words, language),
    )
  if (Object.keys(files.texts).length === 0) issues.push({ code: 'no-language', file: 'en.json', path: [] })

  const published = publishedSchema.safeParse(files.published ?? { versions: {} })
  if (!published.success) issues.push(...shapeIssues('published.json', files.published, published.error))
  else if (files.published !== undefined) {
    // A draft need not be among the published versions.
    const found = checkPublished(questionnaire, published.data.versions)
    issues.push(...found.filter(({ code }) => !isDraft || code !== 'unpublished'))
  }

  const structural = checkStructure(questionnaire, answers)
  issues.push(...structural)
  // A draft's marks say that its conditions and findings are still to come.
  if (!isDraft) issues.push(...checkReading(questionnaire))
  // The search for rules that cannot matter needs sound items.
  if (structural.length === 0 && unfinished.length === 0) issues.push(...checkRules(questionnaire))
  if (issues.length > 0 || !published.success) return { ok: false, issues }
  return { ok: true, questionnaire, texts, published: published.data.versions }
}
