import { suppress, type Releasable } from './released.ts'

/** The number of people at each level, and of those who gave none. */
export interface GroupSizes {
  readonly levels: readonly number[]
  readonly none: number
}

export interface GroupSuppression {
  readonly room: Releasable
  /** One per level, in the order given. An empty level is suppressed as too few. */
  readonly levels: readonly Releasable[]
  readonly none: Releasable
  /**
   * The number of people outside the shown levels: 0, or at least the smallest
   * group. 0 where the room is suppressed.
   */
  readonly rest: number
}

/**
 * Which groups may be released, by their sizes alone. METHOD 11: (1) below
 * the threshold of k people in all nothing; (2) primary suppression: levels of fewer
 * than k, and always the people without a level; (3) secondary suppression: while the
 * suppressed people number 1 to k - 1, the smallest released level as well, or the
 * room less the released levels would be a small group. Of two equally small levels
 * the later is suppressed.
 *
 * Sizes 8, 7 and 3 with k = 5: the three are too few, and the seven are suppressed
 * because the room less eight and seven would be the three.
 *
 * @param sizes people who answered the item, or were scored on the concept
 * @param k 5 or more for means, 10 or more for anything about spread
 */
export function suppressGroups(sizes: GroupSizes, k: number): GroupSuppression {
  const total = sizes.none + sizes.levels.reduce((sum, size) => sum + size, 0)
  if (total < k)
    return {
      room: suppress('too-few'),
      levels: sizes.levels.map(() => suppress('too-few')),
      none: suppress('no-level'),
      rest: 0,
    }
  const levels: Releasable[] = sizes.levels.map((size) => (size < k ? suppress('too-few') : { shown: true }))
  const rest = () => total - sizes.levels.reduce((sum, size, level) => (levels[level]!.shown ? sum + size : sum), 0)
  while (rest() > 0 && rest() < k) levels[smallestReleased(sizes, levels)] = suppress('would-reveal-others')
  return { room: { shown: true }, levels, none: suppress('no-level'), rest: rest() }
}

/** The index of the smallest level shown, of equals the last; -1 for none. */
export function smallestReleased(sizes: GroupSizes, levels: readonly Releasable[]): number {
  return sizes.levels.reduce(
    (found, size, level) => (levels[level]!.shown && (found < 0 || size <= sizes.levels[found]!) ? level : found),
    -1,
  )
}
