import { LARGEST_QUESTIONNAIRE, MOST_ENTRIES, MOST_SNAPSHOTS, MOST_TAKEN_OUT } from '../bounds/bounds.ts'
import * as z from 'zod'
import { fingerprintOf } from '../codes/questionnaire-fingerprint.ts'
import { isCheck } from './check-terms.ts'
import { NOTHING_COLLECTED, SLICE, type Collected, type CollectedEntry } from './collected.ts'
import { CollectedIndex } from './collected-index.ts'
import { namedIn, namesOf, namingOf } from './names-of.ts'
import { atOnce, PIECE, through, type Piecework } from './piecework.ts'
import { boundBy } from './promises.ts'
import { readEntry, readPart } from './read-part.ts'
import type { Snapshot, ViewFigures } from './snapshot.ts'
import type { Workshop } from './workshop.ts'
import { besides, isQuestionnaireOf, readWorkshopFile, type KeptWorkshop } from './workshop-file.ts'
import {
  entryFields,
  formatVersionOf,
  formatVersions,
  figuresFields,
  figuresSchema,
  headFields,
  snapshotFields,
  snapshotSchema,
  workshopFields,
} from './workshop-schema.ts'

/** Identifies a state of a workshop. A workshop that replaces another under its id is another edition. */
export interface WorkshopStamp {
  readonly edition: string
  readonly change: number
}

/** The parts of a kept workshop that a tab lacks: unchecked texts. */
export interface WorkshopNews {
  readonly stamp: WorkshopStamp
  /** Everything except responses and snapshots; the whole workshop where it is still kept as one text. */
  readonly head: string
  /** The parts that the tab lacks, by their names. */
  readonly parts: ReadonlyMap<string, string>
  /** The names of parts that the tab holds and that are no longer kept. */
  readonly gone: readonly string[]
}

/** New parts, by their names, each made and written when it is its turn: there may be a hundred thousand. */
export interface PartWrites extends Iterable<readonly [name: string, text: () => string]> {
  readonly size: number
}

/** The changes to write to a kept workshop. Removals come first. */
export interface WorkshopWrites {
  readonly head: string
  readonly put: PartWrites
  /** The names of parts to remove; `all` makes it another edition. */
  readonly remove: readonly string[] | 'all'
}

const HEAD_FORMAT = 'leadership-diagnostic-workshop-head'
const ownSchema = z.string().max(LARGEST_QUESTIONNAIRE)
const headSchema = z.strictObject({ format: z.literal(HEAD_FORMAT), formatVersion: formatVersions, ...headFields })

/**
 * The names of parts. Each response is a part, as is each snapshot, its figures, and a questionnaire from a file. The
 * people of a snapshot whose answers are gone are parts of their own, where there are many. A part never changes.
 */
const nameOf = {
  entry: ({ id }: CollectedEntry) => `entry/${id}`,
  former: ({ id }: CollectedEntry) => `former/${id}`,
  snapshot: ({ number }: Snapshot) => `snapshot/${number}`,
  gone: ({ number }: Snapshot, slice: number) => `gone/${number}/${slice}`,
  figures: ({ snapshot }: ViewFigures) => `figures/${snapshot}`,
  questionnaire: (text: string) => `questionnaire/${fingerprintOf(text)}`,
}

type Gone = NonNullable<Snapshot['gone']>

/** A snapshot as a part: of many people whose answers are gone it has the number of their own parts. */
const storedSchema = snapshotSchema.extend({ goneIn: z.int().min(1).max(MOST_TAKEN_OUT).exactOptional() })
const goneSchema = snapshotSchema.shape.gone.unwrap()

/** The people whose answers are gone in slices, where they are more than one. */
function slicesOfGone(view: Snapshot): readonly { readonly name: string; readonly people: Gone }[] {
  const { gone = [] } = view
  if (gone.length <= SLICE) return []
  return Array.from({ length: Math.ceil(gone.length / SLICE) }, (_, at) => ({
    name: nameOf.gone(view, at),
    people: gone.slice(at * SLICE, (at + 1) * SLICE),
  }))
}

