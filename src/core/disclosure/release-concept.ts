import type { Interval } from '../statistics/interval.ts'
import { SMALLEST_DISTRIBUTION } from './thresholds.ts'
import { addCounts, isNearlyAlike, sizesOf, sumOf, type Counts, type LevelCounts } from './nearly-alike.ts'
import { releaseInterval, type Spread } from './release-interval.ts'
import { gridOf, meaningOf, releaseScore, steady, type ReleasedMean } from './release-mean.ts'
import { suppress, type Released, type Releasable } from './released.ts'
import { saySpread } from './say-spread.ts'
import { suppressGroups } from './suppress-groups.ts'

export interface ReleasedScores {
  readonly n: number
  readonly mean: ReleasedMean
  readonly interval: Released<Interval>
  /** Whether people's scores lie near each other; `null` for neither near nor apart. */
  readonly close: Released<{ readonly close: boolean | null }>
}

export interface ReleasedConcept {
  readonly room: Released<ReleasedScores>
  readonly levels: readonly Released<ReleasedScores>[]
}

/** A range for a mean, from the released means of its parts, in whole points outward. */
function betweenParts(parts: readonly Pick<Spread, 'n' | 'mean'>[], step?: number): ReleasedMean {
  const total = parts.reduce((sum, { n }) => sum + n, 0)
  const released = parts.map(({ n, mean }) => {
    const { low, high } = meaningOf(releaseScore(mean, n, step))
    // A multiple of five stands for what lies as near to it as to the next; whole points are rounded outward below.
    const around = low === high && gridOf(n) > 1 ? gridOf(n) / 2 : 0
    return { n, low: low - around, high: high + around }
  })
  const low = released.reduce((sum, part) => sum + part.n * part.low, 0) / total
  const high = released.reduce((sum, part) => sum + part.n * part.high, 0) / total
  return { is: 'between', low: Math.floor(steady(low)), high: Math.ceil(steady(high)) }
}

/**
 * One concept's scores as they may be released, for the room and per level.
 *
 * The room less the levels shown must not tell more than is released about any of
 * them. Where a level, or everybody outside the shown levels together, lies at an
 * end of the scale, the room's mean is therefore a range that follows from its
 * parts, without an interval.
 *
 * @param room statistics of its scores; below the smallest group only `n` is read, as in `levels`
 * @param none people with a score who gave no level
 * @param showing the levels that may be shown; decided by their sizes where not
 * given
 */
export function releaseConcept(
  room: Spread,
  levels: readonly Spread[],
  none: number,
  k: number,
  showing: readonly Releasable[] = suppressGroups({ levels: levels.map(({ n }) => n), none }, k).levels,
): ReleasedConcept {
  if (room.n < k) return { room: suppress('too-few'), levels: levels.map(() => suppress('too-few')) }
  const shown = levels.filter((_, level) => showing[level]!.shown)
  const rest = shown.reduce((left, { n, mean }) => ({ n: left.n - n, sum: left.sum - n * mean }), {
    n: room.n,
    sum: room.n * room.mean,
  })
  const parts = rest.n > 0 ? [...shown, { n: rest.n, mean: rest.sum / rest.n }] : shown
  const blurred = parts.length > 1 && parts.some(({ n, mean }) => releaseScore(mean, n, room.step).is === 'end')
  return {
    room: {
      shown: true,
      n: room.n,
      mean: blurred ? betweenParts(parts, room.step) : releaseScore(room.mean, room.n, room.step),
      interval: blurred ? suppress('at-end') : releaseInterval(room),
      close: blurred ? suppress('at-end') : saySpread(room),
    },
    levels: levels.map((scores, level) => {
      const may = showing[level]!
      if (!may.shown) return may
      const { n, mean } = scores
      return {
        shown: true,
        n,
        mean: releaseScore(mean, n, room.step),
        interval: releaseInterval(scores),
        close: saySpread(scores),
      }
    }),
  }
}

/**
 * How many people scored in each band of the scale, for the room and per level:
 * groups by `suppressGroups` at ten, the room's unless nearly all scored in one
 * band, the levels' only if none of the parts of the room is nearly alike.
 */
export function releaseBands(
  counts: LevelCounts,
  bands: number,
): {
  readonly room: Released<{ readonly counts: Counts }>
  readonly levels: readonly Released<{ readonly counts: Counts }>[]
} {
  const showing = suppressGroups(sizesOf(counts), SMALLEST_DISTRIBUTION)
  if (!showing.room.shown) {
    const suppressed = suppress('too-few-for-spread')
    return { room: suppressed, levels: counts.levels.map(() => suppressed) }
  }
  const whole = addCounts(bands, [...counts.levels, counts.none])
  const suppressed = counts.levels.filter((_, level) => !showing.levels[level]!.shown)
  const parts = [
    ...counts.levels.filter((_, level) => showing.levels[level]!.shown),
    addCounts(bands, [...suppressed, counts.none]),
  ]
  const alike = parts.some((part) => sumOf(part) > 0 && isNearlyAlike(part))
  return {
    room: isNearlyAlike(whole) ? suppress('one-answer') : { shown: true, counts: whole },
    levels: counts.levels.map((level, index) => {
      const may = showing.levels[index]!
      if (!may.shown) return may.why === 'too-few' ? suppress('too-few-for-spread') : may
      return alike ? suppress('one-answer') : { shown: true, counts: level }
    }),
  }
}
