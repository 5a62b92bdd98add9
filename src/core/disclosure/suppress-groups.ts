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

const SHOWN = { shown: true } as const

/**
 * Which groups may be released, by their sizes alone. METHOD 11: (1) below
 * the threshold of k people in all nothing; (2) primary suppression: levels of fewer
 * than k, and always the people without a level; (3) secondary suppression: while the
 * suppressed people number 1 to k - 1, one released level more (`nextToSuppress`), or
 * the room less the released levels would be a small group.
 *
 * Where people answered in part, a level that may not be shown of everybody present is
 * never shown, and for the same reason: shown where nobody of a small level answered and
 * suppressed where somebody did, it would tell which.
 *
 * Sizes 8, 7 and 3 with k = 5: the three are too few, and the seven are suppressed
 * because the room less eight and seven would be the three. They are, too, where none of the three answered.
 *
 * @param sizes people who answered the item, or were scored on the concept
 * @param k 5 or more for means, 10 or more for anything about spread
 * @param may which levels may be shown at all (`showLevels`), where only some of those present answered
 */
export function suppressGroups(sizes: GroupSizes, k: number, may?: readonly Releasable[]): GroupSuppression {
  const total = sizes.none + sizes.levels.reduce((sum, size) => sum + size, 0)
  if (total < k)
    return {
      room: suppress('too-few'),
      levels: sizes.levels.map(() => suppress('too-few')),
      none: suppress('no-level'),
      rest: 0,
    }
  const levels: Releasable[] = sizes.levels.map((size, level) => {
    const shown = may?.[level] ?? SHOWN
    return shown.shown && size < k ? suppress('too-few') : shown
  })
  let rest = total
  for (const [level, { shown }] of levels.entries()) if (shown) rest -= sizes.levels[level]!
  while (rest > 0 && rest < k) {
    const next = nextToSuppress(sizes, levels)
    levels[next] = suppress('would-reveal-others')
    rest += sizes.levels[next]!
  }
  return { room: { shown: true }, levels, none: suppress('no-level'), rest }
}

/** Which levels may be shown at all, by how many people are present, whether they answered or not. */
export function showLevels(present: GroupSizes, k: number): readonly Releasable[] {
  return suppressGroups(leavesOutNone(present, k) ? { levels: present.levels, none: 0 } : present, k).levels
}

/**
 * The index of the released level to suppress next, -1 for none: one between the
 * ends before either end, because the distance between the ends is what a room came
 * for; then the smallest; of equals the last. METHOD 11.
 *
 * Of 8, 12 and 6 the twelve, of 8 and 6 the six.
 */
export function nextToSuppress(sizes: GroupSizes, levels: readonly Releasable[]): number {
  const last = levels.length - 1
  const shown = [...levels.keys()].filter((level) => levels[level]!.shown)
  const between = shown.filter((level) => level > 0 && level < last)
  return (between.length > 0 ? between : shown).reduce(
    (found, level) => (found < 0 || sizes.levels[level]! <= sizes.levels[found]! ? level : found),
    -1,
  )
}

/**
 * Whether the people without a level are left out of the room, so that a level is not
 * suppressed for their sake: where it would be with them, and would not be without
 * them. METHOD 11. From sizes alone.
 *
 * Levels of 10 and 14 and one without a level: left out. Levels of 10, 3 and 12 and
 * two without one: counted, because they hide the three.
 */
export function leavesOutNone({ levels, none }: GroupSizes, k: number): boolean {
  if (none === 0) return false
  const [beside, alone] = [suppressGroups({ levels, none }, k).levels, suppressGroups({ levels, none: 0 }, k).levels]
  return alone.some(({ shown }, level) => shown && !beside[level]!.shown)
}

/** Which groups count in a figure. */
export interface Counting {
  readonly levels: readonly boolean[]
  readonly none: boolean
}

/**
 * Which groups count in a figure. METHOD 11. Everybody who is in no level that is shown
 * is left out, where they number fewer than k, or those levels would be hidden for
 * their sake. Nobody and a few are left out alike, so that neither is told. Where no
 * level is shown all count.
 *
 * Levels of 8 and 9 of which 8 and 3 answered: the eight alone.
 *
 * @param sizes people who answered the item, or were scored on the concept
 * @param may which levels may be shown at all (`showLevels`)
 */
export function countGroups(sizes: GroupSizes, k: number, may: readonly Releasable[]): Counting {
  const levels = sizes.levels.map((size, level) => may[level]!.shown && size >= k)
  const outside = sizes.levels.reduce((sum, size, level) => (levels[level] ? sum : sum + size), sizes.none)
  const countsAll = outside >= k || !levels.includes(true)
  return countsAll ? { levels: levels.map(() => true), none: true } : { levels, none: false }
}
