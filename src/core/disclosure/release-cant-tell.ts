import type { ReleasedMean } from './release-mean.ts'
import { suppress, type Releasable, type Released, type WhySuppressed } from './released.ts'
import { isNumberOpen, type Answering, type SightScale } from './number-open.ts'
import { suppressGroups, type GroupSizes, type GroupSuppression } from './suppress-groups.ts'

/**
 * How many of a group answered *can't tell*, as released: a number only where at
 * least k did and at least k did not, because *can't tell* is an answer too.
 */
export type ReleasedCount =
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'fewer-than'; readonly number: number }
  | { readonly is: 'all-but-fewer-than'; readonly number: number }
  | { readonly is: 'under-half' }
  | { readonly is: 'half-or-more' }

/** A range where the exact count would, less other counts, disclose a part's. */
export type ReleasedRoomCount = ReleasedCount | Extract<ReleasedMean, { is: 'between' }>

function releaseCount(count: number, size: number, k: number, scale: SightScale = 'numbers'): ReleasedCount {
  if (size < 2 * k || scale === 'words') return { is: 2 * count >= size ? 'half-or-more' : 'under-half' }
  if (count < k) return { is: 'fewer-than', number: k }
  if (size - count < k) return { is: 'all-but-fewer-than', number: k }
  return { is: 'number', number: count }
}

/** The finest first. */
const SCALES: readonly SightScale[] = ['numbers', 'words']

interface Range {
  readonly low: number
  readonly high: number
}

/** The limits between which the true count lies, for a reader who knows the group's size. */
export function countRange(released: ReleasedRoomCount, size: number): Range {
  switch (released.is) {
    case 'number':
      return { low: released.number, high: released.number }
    case 'between':
      return { low: released.low, high: released.high }
    case 'fewer-than':
      return { low: 0, high: released.number - 1 }
    case 'all-but-fewer-than':
      return { low: size - released.number + 1, high: size }
    case 'under-half':
      return { low: 0, high: Math.ceil(size / 2) - 1 }
    case 'half-or-more':
      return { low: Math.ceil(size / 2), high: size }
  }
}

/** The sum of released counts: of one part, its own release; of several, a range. */
function addUp(
  parts: readonly { readonly count: number; readonly size: number }[],
  k: number,
  scale: SightScale = 'numbers',
): ReleasedRoomCount {
  const [only, ...others] = parts
  if (only && others.length === 0) return releaseCount(only.count, only.size, k, scale)
  const ranges = parts.map(({ count, size }): Range => countRange(releaseCount(count, size, k, scale), size))
  const low = ranges.reduce((sum, range) => sum + range.low, 0)
  const high = ranges.reduce((sum, range) => sum + range.high, 0)
  return low === high ? { is: 'number', number: low } : { is: 'between', low, high }
}

/** The people who joined with one view, and how many of them answered *can't tell*. */
export interface CantTell {
  /** Everybody by level, whether they answered or not. */
  readonly sizes: GroupSizes
  readonly counts: GroupSizes
  /** Of everybody who joined, whether they count here or not: how many answered otherwise, where that may be told of them together. */
  readonly answering?: Answering
  /** Whether their number was told by itself, and not with those who joined later. */
  readonly isApart?: boolean
}

/** The people whom each number takes in. */
function countedTogether(cohorts: readonly CantTell[]): Answering[][] {
  const sets: Answering[][] = [[]]
  for (const { answering, isApart } of cohorts) {
    if (answering) sets.at(-1)!.push(answering)
    if (isApart) sets.push([])
  }
  return sets.filter(({ length }) => length > 0)
}

/**
 * How many answered *can't tell* to one item, for the room and per level.
 *
 * A level under 2k people says only whether it was half of them. The room's
 * number would, less the levels' numbers, tell what a level's words leave open,
 * so it is worked out from what is released about the parts, and given as a range
 * where these are words. In a later view every cohort is a part of its own, and
 * all must be divided into the same levels. Where the number who answered could tell beside
 * levels' numbers that nobody of a level did (`isNumberOpen`), there are words alone, and where it could
 * beside these, nothing.
 *
 * Seven of eight, two of ten and six of twelve, k = 5: half or more, fewer than
 * five, six; the room between 10 and 18.
 *
 * @param cohorts one at the first view
 * @param left how many people were in an earlier view of this item and are not in this one
 * @param fewest where of the last, with those before of whom it was told too, it is told that fewer answered than this
 */
