import { saysMoreOn } from '../../core/room/says-distance.ts'
import { RoomReading } from './room-reading.ts'

/**
 * The earlier view of a room, with the distance on those concepts alone on which it says more than this view: it stands
 * as it was shown. `null` where there is none.
 */
export function earlierDistance({ view, before, part, workshop, texts }: RoomReading): RoomReading | null {
  if (!before) return null
  const there = saysMoreOn(before, view, part.questionnaire)
  if (there.length === 0) return null
  const concepts = before.distance.concepts.filter(({ concept }) => there.includes(concept))
  const earlier = { ...before, distance: { ...before.distance, concepts } }
  return new RoomReading({ view: earlier, part, workshop, texts })
}

/** Which view it is, and of which day. */
export const whenShown = ({ texts, view }: RoomReading): string =>
  texts.snapshot(view.snapshot, texts.date(view.takenOn))
