import { isCheck } from './check-terms.ts'
import { NOTHING_COLLECTED, type CollectedEntry } from './collected.ts'
import { markOfLeader } from './leader-mark.ts'
import { stonesInView } from './tombstones.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/**
 * The remains of a deleted workshop: its number and terms, and by tombstones who
 * was in which view and whose answers were taken out. A file of it that is imported
 * later is bound by that. There is no name, no answer, no figure and no key in it.
 *
 * @param newKey a key for workshops that have none yet
 * @returns `null` where nothing was shown or taken out. Never throws.
 */
export function ledgerOf(kept: KeptWorkshop, newKey: string): KeptWorkshop | null {
  const { collected, snapshots, takenOut = [] } = kept
  const { live: _room, ...workshop } = kept.workshop
  if (snapshots.length === 0 && takenOut.length === 0) return null
  const identityKey = kept.identityKey ?? newKey
  // Whether it was the leader's own device stays, since all that are kept there are one leader's.
  const { check } = workshop
  const bare = check ? { check: { leader: workshop.id, keeper: check.keeper === '' ? '' : workshop.id } } : {}
  const leader = isCheck(workshop) ? { leader: { mark: markOfLeader(workshop, identityKey) } } : {}
  const entries = new Map<string, CollectedEntry>()
  for (const list of [collected.entries, collected.former]) for (const entry of list) entries.set(entry.id, entry)
  return {
    workshop: { ...workshop, name: workshop.id, client: '', ...bare },
    expected: workshop.levels.map(() => null),
    collected: NOTHING_COLLECTED,
    snapshots: snapshots.map(({ entries: own, gone = [], ...view }) => {
      const shown = own.flatMap((id) => entries.get(id) ?? [])
      return {
        ...view,
        entries: [],
        gone: [...gone, ...shown.map((entry) => stonesInView(entry, identityKey))],
      }
    }),
    closed: true,
    deleted: true,
    identityKey,
    takenOut,
    ...leader,
  }
}
