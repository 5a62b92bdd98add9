import * as z from 'zod'
import { LAST_REVISION } from '../codes/hand-over-code.ts'
import { CANT_TELL } from '../response/response.ts'
import { hasNumber } from '../response/day-number.ts'
import type { Collected, CollectedEntry } from './collected.ts'
import { areDistinct, isLabel, LONGEST_LEVEL, LONGEST_NAME } from './label.ts'
import type { Snapshot } from './snapshot.ts'
import { LEVELS } from '../response/levels.ts'
import { LARGEST_GROUP_FLOOR, SMALLEST_GROUP } from '../disclosure/thresholds.ts'
import type { Workshop } from './workshop.ts'
import { WORKSHOP_FORMAT } from './workshop-format.ts'
import { isWorkshopId, RANDOM_NUMBERS } from '../codes/workshop-id.ts'

// Otherwise zod tries out whether it may compile code, which a strict policy answers with a message in the console.
z.config({ jitless: true })

/** Everything there is of one workshop. */
export interface KeptWorkshop {
  readonly workshop: Workshop
  /** How many are expected of each level, in their order; `null` where nobody said. */
  readonly expected: readonly (number | null)[]
  readonly collected: Collected
  /** In the order they were taken. */
  readonly snapshots: readonly Snapshot[]
  /** Whether collection is closed. */
  readonly closed: boolean
}

export type WorkshopFileIssue =
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'not-a-workshop' }
  | { readonly code: 'later-format' }
  /** Something in it does not belong there: where, in the words of the file. */
  | { readonly code: 'shape'; readonly path: string }
  /** Two entries of one id, or of one participant among those that count. */
  | { readonly code: 'twice'; readonly path: string }
  /** A snapshot names an entry that is not there, or stands out of order. */
  | { readonly code: 'snapshot'; readonly number: number }

export type ReadWorkshopFile =
  { readonly ok: true; readonly kept: KeptWorkshop } | { readonly ok: false; readonly issue: WorkshopFileIssue }

/** The longest file that is read, in characters: 10,000 responses of thirty items take 12 million. */
export const LARGEST_WORKSHOP = 24 * 1024 * 1024

const MOST_ENTRIES = 20_000
const MOST_SNAPSHOTS = 1000

const id = z
  .string()
  .max(80)
  .regex(/^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const entryId = z.string().regex(/^[\w.-]{1,64}$/)
const day = z.string().max(10).refine(hasNumber)
const label = (longest: number) => z.string().refine((text) => isLabel(text, longest))

const entry = z
  .strictObject({
    id: entryId,
    participant: z.int().min(0).lt(RANDOM_NUMBERS).nullable(),
    revision: z.int().min(1).max(LAST_REVISION).nullable(),
    mark: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .nullable(),
    via: z.enum(['code', 'file', 'plain-code']),
    completedOn: day.nullable(),
    level: z.int().min(0).lt(LEVELS.most).nullable(),
    pace: z.enum(['fast', 'usual', 'unknown']),
    answers: z.record(id, z.union([z.int().min(1).max(9), z.literal(CANT_TELL)])),
  })
  // Either a participant number with its revision, or a mark.
  .refine(
    ({ participant, revision, mark }) =>
      (participant === null) === (revision === null) && (participant === null) === (mark !== null),
  )

const fileSchema = z.strictObject({
  format: z.literal(WORKSHOP_FORMAT),
  formatVersion: z.literal(1),
  workshop: z.strictObject({
    id: z.string().refine(isWorkshopId),
    name: label(LONGEST_NAME),
    client: z.union([z.literal(''), label(LONGEST_NAME)]),
    questionnaire: z.strictObject({ id, version: z.string().regex(/^\d{1,3}\.\d{1,3}(\.\d{1,3})?$/) }),
    language: z.string().regex(/^[a-z]{2}$/),
    levels: z.array(label(LONGEST_LEVEL)).min(LEVELS.fewest).max(LEVELS.most).refine(areDistinct),
    smallestGroup: z.int().min(SMALLEST_GROUP).max(LARGEST_GROUP_FLOOR),
    rawExport: z.boolean(),
  }),
  expected: z.array(z.int().min(0).max(MOST_ENTRIES).nullable()),
  entries: z.array(entry).max(MOST_ENTRIES),
  former: z.array(entry).max(MOST_ENTRIES),
  snapshots: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        takenOn: day,
        entries: z.array(entryId).max(MOST_ENTRIES),
      }),
    )
    .max(MOST_SNAPSHOTS),
  closed: z.boolean(),
})

