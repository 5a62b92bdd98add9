import * as z from 'zod'
import { MOST_ENTRIES, NOTHING_COLLECTED, type Collected, type CollectedEntry } from './collected.ts'
import { CollectedIndex } from './collected-index.ts'
import type { Snapshot } from './snapshot.ts'
import { readWorkshopFile, type KeptWorkshop } from './workshop-file.ts'
import {
  entryFields,
  entrySchema,
  hasHiddenKey,
  headFields,
  MOST_SNAPSHOTS,
  snapshotFields,
  snapshotSchema,
  workshopFields,
} from './workshop-schema.ts'

/** Which state of a workshop something is. Another edition is a workshop that came in the place of another. */
export interface WorkshopStamp {
  readonly edition: string
  readonly change: number
}

/** A kept workshop, as far as a tab lacks it: texts, of which nothing has been checked. */
export interface WorkshopNews {
  readonly stamp: WorkshopStamp
  /** Everything but the responses and snapshots; of a workshop that is still kept as one text, all of it. */
  readonly head: string
  /** The parts that the tab does not hold, by their names. */
  readonly parts: ReadonlyMap<string, string>
  /** The names of parts that it holds and that are there no more. */
  readonly gone: readonly string[]
}

/** What is to be written of a workshop. What is removed is removed first. */
export interface WorkshopWrites {
  readonly head: string
  /** Parts that are not there yet, by their names. */
  readonly put: ReadonlyMap<string, string>
  /** The names of parts; `all` makes it another edition. */
  readonly remove: readonly string[] | 'all'
}

const HEAD_FORMAT = 'leadership-diagnostic-workshop-head'
const headSchema = z.strictObject({ format: z.literal(HEAD_FORMAT), formatVersion: z.literal(1), ...headFields })

/** The longest part that is read, in characters: a snapshot of all that a workshop can hold takes 1.3 million. */
const LARGEST_PART = 2 * 1024 * 1024

/** A response is a part of its own, and so is a snapshot. What is in a part never changes. */
const nameOf = {
  entry: ({ id }: CollectedEntry) => `entry/${id}`,
  former: ({ id }: CollectedEntry) => `former/${id}`,
  snapshot: ({ number }: Snapshot) => `snapshot/${number}`,
}

function writeHead({ workshop, expected, closed }: KeptWorkshop): string {
  const head: z.input<typeof headSchema> = {
    format: HEAD_FORMAT,
    formatVersion: 1,
    workshop: workshopFields(workshop),
    expected: [...expected],
    closed,
  }
  return JSON.stringify(head)
}

/** Finds what was added to a list and what was taken from it, where the rest stays in order. */
function compareLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
): { readonly added: readonly Item[]; readonly gone: readonly Item[] } {
  if (before === after) return { added: [], gone: [] }
  const gone: Item[] = []
  let kept = 0
  for (const item of before)
    if (item === after[kept]) kept++
    else gone.push(item)
  return { added: after.slice(kept), gone }
}

function formerNamed({ collected, snapshots }: KeptWorkshop): readonly CollectedEntry[] {
  if (collected.former.length === 0 || snapshots.length === 0) return []
  const named = new Set(snapshots.flatMap(({ entries }) => entries))
  return collected.former.filter(({ id }) => named.has(id))
}

/**
 * What is to be written so that a workshop that is kept becomes another: the head
 * and the parts that differ, however many there are. As in its file, what no
 * longer counts is kept only as far as a snapshot names it. Never throws.
 *
 * @param before as it is kept; `null` writes everything, in the place of whatever is there
 */
export function writesBetween(before: KeptWorkshop | null, after: KeptWorkshop): WorkshopWrites {
  const put = new Map<string, string>()
  const remove: string[] = []
  const write = <Item>(
    of: readonly [before: readonly Item[], after: readonly Item[]],
    name: (item: Item) => string,
    fields: (item: Item) => unknown,
  ) => {
    const { added, gone } = compareLists(...of)
    for (const item of added) put.set(name(item), JSON.stringify(fields(item)))
    remove.push(...gone.map(name))
  }
  const old: Pick<KeptWorkshop, 'collected' | 'snapshots'> = before ?? { collected: NOTHING_COLLECTED, snapshots: [] }
  write([old.collected.entries, after.collected.entries], nameOf.entry, entryFields)
  const sameFormer = old.collected.former === after.collected.former && old.snapshots === after.snapshots
  if (!sameFormer) write([before ? formerNamed(before) : [], formerNamed(after)], nameOf.former, entryFields)
  write([old.snapshots, after.snapshots], nameOf.snapshot, snapshotFields)
  const head = writeHead(after)
  if (before === null) return { head, put, remove: 'all' }
  // Under one name is one thing for good: a workshop that comes in the place of another is another edition.
  return remove.some((name) => put.has(name)) ? writesBetween(null, after) : { head, put, remove }
}

