import type { CollectedEntry } from './collected.ts'
import { sealIdentity } from './identity.ts'
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

/** Tombstones that were made ahead under one key (`sealAhead`), by the ids of their entries. */
let ahead: { readonly key: string; readonly stones: Map<string, Stones & { readonly of: Known }> } | null = null

const isSame = (one: Known, other: Known) =>
  one === other ||
  (one.participant === other.participant &&
    one.person === other.person &&
    one.record === other.record &&
    one.mark === other.mark)

/** Makes the tombstones of an entry ahead of when they are needed. Those of one that two states have are made once. */
export function rememberStones(entry: Known & Pick<CollectedEntry, 'id'>, key: string): void {
  if (ahead?.key !== key) ahead = { key, stones: new Map() }
  const { id } = entry
  const known = ahead.stones.get(id)
  if (known && isSame(known.of, entry)) return
  const own = identitiesFor(entry).map((identity) => sealIdentity(key, identity))
  ahead.stones.set(id, { of: entry, own, inView: [...own, sealIdentity(key, inView(id))] })
}

export const forgetStones = (): void => void (ahead = null)

function madeAhead(entry: Known & Partial<Pick<CollectedEntry, 'id'>>, key: string): Stones | undefined {
  if (ahead?.key !== key || entry.id === undefined) return undefined
  const known = ahead.stones.get(entry.id)
  return known && isSame(known.of, entry) ? known : undefined
}

/** The tombstone of what was shown in a view. */
export const sealOfEntry = (id: string, key: string): string =>
  (ahead?.key === key ? ahead.stones.get(id)?.inView.at(-1) : undefined) ?? sealIdentity(key, inView(id))

/**
 * The tombstones of an entry: everything by which it would be known again, sealed under
 * the workshop's key. Whoever has the code or the table can tell that it was taken
 * out; nobody can read from them who it was or what was answered.
 */
export const tombstonesOf = (entry: Known & Partial<Pick<CollectedEntry, 'id'>>, key: string): readonly string[] =>
  madeAhead(entry, key)?.own ?? identitiesFor(entry).map((identity) => sealIdentity(key, identity))

/** The tombstones of somebody whose answers are in a view, and are here no more: of the person, and of what was shown. */
export const stonesInView = (shown: Known & Pick<CollectedEntry, 'id'>, key: string): readonly string[] =>
  madeAhead(shown, key)?.inView ?? [...tombstonesOf(shown, key), sealOfEntry(shown.id, key)]
