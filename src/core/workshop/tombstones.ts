import type { CollectedEntry } from './collected.ts'
import { sealIdentity } from './identity.ts'
import { identitiesOf } from './people.ts'

type Known = Pick<CollectedEntry, 'participant' | 'person' | 'record' | 'mark'>

/** Everything by which an entry would be known again. */
const identitiesFor = (entry: Known): readonly string[] => [
  ...identitiesOf(entry),
  ...(entry.mark === null ? [] : [`mark:${entry.mark}`]),
]

/** The same, and what it is in a view. */
export const identitiesInView = (entry: Known & Pick<CollectedEntry, 'id'>): readonly string[] => [
  ...identitiesFor(entry),
  `entry:${entry.id}`,
]

/**
 * The tombstones of an entry: everything by which it would be known again, sealed under
 * the workshop's key. Whoever has the code or the table can tell that it was taken
 * out; nobody can read from them who it was or what was answered.
 */
export const tombstonesOf = (entry: Known, key: string): readonly string[] =>
  identitiesFor(entry).map((identity) => sealIdentity(key, identity))
