import { hide, type Showing } from './printed.ts'
import { shownGroups, smallestShown } from './shown-groups.ts'
import { singlesOut } from './singles-out.ts'

/** Responses by entry id: those of a snapshot, or those in it with a score on one concept. A replaced response has a new id. */
export interface Members {
  readonly levels: readonly (readonly string[])[]
  readonly none: readonly string[]
}

/** Which groups may be shown, the room and the levels. */
export interface Shown {
  readonly room: Showing
  readonly levels: readonly Showing[]
}

/** Everybody in it. */
export function everybodyIn({ levels, none }: Members): string[] {
  return [...levels.flat(), ...none]
}

/** The entry ids of the groups that are shown, the room first. */
export function groupsOf(members: Members, shown: Shown): (readonly string[])[] {
  if (!shown.room.shown) return []
  return [everybodyIn(members), ...members.levels.filter((_, level) => shown.levels[level]!.shown)]
}

/** Which groups of a first snapshot may be shown, by their sizes. */
export function shownOf({ levels, none }: Members, k: number): Shown {
  return shownGroups({ levels: levels.map(({ length }) => length), none: none.length }, k)
}

/**
 * Which groups may be shown beside others that were printed before of the same
 * figure: by their sizes, less every level that would tell about fewer than k
 * people on its own, and then one level less, the smallest first, while all of
 * them together would tell about fewer than k people (`singlesOut`). Where
 * even the room would, nothing is shown.
 *
 * It decides for a concept in a later snapshot, on the people who have a score:
 * of five new people only four may.
 *
 * @param earlier every group of which this figure was printed before, by entry id
 */
export function shownBeside(earlier: readonly (readonly string[])[], members: Members, k: number): Shown {
  const byNumber = shownOf(members, k)
  if (!byNumber.room.shown) return byNumber
  const sizes = { levels: members.levels.map(({ length }) => length), none: members.none.length }
  const levels = byNumber.levels.map((level, index) =>
    level.shown && singlesOut([...earlier, members.levels[index]!], k) ? hide('would-reveal-others') : level,
  )
  const shown: Shown = { room: { shown: true }, levels }
  while (singlesOut([...earlier, ...groupsOf(members, shown)], k)) {
    const smallest = smallestShown(sizes, levels)
    if (smallest < 0) {
      const hidden = hide('would-reveal-others')
      return { room: hidden, levels: members.levels.map(() => hidden) }
    }
    levels[smallest] = hide('would-reveal-others')
  }
  return shown
}
