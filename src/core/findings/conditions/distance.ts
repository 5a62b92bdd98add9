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
  const [low, high] = [0.15 + 0.15 * draft.next(), 0.7 + 0.15 * draft.next()]
  const [here, there] = top === 'higher' ? [high, low] : [low, high]
  const isApart = holds === (top !== 'cannot-tell')
  // Of people who all answer alike no mean of a statement is shown.
  for (const [which, by] of [-0.13, 0.13].entries()) {
    const [first, last] = [draft.at('top'), draft.at('work')].map((people) => people.half(which as 0 | 1))
    first!.fill([concept], here + by)
    last!.fill([concept], (isApart ? there : here) + by)
  }
}
