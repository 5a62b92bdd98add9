import { fewestBeside } from '../disclosure/number-open.ts'
import { releaseCantTell, type ReleasedRoomCount } from '../disclosure/release-cant-tell.ts'
import { suppress, type Released } from '../disclosure/released.ts'
import { cohortHistory, type Cohorts } from './cohort-history.ts'
import { countOnly, levelsToShow, sizesIn, whoCounts } from './counted-people.ts'
import type { Kinds } from './kinds-of.ts'
import type { Told } from './release-items.ts'
import { everybody, type RoomPeople } from './room-data.ts'

export interface ReleasedSight {
  readonly room: Released<ReleasedRoomCount>
  readonly levels: readonly Released<ReleasedRoomCount>[]
}

/** The people of a figure's views, everybody and those who count in it, and of which views the number who answered was told by itself. */
interface Seen {
  readonly counted: Cohorts
  readonly everyone: readonly RoomPeople[]
  readonly apart: readonly boolean[]
}

function releaseSight(
  { counted: { cohorts, left }, everyone, apart }: Seen,
  sizes: Int32Array,
  unseen: Int32Array,
  answering: Int32Array | undefined,
  k: number,
  fewest?: number,
): ReleasedSight {
  const counted = cohorts.map((cohort, at) => ({
    sizes: sizesIn(cohort, sizes),
    counts: sizesIn(cohort, unseen),
    isApart: apart[at] ?? true,
    ...(answering
      ? { answering: { sizes: sizesIn(everyone[at]!, sizes), answered: sizesIn(everyone[at]!, answering) } }
      : {}),
  }))
  const present = counted.filter((cohort) => [...cohort.sizes.levels, cohort.sizes.none].some((size) => size > 0))
  return releaseCantTell(present.length > 0 ? present : counted.slice(0, 1), left, k, fewest)
}

/**
 * How many could not tell an item in each of these snapshots, beside the releases of the
 * earlier ones. A view that told how many answered the item makes whoever joins later a
 * cohort apart as well: where all of the first answered, those who could not tell are
 * among the others.
 *
 * @param sizes how many people are of each kind
 * @param unseen how many of them could not tell
 * @param told for each snapshot, what was told of how many answered the item
 * @param answering how many of each kind answered otherwise, where their number may be told
 */
export function releaseSightOver(
  sizes: Int32Array,
  unseen: Int32Array,
  snapshots: readonly RoomPeople[],
  told: readonly Told[],
  k: number,
  answering?: Int32Array,
): ReleasedSight[] {
  const released: RoomPeople[] = []
  const history = cohortHistory()
  /** Of everybody in the same views, whether they count or not. */
  const present = cohortHistory()
  const apart: boolean[] = []
  let fewest = k
  return snapshots.map((everyone, number) => {
    const people = countOnly(everyone, whoCounts(everyone, sizes, levelsToShow(everyone, sizes, k), k, released))
    const by = told[number] ?? 'nothing'
    const seen = { counted: history.divide(people), everyone: present.divide(everyone).cohorts, apart }
    const view = releaseSight(seen, sizes, unseen, answering, k, by === 'too-few' ? fewest : undefined)
    if (by === 'too-few') fewest = Math.max(fewest, fewestBeside(sizesIn(everyone, sizes), k))
    if (by !== 'nothing' || [view.room, ...view.levels].some(({ shown }) => shown)) {
      released.push(people)
      history.add(people)
      present.add(everyone)
      apart.push(by === 'something')
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
