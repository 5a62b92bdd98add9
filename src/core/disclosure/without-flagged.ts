import { printedGroups, type Members } from './next-snapshot.ts'
import { hide, type Showing } from './printed.ts'
import { shownGroups, smallestShown } from './shown-groups.ts'
import { singlesOut } from './singles-out.ts'

/**
 * Which groups of a snapshot may also be shown without flagged responses.
 * MEASUREMENT 11: that view is a group like any other, and so is the difference
 * of both. A group is shown in it only if none or at least k of its people are
 * flagged and at least k remain; levels are hidden further, the smallest first,
 * while both views together would tell about fewer than k people.
 *
 * Where the room may not be shown, nothing is. It holds for concepts: items are not
 * shown without flagged responses at all (`printItem`).
 */
export function withoutFlagged(
  members: Members,
  flagged: ReadonlySet<string>,
  k: number,
): { readonly room: Showing; readonly levels: readonly Showing[] } {
  const keep = (ids: readonly string[]) => ids.filter((id) => !flagged.has(id))
  const rest: Members = { levels: members.levels.map(keep), none: keep(members.none) }
  const sizes = { levels: rest.levels.map(({ length }) => length), none: rest.none.length }
  const everybody = [...members.levels.flat(), ...members.none]
  const left = [...rest.levels.flat(), ...rest.none]
  const isFew = (count: number) => count > 0 && count < k
  const showing = shownGroups(sizes, k)
  const nothing = (why: 'too-few' | 'would-reveal-others') => ({
    room: hide(why),
    levels: members.levels.map(() => hide(why)),
  })
  if (!showing.room.shown) return nothing('too-few')
  if (isFew(everybody.length - left.length)) return nothing('would-reveal-others')

  const levels = showing.levels.map((level, index): Showing =>
    level.shown && isFew(members.levels[index]!.length - sizes.levels[index]!) ? hide('would-reveal-others') : level,
  )
  const full = printedGroups(members, k)
  while (singlesOut([...full, left, ...rest.levels.filter((_, level) => levels[level]!.shown)], k)) {
    const smallest = smallestShown(sizes, levels)
    if (smallest < 0) return nothing('would-reveal-others')
    levels[smallest] = hide('would-reveal-others')
  }
  return { room: { shown: true }, levels }
}
