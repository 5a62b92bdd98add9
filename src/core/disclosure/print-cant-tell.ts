import type { PrintedMean } from './print-mean.ts'
import { hide, type Printed } from './printed.ts'
import { shownGroups, type GroupSizes } from './shown-groups.ts'

/**
 * How many of a group answered *can't tell*, as told: a number only where at
 * least k did and at least k did not. *Can't tell* is an answer too.
 */
export type PrintedCount =
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'fewer-than'; readonly number: number }
  | { readonly is: 'all-but-fewer-than'; readonly number: number }
  | { readonly is: 'under-half' }
  | { readonly is: 'half-or-more' }

/** A count of the room that would tell a level's is printed as the numbers it lies between. */
export type PrintedRoomCount = PrintedCount | Extract<PrintedMean, { is: 'between' }>

function printCount(count: number, size: number, k: number): PrintedCount {
  if (size < 2 * k) return { is: 2 * count >= size ? 'half-or-more' : 'under-half' }
  if (count < k) return { is: 'fewer-than', number: k }
  if (size - count < k) return { is: 'all-but-fewer-than', number: k }
  return { is: 'number', number: count }
}

/** Between which counts the true one lies, for somebody who reads what is printed. */
function rangeOf(printed: PrintedCount, size: number): { low: number; high: number } {
  switch (printed.is) {
    case 'number':
      return { low: printed.number, high: printed.number }
    case 'fewer-than':
      return { low: 0, high: printed.number - 1 }
    case 'all-but-fewer-than':
      return { low: size - printed.number + 1, high: size }
    case 'under-half':
      return { low: 0, high: Math.ceil(size / 2) - 1 }
    case 'half-or-more':
      return { low: Math.ceil(size / 2), high: size }
  }
}

/**
 * How many answered *can't tell* to one item, for the room and per level.
 *
 * A level under 2k people says only whether it was half of them. The room's
 * number would, less the levels' numbers, tell what a level's words leave open,
 * so it is worked out from what is printed about the parts, and given as a range
 * where these are words.
 *
 * Seven of eight, two of ten and six of twelve, k = 5: half or more, fewer than
 * five, six; the room between 10 and 18.
 *
 * @param sizes everybody in the view, by level: not only who answered
 * @param counts how many of them answered *can't tell*
 */
export function printCantTell(
  sizes: GroupSizes,
  counts: GroupSizes,
  k: number,
): { readonly room: Printed<PrintedRoomCount>; readonly levels: readonly Printed<PrintedCount>[] } {
  const showing = shownGroups(sizes, k)
  if (!showing.room.shown) return { room: showing.room, levels: sizes.levels.map(() => hide('too-few')) }
  const levels = showing.levels.map((level, index): Printed<PrintedCount> =>
    level.shown ? { shown: true, ...printCount(counts.levels[index]!, sizes.levels[index]!, k) } : level,
  )
  const hiddenCount = counts.levels.reduce(
    (sum, count, index) => (levels[index]!.shown ? sum : sum + count),
    counts.none,
  )
  const parts = levels.flatMap((level, index) => (level.shown ? [rangeOf(level, sizes.levels[index]!)] : []))
  if (showing.rest > 0) parts.push(rangeOf(printCount(hiddenCount, showing.rest, k), showing.rest))
  const low = parts.reduce((sum, part) => sum + part.low, 0)
  const high = parts.reduce((sum, part) => sum + part.high, 0)
  const only = parts.length === 1 ? printCount(hiddenCount + shownCount(counts, levels), sumSizes(sizes), k) : undefined
  if (only) return { room: { shown: true, ...only }, levels }
  return {
    room: low === high ? { shown: true, is: 'number', number: low } : { shown: true, is: 'between', low, high },
    levels,
  }
}

function shownCount(counts: GroupSizes, levels: readonly { readonly shown: boolean }[]): number {
  return counts.levels.reduce((sum, count, index) => (levels[index]!.shown ? sum + count : sum), 0)
}

function sumSizes({ levels, none }: GroupSizes): number {
  return levels.reduce((sum, size) => sum + size, none)
}
