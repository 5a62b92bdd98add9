import { allOf, negate } from '../../logic/three-valued.ts'
import type { Draft } from './draft.ts'
import type { Facts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain, reaches } from './outcome.ts'

/** The score lies in [from, below), on 0 to 100. */
export const shape = ({ concept, points }: Fields) => ({ concept, from: points.optional(), below: points.optional() })

/** The mean of the room, or of one of its ends, lies in [from, below). */
export const roomShape = ({ concept, group, points }: Fields) => ({
  concept,
  at: group.optional(),
  from: points.optional(),
  below: points.optional(),
})

type Score = ValueOf<typeof roomShape>

export function test(facts: Facts, { concept, at = 'room', from = 0, below }: Score) {
  const score = facts.scoreOf(concept, at)
  if (score === null) return plain(null)
  return plain(allOf([reaches(score, from), below === undefined ? true : negate(reaches(score, below))]))
}

export function bend(draft: Draft, { concept, at = 'room', from = 0, below = 100 }: Score, holds: boolean) {
  draft.at(at).fill([concept], holds ? (from + below) / 200 : from > 0 ? 0 : 1)
}
