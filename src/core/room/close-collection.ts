import { slicesInNoOrder } from '../workshop/collected.ts'
import { forgetCrowds } from '../workshop/crowds.ts'
import { entriesToShow } from '../workshop/entries-to-show.ts'
import type { KeptWorkshop } from '../workshop/workshop-file.ts'
import { decideSnapshot } from './decide-snapshot.ts'

/**
 * The workshop with its collection closed, and with a snapshot of what is collected
 * where one may be taken.
 *
 * @param takenOn the day, as 2026-11-22
 */
export function closeCollection(kept: KeptWorkshop, takenOn: string): KeptWorkshop {
  const closed = { ...kept, closed: true }
  if (!decideSnapshot(kept).ok) return closed
  const entries = [...slicesInNoOrder(entriesToShow(kept))].flat().map(({ id }) => id)
  return {
    ...forgetCrowds(closed),
    snapshots: [...kept.snapshots, { number: kept.snapshots.length + 1, takenOn, entries }],
  }
}
