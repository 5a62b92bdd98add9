import { meaningOf } from '../disclosure/release-mean.ts'
import { allOf, type Known } from '../logic/three-valued.ts'
import { countRange } from '../disclosure/release-cant-tell.ts'
import type { ItemSight, ItemView, RoomSize } from './room-view.ts'

/**
 * The mean from which people report a statement at least sometimes, in points,
 * turned round for a reversed item.
 */
const REPORTED = 50

/**
 * The two facts about an item that decide it: whether half at the top cannot tell,
 * and whether those closest to the work report it.
 */
interface Ends {
  readonly hasHalf: Known
  readonly isReported: Known
}

/**
 * Whether half or more of the top level cannot tell, and whether the work level
 * reports it: `null` where the released figures leave that open.
 */
export function endsOfSight(item: ItemView, sight: readonly ItemSight[], { levels }: Pick<RoomSize, 'levels'>): Ends {
  const top = levels[0]!.size
  const unseen = sight.find((candidate) => candidate.item === item.item)?.levels[0]
  const work = item.levels.at(-1)
  return {
    hasHalf: unseen?.shown ? halfOf(countRange(unseen, top), top) : null,
    isReported: work?.shown ? reports(meaningOf(work), item.reversed) : null,
  }
}

function halfOf({ low, high }: { readonly low: number; readonly high: number }, size: number): Known {
  if (2 * low >= size) return true
  return 2 * high < size ? false : null
}

function reports({ low, high }: { readonly low: number; readonly high: number }, reversed: boolean): Known {
  const [least, most] = reversed ? [100 - high, 100 - low] : [low, high]
  if (least >= REPORTED) return true
  return most < REPORTED ? false : null
}

/**
 * The items that half or more of the level nearest the top cannot tell, and that
 * the level closest to the work puts at the middle of the scale or beyond: both
 * certain from the released figures.
 */
export function unseenFromTop(items: readonly ItemView[], sight: readonly ItemSight[], size: RoomSize): string[] {
  return items.flatMap((item) => {
    const { hasHalf, isReported } = endsOfSight(item, sight, size)
    return allOf([hasHalf, isReported]) === true ? [item.item] : []
  })
}
