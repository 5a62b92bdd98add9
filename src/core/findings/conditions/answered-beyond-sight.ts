import type { Draft } from './draft.ts'
import type { ResponseFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { overItems, plain } from './outcome.ts'

/** At least so many of the concepts' items were answered on the scale from a place they cannot be seen from. Unknown where no place was said. */
export const shape = ({ list, concept, count }: Fields) => ({ concepts: list(concept), atLeast: count })

type AnsweredBeyondSight = ValueOf<typeof shape>

export function test(facts: ResponseFacts, { concepts, atLeast }: AnsweredBeyondSight) {
  const items = facts.answeredBeyondSight(concepts)
  return items === null ? plain(null) : overItems(items, atLeast, () => true)
}

export function bend(draft: Draft, { concepts }: AnsweredBeyondSight, holds: boolean) {
  if (holds) draft.fill(concepts, draft.next())
  else draft.unsee(concepts, 1)
}
