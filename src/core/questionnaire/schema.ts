import * as z from 'zod'
import { GROUPS, type Fields, type Referent, type Shape } from '../findings/conditions/fields.ts'
import { RESPONSE_SHAPES, ROOM_SHAPES } from '../findings/conditions/table.ts'
import { VANTAGES } from './vantages.ts'

// Without this zod tests whether it may compile code, and a strict policy reports
// that in the console.
z.config({ jitless: true })

/** The sections of a canonical answer that an item can be derived from. */
export const SECTIONS = [
  'short-answer',
  'whats-really-happening',
  'common-misconceptions',
  'what-this-looks-like',
  'why-leaders-usually-miss-this',
  'what-to-do-next',
] as const

/** The forms of ids, versions and languages. */
export const FORMS = {
  // Ids are keys of plain objects; "constructor" is the only id in this form that
  // every object has already.
  id: /^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  version: /^\d{1,3}\.\d{1,3}\.\d{1,3}$/,
  published: /^\d{1,3}\.\d{1,3}$/,
  language: /^[a-z]{2}$/,
} as const

export const idSchema = z.string().max(80).regex(FORMS.id)
const id = idSchema
const version = z.string().regex(FORMS.version)
const language = z.string().regex(FORMS.language)
const vantage = z.enum(VANTAGES)
const share = z.number().gt(0).max(1)

/**
 * The part of the canonical answer that an item comes from. `bullet` counts from 1;
 * in a section without bullets it counts sentences.
 */
const derivation = z.strictObject({
  answer: id,
  section: z.enum(SECTIONS),
  bullet: z.int().positive().optional(),
})

/**
 * Marks an entry that nobody has written or reviewed yet, as `true` or as the place
 * in the canonical answer to look at. At the top of a file it covers the fields
 * that are there and not in an entry. A file with a mark never passes the check.
 */
export const draftSchema = z.union([z.literal(true), derivation])
const draft = draftSchema.optional()

/** Ordered answer options, lowest first. The first option is step 1. */
const responseScale = z.strictObject({
  kind: z.enum(['frequency', 'agreement']),
  options: z.array(id).min(2).max(9),
})

/**
 * A quality of the organisation that items report on, with the place it takes
 * in the signal path: at the source, on the way up, or on the way down.
 */
const concept = z.strictObject({
  id,
  draft,
  place: z.enum(['source', 'up', 'down']),
  facets: z.array(id).optional(),
  /** A quality worth keeping: more of it is not worse, and it is drawn and named apart. */
  kept: z.literal(true).optional(),
  /** The questionnaire that looks at this concept more closely. */
  deepDive: id.optional(),
})

const reporting = {
  id,
  draft,
  scale: id,
  derivedFrom: z.array(derivation).min(1),
}

/** Reports on the organisation and counts towards a concept. */
const conceptItem = z.strictObject({
  ...reporting,
  kind: z.enum(['symptom', 'condition']),
  concept: id,
  facet: id.optional(),
  reversed: z.literal(true).optional(),
  weight: z.number().positive().max(10).optional(),
  constraints: z.array(id).min(1).optional(),
  visibleFrom: z.array(vantage).min(1),
})

/** The respondent's explanation. Counts towards no score. */
const lensItem = z.strictObject({
  ...reporting,
  kind: z.enum(['misconception', 'system-view']),
})

const item = z.discriminatedUnion('kind', [conceptItem, lensItem])

/** The kind of thing that each name in a condition refers to. */
const referents = z.registry<{ readonly of: Referent }>()
const nameOf = (of: Referent) => id.clone().register(referents, { of })

const fields: Fields = {
  list: (of, least = 1) => z.array(of).min(least),
  oneOf: (words) => z.enum(words),
  concept: nameOf('concept'),
  item: nameOf('item'),
  lensItem: nameOf('lens item'),
  facet: nameOf('facet'),
  option: nameOf('option'),
  points: z.number().min(0).max(100),
  share,
  count: z.int().positive(),
  vantage,
  group: z.enum(GROUPS),
}

type Schemas<Shapes extends Record<string, Shape>> = {
  readonly [Is in keyof Shapes & string]: z.ZodObject<{ is: z.ZodLiteral<Is> } & ReturnType<Shapes[Is]>, z.core.$strict>
}

function schemasOf<Shapes extends Record<string, Shape>>(shapes: Shapes): Schemas<Shapes> {
  const entries = Object.entries(shapes).map(([is, shape]) => [
    is,
    z.strictObject({ is: z.literal(is), ...shape(fields) }),
  ])
  return Object.fromEntries(entries) as Schemas<Shapes>
}

function oneOf<Schema extends z.core.$ZodTypeDiscriminable>(schemas: Readonly<Record<string, Schema>>) {
  return z.discriminatedUnion('is', Object.values(schemas) as [Schema, ...Schema[]])
}

