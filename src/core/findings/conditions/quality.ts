import type { Draft } from './draft.ts'
import type { ResponseFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'

/** The notes on how a response was given that a finding can build on. METHOD 3. */
export const QUALITY_NOTES = ['fast', 'same-answer', 'flat', 'opposites', 'flagged'] as const

export type QualityNote = (typeof QUALITY_NOTES)[number]

/** The response carries this note. Whether it was fast is unknown where it was not timed. */
export const shape = ({ oneOf }: Fields) => ({ note: oneOf(QUALITY_NOTES) })

type Quality = ValueOf<typeof shape>

export function test(facts: ResponseFacts, { note }: Quality) {
  const known = note === 'fast' && !facts.isTimed ? null : facts.hasNote(note)
  return { known, items: note === 'opposites' ? facts.opposites : [] }
}

export function bend(draft: Draft, { note }: Quality, holds: boolean) {
  if (note === 'fast') draft.take(holds ? 1 : 9)
  else if (holds) draft.answerThroughout('highest')
  else if (note === 'opposites') draft.answerThroughout('lowest')
}
