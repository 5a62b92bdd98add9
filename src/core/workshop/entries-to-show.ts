import type { CollectedEntry } from './collected.ts'
import { identitiesOf } from './people.ts'
import type { KeptWorkshop } from './workshop-file.ts'

/**
 * The responses that a new snapshot would be taken of. Whoever was in an earlier
 * snapshot and has replaced their answers since counts with the earlier ones: two
 * views that differ by one person's answers would tell them, and would have to hide
 * nearly everything instead (README.md of core/disclosure). Removed responses do
 * not count.
 */
export function entriesToShow({
  collected,
  snapshots,
}: Pick<KeptWorkshop, 'collected' | 'snapshots'>): readonly CollectedEntry[] {
  const shown = new Set(snapshots.flatMap(({ entries }) => entries))
  const earlier = new Map(
    collected.former
      .filter(({ id }) => shown.has(id))
      .flatMap((entry) => identitiesOf(entry).map((identity) => [identity, entry] as const)),
  )
  if (earlier.size === 0) return collected.entries
  const used = new Set<string>()
  return collected.entries.map((entry) => {
    if (shown.has(entry.id)) return entry
    const before = identitiesOf(entry)
      .map((identity) => earlier.get(identity))
      .find((one) => one !== undefined && !used.has(one.id))
    if (before) used.add(before.id)
    return before ?? entry
  })
}
