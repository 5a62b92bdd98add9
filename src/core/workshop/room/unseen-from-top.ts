import { meaningOf } from '../../disclosure/print-mean.ts'
import { countRange } from './print-sight.ts'
import type { ItemSight, ItemView, RoomSize } from './room-view.ts'

/** From here on, in points turned round where an item is reversed, people report a statement at least sometimes. */
const REPORTED = 50

/**
 * The items that half or more of the level nearest the top cannot tell, and that
 * the level closest to the work puts at the middle of the scale or beyond: both
 * certain from what is printed.
 */
export function unseenFromTop(items: readonly ItemView[], sight: readonly ItemSight[], { levels }: RoomSize): string[] {
  const top = levels[0]!.size
  return items.flatMap(({ item, reversed, levels: means }) => {
    const unseen = sight.find((candidate) => candidate.item === item)?.levels[0]
    const work = means.at(-1)
    if (!unseen?.shown || !work?.shown || 2 * countRange(unseen, top).low < top) return []
    const { low, high } = meaningOf(work)
    return (reversed ? 100 - high : low) >= REPORTED ? [item] : []
  })
}
