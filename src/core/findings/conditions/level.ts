import { allOf, negate } from '../../logic/three-valued.ts'
import type { Draft } from './draft.ts'
import type { Facts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain } from './outcome.ts'

/** No two of these concepts lie clearly apart. */
export const shape = ({ list, concept }: Fields) => ({ concepts: list(concept, 2) })

type Level = ValueOf<typeof shape>

export function test(facts: Facts, { concepts }: Level) {
  const apart = concepts.flatMap((concept) =>
    concepts.filter((other) => other !== concept).map((other) => facts.clearOf(concept, other)),
  )
  return plain(allOf(apart.map(negate)))
}

export function bend(draft: Draft, { concepts }: Level, holds: boolean) {
  draft.fill(concepts, draft.next())
  if (!holds) draft.fill(concepts.slice(1), 0)
}
