import { isFingerprint } from '../codes/questionnaire-fingerprint.ts'
import { LARGEST_PART, MOST_ENTRIES, MOST_STEPS, MOST_TAKEN_OUT } from '../bounds/bounds.ts'
import * as z from 'zod'
import { LAST_REVISION } from '../codes/hand-over-code.ts'
import { isWorkshopId, RANDOM_NUMBERS } from '../codes/workshop-id.ts'
import { LARGEST_GROUP_FLOOR, SMALLEST_GROUP } from '../disclosure/thresholds.ts'
import { hasNumber } from '../response/numbered-day.ts'
import { LEVELS } from '../response/levels.ts'
import { CANT_TELL } from '../response/response.ts'
import type { Collected, CollectedEntry } from './collected.ts'
import { isIdentityKey, SEALED, SEALED_PERSONS, SEALED_RECORD } from './identity.ts'
import { fewestLevels, fitCheck } from './check-terms.ts'
import { isJoinCode } from './join-symbols.ts'
import { isKey, isRelay } from './live-room.ts'
import { areDistinct, isLabel, LONGEST_LEVEL, LONGEST_NAME } from './label.ts'
import { isPast, type Snapshot, type ViewFigures } from './snapshot.ts'
import type { Workshop } from './workshop.ts'

// Without this zod tests whether it may compile code, and a strict policy reports
// that in the console.
z.config({ jitless: true })

const id = z
  .string()
  .max(80)
  .regex(/^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const entryId = z.string().regex(/^[\w.-]{1,64}$/)
const day = z.string().max(10).refine(hasNumber)
const label = (longest: number) => z.string().refine((text) => isLabel(text, longest))

const stepsByItem = z.record(id, z.union([z.int().min(1).max(9), z.literal(CANT_TELL)]))

export const entrySchema = z
  .strictObject({
    id: entryId,
    participant: z.int().min(0).lt(RANDOM_NUMBERS).nullable(),
    revision: z.int().min(1).max(LAST_REVISION).nullable(),
    mark: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .nullable(),
    person: z.string().regex(SEALED_PERSONS).exactOptional(),
    record: z.string().regex(SEALED_RECORD).exactOptional(),
    crowd: z.int().min(1).max(MOST_ENTRIES).exactOptional(),
    promises: z
      .string()
      .regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)
      .exactOptional(),
    via: z.enum(['code', 'row', 'file', 'plain-code']),
    completedOn: day.nullable(),
    level: z.int().min(0).lt(LEVELS.most).nullable(),
    pace: z.enum(['fast', 'usual', 'unknown']),
    answers: stepsByItem,
    guesses: stepsByItem.exactOptional(),
  })
  // A participant number with its revision, an identity, or a mark.
  .refine(({ participant, revision, mark, person, record }) => {
    const isKnown = person !== undefined || record !== undefined
    if ((participant === null) !== (revision === null)) return false
    return participant === null ? isKnown === (mark === null) : mark === null && !isKnown
  })

export const snapshotSchema = z.strictObject({
  number: z.int().min(1),
  takenOn: day,
  entries: z.array(entryId).max(MOST_ENTRIES),
  gone: z
    .array(z.array(z.string().regex(SEALED)).min(1).max(12))
    .min(1)
    .max(MOST_TAKEN_OUT)
    .exactOptional(),
  elsewhere: z.literal(true).exactOptional(),
})

export const figuresSchema = z.strictObject({ snapshot: z.int().min(1), text: z.string().max(LARGEST_PART) })

/** The fields of a workshop without its responses and snapshots. */
export const headFields = {
  workshop: z
    .strictObject({
      id: z.string().refine(isWorkshopId),
      name: label(LONGEST_NAME),
      client: z.union([z.literal(''), label(LONGEST_NAME)]),
      questionnaire: z.strictObject({
        id,
        version: z.string().regex(/^\d{1,3}\.\d{1,3}(\.\d{1,3})?$/),
        fingerprint: z.string().refine(isFingerprint).exactOptional(),
      }),
      language: z.string().regex(/^[a-z]{2}$/),
      levels: z.array(label(LONGEST_LEVEL)).min(1).max(LEVELS.most).refine(areDistinct),
      smallestGroup: z.int().min(SMALLEST_GROUP).max(LARGEST_GROUP_FLOOR),
      rawExport: z.boolean(),
      holdsResults: z.boolean().exactOptional(),
      asksGuesses: z.boolean().exactOptional(),
      live: z.strictObject({ publicKey: z.string().refine(isKey), relay: z.string().refine(isRelay) }).exactOptional(),
      check: z.strictObject({ leader: z.string(), keeper: z.string() }).exactOptional(),
    })
    .refine(
      (workshop) => workshop.levels.length >= fewestLevels(workshop as Workshop) && fitCheck(workshop as Workshop),
    ),
  expected: z.array(z.int().min(0).max(MOST_ENTRIES).nullable()),
  closed: z.boolean(),
  deleted: z.literal(true).exactOptional(),
  /** Only where a table was taken in. */
  identityKey: z.string().refine(isIdentityKey).exactOptional(),
  mixing: z.enum(['others', 'same']).exactOptional(),
  vouched: z.array(z.int().min(0).max(MOST_ENTRIES)).exactOptional(),
  /** Only where the facilitator chose what to present. */
  steps: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9 -]{0,120}$/), isShown: z.boolean() }))
    .max(MOST_STEPS)
    .exactOptional(),
  takenOut: z.array(z.string().regex(SEALED)).max(MOST_TAKEN_OUT).exactOptional(),
  letBack: z.array(z.string().regex(SEALED)).max(MOST_TAKEN_OUT).exactOptional(),
  /** Only where it collects live, or has. */
  liveKey: z.string().refine(isKey).exactOptional(),
  setAside: z.array(z.int().min(1).max(MOST_ENTRIES)).max(MOST_ENTRIES).exactOptional(),
  joinCode: z.string().refine(isJoinCode).exactOptional(),
  keyOffered: z.literal(true).exactOptional(),
  lookedOn: day.exactOptional(),
  /** Only of a check. */
  leader: z
    .union([
      z.strictObject({ code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{20,400}$/) }),
      z.strictObject({ mark: z.string().regex(SEALED) }),
    ])
    .exactOptional(),
}