export function releaseCantTell(
  cohorts: readonly CantTell[],
  left: number,
  k: number,
  fewest?: number,
): { readonly room: Released<ReleasedRoomCount>; readonly levels: readonly Released<ReleasedRoomCount>[] } {
  const levelCount = cohorts[0]?.sizes.levels.length ?? 0
  const nothing = (why: WhySuppressed) => ({
    room: suppress(why),
    levels: Array.from({ length: levelCount }, () => suppress(why)),
  })
  if (left > 0) return nothing('others-left')
  const whole = join(
    cohorts.map(({ sizes }) => sizes),
    levelCount,
  )
  const showing = showingOf(whole, k)
  if (!showing.room.shown && showing.room.why === 'too-few') return nothing('too-few')
  const alike = cohorts.every(({ sizes }) => {
    const own = showingOf(sizes, k)
    const isSame = (one: Releasable, other: Releasable) => one.shown === other.shown
    return isSame(own.room, showing.room) && own.levels.every((level, index) => isSame(level, showing.levels[index]!))
  })
  if (!alike) return nothing('too-few-new')
  const hasWords = showing.levels.map(({ shown }) => shown)
  const sets = countedTogether(cohorts)
  const isOpen = (one: SightScale) =>
    sets.every((together, set) =>
      isNumberOpen(together, hasWords, one, cohorts.length === 1, k, set === sets.length - 1 ? fewest : undefined),
    )
  const scale = SCALES.find(isOpen)
  if (!scale) {
    const reveals = suppress('would-reveal-others')
    const hide = (group: Releasable) => (group.shown ? reveals : group)
    return { room: hide(showing.room), levels: showing.levels.map(hide) }
  }

  const suppressed = ({ levels, none }: GroupSizes) =>
    levels.reduce((sum, size, level) => (showing.levels[level]!.shown ? sum : sum + size), none)
  const partsAt = (level: number) =>
    cohorts.map(({ sizes, counts }) => ({ count: counts.levels[level]!, size: sizes.levels[level]! }))
  const rest = cohorts.map(({ sizes, counts }) => ({ count: suppressed(counts), size: suppressed(sizes) }))
  const shown = showing.levels.flatMap((level, index) => (level.shown ? partsAt(index) : []))
  return {
    room: showing.room.shown
      ? {
          shown: true,
          ...addUp(
            [...shown, ...rest].filter(({ size }) => size > 0),
            k,
            scale,
          ),
        }
      : showing.room,
    levels: showing.levels.map((level, index) =>
      level.shown ? { shown: true, ...addUp(partsAt(index), k, scale) } : level,
    ),
  }
}

/**
 * The groups of which it may be said how many could not tell, by their sizes. Beside
 * the number who answered, and the means of levels, which tell where nobody of a small
 * level did, a number or word that takes in fewer than 2k people of hidden groups would
 * tell that these could not. So the room's is suppressed then; and without it there is
 * nothing to subtract levels from, so that each large enough has its own.
 *
 * Levels of 8 and 3: the eight alone.
 */
function showingOf(sizes: GroupSizes, k: number): Pick<GroupSuppression, 'room' | 'levels'> {
  const { room, levels } = suppressGroups(sizes, k)
  const groups = [...sizes.levels, sizes.none].filter((size) => size > 0)
  const hidden = sizes.levels.reduce((sum, size) => (size < k ? sum + size : sum), sizes.none)
  if (!room.shown || groups.length < 2 || hidden === 0 || hidden >= 2 * k) return { room, levels }
  return {
    room: suppress('would-reveal-others'),
    levels: sizes.levels.map((size) => (size < k ? suppress('too-few') : { shown: true })),
  }
}

function join(groups: readonly GroupSizes[], levelCount: number): GroupSizes {
  return {
    levels: Array.from({ length: levelCount }, (_, level) =>
      groups.reduce((sum, { levels }) => sum + levels[level]!, 0),
    ),
    none: groups.reduce((sum, { none }) => sum + none, 0),
  }
}
