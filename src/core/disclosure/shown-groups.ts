import { hide, type Showing } from './printed.ts'

/** How many people there are at each level, and how many who gave none. */
export interface GroupSizes {
  readonly levels: readonly number[]
  readonly none: number
}

export interface ShownGroups {
  readonly room: Showing
  /** One per level, in the order given. An empty level is hidden as too few. */
  readonly levels: readonly Showing[]
  readonly none: Showing
  /** How many people belong to no shown level: 0, or at least the smallest group. Nobody where the room is hidden. */
  readonly rest: number
}

/**
 * Which groups may be shown, by their sizes alone. MEASUREMENT 11: (1) below k
 * people in all nothing; (2) levels of fewer than k are hidden, and always the
 * people without a level; (3) while the hidden people number 1 to k - 1, the
 * smallest shown level is hidden too, or the room less the shown levels would be
 * a small group. Of two equally small levels the later is hidden.
 *
 * Sizes 8, 7 and 3 with k = 5: the three are too few, and the seven are hidden
 * because the room less eight and seven would be the three.
 *
 * @param sizes people who answered the item, or were scored on the concept
 * @param k 5 or more for means, 10 or more for anything about spread
 */
export function shownGroups(sizes: GroupSizes, k: number): ShownGroups {
  const total = sizes.none + sizes.levels.reduce((sum, size) => sum + size, 0)
  if (total < k)
    return { room: hide('too-few'), levels: sizes.levels.map(() => hide('too-few')), none: hide('no-level'), rest: 0 }
  const levels: Showing[] = sizes.levels.map((size) => (size < k ? hide('too-few') : { shown: true }))
  const rest = () => total - sizes.levels.reduce((sum, size, level) => (levels[level]!.shown ? sum + size : sum), 0)
  while (rest() > 0 && rest() < k) levels[smallestShown(sizes, levels)] = hide('would-reveal-others')
  return { room: { shown: true }, levels, none: hide('no-level'), rest: rest() }
}

/** The index of the smallest level shown, of equals the last; -1 where none is. */
export function smallestShown(sizes: GroupSizes, levels: readonly Showing[]): number {
  return sizes.levels.reduce(
    (found, size, level) => (levels[level]!.shown && (found < 0 || size <= sizes.levels[found]!) ? level : found),
    -1,
  )
}
