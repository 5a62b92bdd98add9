import type { Draft } from './draft.ts'
import type { RoomFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain } from './outcome.ts'

/** The reading of the top's guesses on a concept, beside its own answers and the work's. METHOD 15. */
export const roomShape = ({ oneOf, concept }: Fields) => ({
  concept,
  reads: oneOf(['knows', 'sees-itself', 'expected-less', 'expected-more', 'cannot-tell']),
})

type Guessed = ValueOf<typeof roomShape>

export type Reading = Guessed['reads']

export function testRoom(facts: RoomFacts, { concept, reads }: Guessed) {
  const reading = facts.guessReading(concept)
  return plain(reading === null ? null : reading === reads)
}

/** Where the top answers itself, what it expects and what the work answers, from 0 to 1. */
const BENT: Readonly<Record<Reading, readonly [own: number, guess: number, work: number]>> = {
  knows: [0.2, 0.75, 0.75],
  'sees-itself': [0.2, 0.2, 0.8],
  'expected-less': [0.15, 0.5, 0.85],
  'expected-more': [0.85, 0.5, 0.15],
  'cannot-tell': [0.5, 0.5, 0.5],
}

export function bendRoom(draft: Draft, { concept, reads }: Guessed, holds: boolean) {
  const towards = holds ? reads : reads === 'cannot-tell' ? 'sees-itself' : 'cannot-tell'
  const [own, guess, work] = BENT[towards]
  // Of people who all answer alike no mean of a statement is shown.
  for (const [which, by] of [-0.13, 0.13].entries()) {
    const [top, close] = [draft.at('top'), draft.at('work')].map((people) => people.half(which as 0 | 1))
    top!.fill([concept], own + by)
    top!.expect([concept], guess + by)
    close!.fill([concept], work + by)
  }
}
