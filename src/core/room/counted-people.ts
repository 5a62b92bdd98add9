import { leavesOutNone } from '../disclosure/suppress-groups.ts'
import { peopleIn } from './kinds-of.ts'
import type { RoomPeople } from './room-data.ts'

/**
 * The people who count in a figure: without those who gave no level where these
 * would hide a level (`leavesOutNone`). Whoever was counted in an earlier view of the
 * figure goes on to count, because it could not be shown again without them.
 *
 * @param people everybody who has a part in the figure, by kind
 * @param sizes how many of each kind have
 * @param earlier the people counted in the earlier views that released it
 */
export function countedPeople(
  people: RoomPeople,
  sizes: ArrayLike<number>,
  k: number,
  earlier: readonly RoomPeople[],
): RoomPeople {
  const { levels, none } = people
  const sized = { levels: levels.map((level) => peopleIn(level, sizes)), none: peopleIn(none, sizes) }
  if (!leavesOutNone(sized, k)) return people
  const before = new Set(earlier.flatMap((view) => [...view.none]))
  return none.some((kind) => before.has(kind)) ? people : { levels, none: new Int32Array() }
}

/** The people who count in each of several snapshots, by everybody who is in them. */
export function countedViews(snapshots: readonly RoomPeople[], sizes: ArrayLike<number>, k: number): RoomPeople[] {
  return snapshots.reduce<RoomPeople[]>((counted, view) => [...counted, countedPeople(view, sizes, k, counted)], [])
}
