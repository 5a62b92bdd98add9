import { scaleOf, type ScoredParts } from '../questionnaire/lookup.ts'
import { stepOf, type Answers } from '../response/response.ts'

/** The opposite pairs of which both statements have an answer on the scale. */
export const pairsAnswered = (
  { opposites, items }: Pick<ScoredParts, 'opposites' | 'items'>,
  answers: Answers,
): (readonly [string, string])[] =>
  opposites.filter((pair) => pair.every((id) => stepOf(answers, id) !== null && items.some((item) => item.id === id)))

/**
 * How far a person leans towards the upper options whatever the statement: the mean
 * raw step over matched opposite pairs, less the middle of the scale. In steps.
 * Hofstee, ten Berge & Hendriks 1998; METHOD 4. Answers 4 and 4 to a statement and
 * its opposite on a five-step scale give 1.
 *
 * @returns `null` when no pair is answered in full.
 */
export function acquiescence(parts: ScoredParts, answers: Answers): number | null {
  const leanings = pairsAnswered(parts, answers).flatMap((pair) =>
    pair.map((id) => {
      const item = parts.items.find((candidate) => candidate.id === id)!
      return stepOf(answers, id)! - (1 + scaleOf(parts, item).options.length) / 2
    }),
  )
  return leanings.length === 0 ? null : leanings.reduce((total, leaning) => total + leaning, 0) / leanings.length
}
