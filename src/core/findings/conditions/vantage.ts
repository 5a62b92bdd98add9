import type { Draft } from './draft.ts'
import type { ResponseFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain } from './outcome.ts'

/** The respondent sits in one of these places. Unknown where it was not said. */
export const shape = ({ list, vantage }: Fields) => ({ in: list(vantage) })

type InPlace = ValueOf<typeof shape>

export function test({ vantage }: ResponseFacts, { in: places }: InPlace) {
  return plain(vantage === null ? null : places.includes(vantage))
}

export function bend(draft: Draft, { in: places }: InPlace, holds: boolean) {
  draft.sit((place) => places.includes(place) === holds)
}
