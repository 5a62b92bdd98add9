import type { Draft } from './draft.ts'
import type { Facts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { overItems, reachesShare } from './outcome.ts'

/** At least so many of these lens items were answered at "agree" or above. */
export const shape = ({ list, lensItem, count }: Fields) => ({ items: list(lensItem), atLeast: count })

/** At least so many of these lens items are each held by this share of those who answered them. */
export const roomShape = ({ list, lensItem, share, count }: Fields) => ({
  items: list(lensItem),
  share,
  atLeast: count,
})

type Held = ValueOf<typeof shape> & Partial<ValueOf<typeof roomShape>>

export function test(facts: Facts, { items, share = 1, atLeast }: Held) {
  return overItems(items, atLeast, (item) => reachesShare(facts.heldBy(item), share))
}

export function bend(draft: Draft, { items }: Held, holds: boolean) {
  for (const item of items) draft.hold(item, holds)
}
