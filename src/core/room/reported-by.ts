import { isConceptItem, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import type { Interval } from '../statistics/interval.ts'
import type { RoomView } from './room-view.ts'
import { shareFrom } from './share-from.ts'

/**
 * Between which shares of those who answered an item chose an option or one further
 * on, reversed items turned: certain from what is released. `null` where nothing is.
 */
export function reportedBy(
  questionnaire: Pick<Questionnaire, 'items' | 'scales'>,
  room: Pick<RoomView, 'items'>,
  id: string,
  option: string,
): Interval | null {
  const item = questionnaire.items.filter(isConceptItem).find((candidate) => candidate.id === id)
  const view = room.items.find((candidate) => candidate.item === id)
  if (!item || !view) return null
  const { options } = scaleOf(questionnaire, item)
  const from = stepOfOption(scaleOf(questionnaire, item), option)
  if (from === null) return null
  if (!item.reversed) return shareFrom(view, from, options.length)
  // Keyed from the option on is raw up to its mirror: all but those above it.
  const above = shareFrom(view, options.length + 2 - from, options.length)
  return above && { low: 1 - above.high, high: 1 - above.low }
}
