import { countRange } from '../disclosure/release-cant-tell.ts'
import { meaningOf } from '../disclosure/release-mean.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import { isCounted, streamsOf, type Known, type PathStream } from '../result/signal-path.ts'
import type { RoomView } from './room-view.ts'

/** A level's released answers to an item, as a place on the path; `hidden` where nothing is released. */
function knownOf({ items, sight, size }: RoomView, level: number, id: string): Known {
  const hidden: Known = { fate: 'hidden', share: null }
  const people = size.levels[level]?.size ?? 0
  const unseen = sight.items.find(({ item }) => item === id)?.levels[level]
  if (unseen?.shown && people > 0 && 2 * countRange(unseen, people).low >= people)
    return { fate: 'unseen', share: null }
  const item = items.find((candidate) => candidate.item === id)
  const mean = item?.levels[level]
  if (!item || !mean?.shown) return hidden
  const released = meaningOf(mean)
  const [low, high] = item.reversed ? [100 - released.high, 100 - released.low] : [released.low, released.high]
  // Between what the mean lies may leave open on which side of the middle that is.
  if (isCounted(low / 100) !== isCounted(high / 100)) return hidden
  return { fate: isCounted(low / 100) ? 'counted' : 'passes', share: (low + high) / 200 }
}

/**
 * The signal path as one level of a room reports it. It rests on what is released
 * alone, so that it tells nothing more: a statement is counted where the level's
 * released mean lies above the middle of the scale, and unseen where half of the
 * level or more certainly cannot tell. Never throws on a checked questionnaire.
 *
 * @param level the level's index, from the one nearest the top
 */
export function roomPathOf(questionnaire: Questionnaire, view: RoomView, level: number): PathStream[] {
  return streamsOf(questionnaire, ({ id }) => knownOf(view, level, id))
}
