import type { Draft } from './draft.ts'
import type { ResponseFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain } from './outcome.ts'

/** At least this share of the concepts' items was given an option. Always known. */
export const shape = ({ list, concept, share }: Fields) => ({ concepts: list(concept), share })

type Answered = ValueOf<typeof shape>

export function test(facts: ResponseFacts, { concepts, share }: Answered) {
  return plain(facts.shareOf(concepts, 'option') >= share)
}

export function bend(draft: Draft, { concepts }: Answered, holds: boolean) {
  if (holds) draft.fill(concepts, draft.next())
  else draft.unsee(concepts, 1)
}