/** The latest format. */
export const LATEST_FORMAT = 7

export const formatVersions = z.union([1, 2, 3, 4, 5, 6, LATEST_FORMAT].map((format) => z.literal(format)))

/**
 * The format a workshop is written in: the earliest that can hold it, which earlier releases read. The second has what
 * was taken out, the third what answers were promised, the fourth that own results are held, the figures of
 * views, and the steps of a presentation, the fifth a questionnaire from a file, the sixth the keys of a live room,
 * the seventh a leader's check, and what people guess.
 */
export const formatVersionOf = ({
  workshop,
  steps,
  takenOut,
  figures,
  snapshots,
  collected: { entries, former },
}: {
  readonly workshop: Pick<Workshop, 'holdsResults' | 'asksGuesses' | 'questionnaire' | 'live' | 'check'>
  readonly steps?: readonly unknown[]
  readonly takenOut?: readonly string[]
  readonly figures?: readonly ViewFigures[]
  readonly snapshots: readonly Snapshot[]
  readonly collected: Collected
}): z.infer<typeof formatVersions> => {
  const hasGuesses = ({ guesses }: CollectedEntry) => guesses !== undefined
  if (workshop.check || workshop.asksGuesses || entries.some(hasGuesses) || former.some(hasGuesses))
    return LATEST_FORMAT
  if (workshop.live) return 6
  if (workshop.questionnaire.fingerprint !== undefined) return 5
  if (workshop.holdsResults || steps !== undefined) return 4
  const isBound = ({ promises }: CollectedEntry) => promises !== undefined
  if (figures !== undefined || snapshots.some((one) => isPast(one) || one.elsewhere)) return 4
  if (entries.some(isBound) || former.some(isBound)) return 3
  return takenOut === undefined ? 1 : 2
}

/** A workshop with its fields in a fixed order. */
export function workshopFields(workshop: Workshop): z.input<typeof headFields.workshop> {
  const {
    id: own,
    name,
    client,
    questionnaire,
    language,
    levels,
    smallestGroup,
    rawExport,
    holdsResults,
    asksGuesses,
    live,
    check,
  } = workshop
  return {
    id: own,
    name,
    client,
    questionnaire: {
      id: questionnaire.id,
      version: questionnaire.version,
      ...(questionnaire.fingerprint === undefined ? {} : { fingerprint: questionnaire.fingerprint }),
    },
    language,
    levels: [...levels],
    smallestGroup,
    rawExport,
    ...(holdsResults ? { holdsResults } : {}),
    ...(asksGuesses ? { asksGuesses } : {}),
    ...(live ? { live: { publicKey: live.publicKey, relay: live.relay } } : {}),
    ...(check ? { check: { leader: check.leader, keeper: check.keeper } } : {}),
  }
}

/** An entry with its fields in a fixed order. */
export function entryFields(entry: CollectedEntry): z.input<typeof entrySchema> {
  const { id: own, participant, revision, mark, person, record, promises, crowd } = entry
  const { via, completedOn, level, pace, answers, guesses } = entry
  const known = {
    ...(person === undefined ? {} : { person }),
    ...(record === undefined ? {} : { record }),
    ...(promises === undefined ? {} : { promises }),
    ...(crowd === undefined ? {} : { crowd }),
  }
  const given = { answers: { ...answers }, ...(guesses === undefined ? {} : { guesses: { ...guesses } }) }
  return { id: own, participant, revision, mark, ...known, via, completedOn, level, pace, ...given }
}

/** A snapshot with its fields in a fixed order. */
export const snapshotFields = ({
  number,
  takenOn,
  entries,
  gone,
  elsewhere,
}: Snapshot): z.input<typeof snapshotSchema> => ({
  number,
  takenOn,
  entries: [...entries],
  ...(gone === undefined ? {} : { gone: gone.map((stones) => [...stones]) }),
  ...(elsewhere ? { elsewhere } : {}),
})

/** The figures of a view with their fields in a fixed order. */
export const figuresFields = ({ snapshot, text }: ViewFigures): z.input<typeof figuresSchema> => ({ snapshot, text })

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether an entry has answers under a key that zod's record skips, where it should be refused. */
export const hasHiddenKey = (entry: unknown): boolean =>
  isObject(entry) &&
  [entry['answers'], entry['guesses']].some((list) => isObject(list) && Object.hasOwn(list, '__proto__'))
