import type { CollectedEntry } from './collected.ts'
import { countingEntries } from './crowds.ts'
import { namedIn, namesOf } from './names-of.ts'
import { identitiesOf } from './people.ts'
import { isPast, type Snapshot } from './snapshot.ts'
import { tombstonesOf } from './tombstones.ts'
import { connectedViews } from './views-beside.ts'
import type { KeptWorkshop } from './workshop-file.ts'
import { FoundOf } from './found-of.ts'

type Shown = Pick<KeptWorkshop, 'collected' | 'setAside' | 'snapshots' | 'identityKey'>

/**
 * The responses with which people would be in a new snapshot, one for each that counts,
 * in the same order. Whoever was in an earlier snapshot and has replaced their answers
 * since counts with the earlier ones: two views that differ by one person's answers
 * would tell them, and would have to hide nearly everything instead (README.md of
 * core/disclosure).
 */
function shownAs(kept: Shown): readonly CollectedEntry[] {
  const { collected, snapshots } = kept
  const entries = countingEntries(kept)
  if (collected.former.length === 0 || snapshots.length === 0) return entries
  const isShown = namedIn(snapshots.map((snapshot) => snapshot.entries))
  const earlier = new Map(
    collected.former
      .filter(({ id }) => isShown(id))
      .flatMap((entry) => identitiesOf(entry).map((identity) => [identity, entry] as const)),
  )
  if (earlier.size === 0) return entries
  const used = new Set<string>()
  return entries.map((entry) => {
    if (isShown(entry.id)) return entry
    const before = identitiesOf(entry)
      .map((identity) => earlier.get(identity))
      .find((one) => one !== undefined && !used.has(one.id))
    if (before) used.add(before.id)
    return before ?? entry
  })
}

/**
 * The responses that a new snapshot would be taken of: as `shownAs`, less whoever is in
 * a view of which somebody's answers were taken out, or in one connected with it. Added
 * and subtracted, such views could tell what nobody can check any more.
 */
export function entriesToShow(kept: Shown): readonly CollectedEntry[] {
  const known = alreadyFound.get(kept.collected.entries)
  if (known && isSame(known.of, kept)) return known.entries
  const entries = findEntriesToShow(kept)
  alreadyFound.set(kept.collected.entries, { of: kept, entries })
  return entries
}

/** A cache: the entries found last, by their responses, which never change. A hundred thousand take a while to find. */
const alreadyFound = new FoundOf<object, { readonly of: Shown; readonly entries: readonly CollectedEntry[] }>()

const isSame = (one: Shown, other: Shown): boolean =>
  one.collected.entries === other.collected.entries &&
  one.collected.former === other.collected.former &&
  one.snapshots === other.snapshots &&
  one.setAside === other.setAside &&
  one.identityKey === other.identityKey

function findEntriesToShow(kept: Shown): readonly CollectedEntry[] {
  const { snapshots, identityKey: key } = kept
  const past = snapshots.filter(isPast)
  if (past.length === 0) return shownAs(kept)
  const named = past.flatMap(({ entries }) => entries)
  const here = new Set([...named, ...connectedViews(snapshots, named).flatMap(({ entries }) => entries)])
  const gone = new Set(past.flatMap(({ gone: people = [] }) => people.flat()))
  const isIn = (entry: CollectedEntry) =>
    here.has(entry.id) || (key !== undefined && tombstonesOf(entry, key).some((stone) => gone.has(stone)))
  return shownAs(kept).filter((entry) => !isIn(entry))
}

/** Finds out whether an entry that counts is of somebody who is in an earlier view. */
export function entriesInViews(kept: Shown): (id: string) => boolean {
  const isShown = namedIn(kept.snapshots.map(({ entries }) => entries))
  const as = shownAs(kept)
  const entries = countingEntries(kept)
  const replaced = new Set(entries.flatMap(({ id }, at) => (as[at] !== entries[at] ? [id] : [])))
  return (id) => replaced.has(id) || isShown(id)
}

/** The snapshot of exactly what is collected now, once collection is closed. */
export function currentSnapshot(kept: Shown & Pick<KeptWorkshop, 'closed'>): Snapshot | null {
  const last = kept.snapshots.at(-1)
  if (!kept.closed || !last || isPast(last) || last.elsewhere) return null
  const toShow = entriesToShow(kept)
  if (last.entries.length !== toShow.length) return null
  const shown = namesOf(last.entries)
  return toShow.every(({ id }) => shown.has(id)) ? last : null
}
