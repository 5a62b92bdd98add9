import {
  canonicalAnswerSchema,
  idSchema,
  type CanonicalAnswer,
  type Derivation,
  type Item,
  type Questionnaire,
  type Texts,
} from '../questionnaire/schema.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import type { AnswerDocument } from './answer-document.ts'
import type { AnswerIssue, AnswerNote } from './answer-issue.ts'
import { exclusionStems } from './exclusions.ts'

/** The sections that give slots for items, with the kind of item of each. */
const SLOTS = [
  { section: 'what-this-looks-like', kind: 'symptom' },
  { section: 'common-misconceptions', kind: 'misconception' },
] as const

/** The most slots that a section gives, and the most concepts; the schema allows no more. */
const MOST_POINTS = 60
const MOST_CONCEPTS = 6

const FREQUENCY = ['never', 'rarely', 'sometimes', 'often', 'almost-always']
const AGREEMENT = ['strongly-disagree', 'disagree', 'neither', 'agree', 'strongly-agree']

/** The entry that answers.json lacks for the answer. */
export interface MissingEntry {
  /** The entry's fields as far as the file has them; `null` for missing ones. */
  readonly said: Readonly<Record<keyof CanonicalAnswer, string | readonly string[] | null>>
  /** The entry; `null` where a fact is missing or the answer is not approved. */
  readonly entry: CanonicalAnswer | null
}

export type DraftedQuestionnaire =
  | {
      readonly ok: true
      readonly id: string
      readonly questionnaire: Questionnaire
      readonly texts: Texts
      /** `null` where answers.json has the answer. */
      readonly missing: MissingEntry | null
      readonly notes: readonly AnswerNote[]
    }
  | { readonly ok: false; readonly issues: readonly AnswerIssue[] }

const isId = (text: string) => idSchema.safeParse(text).success