export type ReadStored =
  | {
      readonly ok: true
      readonly kept: KeptWorkshop
      /** The names of parts that are not sound and are left out. */
      readonly damaged: readonly string[]
      /** Whether it is still kept as one text. */
      readonly isWhole: boolean
    }
  | { readonly ok: false }

/** A part that is sound; `null` for anything else. Never throws. */
function readPart<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> | null {
  if (text.length > LARGEST_PART) return null
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = schema.safeParse(hasHiddenKey(content) ? null : content)
  return parsed.success ? parsed.data : null
}

/** Parts by their kinds, as far as each is sound. */
function readParts(parts: WorkshopNews['parts'], levels: number) {
  const read = { entry: [] as CollectedEntry[], former: [] as CollectedEntry[], snapshot: [] as Snapshot[] }
  const damaged: string[] = []
  for (const [name, text] of parts) {
    const kind = name.slice(0, name.indexOf('/'))
    if (kind === 'snapshot') {
      const one = readPart(snapshotSchema, text)
      if (one && nameOf.snapshot(one) === name) read.snapshot.push(one)
      else damaged.push(name)
    } else if (kind === 'entry' || kind === 'former') {
      const one = readPart(entrySchema, text)
      if (one && nameOf[kind](one) === name && (one.level === null || one.level < levels)) read[kind].push(one)
      else damaged.push(name)
    } else damaged.push(name)
  }
  return { ...read, damaged }
}

/** Takes over what was added and taken away elsewhere. Of one participant, only one entry can count. */
function catchUp(
  before: Collected,
  added: { readonly entry: readonly CollectedEntry[]; readonly former: readonly CollectedEntry[] },
  gone: ReadonlySet<string>,
) {
  const index = CollectedIndex.from(before)
  const stays = before.entries.filter((entry) => {
    if (!gone.has(nameOf.entry(entry))) return true
    index.remove(entry)
    return false
  })
  const twice: string[] = []
  const more = added.entry.filter((entry) => {
    const isTwice = entry.participant !== null && index.ofParticipant(entry.participant) !== undefined
    if (isTwice) twice.push(nameOf.entry(entry))
    else index.add(entry)
    return !isTwice
  })
  const wasFormer = before.former.filter((entry) => !gone.has(nameOf.former(entry)))
  const collected = index.giveTo({ entries: [...stays, ...more], former: [...wasFormer, ...added.former] })
  return { collected, twice }
}

function readHead(text: string): z.infer<typeof headSchema> | null {
  const head = readPart(headSchema, text)
  return head && head.expected.length === head.workshop.levels.length ? head : null
}

const isSnapshot = (name: string) => name.startsWith('snapshot/')

/** Whether every snapshot is where it belongs and names what is there. */
function areSound(snapshots: readonly Snapshot[], { entries, former }: Collected): boolean {
  const ids = new Set([...entries, ...former].map(({ id }) => id))
  return snapshots.every(
    ({ number, entries: own }, index) =>
      number === index + 1 && new Set(own).size === own.length && own.every((id) => ids.has(id)),
  )
}

/**
 * Reads what is kept of a workshop, trusting nothing in it. Parts that are not
 * sound are left out and named; only where a snapshot names one of them is all of
 * it unreadable, as nobody could say any more what has been shown. Never throws.
 *
 * @param before what was read or written when the tab last held it; `null` where it holds nothing
 */
export function readStored(before: KeptWorkshop | null, { head: text, parts, gone }: WorkshopNews): ReadStored {
  const head = readHead(text)
  if (!head) {
    const read = readWorkshopFile(text)
    return read.ok ? { ok: true, kept: read.kept, damaged: [], isWhole: true } : { ok: false }
  }
  const { workshop, expected, closed } = head
  const left = new Set(gone)
  const { entry, former, snapshot, damaged } = readParts(parts, workshop.levels.length)
  const { collected, twice } = catchUp(before?.collected ?? NOTHING_COLLECTED, { entry, former }, left)
  const stays = (before?.snapshots ?? []).filter((one) => !left.has(nameOf.snapshot(one)))
  const snapshots = [...stays, ...snapshot].toSorted((one, other) => one.number - other.number)
  if (collected.entries.length > MOST_ENTRIES || snapshots.length > MOST_SNAPSHOTS) return { ok: false }
  if (damaged.some(isSnapshot) || !areSound(snapshots, collected)) return { ok: false }
  const kept = { workshop, expected, collected, snapshots, closed }
  return { ok: true, kept, damaged: [...damaged, ...twice], isWhole: false }
}
