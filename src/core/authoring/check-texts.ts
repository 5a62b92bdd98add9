import type { QuestionnaireIssue } from './questionnaire-issues.ts'
import { FOUND, LEVELS, strayPlaceholders } from '../questionnaire/placeholders.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import type { Questionnaire, Texts } from '../questionnaire/schema.ts'

/** The longest item, in words. METHOD 12. */
const MOST_WORDS = 20

type Path = readonly string[]

/** Texts that a questionnaire can do without. Written in one language, they are in every one. */
const OPTIONAL = {
  constraints: ['found'],
  items: ['askFromTheWork'],
  findings: ['brief', 'why'],
} as const satisfies Partial<Record<keyof Texts, readonly string[]>>

/** The paths of the texts that are written although a questionnaire can do without them. */
export function optionalPaths(texts: Texts): string[] {
  return (['constraints', 'items', 'findings'] as const).flatMap((group) =>
    Object.entries(texts[group]).flatMap(([id, words]) =>
      OPTIONAL[group].filter((key) => key in words).map((key) => [group, id, key].join('/')),
    ),
  )
}

/** The keys that texts in any language must have, and no others. */
function expectedPaths(questionnaire: Questionnaire, written: ReadonlySet<string>): Path[] {
  // Questions for people close to the work are asked by every item or by none.
  const isAsked = [...written].some((path) => path.startsWith('items/'))
  const questions = isAsked ? ['ask', 'askFromTheWork'] : ['ask']
  const also = (group: 'constraints' | 'findings', id: string) =>
    OPTIONAL[group].filter((key) => written.has([group, id, key].join('/')))
  return [
    ...['title', 'question', 'lead'].map((key) => [key]),
    ...Object.entries(questionnaire.scales).flatMap(([id, { options }]) => [
      ['scales', id, 'stem'],
      ['scales', id, 'cantTell'],
      ...options.map((option) => ['scales', id, 'options', option]),
    ]),
    ...questionnaire.concepts.flatMap(({ id, facets }) => [
      ...['name', 'about', 'drawn'].map((key) => ['concepts', id, key]),
      ...(facets ?? []).map((facet) => ['concepts', id, 'facets', facet]),
    ]),
    ...questionnaire.constraints.flatMap(({ id }) =>
      ['name', 'examine', ...also('constraints', id)].map((key) => ['constraints', id, key]),
    ),
    ...questionnaire.items.flatMap((item) =>
      (isConceptItem(item) ? ['text', ...questions] : ['text']).map((key) => ['items', item.id, key]),
    ),
    ...questionnaire.findings.flatMap(({ id }) =>
      ['text', 'reason', ...also('findings', id)].map((key) => ['findings', id, key]),
    ),
    ...(questionnaire.guess ? ['question', 'reason'].map((key) => ['guess', key]) : []),
    ...(questionnaire.room ?? []).flatMap(({ id }) => ['text', 'reason'].map((key) => ['room', id, key])),
  ]
}

function leaves(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

/** Misconception items, and the findings that weigh them against the evidence, may name what they refute. */
function mayNameExcluded(questionnaire: Questionnaire, [group, id]: Path): boolean {
  if (group === 'items') return questionnaire.items.some((item) => item.id === id && item.kind === 'misconception')
  const findings = group === 'findings' ? questionnaire.findings : group === 'room' ? (questionnaire.room ?? []) : []
  return findings.some((finding) => finding.id === id && ['contradiction', 'lens'].includes(finding.part))
}

/**
 * Compares one language's texts with the structure they belong to.
 *
 * @param language the file's two-letter language, `en` for `en.json`
 * @param written the paths of optional texts that some language has
 */
export function checkTexts(
  questionnaire: Questionnaire,
  texts: Texts,
  language: string,
  written: ReadonlySet<string>,
): QuestionnaireIssue[] {
  const file = `${language}.json`
  const issues: QuestionnaireIssue[] = []
  const expected = new Map(expectedPaths(questionnaire, written).map((path) => [path.join('/'), path]))
  const given = leaves(texts).filter(
    // A draft mark is no text: it stands at the top, or in an entry of a record.
    ({ path }) => path[0] !== '$schema' && path[0] !== 'draft' && path[2] !== 'draft',
  )
  const present = new Set(given.map(({ path }) => path.join('/')))

  for (const [key, path] of expected) if (!present.has(key)) issues.push({ code: 'missing-text', file, path })
  for (const { path } of given) if (!expected.has(path.join('/'))) issues.push({ code: 'extra-text', file, path })

  for (const { path, text } of given) {
    const address = /[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+/i.exec(text)?.[0]
    if (address) issues.push({ code: 'address-in-text', file, path, address })
    const isOfRoom = path[0] === 'room'
    for (const placeholder of strayPlaceholders(text, isOfRoom ? LEVELS : path[2] === 'brief' ? [FOUND] : []))
      issues.push({ code: 'unknown-placeholder', file, path, placeholder, isOfRoom })
    const words = text.split(/\s+/).length
    if (path[0] === 'items' && path[2] === 'text' && words > MOST_WORDS)
      issues.push({ code: 'too-many-words', file, path, words, most: MOST_WORDS })
  }

  const excluded = questionnaire.excludedVocabulary[language]
  if (!excluded)
    return [...issues, { code: 'no-exclusions', file: 'questionnaire.json', path: ['excludedVocabulary'], language }]
  for (const { path, text } of given) {
    if (mayNameExcluded(questionnaire, path)) continue
    for (const word of excluded)
      if (text.toLocaleLowerCase(language).includes(word)) issues.push({ code: 'excluded-word', file, path, word })
  }
  return issues
}
