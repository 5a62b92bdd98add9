import type { Mapping } from '../files/mapping.ts'
import type { SetApart } from '../files/row-status.ts'
import { kindOfIdentity } from '../files/same-person.ts'
import type { CollectedEntry } from './collected.ts'
import { countingEntries } from './crowds.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/** Whether people who handed over codes may be in tables, too, as the facilitator has said. */
export type Mixing = 'others' | 'same'

/** Knowledge about which responses are of the same people, beside the responses themselves. */
export interface PeopleRules {
  /** The workshop's key for identities. */
  readonly key: string
  /** `null` until the facilitator has said. */
  readonly mixing: Mixing | null
  /** The tombstones of what was taken out. */
  readonly takenOut?: ReadonlySet<string>
  /** The facilitator's answer to a question about a table: whether these are other people. */
  readonly said?: { readonly about: 'other-people' | 'other-survey'; readonly areOthers: boolean }
  /** The rows to take in, of those that the tool does not count as responses; no other row is read then. */
  readonly admit?: SetApart
  /** The meanings that the facilitator has given a table's columns and cells. */
  readonly mapping?: Mapping
  /** The crowd that answers arriving by themselves belong to now. */
  readonly crowd?: number
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

type Known = Pick<CollectedEntry, 'person' | 'record'>

/** The sealed identities of a row's person, each behind its kind. */
export const personsOf = ({ person }: Pick<CollectedEntry, 'person'>): readonly string[] => person?.split(' ') ?? []

/**
 * How the person of a row is known: by identities of these kinds, by the number of
 * the response, or not at all. People who are known in no common way cannot be told
 * apart.
 */
export function rowKind(row: Known): string {
  if (row.person !== undefined) return personsOf(row).map(kindOfIdentity).join(' ')
  return row.record === undefined ? 'unknown' : 'record'
}

/** Everything by which an entry's person is known again. */
export function identitiesOf(entry: Pick<CollectedEntry, 'participant' | 'person' | 'record'>): readonly string[] {
  const { participant, record } = entry
  if (participant !== null) return [`participant:${participant}`]
  return [...personsOf(entry), ...(record === undefined ? [] : [`record:${record}`])]
}

/** The marks that tell people in a workshop apart: the number of a response only where nothing else is known. */
export const tellingIdentities = (
  entry: Pick<CollectedEntry, 'participant' | 'person' | 'record'>,
): readonly string[] =>
  entry.participant === null && entry.person !== undefined ? personsOf(entry) : identitiesOf(entry)

/**
 * The levels with more responses than people expected, and more than the
 * facilitator has said are of different people, each with how many more. A level
 * without an expected number has no bound.
 */
export function beyondExpected(kept: KeptWorkshop): readonly Surplus[] {
  const { expected, vouched } = kept
  const entries = countingEntries(kept)
  return expected.flatMap((people, level) => {
    if (people === null) return []
    const count = entries.filter((entry) => entry.level === level).length
    return count > Math.max(people, vouched?.[level] ?? 0) ? [{ group: level, more: count - people }] : []
  })
}

/** A workshop whose responses the facilitator has said to be of as many people. */
export function vouchFor(kept: KeptWorkshop): KeptWorkshop {
  const entries = countingEntries(kept)
  const count = (level: number) => entries.filter((entry) => entry.level === level).length
  return { ...kept, vouched: kept.workshop.levels.map((_, level) => count(level)) }
}
