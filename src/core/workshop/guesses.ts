import type { CodeLayout } from '../response/layout.ts'
import type { Answers } from '../response/response.ts'
import type { Workshop } from './workshop.ts'

/** Whether people of a level are asked what the lowest level answers: not these themselves, and nobody without one. METHOD 15. */
export const isGuessing = ({ levels }: Pick<Workshop, 'levels'>, level: number | null): boolean =>
  level !== null && level < levels.length - 1

/** The items of a workshop's questionnaire that are guessed at in it; none where it does not ask. */
export const guessedItems = (
  { asksGuesses }: Pick<Workshop, 'asksGuesses'>,
  { items }: CodeLayout,
): CodeLayout['items'] => (asksGuesses ? items.filter(({ guessed }) => guessed) : [])

/**
 * The guesses of somebody's that are kept: those that the workshop asks for, of a level that
 * it asks. Absent where none are left.
 *
 * @param guesses fitted to the workshop's version
 */
export function guessesToKeep(
  workshop: Pick<Workshop, 'asksGuesses' | 'levels'>,
  layout: CodeLayout,
  level: number | null,
  guesses: Answers | undefined,
): { readonly guesses?: Answers } {
  if (!guesses || !isGuessing(workshop, level)) return {}
  const kept = guessedItems(workshop, layout).flatMap(({ id }) => {
    const guess = guesses[id]
    return guess === undefined ? [] : [[id, guess] as const]
  })
  return kept.length === 0 ? {} : { guesses: Object.fromEntries(kept) }
}
