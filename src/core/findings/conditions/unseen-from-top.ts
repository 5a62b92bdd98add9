import type { Draft } from './draft.ts'
import type { RoomFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'

/**
 * At least so many items of these concepts are unseen from the top, where half or
 * more cannot tell, and reported by the work. Always known.
 */
export const roomShape = ({ list, concept, count }: Fields) => ({ concepts: list(concept), atLeast: count })

type UnseenFromTop = ValueOf<typeof roomShape>

export function testRoom(facts: RoomFacts, { concepts, atLeast }: UnseenFromTop) {
  const items = facts.itemsOf(concepts).filter((item) => facts.isUnseenFromTop(item))
  return { known: items.length >= atLeast, items }
}

export function bendRoom(draft: Draft, { concepts }: UnseenFromTop, holds: boolean) {
  if (holds) draft.at('top').unsee(concepts, 1)
  else draft.at('top').fill(concepts, draft.next())
  draft.at('work').fill(concepts, holds ? 0.9 : draft.next())
}
