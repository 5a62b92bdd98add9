import type { Mapping } from '../files/mapping.ts'
import type { SetApart } from '../files/row-status.ts'
import type { CollectedEntry } from './collected.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/** Whether people who handed over codes may be in tables, too, as the facilitator has said. */
export type Mixing = 'others' | 'same'

/** What is known about who is who, beside the responses themselves. */
export interface PeopleRules {
  /** The workshop's key for identities. */
  readonly key: string
  /** `null` until the facilitator has said. */
  readonly mixing: Mixing | null
  /** The facilitator's answer to the question about a table: whether these are other people. */
  readonly areOthers?: boolean
  /** The rows to take in, of those that the tool does not count as responses; no other row is read then. */
  readonly admit?: SetApart
  /** What the facilitator has said that a table's columns and cells mean. */
  readonly mapping?: Mapping
}

/** How many more responses a level has than people were expected; levels count from 0. */
interface Surplus {
  readonly group: number
  readonly more: number
}

/** Whether an entry is a row of a survey tool's table, in which people have no participant number. */
export const isRow = ({ via, participant, completedOn }: CollectedEntry): boolean =>
  // Workshops of earlier releases say "file" of rows, too, without a day.
  via === 'row' || (via === 'file' && participant === null && completedOn === null)

/**
 * How the person of a row is known: by the kind of their identity, by the number of
 * their response, or not at all. People of two kinds cannot be told apart.
 */
export function rowKind({ person, record }: Pick<CollectedEntry, 'person' | 'record'>): string {
  if (person !== undefined) return person.slice(0, person.indexOf(':'))
  return record === undefined ? 'unknown' : 'record'
}

/** What makes two entries one person's; `null` where nothing does. */
export const identityOf = (entry: Pick<CollectedEntry, 'participant' | 'person' | 'record'>): string | null =>
  identitiesOf(entry)[0] ?? null

/** Everything by which an entry's person is known again. */
export function identitiesOf({
  participant,
  person,
  record,
}: Pick<CollectedEntry, 'participant' | 'person' | 'record'>): readonly string[] {
  if (participant !== null) return [`participant:${participant}`]
  return [...(person === undefined ? [] : [person]), ...(record === undefined ? [] : [`record:${record}`])]
}

/**
 * The levels with more responses than people expected, and more than the
 * facilitator has said are of different people, each with how many more. A level
 * without an expected number has no bound.
 */
export function beyondExpected({ expected, collected, vouched }: KeptWorkshop): readonly Surplus[] {
  return expected.flatMap((people, level) => {
    if (people === null) return []
    const count = collected.entries.filter((entry) => entry.level === level).length
    return count > Math.max(people, vouched?.[level] ?? 0) ? [{ group: level, more: count - people }] : []
  })
}

/** A workshop whose responses the facilitator has said to be of as many people. */
export function vouchFor(kept: KeptWorkshop): KeptWorkshop {
  const count = (level: number) => kept.collected.entries.filter((entry) => entry.level === level).length
  return { ...kept, vouched: kept.workshop.levels.map((_, level) => count(level)) }
}
