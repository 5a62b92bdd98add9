import { CANT_TELL, type Answers } from '../response/response.ts'
import type { CollectedResponse } from './workshop.ts'

/** One response as it was taken in. It never changes; a later hand-over is another entry. */
export interface CollectedEntry extends CollectedResponse {
  /** Unique and permanent, so that a snapshot can name it. */
  readonly id: string
  /** The day the response was given, as 2026-11-22; `null` where a survey tool's table does not say. */
  readonly completedOn: string | null
  /**
   * How it arrived: in a hand-over code, in a row of a table, in a response's own
   * file, or in a result code without a participant number.
   */
  readonly via: 'code' | 'row' | 'file' | 'plain-code'
  /** How often this person had handed over, from 1; `null` without a participant number. */
  readonly revision: number | null
  /** Identifies a response whose person is not known (`markOf`); `null` where the person or the record is. */
  readonly mark: string | null
  /**
   * The person of a table's row: every identity that is known of them, sealed
   * (`sealIdentity`) behind its kind, the preferred first, with spaces between.
   */
  readonly person?: string
  /** The number that a survey tool gave the response, sealed, behind the survey from the second one on. */
  readonly record?: string
  /** The workshop's promises when this was handed over (`promisesOf`); absent where it came without. */
  readonly promises?: string
  /** With whom it arrived by itself, until the first view (`crowds.ts`). */
  readonly crowd?: number
}

/** The responses that a workshop has collected. */
export interface Collected {
  /** The entries that count. Their order means nothing and is not kept. */
  readonly entries: readonly CollectedEntry[]
  /** Entries that were removed, or replaced by a later hand-over, for the snapshots that name them. */
  readonly former: readonly CollectedEntry[]
}

export const NOTHING_COLLECTED: Collected = { entries: [], former: [] }

/**
 * Sorts entries by their ids, which are drawn at random. In the order of arrival
 * they could be matched to people by whoever saw them hand over.
 */
export const inNoOrder = <Entry extends Pick<CollectedEntry, 'id'>>(entries: readonly Entry[]): Entry[] =>
  entries.toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)))

/** In entries: a slice is written or kept within a frame. */
export const SLICE = 250

/**
 * The same in slices, so that a hundred thousand entries need no pause of the page:
 * they are sorted by the start of their ids first, then each start by itself.
 */
export function* slicesInNoOrder<Entry extends Pick<CollectedEntry, 'id'>>(
  entries: readonly Entry[],
): Generator<readonly Entry[]> {
  const byStart = new Map<string, Entry[]>()
  for (const entry of entries) {
    const start = entry.id.slice(0, 2)
    const own = byStart.get(start)
    if (own) own.push(entry)
    else byStart.set(start, [entry])
  }
  let slice: readonly Entry[] = []
  for (const [, own] of [...byStart].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    slice = [...slice, ...inNoOrder(own)]
    if (slice.length < SLICE) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}

/** The characters of an entry in the file of a workshop beside its answers and identities, and some to spare. */
const FRAME = 256

/** How many characters an entry takes at most in the file of a workshop. */
export function lengthOf({
  id,
  person = '',
  record = '',
  answers,
  guesses = {},
}: Pick<CollectedEntry, 'id' | 'person' | 'record' | 'answers' | 'guesses'>): number {
  let length = FRAME + id.length + person.length + record.length
  for (const given of [answers, guesses])
    for (const item in given) length += item.length + (given[item] === CANT_TELL ? 15 : 5)
  return length
}

type Content = Pick<CollectedEntry, 'level' | 'pace' | 'completedOn' | 'answers' | 'guesses'>

const sameAnswers = (one: Answers, other: Answers) => {
  const items = Object.keys(one)
  return items.length === Object.keys(other).length && items.every((item) => one[item] === other[item])
}

/** Whether two entries have the same content, however they arrived. */
export const saysTheSame = (one: Content, other: Content): boolean =>
  one.level === other.level &&
  one.pace === other.pace &&
  one.completedOn === other.completedOn &&
  sameAnswers(one.answers, other.answers) &&
  sameAnswers(one.guesses ?? {}, other.guesses ?? {})
