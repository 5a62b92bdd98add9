import { allOf } from '../../logic/three-valued.ts'
import type { Draft } from './draft.ts'
import type { Facts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain } from './outcome.ts'

/** The concept's band, of a room its interval, lies above every one of the others', before and after the acquiescence correction. */
export const shape = ({ list, concept }: Fields) => ({ concept, of: list(concept) })

type ClearOf = ValueOf<typeof shape>

export function test(facts: Facts, { concept, of }: ClearOf) {
  return plain(allOf(of.map((other) => facts.clearOf(concept, other))))
}

export function bend(draft: Draft, { concept, of }: ClearOf, holds: boolean) {
  draft.fill([concept], holds ? 0.4 + 0.6 * draft.next() : 0)
  draft.fill(of, holds ? 0.4 * draft.next() : 0.5)
}
