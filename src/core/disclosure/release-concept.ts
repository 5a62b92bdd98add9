import type { Interval } from '../statistics/interval.ts'
import { SMALLEST_DISTRIBUTION } from './thresholds.ts'
import { addCounts, isNearlyAlike, sizesOf, sumOf, type Counts, type LevelCounts } from './nearly-alike.ts'
import { releaseInterval, type Spread } from './release-interval.ts'
import { gridOf, meaningOf, releaseScore, steady, type ReleasedMean } from './release-mean.ts'
import { suppress, type Released, type Releasable, type Suppressed } from './released.ts'
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

/** Some of a group: how many have a score, at least the smallest group, and their mean. */
export type ScoredPart = Pick<Spread, 'n' | 'mean'>

/**
 * A range for a mean, from the released means of its parts, in whole points outward.
 *
 * @param roundedFrom a released number of so many points and more stands for what lies as near to it as to the next; of
 * fewer, that is within the rounding outward
 */
function betweenParts(parts: readonly ScoredPart[], step?: number, roundedFrom = 5): ReleasedMean {
  const total = parts.reduce((sum, { n }) => sum + n, 0)
  const released = parts.map(({ n, mean }) => {
    const { low, high } = meaningOf(releaseScore(mean, n, step))
    const around = low === high && gridOf(n) >= roundedFrom ? gridOf(n) / 2 : 0
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

/** Whether scores are released by the views that people joined with (`releaseByCohort`). Nothing but their mean is. */
export const isByCohort = (scores: ReleasedConcept['room']): boolean =>
  scores.shown && !scores.interval.shown && scores.interval.why === 'near-end'

/**
 * One concept's scores beside an earlier view that the exact means of both would tell too much with: as though those who
 * joined with each view were a room of their own, and what is released of each were added up. It follows from releases
 * about people none of whom is in two of them, so it tells of nobody more than the one that they are in.
 *
 * Means are ranges that hold the exact one, rounding included. Eight people released as 20, of whom all lie from 17.5 to
 * 22.5, and five more "at the low end, within 25": the thirteen lie from 10 to 24.
 *
 * @param levels of each that is shown those who joined with each view
 * @param rest everybody outside of them, by the same; may be empty
 */
export function releaseByCohort(
  levels: readonly (readonly ScoredPart[] | Suppressed)[],
  rest: readonly ScoredPart[],
  step?: number,
): ReleasedConcept {
  const near = suppress('near-end')
  const release = (parts: readonly ScoredPart[]): Released<ReleasedScores> => ({
    shown: true,
    n: parts.reduce((sum, { n }) => sum + n, 0),
    mean: parts.length === 1 ? releaseScore(parts[0]!.mean, parts[0]!.n, step) : betweenParts(parts, step, 1),
    interval: near,
    close: near,
  })
  return {
    room: release([...levels.flatMap((level) => ('shown' in level ? [] : level)), ...rest]),
    levels: levels.map((level) => ('shown' in level ? level : release(level))),
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
