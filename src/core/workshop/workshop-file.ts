import {
  LARGEST_FIGURES,
  LARGEST_QUESTIONNAIRE,
  LARGEST_WORKSHOP,
  MOST_ENTRIES,
  MOST_SNAPSHOTS,
} from '../bounds/bounds.ts'
import * as z from 'zod'
import { fingerprintOf } from '../codes/questionnaire-fingerprint.ts'
import { isCheck } from './check-terms.ts'
import { slicesInNoOrder, type Collected, type CollectedEntry } from './collected.ts'
import type { ChosenStep } from './chosen-step.ts'
import { tellingIdentities, type Mixing } from './people.ts'
import { boundBy } from './promises.ts'
import type { Snapshot, ViewFigures } from './snapshot.ts'
import { isGuessing } from './guesses.ts'
import type { Workshop } from './workshop.ts'
import { WORKSHOP_FORMAT } from './workshop-format.ts'
import {
  entryFields,
  formatVersionOf,
  formatVersions,
  LATEST_FORMAT,
  entrySchema,
  figuresFields,
  figuresSchema,
  hasHiddenKey,
  headFields,
  isObject,
  snapshotFields,
  snapshotSchema,
  workshopFields,
} from './workshop-schema.ts'

/** The facilitator's word on which responses are of the same people. Absent before the first. */
export interface WhoIsWho {
  /** The key of identities (`sealIdentity`), from the first table on. */
  readonly identityKey?: string
  /** Whether people who handed over codes may be in tables, too. */
  readonly mixing?: Mixing
  /** How many responses of each level are of different people, although fewer were expected. */
  readonly vouched?: readonly number[]
  /** The tombstones of answers that were taken out (`tombstonesOf`), so that they do not come back unasked. */
  readonly takenOut?: readonly string[]
  /** Tombstones of answers that were let back here, which another console of a live workshop may still have. */
  readonly letBack?: readonly string[]
}

/**
 * The leader of a check: by the result code of their answers and guesses. In a ledger only
 * by the mark that tells another check of theirs (`markOfLeader`).
 */
export type Leader = { readonly code: string } | { readonly mark: string }

/** All data of one workshop. */
export interface KeptWorkshop extends WhoIsWho {
  readonly workshop: Workshop
  /** How many people are expected at each level, in the order of the levels; `null` where not given. */
  readonly expected: readonly (number | null)[]
  readonly collected: Collected
  /** In the order they were taken. */
  readonly snapshots: readonly Snapshot[]
  /** The figures of views that have been shown, by the numbers of these. Absent before the first. */
  readonly figures?: readonly ViewFigures[]
  /** Whether collection is closed. */
  readonly closed: boolean
  /** The steps of the presentation as the facilitator chose them. Absent until then. */
  readonly steps?: readonly ChosenStep[]
  /** The `canonicalText` of its questionnaire, where that is from a facilitator's file. */
  readonly ownQuestionnaire?: string
  /** The crowds of invented answers, or so the facilitator thinks, that do not count (`crowds.ts`). */
  readonly setAside?: readonly number[]
  /** The private key of its live room: 32 bytes in base64url. */
  readonly liveKey?: string
  /** The code by which people who cannot scan find its invitation: ten symbols. */
  readonly joinCode?: string
  /** The facilitator was offered a copy of that key. */
  readonly keyOffered?: true
  /** The day on which a console last looked what lies at its relay, as 2026-11-22. */
  readonly lookedOn?: string
  /** Only of a check: the leader. */
  readonly leader?: Leader
  /** It was deleted, and only its ledger is kept (`ledgerOf`). */
  readonly deleted?: true
}

/**
 * A workshop with the figures of a view. They are kept once, and left out where all of
 * them would be too long: such a view is worked out again each time it is shown.
 */
export function withFigures(kept: KeptWorkshop, own: ViewFigures): KeptWorkshop {
  const { figures = [] } = kept
  const length = figures.reduce((sum, { text }) => sum + text.length, own.text.length)
  if (figures.some(({ snapshot }) => snapshot === own.snapshot) || length > LARGEST_FIGURES) return kept
  return { ...kept, figures: [...figures, own].toSorted((one, other) => one.snapshot - other.snapshot) }
}

