import type { Draft } from './draft.ts'
import type { RoomFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain } from './outcome.ts'

/** The top's mean lies clearly below or above that of the work, or this room cannot tell. */
export const roomShape = ({ oneOf, concept }: Fields) => ({ concept, top: oneOf(['lower', 'higher', 'cannot-tell']) })

type Distance = ValueOf<typeof roomShape>

export function testRoom(facts: RoomFacts, { concept, top }: Distance) {
  const distance = facts.distanceIn(concept)
  if (distance === null) return plain(null)
  if (top === 'cannot-tell') return plain(!distance.clear)
  return plain(distance.clear && distance.points < 0 === (top === 'lower'))
}

export function bendRoom(draft: Draft, { concept, top }: Distance, holds: boolean) {
  const [low, high] = [0.3 * draft.next(), 0.7 + 0.3 * draft.next()]
  const [here, there] = top === 'higher' ? [high, low] : [low, high]
  const isApart = holds === (top !== 'cannot-tell')
  draft.at('top').fill([concept], here)
  draft.at('work').fill([concept], isApart ? there : here)
}
