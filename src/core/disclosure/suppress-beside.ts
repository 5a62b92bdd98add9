import { suppress, type Releasable } from './released.ts'
import { leavesOutNone, nextToSuppress, suppressGroups } from './suppress-groups.ts'
import { disclosesByDifferencing } from './discloses-by-differencing.ts'

/** Responses by entry id: those of a snapshot, or those in it with a score on one concept. A replaced response has a new id. */
export interface Members {
  readonly levels: readonly (readonly string[])[]
  readonly none: readonly string[]
}

/** The same by whatever stands for people. */
interface Groups<Id> {
  readonly levels: readonly Iterable<Id>[]
  readonly none: Iterable<Id>
}

/** The decision for each group: the room, and the levels. */
export interface ReleasedGroups {
  readonly room: Releasable
  readonly levels: readonly Releasable[]
}

/** The ids of everybody in it. */
export function everybodyIn({ levels, none }: Members): string[] {
  return ([] as string[]).concat(...levels, none)
}

/**
 * The members who count in the room: without those who gave no level where these
 * would hide a level (`leavesOutNone`), and were not counted before.
 *
 * @param earlier the members counted in earlier views
 */
function countMembers(members: Members, k: number, earlier: readonly Members[]): Members {
  const { levels, none } = members
  if (!leavesOutNone({ levels: levels.map(({ length }) => length), none: none.length }, k)) return members
  const before = new Set(earlier.flatMap((view) => view.none))
  return none.some((id) => before.has(id)) ? members : { levels, none: [] }
}

/** The members who count in each of several views, in the order they were taken. */
export function countViews(views: readonly Members[], k: number): Members[] {
  return views.reduce<Members[]>((counted, view) => [...counted, countMembers(view, k, counted)], [])
}

/** The entry ids of the groups that are released, the room first. */
export function groupsOf<Id>({ levels, none }: Groups<Id>, shown: ReleasedGroups): (readonly Id[])[] {
  if (!shown.room.shown) return []
  const all = levels.map((level) => [...level])
  return [([] as Id[]).concat(...all, [...none]), ...all.filter((_, level) => shown.levels[level]!.shown)]
}

/** The groups of a first snapshot that may be released, by their sizes. */
export function suppressBySize({ levels, none }: Members, k: number): ReleasedGroups {
  return suppressGroups({ levels: levels.map(({ length }) => length), none: none.length }, k)
}

/**
 * The groups that may be released beside those of which the same figure was
 * released before: decided by their sizes, less every level that would tell about
 * fewer than k people on its own, and then one level less (`nextToSuppress`),
 * while all of them together would tell about fewer than k people
 * (`disclosesByDifferencing`). Where even the room would, nothing is released.
 *
 * For a concept in a later snapshot it decides on the people with a score: of five
 * new people only four may have one.
 *
 * @param earlier every group of which this figure was released before, by entry id or
 * by whatever stands for people
 * @param sizeOf how many people an id stands for
 * @param may which levels may be shown at all (`showLevels`), where only some of those present have a part in the figure
 */
export function suppressBeside<Id>(
  earlier: readonly Iterable<Id>[],
  members: Groups<Id>,
  k: number,
  sizeOf: (id: Id) => number = () => 1,
  may?: readonly Releasable[],
): ReleasedGroups {
  const count = (group: Iterable<Id>) => [...group].reduce((sum, id) => sum + sizeOf(id), 0)
  const sizes = { levels: members.levels.map(count), none: count(members.none) }
  const byNumber = suppressGroups(sizes, k, may)
  // Alone, groups of k and more with a rest of none or k tell about no fewer.
  if (!byNumber.room.shown || earlier.length === 0) return byNumber
  const levels = byNumber.levels.map((level, index) =>
    level.shown && disclosesByDifferencing([...earlier, members.levels[index]!], k, sizeOf)
      ? suppress('would-reveal-others')
      : level,
  )
  const shown: ReleasedGroups = { room: { shown: true }, levels }
  while (disclosesByDifferencing([...earlier, ...groupsOf(members, shown)], k, sizeOf)) {
    const next = nextToSuppress(sizes, levels)
    if (next < 0) {
      const suppressed = suppress('would-reveal-others')
      return { room: suppressed, levels: members.levels.map(() => suppressed) }
    }
    levels[next] = suppress('would-reveal-others')
  }
  return shown
}