/** These fields alone, in a fixed order, for writing. */
function whoIsWho({ identityKey, mixing, vouched, takenOut, letBack }: WhoIsWho) {
  return {
    ...(identityKey === undefined ? {} : { identityKey }),
    ...(mixing === undefined ? {} : { mixing }),
    ...(vouched === undefined ? {} : { vouched: [...vouched] }),
    ...(takenOut === undefined ? {} : { takenOut: [...takenOut] }),
    ...(letBack === undefined ? {} : { letBack: [...letBack] }),
  }
}

/** The fields of a workshop besides its set-up and responses, as its file has them; absent ones are left out. */
export function besides({
  steps,
  setAside,
  liveKey,
  joinCode,
  keyOffered,
  lookedOn,
  leader,
  ...kept
}: WhoIsWho &
  Pick<KeptWorkshop, 'steps' | 'setAside' | 'liveKey' | 'joinCode' | 'keyOffered' | 'lookedOn' | 'leader'>) {
  return {
    ...whoIsWho(kept),
    ...(setAside === undefined ? {} : { setAside: [...setAside] }),
    ...(liveKey === undefined ? {} : { liveKey }),
    ...(joinCode === undefined ? {} : { joinCode }),
    ...(keyOffered === undefined ? {} : { keyOffered }),
    ...(lookedOn === undefined ? {} : { lookedOn }),
    ...(leader === undefined ? {} : { leader }),
    ...(steps === undefined ? {} : { steps: steps.map(({ id, isShown }) => ({ id, isShown })) }),
  }
}

export type WorkshopFileIssue =
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'not-a-workshop' }
  | { readonly code: 'later-format' }
  /** A key or value that does not belong there, by its path in the file. */
  | { readonly code: 'shape'; readonly path: string }
  /** Two entries with one id, or of one participant among those that count. */
  | { readonly code: 'twice'; readonly path: string }
  /** An entry was handed over under other promises than the workshop in the file makes. */
  | { readonly code: 'promises'; readonly path: string }
  /** A snapshot names a missing entry, or is out of order. */
  | { readonly code: 'snapshot'; readonly number: number }

export type ReadWorkshopFile =
  | { readonly ok: true; readonly kept: KeptWorkshop }
  | { readonly ok: false; readonly issue: WorkshopFileIssue }

const fileSchema = z.strictObject({
  format: z.literal(WORKSHOP_FORMAT),
  formatVersion: formatVersions,
  ...headFields,
  entries: z.array(entrySchema).max(MOST_ENTRIES),
  former: z.array(entrySchema),
  snapshots: z.array(snapshotSchema).max(MOST_SNAPSHOTS),
  figures: z.array(figuresSchema).max(MOST_SNAPSHOTS).exactOptional(),
  ownQuestionnaire: z.string().max(LARGEST_QUESTIONNAIRE).exactOptional(),
})

type WorkshopFile = z.infer<typeof fileSchema>

/**
 * In entries: as many as make a text that engines keep among what is young. A hundred
 * megabytes of longer ones held the page up once they were cleared away.
 */
const STRIP = 50

/** A list of entries in JSON, without its brackets. */
function* writeEntries(entries: readonly CollectedEntry[]): Generator<string> {
  let between = ''
  for (const slice of slicesInNoOrder(entries))
    for (let at = 0; at < slice.length; at += STRIP) {
      const strip = slice.slice(at, at + STRIP)
      yield between + strip.map((entry) => JSON.stringify(entryFields(entry))).join(',')
      between = ','
    }
}

/**
 * A whole workshop as one file, in pieces, of which each takes less than a frame to
 * write. Entries that no longer count are written only if a snapshot names them: the
 * earlier answers of somebody who replaced them need not be kept. The order of the
 * entries says nothing about the order in which they arrived.
 */
export function* writeWorkshopFile(kept: KeptWorkshop): Generator<string> {
  const { workshop, expected, collected, snapshots, figures, ownQuestionnaire, closed } = kept
  const named = new Set(snapshots.flatMap(({ entries }) => entries))
  const first: Pick<WorkshopFile, 'format' | 'formatVersion' | 'workshop' | 'expected'> = {
    format: WORKSHOP_FORMAT,
    formatVersion: formatVersionOf(kept),
    workshop: workshopFields(workshop),
    expected: [...expected],
  }
  const last: Omit<WorkshopFile, keyof typeof first | 'entries' | 'former'> = {
    snapshots: snapshots.map(snapshotFields),
    ...(figures === undefined ? {} : { figures: figures.map(figuresFields) }),
    ...(ownQuestionnaire === undefined ? {} : { ownQuestionnaire }),
    closed,
    ...besides(kept),
  }
  yield `${JSON.stringify(first).slice(0, -1)},"entries":[`
  yield* writeEntries(collected.entries)
  yield '],"former":['
  yield* writeEntries(collected.former.filter((one) => named.has(one.id)))
  yield `],${JSON.stringify(last).slice(1)}\n`
}

