import type { Draft } from './draft.ts'
import type { RoomFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { overItems } from './outcome.ts'

/** At least so many items of these concepts have answers in two camps. */
export const roomShape = ({ list, concept, count }: Fields) => ({ concepts: list(concept), atLeast: count })

type TwoCamps = ValueOf<typeof roomShape>

export function testRoom(facts: RoomFacts, { concepts, atLeast }: TwoCamps) {
  return overItems(facts.itemsOf(concepts), atLeast, (item) => facts.hasTwoCamps(item))
}

export function bendRoom(draft: Draft, { concepts }: TwoCamps, holds: boolean) {
  draft.half(0).fill(concepts, 0)
  draft.half(1).fill(concepts, holds ? 1 : 0)
}
