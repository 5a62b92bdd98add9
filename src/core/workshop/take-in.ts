import { LARGEST_FILE } from '../files/limits.ts'
import { readResponseCsv } from '../files/response-csv.ts'
import { LARGEST_SHEET } from '../files/read-responses.ts'
import { CollectedIndex } from './collected-index.ts'
import { MOST_ENTRIES, saysTheSame, type Collected, type CollectedEntry } from './collected.ts'
import { findCodes } from './find-codes.ts'
import type { Fate, Outcome } from './outcome.ts'
import { readFoundCode } from './read-found-code.ts'
import { readJson } from './read-json.ts'
import { readTable, type ReadTable } from './read-table.ts'
import { layoutOfWorkshop, type Candidate, type CollectSetting, type ReadCandidate } from './setting.ts'

/** The longest text in which codes are looked for, in characters: ten thousand codes in mails take half of it. */
export const LONGEST_PASTE = 1024 * 1024

/** The most passages that are taken in from one text or file. */
export const MOST_FOUND = 20_000

export interface TakenIn {
  readonly collected: Collected
  /** One for each passage found, in the order of the text; at least one. */
  readonly outcomes: readonly Outcome[]
  /** The unknown and the missing columns of a table; `null` where the text was no table. */
  readonly table: Pick<Extract<ReadTable, { ok: true }>, 'ignored' | 'missing'> | null
}

/** Decides which responses count, among all that the workshop already has. */
class Taker {
  readonly #before: Collected
  readonly #index: CollectedIndex
  readonly #added = new Map<string, CollectedEntry>()
  readonly #replaced = new Map<string, CollectedEntry>()
  readonly #nextId: () => string

  constructor(collected: Collected, nextId: () => string) {
    this.#before = collected
    this.#index = CollectedIndex.from(collected)
    this.#nextId = nextId
  }