/** Whether a text is the questionnaire that a workshop asks from a file; nothing, where it asks another. */
export function isQuestionnaireOf({ questionnaire }: Workshop, text: string | undefined): boolean {
  return questionnaire.fingerprint === (text === undefined ? undefined : fingerprintOf(text))
}

/** A contradiction between the parts of a file, each of which is valid by itself; `null` for none. */
function wrongBetween(file: WorkshopFile): WorkshopFileIssue | null {
  const { workshop, expected, vouched, entries, former, snapshots, figures = [], ownQuestionnaire, leader } = file
  if (expected.length !== workshop.levels.length) return { code: 'shape', path: 'expected' }
  if (!isQuestionnaireOf(workshop, ownQuestionnaire)) return { code: 'shape', path: 'ownQuestionnaire' }
  if (isCheck(workshop) !== (leader !== undefined)) return { code: 'shape', path: 'leader' }
  if (vouched && vouched.length !== workshop.levels.length) return { code: 'shape', path: 'vouched' }
  const ids = new Set<string>()
  const people = new Set<string>()
  for (const [list, all] of Object.entries({ entries, former }))
    for (const [index, one] of all.entries()) {
      const path = `${list}.${index}`
      if (one.level !== null && one.level >= workshop.levels.length) return { code: 'shape', path: `${path}.level` }
      if (one.guesses && !isGuessing(workshop, one.level)) return { code: 'shape', path: `${path}.guesses` }
      if (ids.has(one.id)) return { code: 'twice', path: `${path}.id` }
      ids.add(one.id)
      if (list === 'former') continue
      const field = one.participant === null ? 'person' : 'participant'
      for (const identity of tellingIdentities(one)) {
        if (people.has(identity)) return { code: 'twice', path: `${path}.${field}` }
        people.add(identity)
      }
    }
  for (const [index, { number, entries: own }] of snapshots.entries())
    if (number !== index + 1 || new Set(own).size !== own.length || !own.every((one) => ids.has(one)))
      return { code: 'snapshot', number: index + 1 }
  const strange = figures.findIndex(
    ({ snapshot }, index) => snapshot > snapshots.length || snapshot <= (figures[index - 1]?.snapshot ?? 0),
  )
  if (strange >= 0) return { code: 'shape', path: `figures.${strange}` }
  return null
}

/** The path of answers under a hidden key; `null` for none. */
function hiddenKey(content: Readonly<Record<string, unknown>>): string | null {
  for (const list of ['entries', 'former']) {
    const all = content[list]
    const index = Array.isArray(all) ? all.findIndex(hasHiddenKey) : -1
    if (index >= 0) return `${list}.${index}.answers.__proto__`
  }
  return null
}

/**
 * Reads the file of a workshop, trusting nothing in it. The caller checks whether
 * its questionnaire is known and whether the answers fit it. Never throws.
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
  if (Number(content['formatVersion']) > LATEST_FORMAT) return fail({ code: 'later-format' })
  const hidden = hiddenKey(content)
  if (hidden !== null) return fail({ code: 'shape', path: hidden })
  const parsed = fileSchema.safeParse(content)
  if (!parsed.success) return fail({ code: 'shape', path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' })
  const wrong = wrongBetween(parsed.data)
  if (wrong) return fail(wrong)
  const { expected, entries, former, snapshots, figures, ownQuestionnaire, closed } = parsed.data
  const collected = { entries, former }
  const { workshop, strangers } = boundBy(parsed.data.workshop, [...entries, ...former])
  if (strangers[0]) {
    const list = entries.includes(strangers[0]) ? 'entries' : 'former'
    return fail({ code: 'promises', path: `${list}.${collected[list].indexOf(strangers[0])}` })
  }
  const views = { snapshots, ...(figures === undefined ? {} : { figures }) }
  const own = ownQuestionnaire === undefined ? {} : { ownQuestionnaire }
  return { ok: true, kept: { workshop, expected, collected, ...views, ...own, closed, ...besides(parsed.data) } }
}
