import { apartBy } from './apart-by.ts'
import type { RoomView } from './room-view.ts'

/**
 * The concepts on which a view says something of the distance between its two ends: their difference, or how far
 * apart they are at least, which follows from the two means. In the order of the view.
 */
export function saysDistanceOn({
  concepts,
  distance: { top, work, concepts: distances },
}: Pick<RoomView, 'concepts' | 'distance'>): string[] {
  return distances.flatMap(({ concept, difference }) => {
    if (difference.shown) return [concept]
    const levels = concepts.find((one) => one.concept === concept)?.levels
    const [one, other] = [levels?.[top], levels?.[work]]
    return one?.shown && other?.shown && apartBy(one.mean, other.mean).atLeast > 0 ? [concept] : []
  })
}
