import { releaseCantTell, type ReleasedRoomCount } from '../disclosure/release-cant-tell.ts'
import { suppress, type Released } from '../disclosure/released.ts'
import { cohortsOf } from './cohorts-of.ts'
import { countedPeople } from './counted-people.ts'
import { everybody, UNSEEN, type AnswerColumn, type RoomPeople } from './room-data.ts'

export interface ReleasedSight {
  readonly room: Released<ReleasedRoomCount>
  readonly levels: readonly Released<ReleasedRoomCount>[]
}

/**
 * How many could not tell, beside the earlier snapshots in which it was released.
 *
 * @param earlier those snapshots
 */
function releaseSight(
  { answers }: Pick<AnswerColumn, 'answers'>,
  earlier: readonly RoomPeople[],
  people: RoomPeople,
  k: number,
): ReleasedSight {
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
  return releaseCantTell(present.length > 0 ? present : counted.slice(0, 1), left, k)
}

/** How many could not tell an item in the last of these snapshots, beside the releases of the earlier ones. */
export function releaseSightOver(
  column: Pick<AnswerColumn, 'answers'>,
  snapshots: readonly RoomPeople[],
  k: number,
): ReleasedSight {
  const released: RoomPeople[] = []
  let view: ReleasedSight = { room: suppress('too-few'), levels: [] }
  for (const everyone of snapshots) {
    const people = countedPeople(everyone, k, released)
    view = releaseSight(column, released, people, k)
    if (view.room.shown) released.push(people)
  }
  return view
}

/** How many in the last snapshot are flagged, of the room alone and by the rules for *can't tell*. */
export function countFlagged(
  flagged: Uint8Array,
  snapshots: readonly RoomPeople[],
  k: number,
): Released<ReleasedRoomCount> {
  const together = snapshots.map((people) => ({ levels: [], none: everybody(people) }))
  return releaseSightOver({ answers: Int8Array.from(flagged, (is) => (is ? UNSEEN : 0)) }, together, k).room
}