function storedFields(snapshot: Snapshot): z.input<typeof storedSchema> {
  const slices = slicesOfGone(snapshot).length
  if (slices === 0) return snapshotFields(snapshot)
  const { gone: _gone, ...rest } = snapshotFields(snapshot)
  return { ...rest, goneIn: slices }
}

/** A list, as the other parts are: `ownQuestionnaire` or nothing. */
const ownOf = (kept: KeptWorkshop | null): readonly string[] =>
  kept?.ownQuestionnaire === undefined ? [] : [kept.ownQuestionnaire]

function writeHead(kept: KeptWorkshop): string {
  const { workshop, expected, closed } = kept
  const head: z.input<typeof headSchema> = {
    format: HEAD_FORMAT,
    formatVersion: formatVersionOf(kept),
    workshop: workshopFields(workshop),
    expected: [...expected],
    closed,
    ...(kept.deleted ? { deleted: true } : {}),
    ...besides(kept),
  }
  return JSON.stringify(head)
}

/** Finds the items added to a list and those removed from it, where the rest keeps its order. */
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
  const isNamed = namedIn(snapshots.map(({ entries }) => entries))
  return collected.former.filter(({ id }) => isNamed(id))
}

/**
 * The writes that turn a kept workshop into another state: the head and the parts
 * that differ. As in its file, entries that no longer count are kept only if a
 * snapshot names them. Never throws.
 *
 * @param before as it is kept; `null` writes everything and replaces whatever is
 * kept
 */
export function writesBetween(before: KeptWorkshop | null, after: KeptWorkshop): WorkshopWrites {
  const old: Pick<KeptWorkshop, 'collected' | 'snapshots'> = before ?? { collected: NOTHING_COLLECTED, snapshots: [] }
  const entries = compareLists(old.collected.entries, after.collected.entries)
  // Of so many, nothing stays: all at once goes faster than one by one.
  if (entries.gone.length > SLICE && entries.gone.length === old.collected.entries.length)
    return writesBetween(null, after)
  const remove: string[] = []
  const put: PartWrites[] = []
  const write = <Item>(
    { added, gone }: ReturnType<typeof compareLists<Item>>,
    name: (item: Item) => string,
    fields: (item: Item) => unknown,
  ) => {
    put.push({
      size: added.length,
      *[Symbol.iterator]() {
        for (const item of added) yield [name(item), () => JSON.stringify(fields(item))]
      },
    })
    for (const item of gone) remove.push(name(item))
  }
  write(entries, nameOf.entry, entryFields)
  const sameFormer = old.collected.former === after.collected.former && old.snapshots === after.snapshots
  if (!sameFormer)
    write(compareLists(before ? formerNamed(before) : [], formerNamed(after)), nameOf.former, entryFields)
  const views = compareLists(old.snapshots, after.snapshots)
  write(views, nameOf.snapshot, storedFields)
  write(
    { added: views.added.flatMap(slicesOfGone), gone: views.gone.flatMap(slicesOfGone) },
    ({ name }) => name,
    ({ people }) => people,
  )
  write(compareLists(before?.figures ?? [], after.figures ?? []), nameOf.figures, figuresFields)
  write(compareLists(ownOf(before), ownOf(after)), nameOf.questionnaire, (text) => text)
  const all: PartWrites = {
    size: put.reduce((sum, { size }) => sum + size, 0),
    *[Symbol.iterator]() {
      for (const some of put) yield* some
    },
  }
  const head = writeHead(after)
  if (before === null) return { head, put: all, remove: 'all' }
  // A part name never gets new content: a workshop that would need that is written
  // as another edition.
  const leaving = new Set(remove)
  const isTwice = leaving.size > 0 && [...all].some(([name]) => leaving.has(name))
  return isTwice ? writesBetween(null, after) : { head, put: all, remove }
}

