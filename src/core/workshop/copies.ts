import type { CollectedEntry } from './collected.ts'
import { identitiesOf } from './people.ts'
import { withViewsOf } from './united-views.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/** The ids of everybody who is in a workshop, or in a view of it. */
function namesIn({ collected: { entries, former }, snapshots }: KeptWorkshop): Set<string> {
  const names = new Set<string>()
  for (const list of [entries, former]) for (const { id } of list) names.add(id)
  for (const view of snapshots) for (const id of view.entries) names.add(id)
  return names
}

/**
 * Whether one of two workshops began as a copy of the other (`copyUnder`): they have
 * people in common, or the key of identities, which a ledger keeps.
 */
export function areCopies(one: KeptWorkshop, other: KeptWorkshop): boolean {
  if (one.workshop.id === other.workshop.id) return false
  if (one.identityKey !== undefined && one.identityKey === other.identityKey) return true
  const names = namesIn(one)
  return [...namesIn(other)].some((name) => names.has(name))
}

/**
 * A workshop with the views that copies of it have shown, which bind it: a view of its
 * own could differ from one of them by one person. Never throws.
 *
 * @param others workshops and ledgers, copies or not
 * @param newKey a key for workshops that have none yet
 */
export const boundByCopies = (kept: KeptWorkshop, others: readonly KeptWorkshop[], newKey: string): KeptWorkshop =>
  others.filter((other) => areCopies(kept, other)).reduce((bound, copy) => withViewsOf(copy, bound, newKey), kept)

/** The response in a copy of the person whose this one is; `undefined` for none. */
export function inCopy(entry: CollectedEntry, { collected }: KeptWorkshop): CollectedEntry | undefined {
  const own = new Set(identitiesOf(entry))
  return collected.entries.find((one) => one.id === entry.id || identitiesOf(one).some((identity) => own.has(identity)))
}
