import { releaseCantTell, type ReleasedRoomCount } from '../disclosure/release-cant-tell.ts'
import { suppress, type Released } from '../disclosure/released.ts'
import { cohortHistory, type Cohorts } from './cohort-history.ts'
import { countOnly, levelsToShow, sizesIn, whoCounts } from './counted-people.ts'
import type { Kinds } from './kinds-of.ts'
import { everybody, type RoomPeople } from './room-data.ts'

export interface ReleasedSight {
  readonly room: Released<ReleasedRoomCount>
  readonly levels: readonly Released<ReleasedRoomCount>[]
}

function releaseSight(
  { cohorts, left }: Cohorts,
  sizes: Int32Array,
  unseen: Int32Array,
  answering: Int32Array | undefined,
  k: number,
): ReleasedSight {
  const counted = cohorts.map((cohort) => ({
    sizes: sizesIn(cohort, sizes),
    counts: sizesIn(cohort, unseen),
    ...(answering ? { answered: sizesIn(cohort, answering) } : {}),
  }))
  const present = counted.filter((cohort) => [...cohort.sizes.levels, cohort.sizes.none].some((size) => size > 0))
  return releaseCantTell(present.length > 0 ? present : counted.slice(0, 1), left, k)
}

/**
 * How many could not tell an item in each of these snapshots, beside the releases of the
 * earlier ones. A view that told how many answered the item makes whoever joins later a
 * cohort apart as well: where all of the first answered, those who could not tell are
 * among the others.
 *
 * @param sizes how many people are of each kind
 * @param unseen how many of them could not tell
 * @param told for each snapshot, whether something was told of the item's answers
 * @param answering how many of each kind answered otherwise, where their number may be told
 */
export function releaseSightOver(
  sizes: Int32Array,
  unseen: Int32Array,
  snapshots: readonly RoomPeople[],
  told: readonly boolean[],
  k: number,
  answering?: Int32Array,
): ReleasedSight[] {
  const released: RoomPeople[] = []
  const history = cohortHistory()
  return snapshots.map((everyone, number) => {
    const people = countOnly(everyone, whoCounts(everyone, sizes, levelsToShow(everyone, sizes, k), k, released))
    const view = releaseSight(history.divide(people), sizes, unseen, answering, k)
    if (told[number] || [view.room, ...view.levels].some(({ shown }) => shown)) {
      released.push(people)
      history.add(people)
    }
    return view
  })
}

/** How many in the last snapshot are flagged, of the room alone and by the rules for *can't tell*. */
export function countFlagged(
  { sizes, flagged }: Pick<Kinds, 'sizes' | 'flagged'>,
  snapshots: readonly RoomPeople[],
  k: number,
): Released<ReleasedRoomCount> {
  const together = snapshots.map((people) => ({ levels: [], none: everybody(people) }))
  const counts = sizes.map((size, kind) => size * flagged[kind]!)
  return releaseSightOver(sizes, counts, together, [], k).at(-1)?.room ?? suppress('too-few')
}
