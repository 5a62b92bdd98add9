import { showLevels, type GroupSizes } from './suppress-groups.ts'

/** What is said of how many of a level could not tell: numbers where they are large enough, or words alone. */
export type SightScale = 'numbers' | 'words'

/**
 * The most of a group of whom, by what may be said of how many could not tell, it can be certain that they
 * answered; of no more than `most`, since another word is said then.
 */
function certainOf(size: number, most: number, scale: SightScale, k: number): number {
  if (scale === 'numbers' && size >= 2 * k) return most < k ? 0 : Math.min(most, size - k + 1)
  const least = Math.floor(size / 2) + 1
  return least <= most ? least : 0
}

/**
 * Whether the number who answered an item leaves open, beside what may be said of how
 * many of each level could not tell, that somebody of each group answered, and to one who did that
 * another did. Whatever is said of the levels, so that it is decided by what the
 * number tells and by sizes alone. Where somebody has skipped the item all is more open.
 *
 * Levels of 6 and 2: of five who answered four could be of the six, if under half of these could not tell, so
 * that one of the two who answered would know of the other. Of six they could not.
 *
 * @param sizes everybody
 * @param answered how many of them answered otherwise than that they cannot tell
 * @param hasWords the levels of which it may be said how many could not tell
 * @param scale what is said of them
 * @param isFirst whether no earlier view divides them, so that levels of the view are shown as they are of these
 */
export function isNumberOpen(
  sizes: GroupSizes,
  answered: GroupSizes,
  hasWords: readonly boolean[],
  scale: SightScale,
  isFirst: boolean,
  k: number,
): boolean {
  const may = showLevels(sizes, k)
  const isShown = (level: number) => isFirst && may[level]!.shown && answered.levels[level]! >= k
  const shown = sizes.levels.filter((_, level) => isShown(level))
  const outside = answered.levels.reduce((sum, size, level) => (isShown(level) ? sum : sum + size), answered.none)
  const all = answered.levels.reduce((sum, size) => sum + size, answered.none)
  const inShown = shown.reduce((sum, size) => sum + Math.max(k, certainOf(size, size, scale, k)), 0)
  // Fewer are left out of the number, or there is none: that they are fewer is told.
  const left = outside < k ? k - 1 : shown.length > 0 ? Math.max(k, all - inShown) : all
  const groups = [
    ...sizes.levels.map((size, level) => ({
      size: isShown(level) ? 0 : size,
      certain: hasWords[level]
        ? certainOf(size, isFirst && may[level]!.shown ? Math.min(left, k - 1) : left, scale, k)
        : 0,
    })),
    { size: sizes.none, certain: 0 },
  ].filter(({ size }) => size > 0)
  const certain = groups.reduce((sum, group) => sum + group.certain, 0)
  return groups.every((group) => left - (certain - group.certain) >= Math.min(2, group.size))
}
