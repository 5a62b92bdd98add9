import { printCantTell, type PrintedRoomCount } from '../disclosure/print-cant-tell.ts'
import { hide, type Printed } from '../disclosure/printed.ts'
import { cohortsOf } from './cohorts-of.ts'
import { everybody, UNSEEN, type AnswerColumn, type RoomPeople } from './room-data.ts'

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

/**
 * How many could not tell, beside the earlier snapshots in which it was printed.
 *
 * @param earlier those snapshots
 */
function printSight(
  { answers }: Pick<AnswerColumn, 'answers'>,
  earlier: readonly RoomPeople[],
  people: RoomPeople,
  k: number,
): PrintedSight {
  const { cohorts, left } = cohortsOf(earlier, people)
  const unseen = (group: Int32Array) => {
    let count = 0
    for (const person of group) if (answers[person] === UNSEEN) count++
    return count
  }
  const counted = cohorts.map(({ levels, none }) => ({
    sizes: { levels: levels.map(({ length }) => length), none: none.length },
    counts: { levels: levels.map(unseen), none: unseen(none) },
  }))
  const present = counted.filter(({ sizes }) => [...sizes.levels, sizes.none].some((size) => size > 0))
  return printCantTell(present.length > 0 ? present : counted.slice(0, 1), left, k)
}

/** How many could not tell an item in the last of some snapshots, beside what the earlier ones printed of it. */
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

/** How many of the last snapshot are flagged, told of the room alone and as *can't tell* is. */
export function countFlagged(
  flagged: Uint8Array,
  snapshots: readonly RoomPeople[],
  k: number,
): Printed<PrintedRoomCount> {
  const together = snapshots.map((people) => ({ levels: [], none: everybody(people) }))
  return printSightOver({ answers: Int8Array.from(flagged, (is) => (is ? UNSEEN : 0)) }, together, k).room
}
