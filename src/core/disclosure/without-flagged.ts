import { groupsOf, shownBeside, shownOf, type Members, type Shown } from './shown-beside.ts'

/**
 * Which groups of a snapshot may also be shown without flagged responses.
 * MEASUREMENT 11: that view is a group like any other, and so is the difference
 * of both. A group is therefore shown in it only if none or at least k of its
 * people are flagged and at least k remain, and only while both views together
 * tell about no fewer than k people.
 *
 * It holds for concepts: items are not shown without flagged responses (`printItem`).
 */
export function withoutFlagged(members: Members, flagged: ReadonlySet<string>, k: number): Shown {
  const keep = (ids: readonly string[]) => ids.filter((id) => !flagged.has(id))
  const rest: Members = { levels: members.levels.map(keep), none: keep(members.none) }
  return shownBeside(groupsOf(members, shownOf(members, k)), rest, k)
}
