import { countViews, everybodyIn, groupsOf, suppressBySize, type Members } from './suppress-beside.ts'
import { disclosesByDifferencing } from './discloses-by-differencing.ts'

/** The number of people that a group lacks for a new snapshot. The room, or a level by its index. */
export interface Missing {
  readonly group: 'room' | number
  readonly more: number
}

export type SnapshotDecision =
  | { readonly ok: true }
  /**
   * More responses of a level than people were expected, so that somebody may have
   * answered twice; `more` says how many more. Until the facilitator has said that
   * they are other people.
   */
  | { readonly ok: false; readonly why: 'more-than-expected'; readonly missing: readonly Missing[] }
  /** There are as many views as a workshop can hold. */
  | { readonly ok: false; readonly why: 'too-many-views'; readonly missing: readonly [] }
  /** Too few people in all, or too few new ones: overall, or at a level that would change. */
  | { readonly ok: false; readonly why: 'too-few' | 'too-few-new'; readonly missing: readonly Missing[] }
  /** The snapshots together would tell about fewer than k people, whoever else joins: somebody left, moved or came back. */
  | { readonly ok: false; readonly why: 'would-reveal-others'; readonly missing: readonly [] }

/** How many there are at the beginning of two lists that are the same. */
function countSame(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length)
  let same = 0
  while (same < most && one[same] === other[same]) same++
  return same
}

/** Of lists in the same order, where nobody left, what is new stands at the end: nobody else is looked up. */
function countNew(group: readonly string[], earlier: readonly string[]): { added: number; removed: number } {
  const same = countSame(group, earlier)
  const before = new Set(earlier.slice(same))
  const added = group.slice(same).filter((id) => !before.has(id)).length
  return { added, removed: earlier.length - (group.length - added) }
}

/**
 * Whether a snapshot may be taken after those taken before. METHOD 11: at
 * least k new people in the room, against every earlier snapshot, and at least k
 * or no change at every shown level; and no sum or difference of the groups of
 * all snapshots over fewer than k people (`disclosesByDifferencing`), which covers removed and
 * replaced responses, merged levels, another threshold and a third snapshot.
 *
 * Ten in the first, twelve now, k = 5: three more are needed.
 *
 * @param taken all snapshots taken, in their order
 * @param k the threshold now; it never went below 5
 */
export function nextSnapshot(taken: readonly Members[], next: Members, k: number): SnapshotDecision {
  const views = countViews([...taken, next], k)
  const earlier = views.slice(0, -1)
  const candidate = views.at(-1)!
  const room = everybodyIn(candidate)
  if (room.length < k) return { ok: false, why: 'too-few', missing: [{ group: 'room', more: k - room.length }] }
  const showing = suppressBySize(candidate, k)

  const more = new Map<'room' | number, number>()
  const need = (group: 'room' | number, added: number) => {
    if (added < k) more.set(group, Math.max(more.get(group) ?? 0, k - added))
  }
  for (const snapshot of earlier) {
    need('room', countNew(room, everybodyIn(snapshot)).added)
    const before = groupsOf(snapshot, suppressBySize(snapshot, k)).slice(1)
    for (const [level, group] of candidate.levels.entries()) {
      if (!showing.levels[level]!.shown) continue
      // Where a level is as it was, nobody of it was at another one.
      if (before.some((ids) => ids.length === group.length && countSame(ids, group) === ids.length)) continue
      let members: ReadonlySet<string> | null = null
      const isOf = (id: string) => (members ??= new Set(group)).has(id)
      for (const was of before.filter((ids) => countSame(ids, group) > 0 || ids.some(isOf))) {
        const { added, removed } = countNew(group, was)
        if (added + removed > 0) need(level, added)
      }
    }
  }
  if (more.size > 0) {
    return { ok: false, why: 'too-few-new', missing: [...more].map(([group, count]) => ({ group, more: count })) }
  }
  // A first view is decided by its sizes.
  if (earlier.length === 0) return { ok: true }
  const groups = [...earlier, candidate].flatMap((members) => groupsOf(members, suppressBySize(members, k)))
  return disclosesByDifferencing(groups, k) ? { ok: false, why: 'would-reveal-others', missing: [] } : { ok: true }
}
