import type { Releasable } from '../disclosure/released.ts'
import { peopleIn } from './kinds-of.ts'
import { everybody, type RoomPeople } from './room-data.ts'

/** The kinds of people in the levels that are shown, and outside of them, by the view that they joined with. */
export interface ByCohort {
  /** Of a level that is not shown none. */
  readonly levels: readonly (readonly Int32Array[])[]
  readonly rest: readonly Int32Array[]
}

/** The views that released a concept, level by level. */
export interface LevelCohorts {
  /**
   * Divides the levels of a view by the views that people joined with.
   *
   * @param levels which are shown
   * @returns `null` without an earlier view; and where not all who were in one are still there, in the same of the same
   * levels, or fewer than k joined any of them or what is outside, since a part would not be a room of its own
   */
  divide(people: RoomPeople, levels: readonly Releasable[]): ByCohort | null
  /** Records a view that released some. */
  add(people: RoomPeople, levels: readonly Releasable[]): void
}

/** The kinds of each level that is shown, and then of everybody else. */
function groupsOf({ levels, none }: RoomPeople, showing: readonly Releasable[]): Int32Array[] {
  const isShown = (level: number) => showing[level]!.shown
  const nobody = new Int32Array()
  const rest = everybody({ levels: levels.filter((_, level) => !isShown(level)), none })
  return [...levels.map((kinds, level) => (isShown(level) ? kinds : nobody)), rest]
}

/** @param sizes how many people of each kind have a score */
export function levelCohorts(k: number, sizes: Int32Array): LevelCohorts {
  const views: { readonly groups: readonly Int32Array[]; readonly shown: string }[] = []
  const nameOf = (levels: readonly Releasable[]) => levels.map(({ shown }) => shown).join()
  return {
    divide(people, levels) {
      const shown = nameOf(levels)
      if (views.length === 0 || views.some((view) => view.shown !== shown)) return null
      const parts: Int32Array[][] = []
      for (const [group, kinds] of groupsOf(people, levels).entries()) {
        const left = new Set(kinds)
        const own = views.map((view) => view.groups[group]!.filter((kind) => left.delete(kind)))
        // Whoever was there is in the first view that they were in, or in none of these.
        const before = new Set(views.flatMap((view) => [...view.groups[group]!]))
        if (kinds.length - left.size !== before.size) return null
        const cohorts = [...own, Int32Array.from(left)].filter((cohort) => cohort.length > 0)
        if (cohorts.some((cohort) => peopleIn(cohort, sizes) < k)) return null
        parts.push(cohorts)
      }
      return { levels: parts.slice(0, -1), rest: parts.at(-1)! }
    },
    add(people, levels) {
      views.push({ groups: groupsOf(people, levels), shown: nameOf(levels) })
    },
  }
}
