import type { CollectedEntry } from './collected.ts'
import { forgetSeals, rememberSeal, sealIdentity } from './identity.ts'
import { identitiesOf } from './people.ts'

type Known = Pick<CollectedEntry, 'participant' | 'person' | 'record' | 'mark'>

/** Everything by which an entry would be known again. */
const identitiesFor = (entry: Known): readonly string[] => [
  ...identitiesOf(entry),
  ...(entry.mark === null ? [] : [`mark:${entry.mark}`]),
]

const inView = (id: string) => `entry:${id}`

/** The tombstones of an entry, and those with what it is in a view. */
interface Stones {
  readonly own: readonly string[]
  readonly inView: readonly string[]
}

/** Tombstones of entries that were made ahead under one key (`sealAhead`). */
let ahead: { readonly key: string; readonly stones: Map<Known, Stones> } | null = null

/** Makes the tombstones of an entry ahead of when they are needed. */
export function rememberStones(entry: Known & Pick<CollectedEntry, 'id'>, key: string): void {
  const identities = [...identitiesFor(entry), inView(entry.id)]
  for (const identity of identities) rememberSeal(key, identity)
  const stones = identities.map((identity) => sealIdentity(key, identity))
  if (ahead?.key !== key) ahead = { key, stones: new Map() }
  ahead.stones.set(entry, { own: stones.slice(0, -1), inView: stones })
}

export function forgetStones(): void {
  ahead = null
  forgetSeals()
}

const madeAhead = (entry: Known, key: string): Stones | undefined =>
  ahead?.key === key ? ahead.stones.get(entry) : undefined

/** The tombstone of what was shown in a view. */
export const sealOfEntry = (id: string, key: string): string => sealIdentity(key, inView(id))

/**
 * The tombstones of an entry: everything by which it would be known again, sealed under
 * the workshop's key. Whoever has the code or the table can tell that it was taken
 * out; nobody can read from them who it was or what was answered.
 */
export const tombstonesOf = (entry: Known, key: string): readonly string[] =>
  madeAhead(entry, key)?.own ?? identitiesFor(entry).map((identity) => sealIdentity(key, identity))

/** The tombstones of somebody whose answers are in a view, and are here no more: of the person, and of what was shown. */
export const stonesInView = (shown: Known & Pick<CollectedEntry, 'id'>, key: string): readonly string[] =>
  madeAhead(shown, key)?.inView ?? [...tombstonesOf(shown, key), sealOfEntry(shown.id, key)]