export type ReadStored =
  | {
      readonly ok: true
      readonly kept: KeptWorkshop
      /** The names of damaged parts, which are left out. */
      readonly damaged: readonly string[]
      /** Whether it is still kept as one text. */
      readonly isWhole: boolean
    }
  | { readonly ok: false }

/** Responses that were read ahead, and people whose answers are gone, by the names of their parts; `null` for damaged ones. */
export type ReadAhead = ReadonlyMap<string, CollectedEntry | Gone | null>

const isGone = (name: string) => name.startsWith('gone/')

/**
 * Reads the responses among parts slice by slice: a hundred thousand take seconds, in
 * which nothing could be drawn.
 *
 * @param pause lets the page draw and answer
 */
export async function readAhead(parts: WorkshopNews['parts'], pause: () => Promise<unknown>): Promise<ReadAhead> {
  const read = new Map<string, CollectedEntry | Gone | null>()
  let since = 0
  for (const [name, text] of parts) {
    if (isSnapshot(name) || name.startsWith('figures/')) continue
    read.set(name, isGone(name) ? readPart(goneSchema, text) : readEntry(text))
    since += isGone(name) ? SLICE : 1
    if (since < SLICE) continue
    since = 0
    await pause()
  }
  return read
}

/** A snapshot with the people whose answers are gone; `null` where one of their parts is not there. */
function readView(stored: z.infer<typeof storedSchema> | null, goneOf: (name: string) => Gone | null): Snapshot | null {
  if (stored?.goneIn === undefined) return stored
  const { goneIn, ...view } = stored
  const slices = Array.from({ length: goneIn }, (_, at) => goneOf(nameOf.gone(view, at)))
  return slices.every((slice) => slice !== null) ? { ...view, gone: slices.flat() } : null
}

/** The valid parts by their kinds, and the names of the damaged ones: answers to other promises among them. */
function* readParts(parts: WorkshopNews['parts'], workshop: Workshop, ahead: ReadAhead) {
  const levels = workshop.levels.length
  const read = { entry: [] as CollectedEntry[], former: [] as CollectedEntry[], snapshot: [] as Snapshot[] }
  // Figures that are damaged are worked out again, where they can be.
  const figures: ViewFigures[] = []
  const own: string[] = []
  const damaged: string[] = []
  const goneOf = (name: string): Gone | null => {
    const known = ahead.get(name)
    return Array.isArray(known) ? (known as Gone) : readPart(goneSchema, parts.get(name) ?? '')
  }
  let done = 0
  for (const [name, text] of parts) {
    if (++done % PIECE === 0) yield
    const kind = name.slice(0, name.indexOf('/'))
    if (kind === 'snapshot') {
      const one = readView(readPart(storedSchema, text), goneOf)
      if (one && nameOf.snapshot(one) === name) read.snapshot.push(one)
      else damaged.push(name)
    } else if (kind === 'figures') {
      const one = readPart(figuresSchema, text)
      if (one && nameOf.figures(one) === name) figures.push(one)
    } else if (kind === 'questionnaire') {
      const one = readPart(ownSchema, text)
      if (one !== null && nameOf.questionnaire(one) === name) own.push(one)
    } else if (kind === 'entry' || kind === 'former') {
      const known = ahead.get(name)
      const one = known === undefined ? readEntry(text) : known
      if (one && 'id' in one && nameOf[kind](one) === name && (one.level === null || one.level < levels))
        read[kind].push(one)
      else damaged.push(name)
    } else if (!isGone(name)) damaged.push(name)
  }
  for (const kind of ['entry', 'former'] as const) {
    const { strangers } = boundBy(workshop, read[kind])
    if (strangers.length === 0) continue
    damaged.push(...strangers.map(nameOf[kind]))
    read[kind] = read[kind].filter((one) => !strangers.includes(one))
  }
  return { ...read, figures, own, damaged }
}