const conditionSchemas = { findings: schemasOf(RESPONSE_SHAPES), room: schemasOf(ROOM_SHAPES) }

/**
 * One test on a response: true, false or unknown. An item that was skipped or
 * answered *can't tell*, or a missing score, makes it unknown, never false.
 */
const responseCondition = oneOf(conditionSchemas.findings)

/** All of these, and at least one of those, and none of these. `{}` always holds. */
const rule = z.strictObject({
  all: z.array(responseCondition).min(1).optional(),
  any: z.array(responseCondition).min(1).optional(),
  none: z.array(responseCondition).min(1).optional(),
})

/**
 * Where a finding stands in the result. Of `headline` and `lens`, and of `missed` for
 * each concept, only the first that holds is shown; of the others, all that hold.
 */
const FINDING_PARTS = [
  'headline',
  'caveat',
  'missed',
  'reading',
  'lens',
  'contradiction',
  'visibility',
  'quality',
] as const

const finding = z.strictObject({
  id,
  draft,
  part: z.enum(FINDING_PARTS),
  concept: id.optional(),
  when: rule,
  /** A headline that names nothing to act on: something more definite leads in its place where there is any. */
  yields: z.literal(true).optional(),
  /** A blind spot that leads in place of such a headline. */
  leads: z.literal(true).optional(),
  /** Canonical answers it points to, best first. */
  answers: z.array(id).optional(),
})

/**
 * One test on the released figures of a room: true, false, or unknown where these
 * leave it open or nothing is released. So a finding tells no more than the figures
 * do.
 */
const roomCondition = oneOf(conditionSchemas.room)

/** As `rule`, on the released figures of a room. */
const roomRule = z.strictObject({
  all: z.array(roomCondition).min(1).optional(),
  any: z.array(roomCondition).min(1).optional(),
  none: z.array(roomCondition).min(1).optional(),
})

/**
 * The parts of a room's findings that a finding can belong to. Of `headline` only
 * the first that holds is shown.
 */
export const ROOM_PARTS = [
  'headline',
  'distance',
  'guess',
  'discuss',
  'sight',
  'lens',
  'contradiction',
  'caveat',
] as const

const roomFinding = z.strictObject({
  id,
  draft,
  part: z.enum(ROOM_PARTS),
  concept: id.optional(),
  when: roomRule,
  /** Canonical answers to read, best first. */
  answers: z.array(id).optional(),
})

/** A condition that governs the work, with its names in the sources. */
const constraint = z.strictObject({ id, draft, names: z.array(z.string().min(1).max(40)).min(1) })

/** The guesses that are asked for after one's own answers: of what others, taken as a whole, would answer. */
const guess = z.strictObject({
  /** Whose answers: those of the people closest to the work. */
  of: z.literal('close'),
  /** Asked in the order of the items. A hand-over code has room for six. */
  items: z.array(id).min(1).max(6),
})

const source = z.strictObject({
  answer: id,
  draft,
  version: z.string().max(20),
  /** The parts of this answer that items must cover: how many bullets, and which named constraints. */
  covers: z
    .strictObject({
      symptoms: z.int().nonnegative(),
      misconceptions: z.int().nonnegative(),
      constraints: z.array(z.string().min(1).max(40)),
    })
    .optional(),
  /** The phrases of its explicit exclusions, from which the excluded vocabulary is written. */
  excludes: z.array(z.string().min(1).max(80)).optional(),
})

/** The structure of a questionnaire: everything but its prose. */
export const questionnaireSchema = z
  .strictObject({
    $schema: z.string().optional(),
    draft,
    id,
    version,
    /** The canonical answers it is built on; the first is the one that it turns into a diagnostic. */
    sources: z.array(source).min(1),
    /**
     * Words, or their beginnings, that no text may use to explain a gap, by
     * language: the answer's explicit exclusions. Misconception items and the
     * findings that weigh them up are exempt.
     */
    excludedVocabulary: z.record(language, z.array(z.string().min(3).max(40)).min(1)),
    scales: z.record(id, responseScale),
    concepts: z.array(concept).min(1).max(6),
    /** The lowest option at which a lens item counts as held. */
    heldFrom: id.optional(),
    constraints: z.array(constraint),
    /** In the order they are shown, which is fixed. */
    items: z.array(item).min(3).max(120),
    /** Items that cannot both be true often: a forward one, then its opposite. */
    opposites: z.array(z.tuple([id, id])),
    guess: guess.optional(),
    findings: z.array(finding),
    /** Findings about a room of people. */
    room: z.array(roomFinding).optional(),
  })
  .meta({ title: 'Questionnaire', description: 'The structure of one questionnaire, without its texts.' })

const sentence = z.string().trim().min(1).max(600)
const label = z.string().trim().min(1).max(80)

