import { isConceptItem, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import type { Interval } from '../statistics/interval.ts'
import type { RoomView } from './room-view.ts'
import { shareFrom } from './share-from.ts'

/**
 * Limits, certain from the released figures, of the share of those who answered an
 * item that chose an option or a higher one, reversed items turned. `null` where
 * nothing is released.
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
  // From the option on, keyed, is up to its mirror, raw: everybody but those above
  // that.
  const above = shareFrom(view, options.length + 2 - from, options.length)
  return above && { low: 1 - above.high, high: 1 - above.low }
}
