import { slicesInNoOrder } from '../workshop/collected.ts'
import { forgetCrowds } from '../workshop/crowds.ts'
import { entriesToShow } from '../workshop/entries-to-show.ts'
import { namingOf } from '../workshop/names-of.ts'
import { atOnce, type Piecework } from '../workshop/piecework.ts'
import type { KeptWorkshop } from '../workshop/workshop-file.ts'
import { decideSnapshot } from './decide-snapshot.ts'

/** In people: as many are sorted in a few milliseconds. */
const PIECE = 8000

/**
 * The workshop with its collection closed, and with a snapshot of what is collected
 * where one may be taken.
 *
 * @param takenOn the day, as 2026-11-22
 */
export const closeCollection = (...of: Parameters<typeof closingCollection>): KeptWorkshop =>
  atOnce(closingCollection(...of))

/** The same piece by piece. */
export function* closingCollection(kept: KeptWorkshop, takenOn: string): Piecework<KeptWorkshop> {
  const closed = { ...kept, closed: true }
  if (!decideSnapshot(kept).ok) return closed
  yield
  const entries: string[] = []
  let sorted = 0
  for (const slice of slicesInNoOrder(entriesToShow(kept))) {
    for (const { id } of slice) entries.push(id)
    if (entries.length - sorted < PIECE) continue
    sorted = entries.length
    yield
  }
  yield* namingOf(entries)
  return {
    ...forgetCrowds(closed),
    snapshots: [...kept.snapshots, { number: kept.snapshots.length + 1, takenOn, entries }],
  }
}
