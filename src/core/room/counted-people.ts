import type { Releasable } from '../disclosure/released.ts'
import { countGroups, showLevels, type Counting, type GroupSizes } from '../disclosure/suppress-groups.ts'
import { peopleIn } from './kinds-of.ts'
import { everybody, type RoomPeople } from './room-data.ts'

/** How many people are in each group of kinds. */
export function sizesIn({ levels, none }: RoomPeople, sizes: ArrayLike<number>): GroupSizes {
  return { levels: levels.map((level) => peopleIn(level, sizes)), none: peopleIn(none, sizes) }
}

/** The same groups with nobody in those that do not count. */
export function countOnly({ levels, none }: RoomPeople, counting: Counting): RoomPeople {
  const nobody = new Int32Array()
  return {
    levels: levels.map((level, index) => (counting.levels[index]! ? level : nobody)),
    none: counting.none ? none : nobody,
  }
}

/**
 * Which groups count in a figure (`countGroups`). Whoever was counted in an earlier view
 * of the figure goes on to count, because it could not be shown again without them.
 *
 * @param people everybody who has a part in the figure, by kind
 * @param sizes how many of each kind have
 * @param may which levels may be shown at all (`showLevels`)
 * @param earlier the people counted in the earlier views that released it
 */
export function whoCounts(
  people: RoomPeople,
  sizes: ArrayLike<number>,
  may: readonly Releasable[],
  k: number,
  earlier: readonly RoomPeople[],
): Counting {
  const counting = countGroups(sizesIn(people, sizes), k, may)
  if (earlier.length === 0 || (counting.none && counting.levels.every(Boolean))) return counting
  const outside = countOnly(people, { levels: counting.levels.map((counts) => !counts), none: !counting.none })
  const kinds = everybody(outside)
  const goesOn =
    kinds.length > 0 &&
    earlier.some(({ levels, none }) => [...levels, none].some((group) => kinds.some((kind) => group.includes(kind))))
  return goesOn ? { levels: counting.levels.map(() => true), none: true } : counting
}

/** Which levels may be shown at all of everybody who is present (`showLevels`). */
export const levelsToShow = (present: RoomPeople, sizes: ArrayLike<number>, k: number) =>
  showLevels(sizesIn(present, sizes), k)

/** The people who count in each of several snapshots, by everybody who is in them. */
export function countedViews(snapshots: readonly RoomPeople[], sizes: ArrayLike<number>, k: number): RoomPeople[] {
  return snapshots.reduce<RoomPeople[]>(
    (counted, view) => [...counted, countOnly(view, whoCounts(view, sizes, levelsToShow(view, sizes, k), k, counted))],
    [],
  )
}