/** Applies additions and removals made elsewhere. Of one person, only one entry can count. */
function* catchUp(
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
  const entries = [...stays]
  yield* through(added.entry, (entry) => {
    if (index.isIn(entry)) twice.push(nameOf.entry(entry))
    else {
      index.add(entry)
      entries.push(entry)
    }
  })
  const wasFormer = before.former.filter((entry) => !gone.has(nameOf.former(entry)))
  const collected = index.giveTo({ entries, former: [...wasFormer, ...added.former] })
  return { collected, twice }
}

function readHead(text: string): z.infer<typeof headSchema> | null {
  const head = readPart(headSchema, text)
  if (!head) return null
  const { levels } = head.workshop
  if (isCheck(head.workshop) !== (head.leader !== undefined)) return null
  return head.expected.length === levels.length && (head.vouched?.length ?? levels.length) === levels.length
    ? head
    : null
}

const isSnapshot = (name: string) => name.startsWith('snapshot/')

/** In names: as many are noted in a few milliseconds. */
const AT_ONCE = 8000

/** Whether the snapshots are in order and name only entries that are kept. */
function* areSound(snapshots: readonly Snapshot[], { entries, former }: Collected): Piecework<boolean> {
  if (snapshots.length === 0) return true
  const ids = new Set<string>()
  for (const { id } of [...entries, ...former]) if (ids.add(id).size % AT_ONCE === 0) yield
  for (const one of snapshots) yield* namingOf(one.entries)
  return snapshots.every(
    ({ number, entries: own }, index) =>
      number === index + 1 && namesOf(own).size === own.length && own.every((id) => ids.has(id)),
  )
}

/**
 * Reads a kept workshop, trusting nothing in it. Damaged parts are left out and
 * named; where a snapshot names one of them the whole workshop is unreadable, as
 * nobody could say any more what has been shown. Never throws.
 *
 * @param before the state that the tab last read or wrote; `null` for none
 * @param ahead what was read of its parts already
 */
export const readStored = (...from: Parameters<typeof readingStored>): ReadStored => atOnce(readingStored(...from))

/** The same piece by piece. */
export function* readingStored(
  before: KeptWorkshop | null,
  { head: text, parts, gone }: WorkshopNews,
  ahead: ReadAhead = new Map(),
): Piecework<ReadStored> {
  const head = readHead(text)
  if (!head) {
    const read = readWorkshopFile(text)
    return read.ok ? { ok: true, kept: read.kept, damaged: [], isWhole: true } : { ok: false }
  }
  const { expected, closed } = head
  const left = new Set(gone)
  const { entry, former, snapshot, figures: found, own, damaged } = yield* readParts(parts, head.workshop, ahead)
  const { collected, twice } = yield* catchUp(before?.collected ?? NOTHING_COLLECTED, { entry, former }, left)
  yield
  const { workshop } = boundBy(head.workshop, [...collected.entries, ...collected.former])
  const stays = (before?.snapshots ?? []).filter((one) => !left.has(nameOf.snapshot(one)))
  const snapshots = [...stays, ...snapshot].toSorted((one, other) => one.number - other.number)
  if (collected.entries.length > MOST_ENTRIES || snapshots.length > MOST_SNAPSHOTS) return { ok: false }
  if (damaged.some(isSnapshot) || !(yield* areSound(snapshots, collected))) return { ok: false }
  const figures = [...(before?.figures ?? []).filter((one) => !left.has(nameOf.figures(one))), ...found]
    .filter((one) => one.snapshot <= snapshots.length)
    .toSorted((one, other) => one.snapshot - other.snapshot)
  const views = { snapshots, ...(figures.length === 0 ? {} : { figures }) }
  const asked = [...ownOf(before), ...own].find((one) => isQuestionnaireOf(workshop, one))
  const questionnaire = asked === undefined ? {} : { ownQuestionnaire: asked }
  const ledger = head.deleted ? { deleted: true as const } : {}
  const kept = { workshop, expected, collected, ...views, ...questionnaire, closed, ...ledger, ...besides(head) }
  return { ok: true, kept, damaged: [...damaged, ...twice], isWhole: false }
}
