import { showLevels, type GroupSizes } from './suppress-groups.ts'

/** The form in which it is said how many of a level could not tell: numbers where they are large enough, or words. */
export type SightScale = 'numbers' | 'words'

/** Where so many of a group may have answered, one who did knows of no other. */
const OPEN = 2

/**
 * The most of a group of whom, by what may be said of how many could not tell, it can be certain that they
 * answered; of no more than `most`, since another word is said then.
 */
function certainOf(size: number, most: number, scale: SightScale, k: number): number {
  if (scale === 'numbers' && size >= 2 * k) return most < k ? 0 : Math.min(most, size - k + 1)
  const least = Math.floor(size / 2) + 1
  return least <= most ? least : 0
}

/** People who joined with one view, and how many of them answered otherwise than that they cannot tell. */
export interface Answering {
  /** Everybody. */
  readonly sizes: GroupSizes
  readonly answered: GroupSizes
}

const totalOf = ({ levels, none }: GroupSizes) => levels.reduce((sum, size) => sum + size, none)

/**
 * Whether the number who answered an item leaves open, beside what may be said of how
 * many of each level could not tell, that somebody of each group answered, and to one who did that
 * another did. Whatever is said of the levels, so that it is decided by what the
 * number tells and by sizes alone. Where somebody has skipped the item all is more open.
 *
 * Levels of 6 and 2: of five who answered four could be of the six, if under half of these could not tell, so
 * that one of the two who answered would know of the other. Of six they could not.
 *
 * @param cohorts those whom the number takes in together: one, or the last and those before of whom it was told that
 * fewer than k answered
 * @param hasWords the levels of which it may be said how many could not tell
 * @param scale what is said of them
 * @param isFirst whether no earlier view divides them, so that levels of the view are shown as they are of these
 * @param fewest where no number is told, but that it is below this
 */
export function isNumberOpen(
  cohorts: readonly Answering[],
  hasWords: readonly boolean[],
  scale: SightScale,
  isFirst: boolean,
  k: number,
  fewest?: number,
): boolean {
  const may = cohorts.map(({ sizes }) => showLevels(sizes, k).map(({ shown }) => shown && isFirst))
  const isShown = (cohort: number, level: number) =>
    may[cohort]![level]! && cohorts[cohort]!.answered.levels[level]! >= k
  const shown = cohorts.flatMap(({ sizes }, cohort) => sizes.levels.filter((_, level) => isShown(cohort, level)))
  const outside = cohorts.reduce(
    (all, { answered }, cohort) =>
      answered.levels.reduce((sum, size, level) => (isShown(cohort, level) ? sum : sum + size), all + answered.none),
    0,
  )
  const all = cohorts.reduce((sum, { answered }) => sum + totalOf(answered), 0)
  const inShown = shown.reduce((sum, size) => sum + Math.max(k, certainOf(size, size, scale, k)), 0)
  // Fewer are left out of the number, or there is none: that they are fewer is told.
  const left =
    fewest !== undefined ? fewest - 1 : outside < k ? k - 1 : shown.length > 0 ? Math.max(k, all - inShown) : all
  const groups = cohorts
    .flatMap(({ sizes }, cohort) => [
      ...sizes.levels.map((size, level) => ({
        size: isShown(cohort, level) ? 0 : size,
        certain: hasWords[level]
          ? certainOf(size, may[cohort]![level] || cohort < cohorts.length - 1 ? Math.min(left, k - 1) : left, scale, k)
          : 0,
      })),
      { size: sizes.none, certain: 0 },
    ])
    .filter(({ size }) => size > 0)
  const certain = groups.reduce((sum, group) => sum + group.certain, 0)
  return groups.every((group) => left - (certain - group.certain) >= Math.min(OPEN, group.size))
}

/**
 * How many have to answer an item at least, in a view after one that told that fewer than k of these did: beside what
 * that one may have said of how many could not tell, of fewer it would follow that none of those who joined did, or, to
 * one who did, no other. From sizes alone; k where it said nothing of them.
 *
 * Of five, of whom under half could not tell, three answered or four: of ten, five have to have answered besides one of
 * these, so that fewer may be three and two who joined. k = 5: six.
 *
 * @param sizes everybody in the earlier view
 */
export function fewestBeside(sizes: GroupSizes, k: number): number {
  const nobody = { levels: sizes.levels.map(() => 0), none: 0 }
  const hasWords = sizes.levels.map((size) => size >= k)
  if (!isNumberOpen([{ sizes, answered: nobody }], hasWords, 'words', true, k, k)) return k
  const certain = [totalOf(sizes), ...sizes.levels].map((size) => (size < k ? 0 : certainOf(size, k - 1, 'words', k)))
  return Math.max(k, Math.max(...certain) + OPEN + 1)
}
