import type { Draft } from './draft.ts'
import type { ResponseFacts, RoomFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { overItems, plain, reachesShare } from './outcome.ts'

/** At least this share of the concepts' items was answered "can't tell". Always known. */
export const shape = ({ list, concept, share }: Fields) => ({ concepts: list(concept), share })

/** At least so many items of these concepts were answered "can't tell" by this share of a group. */
export const roomShape = ({ list, concept, group, share, count }: Fields) => ({
  at: group,
  concepts: list(concept),
  share,
  atLeast: count,
})

type Unseen = ValueOf<typeof shape>
type UnseenByGroup = ValueOf<typeof roomShape>

export function test(facts: ResponseFacts, { concepts, share }: Unseen) {
  return plain(facts.shareOf(concepts, 'cant-tell') >= share)
}

export function testRoom(facts: RoomFacts, { at, concepts, share, atLeast }: UnseenByGroup) {
  return overItems(facts.itemsOf(concepts), atLeast, (item) => reachesShare(facts.unseenBy(item, at), share))
}

export function bend(draft: Draft, { concepts, share }: Unseen, holds: boolean) {
  if (holds) draft.unsee(concepts, share)
  else draft.fill(concepts, draft.next())
}

export function bendRoom(draft: Draft, { at, concepts }: UnseenByGroup, holds: boolean) {
  if (holds) draft.at(at).unsee(concepts, 0.5 + 0.5 * draft.next())
  else draft.at(at).fill(concepts, draft.next())
}
