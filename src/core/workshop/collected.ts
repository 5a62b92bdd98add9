import type { Answers } from '../response/response.ts'
import type { CollectedResponse } from './workshop.ts'

/** One response as it was taken in. What is in it never changes; a later hand-over is another entry. */
export interface CollectedEntry extends CollectedResponse {
  /** Its own for good, so that a snapshot can name it. */
  readonly id: string
  /** The day it was given, as 2026-11-22; `null` where a survey tool's table does not say. */
  readonly completedOn: string | null
  /** How it came: in a hand-over code, in a row or a file, or in a result code without a participant number. */
  readonly via: 'code' | 'file' | 'plain-code'
  /** How often this person had handed over, from 1; `null` without a participant number. */
  readonly revision: number | null
  /** What it is known again by without a participant number; `null` with one. */
  readonly mark: string | null
}

/** What a workshop has collected. */
export interface Collected {
  /** Those that count. Their order says nothing and is not kept. */
  readonly entries: readonly CollectedEntry[]
  /** Those that were removed, or that a later hand-over took the place of, for snapshots that name them. */
  readonly former: readonly CollectedEntry[]
}

/** The most responses that count in one workshop: more is not read again. */
export const MOST_ENTRIES = 20_000

export const NOTHING_COLLECTED: Collected = { entries: [], former: [] }

/**
 * Entries by their ids, which are drawn at random. Whoever saw the order in which
 * people handed over could tell whose is whose, if entries left in that order.
 */
export const inNoOrder = <Entry extends Pick<CollectedEntry, 'id'>>(entries: readonly Entry[]): Entry[] =>
  entries.toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)))

type Content = Pick<CollectedEntry, 'level' | 'pace' | 'completedOn' | 'answers'>

const sameAnswers = (one: Answers, other: Answers) => {
  const items = Object.keys(one)
  return items.length === Object.keys(other).length && items.every((item) => one[item] === other[item])
}

/** Whether two entries say the same, however they came. */
export const saysTheSame = (one: Content, other: Content): boolean =>
  one.level === other.level &&
  one.pace === other.pace &&
  one.completedOn === other.completedOn &&
  sameAnswers(one.answers, other.answers)
