import { printCantTell, type PrintedRoomCount } from '../../disclosure/print-cant-tell.ts'
import { hide, type Printed } from '../../disclosure/printed.ts'
import { cohortsOf } from './cohorts-of.ts'
import { UNSEEN, type AnswerColumn, type RoomPeople } from './room-data.ts'

/** Between which counts a printed one lies, of a group of so many. */
export function countRange(printed: PrintedRoomCount, size: number): { readonly low: number; readonly high: number } {
  switch (printed.is) {
    case 'number':
      return { low: printed.number, high: printed.number }
    case 'between':
      return { low: printed.low, high: printed.high }
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

export interface PrintedSight {
  readonly room: Printed<PrintedRoomCount>
  readonly levels: readonly Printed<PrintedRoomCount>[]
}

interface Part {
  readonly size: number
  readonly printed: Printed<PrintedRoomCount>
}

/** One group over its cohorts: what is printed of each by itself, added up. */
function addUp(parts: readonly Part[]): Printed<PrintedRoomCount> {
  const filled = parts.filter(({ size }) => size > 0)
  const [only] = filled
  if (!only) return hide('too-few')
  if (filled.length === 1) return only.printed
  let low = 0
  let high = 0
  for (const { size, printed } of filled) {
    if (!printed.shown) return hide(printed.why === 'too-few' ? 'too-few-new' : printed.why)
    const range = countRange(printed, size)
    low += range.low
    high += range.high
  }
  return low === high ? { shown: true, is: 'number', number: low } : { shown: true, is: 'between', low, high }
}

/**
 * How many could not tell, over the snapshots in which it was printed. Two views
 * tell by their difference how many of those who joined could not, so a later
 * view says no more than what may be said of each cohort by itself; and nothing
 * once somebody has left. Five of ten who joined and 'fewer than five' of those
 * before are between five and nine.
 */
export function printSight(
  { answers }: Pick<AnswerColumn, 'answers'>,
  earlier: readonly RoomPeople[],
  people: RoomPeople,
  k: number,
): PrintedSight {
  const { cohorts, left } = cohortsOf(earlier, people)
  if (left > 0) return { room: hide('others-left'), levels: people.levels.map(() => hide('others-left')) }
  const unseen = (group: Int32Array) => group.reduce((sum, person) => sum + (answers[person] === UNSEEN ? 1 : 0), 0)
  const parts = cohorts.map(({ levels, none }) => {
    const sizes = { levels: levels.map(({ length }) => length), none: none.length }
    const printed = printCantTell(sizes, { levels: levels.map(unseen), none: unseen(none) }, k)
    return { sizes, total: sizes.levels.reduce((sum, size) => sum + size, sizes.none), printed }
  })
  return {
    room: addUp(parts.map(({ total, printed }) => ({ size: total, printed: printed.room }))),
    levels: people.levels.map((_, level) =>
      addUp(parts.map(({ sizes, printed }) => ({ size: sizes.levels[level]!, printed: printed.levels[level]! }))),
    ),
  }
}

/** `printSight` of the last of some snapshots. */
export function printSightOver(
  column: Pick<AnswerColumn, 'answers'>,
  snapshots: readonly RoomPeople[],
  k: number,
): PrintedSight {
  const printed: RoomPeople[] = []
  let view: PrintedSight = { room: hide('too-few'), levels: [] }
  for (const people of snapshots) {
    view = printSight(column, printed, people, k)
    if (view.room.shown) printed.push(people)
  }
  return view
}

/**
 * How many of the last snapshot are flagged, told as a count of *can't tell* is:
 * it is an answer about people, too.
 */
export function countFlagged(
  flagged: Uint8Array,
  snapshots: readonly RoomPeople[],
  k: number,
): Printed<PrintedRoomCount> {
  return printSightOver({ answers: Int8Array.from(flagged, (is) => (is ? UNSEEN : 0)) }, snapshots, k).room
}