  /** The resulting state: the same object where nothing was added. To be called once, at the end. */
  finish(): Collected {
    const { entries, former } = this.#before
    if (this.#added.size === 0) return this.#index.giveTo(this.#before)
    const counts = ({ id }: CollectedEntry) => !this.#replaced.has(id)
    return this.#index.giveTo({
      entries: [
        ...(this.#replaced.size > 0 ? entries.filter(counts) : entries),
        ...[...this.#added.values()].filter(counts),
      ],
      former: [...former, ...this.#replaced.values()],
    })
  }

  /** The number of entries of each mark, before a table's rows are taken. */
  countMarks(): ReadonlyMap<string, number> {
    return this.#index.countMarks()
  }

  take(candidate: Candidate): Fate {
    return candidate.entry.participant === null
      ? this.takeMarked(candidate, this.marked(candidate.entry.mark ?? '', 0))
      : this.#takeParticipant(candidate, candidate.entry.participant)
  }

  /** @param known the entry it repeats */
  takeMarked({ entry, fitted, levelLost }: Candidate, known: CollectedEntry | undefined): Fate {
    const own = { ...entry, id: this.#nextId() }
    if (known) return { outcome: 'same-again', entry: known.id, spare: own }
    if (this.#isFull) return { outcome: 'full', most: MOST_ENTRIES }
    this.#add(own)
    return { outcome: 'taken', entry: own.id, fitted, levelLost }
  }

  /** The entry at this index among those with a mark, counted from 0. */
  marked(mark: string, at: number): CollectedEntry | undefined {
    return this.#index.ofMark(mark)[at]
  }

  #takeParticipant({ entry, fitted, levelLost }: Candidate, participant: number): Fate {
    const there = this.#index.ofParticipant(participant)
    const [revision, held] = [entry.revision ?? 0, there?.revision ?? 0]
    if (there && revision < held) return { outcome: 'older', entry: there.id }
    if (there && revision === held && saysTheSame(there, entry)) return { outcome: 'already-there', entry: there.id }
    if (!there && this.#isFull) return { outcome: 'full', most: MOST_ENTRIES }
    const own = { ...entry, id: this.#nextId() }
    if (there) this.#replaced.set(there.id, there)
    this.#add(own)
    const as = { entry: own.id, fitted, levelLost }
    return there ? { outcome: 'replaced', before: there.id, ...as } : { outcome: 'taken', ...as }
  }

  get #isFull(): boolean {
    return this.#before.entries.length + this.#added.size - this.#replaced.size >= MOST_ENTRIES
  }

  #add(entry: CollectedEntry): void {
    this.#added.set(entry.id, entry)
    this.#index.add(entry)
  }
}

/** Takes every response that can be read, and gives each passage its outcome. */
function settle(read: Iterable<ReadCandidate>, take: (candidate: Candidate) => Fate): Outcome[] {
  const outcomes: Outcome[] = []
  for (const one of read) {
    if (outcomes.length === MOST_FOUND) {
      const { line } = one.ok ? one.candidate : one.outcome
      return [...outcomes, { line, excerpt: '', outcome: 'too-many', most: MOST_FOUND }]
    }
    if (!one.ok) outcomes.push(one.outcome)
    else outcomes.push({ line: one.candidate.line, excerpt: one.candidate.excerpt, ...take(one.candidate) })
  }
  return outcomes
}

function takeTable(taker: Taker, rows: readonly ReadCandidate[]): Outcome[] {
  const before = taker.countMarks()
  const seen = new Map<string, number>()
  // Two rows of one table are two people; rows that were there before the table are
  // the same rows again.
  const outcomes = settle(rows, (candidate) => {
    const { mark, participant } = candidate.entry
    if (participant !== null || mark === null) return taker.take(candidate)
    const index = seen.get(mark) ?? 0
    seen.set(mark, index + 1)
    const known = index < (before.get(mark) ?? 0) ? taker.marked(mark, index) : undefined
    return taker.takeMarked(candidate, known)
  })
  return outcomes.toSorted((one, other) => one.line - other.line)
}

function* readCodes(text: string, setting: CollectSetting): Generator<ReadCandidate> {
  const to = layoutOfWorkshop(setting)
  for (const found of findCodes(text, setting.layouts)) yield readFoundCode(found, setting, to)
}

/**
 * Takes in whatever a facilitator pasted, scanned, typed or dropped: any text with
 * codes in it, a response file, a survey tool's table, a raw export. README.md
 * beside this file says what counts once and what twice. Trusts nothing in the
 * text, and takes time in proportion to it.
 *
 * @param nextId gives a new entry's id, unique in this workshop
 * @throws RangeError where the workshop's questionnaire is not among the layouts.
 */
export function takeIn(collected: Collected, text: string, setting: CollectSetting, nextId: () => string): TakenIn {
  const to = layoutOfWorkshop(setting)
  const alone = (fate: Fate): TakenIn => ({
    collected,
    outcomes: [{ line: 1, excerpt: '', ...fate }],
    table: null,
  })
  if (text.length > LARGEST_SHEET) return alone({ outcome: 'too-large', most: LARGEST_SHEET })
  const takeBy = (settleWith: (taker: Taker) => Outcome[], sheet: TakenIn['table'] = null): TakenIn => {
    const taker = new Taker(collected, nextId)
    const outcomes = settleWith(taker)
    return { collected: taker.finish(), outcomes, table: sheet }
  }
  const json = readJson(text.replace(/^\ufeff/, '').trim(), setting, to)
  if (json.kind === 'one') return takeBy((taker) => settle([json.read], (candidate) => taker.take(candidate)))

  const table = readTable(json.kind === 'table' ? json.text : text, setting, to)
  if (table.ok) {
    const { rows, ignored, missing } = table
    return takeBy((taker) => takeTable(taker, rows), { ignored, missing })
  }
  const foreign = text.length > LARGEST_FILE ? null : readResponseCsv(text, setting.layouts)
  if (foreign?.ok) return alone({ outcome: 'other-questionnaire', questionnaire: foreign.layout.id })
  if (foreign?.issue.code === 'questionnaire')
    return alone({ outcome: 'other-questionnaire', questionnaire: foreign.issue.id })
  const [issue] = table.issues
  const isTable = issue && issue.code !== 'no-items' && issue.code !== 'empty' && issue.code !== 'heading-quotes'
  if (isTable) return alone({ outcome: 'table', issue })
  if (text.length > LONGEST_PASTE) return alone({ outcome: 'too-large', most: LONGEST_PASTE })
  const taken = takeBy((taker) => settle(readCodes(text, setting), (candidate) => taker.take(candidate)))
  return taken.outcomes.length > 0 ? taken : alone({ outcome: 'nothing-found' })
}

/**
 * Takes in several texts, one after the other, with the outcomes of each.
 *
 * @throws RangeError as `takeIn` does.
 */
export function takeInAll(
  collected: Collected,
  texts: readonly string[],
  setting: CollectSetting,
  nextId: () => string,
): { readonly collected: Collected; readonly taken: readonly TakenIn[] } {
  let latest = collected
  const taken = texts.map((text) => {
    const one = takeIn(latest, text, setting, nextId)
    latest = one.collected
    return one
  })
  return { collected: latest, taken }
}

/** Removes an entry from those that count. Its participant may hand over again. Never throws. */
export function removeEntry(collected: Collected, id: string): Collected {
  const removed = collected.entries.filter((entry) => entry.id === id)
  if (removed.length === 0) return collected
  const index = CollectedIndex.from(collected)
  for (const entry of removed) index.remove(entry)
  return index.giveTo({
    entries: collected.entries.filter((entry) => entry.id !== id),
    former: [...collected.former, ...removed],
  })
}

/** Counts a repeated response as another person's. The same spare counts once. Never throws. */
export function countAgain(collected: Collected, spare: CollectedEntry): Collected {
  const isThere = [...collected.entries, ...collected.former].some(({ id }) => id === spare.id)
  if (isThere || collected.entries.length >= MOST_ENTRIES) return collected
  const index = CollectedIndex.from(collected)
  index.add(spare)
  return index.giveTo({ ...collected, entries: [...collected.entries, spare] })
}
