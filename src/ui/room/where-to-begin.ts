import type { RoomReading } from './room-reading.ts'
import { pointsApart } from './room-rows.ts'

/**
 * One thing of each kind that a room can begin with, where there is one: the
 * statement on which the ends lie furthest apart, the one on which the answers do,
 * what the top cannot see, and a belief at odds with what is reported.
 */
export function whereToBegin(reading: RoomReading): { readonly title: string; readonly words: string }[] {
  const { view, texts, top } = reading
  const widest = view.distance.items.find(({ place, atLeast }) => place === 1 && atLeast > 0)
  const split = view.discussFirst.ranked.find(({ place }) => place === 1)
  const [unseen] = view.sight.unseenFromTop
  const [contradiction] = reading.findings('contradiction')
  return [
    ...(widest
      ? [{ title: texts.apart.title, words: `${reading.itemText(widest.item)} ${pointsApart(reading, widest)}.` }]
      : []),
    ...(split ? [{ title: texts.discuss.title, words: reading.itemText(split.item) }] : []),
    ...(unseen
      ? [{ title: texts.sight.headline(view.sight.unseenFromTop.length, top), words: reading.itemText(unseen) }]
      : []),
    ...(contradiction ? [{ title: texts.contradiction.title, words: reading.findingText(contradiction).text }] : []),
  ]
}
