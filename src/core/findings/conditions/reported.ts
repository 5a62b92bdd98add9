import type { Draft } from './draft.ts'
import type { Facts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { overItems, reachesShare } from './outcome.ts'

/** At least so many of these items were answered at this option or a higher one, reversed items turned. */
export const shape = ({ list, item, option, count }: Fields) => ({
  items: list(item),
  from: option,
  atLeast: count,
})

/** At least so many of these items are each reported by this share of those who answered them. */
export const roomShape = ({ list, item, option, share, count }: Fields) => ({
  items: list(item),
  from: option,
  share,
  atLeast: count,
})

type Reported = ValueOf<typeof shape> & Partial<ValueOf<typeof roomShape>>

export function test(facts: Facts, { items, from, share = 1, atLeast }: Reported) {
  return overItems(items, atLeast, (item) => reachesShare(facts.reportedBy(item, from), share))
}

export function bend(draft: Draft, { items, from }: Reported, holds: boolean) {
  for (const item of items) draft.report(item, holds ? from : null)
}
