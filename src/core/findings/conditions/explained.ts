import type { Draft } from './draft.ts'
import type { ResponseFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { overItems } from './outcome.ts'

/** At least so many of these lens items were answered on the scale. Always known. */
export const shape = ({ list, lensItem, count }: Fields) => ({ items: list(lensItem), atLeast: count })

type Explained = ValueOf<typeof shape>

export function test(facts: ResponseFacts, { items, atLeast }: Explained) {
  return overItems(items, atLeast, (item) => facts.heldBy(item) !== null)
}

export function bend(draft: Draft, { items, atLeast }: Explained, holds: boolean) {
  for (const item of items) draft.hold(item, false)
  draft.leaveOpen(items.slice(holds ? atLeast : 0))
}
