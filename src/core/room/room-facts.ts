import { meaningOf } from '../disclosure/release-mean.ts'
import type { RoomFacts } from '../findings/conditions/facts.ts'
import type { Group } from '../findings/conditions/fields.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import { clearOf } from './clear-of.ts'
import { hasTwoCamps } from './discuss-first.ts'
import { countRange } from '../disclosure/release-cant-tell.ts'
import { reportedBy } from './reported-by.ts'
import type { RoomView } from './room-view.ts'

/** Every released figure of a room, without findings. */
export type ReleasedRoom = Omit<RoomView, 'findings'>

function groupAt<T>(at: Group, groups: { readonly room: T; readonly levels: readonly T[] }): T | undefined {
  return at === 'room' ? groups.room : groups.levels.at(at === 'top' ? 0 : -1)
}

/** The facts of a room that the conditions of findings test, from released figures alone. */
export function roomFacts(questionnaire: Questionnaire, room: ReleasedRoom): RoomFacts {
  const unseen = new Set(room.sight.unseenFromTop)
  const sizes = { room: room.size.counted, levels: room.size.levels.map(({ size }) => size) }
  return {
    scoreOf(concept, group) {
      const view = room.concepts.find((candidate) => candidate.concept === concept)
      const score = view && groupAt(group, view)
      return score?.shown ? meaningOf(score.mean) : null
    },
    clearOf: (concept, other) => clearOf(questionnaire, room, concept, other),
    reportedBy: (item, option) => reportedBy(questionnaire, room, item, option),
    heldBy: (id) => room.lens.find(({ item }) => item === id)?.heldBy ?? null,
    itemsOf: (concepts) => room.items.filter(({ concept }) => concepts.includes(concept)).map(({ item }) => item),
    distanceIn(id) {
      const difference = room.distance.concepts.find(({ concept }) => concept === id)?.difference
      return difference?.shown ? difference : null
    },
    guessReading(id) {
      const reading = room.guesses?.[0]?.concepts.find(({ concept }) => concept === id)?.reading
      return reading?.shown ? reading.reading : null
    },
    unseenBy(id, group) {
      const sight = room.sight.items.find(({ item }) => item === id)
      const released = sight && groupAt(group, sight)
      const size = groupAt(group, sizes)
      if (!released?.shown || !size) return null
      const { low, high } = countRange(released, size)
      return { low: low / size, high: high / size }
    },
    hasTwoCamps(id) {
      const view = room.items.find(({ item }) => item === id)
      return view ? hasTwoCamps(view) : null
    },
    isUnseenFromTop: (item) => unseen.has(item),
  }
}