/** A name in lower-case words and hyphens, as ids are; empty where none of its letters can be used. */
function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|[’']/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}

/** The slug without the words that only make it a question: "execution-gaps" of "what-causes-execution-gaps". */
function questionnaireId(slug: string): string {
  const short = slug.replace(
    /^(?:(?:what|why|how|which|when|where|who|is|are|do|does|did|can|causes?|makes?|the|an?)-)+/,
    '',
  )
  return isId(short) ? short : slug
}

/** Notes on facts in which the file and answers.json differ. */
function differences(answer: AnswerDocument, recorded: CanonicalAnswer): AnswerNote[] {
  const pairs = [
    ['title', answer.title, recorded.title],
    ['canonical_url', answer.url, recorded.url],
    ['primary_topic', answer.primaryTopic, recorded.primaryTopic],
    ['version', answer.version, recorded.version],
    ['last_reviewed', answer.lastReviewed, recorded.lastReviewed],
  ] as const
  return pairs.flatMap(([field, here, there]): AnswerNote[] =>
    here === null || here === there ? [] : [{ code: 'answer-differs', field, here, recorded: there }],
  )
}

function missingEntry(answer: AnswerDocument, slug: string): { missing: MissingEntry; notes: AnswerNote[] } {
  const { title, url, primaryTopic, conceptsUsed, status, version, lastReviewed } = answer
  const said = { slug, title, url, primaryTopic, conceptsUsed, status, version, lastReviewed }
  const parsed = canonicalAnswerSchema.safeParse(said)
  if (parsed.success) return { missing: { said, entry: parsed.data }, notes: [] }
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
  const fields = wrong.filter((field) => field !== 'status' || status === null)
  const notes: AnswerNote[] = []
  if (status !== null && wrong.includes('status')) notes.push({ code: 'not-approved', status })
  if (fields.length > 0) notes.push({ code: 'entry-incomplete', fields })
  return { missing: { said, entry: null }, notes }
}

/**
 * Drafts a questionnaire on a canonical answer: slots for its concepts, symptoms
 * and misconceptions, each with its source and a draft mark, and empty texts. No
 * sentence of the answer is copied.
 *
 * @param answers the canonical answers that are recorded
 * @param name the questionnaire's id; without it, one is made from the answer's
 * slug
 */
export function draftQuestionnaire(
  answer: AnswerDocument,
  answers: readonly CanonicalAnswer[],
  name?: string,
): DraftedQuestionnaire {
  // An answer without an address can be found by its title; an address is never
  // made from one.
  const letters = (title: string) => title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  const recorded = answers.find(({ slug, title }) =>
    answer.slug === null ? answer.title !== null && letters(title) === letters(answer.title) : slug === answer.slug,
  )
  const slug = answer.slug ?? recorded?.slug
  if (slug === undefined) return { ok: false, issues: [{ code: 'no-address', title: answer.title }] }
  const id = name ?? questionnaireId(slug)
  if (!isId(id)) return { ok: false, issues: [{ code: 'unusable-id', id }] }

  const slots = SLOTS.flatMap(({ section, kind }) => {
    const found = answer.sections[section]
    return (found?.points ?? []).slice(0, MOST_POINTS).map((_point, index) => ({
      id: `${kind}-${index + 1}`,
      kind,
      from: { answer: slug, section, bullet: index + 1 } satisfies Derivation,
    }))
  })
  if (slots.length === 0) return { ok: false, issues: [{ code: 'nothing-to-ask' }] }

  const named = [...new Set(answer.conceptsUsed.map(idOf))].filter((concept) => isId(concept))
  const concepts = named.length > 0 ? named.slice(0, MOST_CONCEPTS) : ['concept-1']
  const stems = exclusionStems(answer.exclusions)
  const count = (kind: string) => slots.filter((slot) => slot.kind === kind).length

  const questionnaire: Questionnaire = {
    $schema: '../questionnaire.schema.json',
    draft: true,
    id,
    version: '1.0.0',
    sources: [
      {
        answer: slug,
        draft: true,
        version: Array.from(answer.version ?? recorded?.version ?? '')
          .slice(0, 20)
          .join(''),
        covers: { symptoms: count('symptom'), misconceptions: count('misconception'), constraints: [] },
        excludes: [...answer.exclusions],
      },
    ],
    excludedVocabulary: stems.length > 0 ? { en: stems } : {},
    scales: {
      frequency: { kind: 'frequency', options: FREQUENCY },
      agreement: { kind: 'agreement', options: AGREEMENT },
    },
    concepts: concepts.map((concept) => ({ id: concept, draft: true, place: 'up' })),
    heldFrom: 'agree',
    constraints: [],
    items: slots.map(({ id: item, kind, from }): Item =>
      kind === 'symptom'
        ? {
            id: item,
            draft: true,
            kind,
            // A placeholder: its author decides which concept a symptom belongs to.
            concept: concepts[0] ?? '',
            scale: 'frequency',
            visibleFrom: [...VANTAGES],
            derivedFrom: [from],
          }
        : { id: item, draft: true, kind, scale: 'agreement', derivedFrom: [from] },
    ),
    opposites: [],
    findings: [],
  }

  const empty = (options: readonly string[]) => ({
    draft: true as const,
    stem: '',
    cantTell: '',
    options: Object.fromEntries(options.map((option) => [option, ''])),
  })
  const texts: Texts = {
    $schema: '../texts.schema.json',
    draft: true,
    title: '',
    question: '',
    lead: '',
    scales: { frequency: empty(FREQUENCY), agreement: empty(AGREEMENT) },
    concepts: Object.fromEntries(
      concepts.map((concept) => [concept, { draft: true as const, name: '', about: '', drawn: '' }]),
    ),
    constraints: {},
    items: Object.fromEntries(
      slots.map(({ id: item, kind, from }) => [
        item,
        kind === 'symptom' ? { draft: from, text: '', ask: '' } : { draft: from, text: '' },
      ]),
    ),
    findings: {},
  }

  const notes: AnswerNote[] = SLOTS.flatMap(({ section }): AnswerNote[] => {
    const found = answer.sections[section]
    if (!found || found.points.length === 0) return []
    return [
      ...(found.form === 'prose' ? [{ code: 'prose-section', section, sentences: found.points.length } as const] : []),
      ...(found.points.length > MOST_POINTS
        ? [{ code: 'left-out', what: 'point', taken: MOST_POINTS, found: found.points.length } as const]
        : []),
    ]
  })
  if (named.length > MOST_CONCEPTS)
    notes.push({ code: 'left-out', what: 'concept', taken: MOST_CONCEPTS, found: named.length })
  if (slots.length < 3) notes.push({ code: 'few-items', items: slots.length })
  if (recorded)
    return { ok: true, id, questionnaire, texts, missing: null, notes: [...notes, ...differences(answer, recorded)] }
  const { missing, notes: further } = missingEntry(answer, slug)
  return { ok: true, id, questionnaire, texts, missing, notes: [...notes, ...further] }
}
