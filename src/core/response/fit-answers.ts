import type { CodeLayout } from './layout.ts'
import type { Answer, Answers } from './response.ts'

export interface FittedAnswers {
  readonly answers: Answers
  /** Items of the earlier version that are no longer there, or have another number of options. */
  readonly gone: readonly string[]
  /** Items that the earlier version did not have, or had with another number of options. */
  readonly added: readonly string[]
}

/**
 * Carries answers from one version of a questionnaire over to another: those to
 * items that both have under one id with the same number of options. Items keep
 * their id only as long as they keep their meaning.
 */
export function fitAnswers(answers: Answers, from: CodeLayout, to: CodeLayout): FittedAnswers {
  const optionsIn = (layout: CodeLayout, item: string) => layout.items.find(({ id }) => id === item)?.options
  const fits = (item: string) => optionsIn(from, item) !== undefined && optionsIn(from, item) === optionsIn(to, item)
  const kept: [string, Answer][] = Object.entries(answers).filter(([item]) => fits(item))
  return {
    answers: Object.fromEntries(kept),
    gone: from.items.map(({ id }) => id).filter((id) => !fits(id)),
    added: to.items.map(({ id }) => id).filter((id) => !fits(id)),
  }
}
