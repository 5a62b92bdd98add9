import { MOST_NAMED, MOST_SNAPSHOTS } from '../bounds/bounds.ts'
import { nextSnapshot, type SnapshotDecision } from '../disclosure/next-snapshot.ts'
import { entriesToShow } from '../workshop/entries-to-show.ts'
import type { KeptWorkshop } from '../workshop/workshop-file.ts'
import { beyondExpected } from '../workshop/people.ts'
import { namesOf } from '../workshop/names-of.ts'
import { viewsBeside } from '../workshop/views-beside.ts'
import { membersOf } from './members-of.ts'

/**
 * Whether a workshop's responses may be shown now, beside everything that was shown
 * of it before. A `group` in `missing` is the room, or a level by its index.
 */
export function decideSnapshot(kept: KeptWorkshop): SnapshotDecision {
  const decided = alreadyDecided.get(kept) ?? decide(kept)
  alreadyDecided.set(kept, decided)
  return decided
}

/** Of states that were asked about before: a state never changes. */
const alreadyDecided = new WeakMap<KeptWorkshop, SnapshotDecision>()

function decide(kept: KeptWorkshop): SnapshotDecision {
  const { workshop, collected, snapshots } = kept
  const beyond = beyondExpected(kept)
  if (beyond.length > 0) return { ok: false, why: 'more-than-expected', missing: beyond }
  const toShow = entriesToShow(kept)
  const named = snapshots.reduce((sum, snapshot) => sum + snapshot.entries.length, toShow.length)
  if (snapshots.length >= MOST_SNAPSHOTS || named > MOST_NAMED) return { ok: false, why: 'too-many-views', missing: [] }
  const entries = [...collected.entries, ...collected.former]
  const beside = viewsBeside(
    snapshots,
    toShow.map(({ id }) => id),
  )
  const earlier = beside.map((snapshot) => {
    const own = namesOf(snapshot.entries)
    return membersOf(
      entries.filter(({ id }) => own.has(id)),
      workshop,
    )
  })
  const now = membersOf(toShow, workshop)
  return nextSnapshot(earlier, now, workshop.smallestGroup)
}