/** Every text a person reads, in one language. */
export const textsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    draft,
    title: label,
    question: sentence,
    lead: sentence,
    scales: z.record(id, z.strictObject({ draft, stem: sentence, cantTell: label, options: z.record(id, label) })),
    concepts: z.record(
      id,
      z.strictObject({ draft, name: label, about: sentence, drawn: sentence, facets: z.record(id, label).optional() }),
    ),
    /** `found` is a clause that says what is seen where the condition governs the work; it stands in headlines. */
    constraints: z.record(id, z.strictObject({ draft, name: label, found: label.optional(), examine: sentence })),
    /** `ask` is a leader's question, `askFromTheWork` what people close to the work can put to one another. */
    items: z.record(
      id,
      z.strictObject({ draft, text: sentence, ask: sentence.optional(), askFromTheWork: sentence.optional() }),
    ),
    /**
     * `brief` is what the first line of a result says of it, in a leader's words; `{found}`
     * stands for what is seen of the conditions that lead. `why` says why its first answer is worth reading.
     */
    findings: z.record(
      id,
      z.strictObject({
        draft,
        text: sentence,
        reason: sentence,
        brief: sentence.optional(),
        why: sentence.optional(),
      }),
    ),
    /** `question` stands above each statement that is guessed at, `reason` says why these. */
    guess: z.strictObject({ question: sentence, reason: sentence }).optional(),
    room: z.record(id, z.strictObject({ draft, text: sentence, reason: sentence })).optional(),
  })
  .meta({ title: 'Texts', description: 'Every text of one questionnaire in one language.' })

const options = z.int().min(2).max(9)
const publishedItem = z.union([z.tuple([id, options]), z.tuple([id, options, z.literal('guessed')])])

/**
 * The published versions of a questionnaire, as "major.minor": each item's id with
 * its number of options, and whether it is guessed at, in the order of the codes.
 */
export const publishedSchema = z
  .strictObject({
    $schema: z.string().optional(),
    versions: z.record(z.string().regex(FORMS.published), z.array(publishedItem).min(1)),
  })
  .meta({
    title: 'Published versions',
    description: 'What the codes of published versions are made of. Never changed.',
  })

/** A questionnaire in one file: its structure, and its texts by language, as in its folder. */
export const bundleSchema = z.strictObject({ questionnaire: z.unknown(), texts: z.record(z.string(), z.unknown()) })

/** A canonical answer as published: facts only. */
export const canonicalAnswerSchema = z.strictObject({
  slug: id,
  title: z.string().min(1).max(200),
  url: z.url({ protocol: /^https$/ }),
  primaryTopic: z.string().min(1).max(80),
  conceptsUsed: z.array(z.string().min(1).max(80)),
  status: z.literal('approved'),
  version: z.string().max(20),
  lastReviewed: z.iso.date(),
})

export const canonicalAnswersSchema = z.strictObject({ answers: z.array(canonicalAnswerSchema).min(1) })

export type Derivation = z.infer<typeof derivation>
export type Questionnaire = z.infer<typeof questionnaireSchema>
export type PublishedVersions = z.infer<typeof publishedSchema>['versions']
export type Texts = z.infer<typeof textsSchema>
export type Item = z.infer<typeof item>
export type ConceptItem = z.infer<typeof conceptItem>
export type Condition = z.infer<typeof responseCondition>
export type Rule = z.infer<typeof rule>
export type Finding = z.infer<typeof finding>
export type RoomCondition = z.infer<typeof roomCondition>
export type RoomRule = z.infer<typeof roomRule>
export type RoomFinding = z.infer<typeof roomFinding>
export type ResponseScale = z.infer<typeof responseScale>
export type CanonicalAnswer = z.infer<typeof canonicalAnswerSchema>

/** A name in a condition: its path in there, and the kind of thing it must refer to. */
export interface NameInCondition {
  readonly path: readonly (string | number)[]
  readonly name: string
  readonly of: Referent
}

function referentOf(schema: z.core.$ZodType): Referent | null {
  if (schema instanceof z.ZodArray || schema instanceof z.ZodOptional) return referentOf(schema.unwrap())
  return referents.get(schema)?.of ?? null
}

/** The names in a condition, in the order of its fields. */
export function namesIn(kind: 'findings' | 'room', condition: Condition | RoomCondition): NameInCondition[] {
  const schemas: Readonly<Record<string, z.ZodObject>> = conditionSchemas[kind]
  const values: Readonly<Record<string, unknown>> = condition
  return Object.entries(schemas[condition.is]?.shape ?? {}).flatMap(([field, schema]): NameInCondition[] => {
    const of = referentOf(schema)
    const value = values[field]
    if (of === null) return []
    if (typeof value === 'string') return [{ path: [field], name: value, of }]
    return Array.isArray(value) ? value.map((name: string, index) => ({ path: [field, index], name, of })) : []
  })
}