type WorkshopFile = z.infer<typeof fileSchema>

const inOrder = ({ id: own, participant, revision, mark, via, completedOn, level, pace, answers }: CollectedEntry) => ({
  id: own,
  participant,
  revision,
  mark,
  via,
  completedOn,
  level,
  pace,
  answers: { ...answers },
})

/**
 * A whole workshop as one file. What no longer counts is written only as far as a
 * snapshot names it: whoever replaced an answer need not be kept with both.
 */
export function writeWorkshopFile({ workshop, expected, collected, snapshots, closed }: KeptWorkshop): string {
  const named = new Set(snapshots.flatMap(({ entries }) => entries))
  const { questionnaire, levels, name, client, language, smallestGroup, rawExport } = workshop
  const file: WorkshopFile = {
    format: WORKSHOP_FORMAT,
    formatVersion: 1,
    workshop: {
      id: workshop.id,
      name,
      client,
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
      language,
      levels: [...levels],
      smallestGroup,
      rawExport,
    },
    expected: [...expected],
    entries: collected.entries.map(inOrder),
    former: collected.former.filter((one) => named.has(one.id)).map(inOrder),
    snapshots: snapshots.map(({ number, takenOn, entries }) => ({ number, takenOn, entries: [...entries] })),
    closed,
  }
  return `${JSON.stringify(file)}\n`
}

/** What is wrong between the parts of a file, each of which is sound. */
function wrongBetween({ workshop, expected, entries, former, snapshots }: WorkshopFile): WorkshopFileIssue | null {
  if (expected.length !== workshop.levels.length) return { code: 'shape', path: 'expected' }
  const ids = new Set<string>()
  const participants = new Set<number>()
  for (const [list, all] of Object.entries({ entries, former }))
    for (const [index, one] of all.entries()) {
      const path = `${list}.${index}`
      if (one.level !== null && one.level >= workshop.levels.length) return { code: 'shape', path: `${path}.level` }
      if (ids.has(one.id)) return { code: 'twice', path: `${path}.id` }
      ids.add(one.id)
      if (list === 'former' || one.participant === null) continue
      if (participants.has(one.participant)) return { code: 'twice', path: `${path}.participant` }
      participants.add(one.participant)
    }
  for (const [index, { number, entries: own }] of snapshots.entries())
    if (number !== index + 1 || new Set(own).size !== own.length || !own.every((one) => ids.has(one)))
      return { code: 'snapshot', number: index + 1 }
  return null
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Where a list has answers under a key that a record passes over, where it should be refused. */
function hiddenKey(content: Readonly<Record<string, unknown>>): string | null {
  for (const list of ['entries', 'former']) {
    const all = content[list]
    if (!Array.isArray(all)) continue
    const index = all.findIndex(
      (one: unknown) => isObject(one) && isObject(one['answers']) && Object.hasOwn(one['answers'], '__proto__'),
    )
    if (index >= 0) return `${list}.${index}.answers.__proto__`
  }
  return null
}

/**
 * Reads the file of a workshop, trusting nothing in it. Whether its questionnaire
 * is here, and whether the answers fit it, is for whoever opens it. Never throws.
 */
export function readWorkshopFile(text: string): ReadWorkshopFile {
  const fail = (issue: WorkshopFileIssue): ReadWorkshopFile => ({ ok: false, issue })
  if (text.length > LARGEST_WORKSHOP) return fail({ code: 'too-large', most: LARGEST_WORKSHOP })
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return fail({ code: 'not-a-workshop' })
  }
  if (!isObject(content) || content['format'] !== WORKSHOP_FORMAT) return fail({ code: 'not-a-workshop' })
  if (Number(content['formatVersion']) > 1) return fail({ code: 'later-format' })
  const hidden = hiddenKey(content)
  if (hidden !== null) return fail({ code: 'shape', path: hidden })
  const parsed = fileSchema.safeParse(content)
  if (!parsed.success) return fail({ code: 'shape', path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' })
  const wrong = wrongBetween(parsed.data)
  if (wrong) return fail(wrong)
  const { workshop, expected, entries, former, snapshots, closed } = parsed.data
  return { ok: true, kept: { workshop, expected, collected: { entries, former }, snapshots, closed } }
}
