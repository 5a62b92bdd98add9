import { layoutOf } from '../response/layout.ts'
import type { QuestionnaireIssue } from './questionnaire-issues.ts'
import type { PublishedVersions, Questionnaire } from '../questionnaire/schema.ts'

type PublishedItems = PublishedVersions[string]

/** The part of a version on which result codes depend. */
export function publishedEntry(questionnaire: Questionnaire): { version: string; items: PublishedItems } {
  const { major, minor, items } = layoutOf(questionnaire)
  return {
    version: `${major}.${minor}`,
    items: items.map(({ id, options, guessed }) => (guessed ? [id, options, 'guessed'] : [id, options])),
  }
}

/** The published versions with this one, which is as it was published where it has been. */
export function withThisVersion(questionnaire: Questionnaire, published: PublishedVersions): PublishedVersions {
  const { version, items } = publishedEntry(questionnaire)
  return { ...published, [version]: published[version] ?? items }
}

/** Whether this version is published, and equals what was published under its number. */
export function checkPublished(questionnaire: Questionnaire, published: PublishedVersions): QuestionnaireIssue[] {
  const { version, items } = publishedEntry(questionnaire)
  const place = { file: 'published.json', path: ['versions', version] }
  const earlier = published[version]
  if (!earlier) return [{ code: 'unpublished', ...place, version }]
  return JSON.stringify(earlier) === JSON.stringify(items) ? [] : [{ code: 'published-otherwise', ...place, version }]
}
