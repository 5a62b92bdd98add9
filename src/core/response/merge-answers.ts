import type { Answer, Answers } from './response.ts'

/** The value of this tab where it has changed since it was last read, else the other tab's. */
export const pick = <T>(own: T, before: T, other: T): T => (own === before ? other : own)

/** Answers that two tabs have given, of which neither loses one. @param base as this tab last read them */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Answers {
  const answers: Record<string, Answer> = {}
  for (const id of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [own, other] = [mine[id], theirs[id]]
    // No act removes an answer, so an answer on one side only is new and has not
    // reached the other yet.
    const answer = own === undefined || other === undefined ? (own ?? other) : pick(own, base[id], other)
    if (answer !== undefined) answers[id] = answer
  }
  return answers
}
