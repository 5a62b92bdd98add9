import type { Interval } from '../statistics/interval.ts'
import { SMALLEST_DISTRIBUTION } from './thresholds.ts'
import { addCounts, isNearlyAlike, sizesOf, sumOf, type Counts, type LevelCounts } from './nearly-alike.ts'
import { printInterval, type Spread } from './print-interval.ts'
import { meaningOf, printMean, steady, type PrintedMean } from './print-mean.ts'
import { hide, type Printed, type Showing } from './printed.ts'
import { shownGroups } from './shown-groups.ts'

/** What the statistics say of one group's scores on one concept. Only `n` is read below the smallest group. */
export interface GroupScores extends Spread {
  /** Whether the mean absolute deviation is within what agreement allows. MEASUREMENT 5. */
  readonly close: boolean
}

export interface PrintedScores {
  readonly n: number
  readonly mean: PrintedMean
  readonly interval: Printed<Interval>
  readonly close: Printed<{ readonly close: boolean }>
}

export interface PrintedConcept {
  readonly room: Printed<PrintedScores>
  readonly levels: readonly Printed<PrintedScores>[]
}

function sayClose({ mean, n, close }: GroupScores): Printed<{ readonly close: boolean }> {
  return printMean(mean, n).is === 'end' ? hide('at-end') : { shown: true, close }
}

/** A mean between the means that its parts are printed with, in whole points outward. */
function betweenParts(parts: readonly { readonly n: number; readonly mean: number }[]): PrintedMean {
  const total = parts.reduce((sum, { n }) => sum + n, 0)
  const printed = parts.map(({ n, mean }) => ({ n, ...meaningOf(printMean(mean, n)) }))
  const low = printed.reduce((sum, part) => sum + part.n * part.low, 0) / total
  const high = printed.reduce((sum, part) => sum + part.n * part.high, 0) / total
  return { is: 'between', low: Math.floor(steady(low)), high: Math.ceil(steady(high)) }
}

/**
 * What may be printed of one concept's scores, for the room and per level.
 *
 * The room less the levels shown must not tell more than is printed about any of
 * them. Where a level, or everybody outside the shown levels together, lies at an
 * end of the scale, the room's mean is therefore given between two numbers that
 * follow from its parts, and without an interval.
 *
 * @param none people with a score who gave no level
 * @param showing which levels may be shown at all; by their sizes where not given
 */
export function printConcept(
  room: GroupScores,
  levels: readonly GroupScores[],
  none: number,
  k: number,
  showing: readonly Showing[] = shownGroups({ levels: levels.map(({ n }) => n), none }, k).levels,
): PrintedConcept {
  if (room.n < k) return { room: hide('too-few'), levels: levels.map(() => hide('too-few')) }
  const shown = levels.filter((_, level) => showing[level]!.shown)
  const rest = shown.reduce((left, { n, mean }) => ({ n: left.n - n, sum: left.sum - n * mean }), {
    n: room.n,
    sum: room.n * room.mean,
  })
  const parts = rest.n > 0 ? [...shown, { n: rest.n, mean: rest.sum / rest.n }] : shown
  const blurred = parts.length > 1 && parts.some(({ n, mean }) => printMean(mean, n).is === 'end')
  return {
    room: {
      shown: true,
      n: room.n,
      mean: blurred ? betweenParts(parts) : printMean(room.mean, room.n),
      interval: blurred ? hide('at-end') : printInterval(room),
      close: blurred ? hide('at-end') : sayClose(room),
    },
    levels: levels.map((scores, level) => {
      const may = showing[level]!
      if (!may.shown) return may
      const { n, mean } = scores
      return {
        shown: true,
        n,
        mean: printMean(mean, n),
        interval: printInterval(scores),
        close: sayClose(scores),
      }
    }),
  }
}

/**
 * How many people scored in each band of the scale, for the room and per level:
 * groups by `shownGroups` at ten, the room's unless nearly all scored in one
 * band, the levels' only if none of the parts of the room is nearly alike.
 */
export function printBands(
  counts: LevelCounts,
  bands: number,
): {
  readonly room: Printed<{ readonly counts: Counts }>
  readonly levels: readonly Printed<{ readonly counts: Counts }>[]
} {
  const showing = shownGroups(sizesOf(counts), SMALLEST_DISTRIBUTION)
  if (!showing.room.shown) {
    const hidden = hide('too-few-for-spread')
    return { room: hidden, levels: counts.levels.map(() => hidden) }
  }
  const whole = addCounts(bands, [...counts.levels, counts.none])
  const hidden = counts.levels.filter((_, level) => !showing.levels[level]!.shown)
  const parts = [
    ...counts.levels.filter((_, level) => showing.levels[level]!.shown),
    addCounts(bands, [...hidden, counts.none]),
  ]
  const alike = parts.some((part) => sumOf(part) > 0 && isNearlyAlike(part))
  return {
    room: isNearlyAlike(whole) ? hide('one-answer') : { shown: true, counts: whole },
    levels: counts.levels.map((level, index) => {
      const may = showing.levels[index]!
      if (!may.shown) return may.why === 'too-few' ? hide('too-few-for-spread') : may
      return alike ? hide('one-answer') : { shown: true, counts: level }
    }),
  }
}
