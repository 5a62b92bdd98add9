import type { Draft } from './draft.ts'
import type { Facts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain } from './outcome.ts'

/** A score could be formed. Always known. */
export const shape = ({ concept }: Fields) => ({ concept })

/** The mean of the room, or of one of its ends, is released. Always known. */
export const roomShape = ({ concept, group }: Fields) => ({ concept, at: group.optional() })

type Scored = ValueOf<typeof roomShape>

export function test(facts: Facts, { concept, at = 'room' }: Scored) {
  return plain(facts.scoreOf(concept, at) !== null)
}

export function bend(draft: Draft, { concept, at = 'room' }: Scored, holds: boolean) {
  if (holds) draft.at(at).fill([concept], draft.next())
  else draft.at(at).skip([concept])
}
