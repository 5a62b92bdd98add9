import { scaleOf, type ScoredParts } from '../questionnaire/lookup.ts'
import { stepOf, type Answers } from '../response/response.ts'

/**
 * How far a person leans towards the upper options whatever the statement: the mean
 * raw step over matched opposite pairs, less the middle of the scale. In steps.
 * Hofstee, ten Berge & Hendriks 1998; METHOD 4. Answers 4 and 4 to a statement and
 * its opposite on a five-step scale give 1.
 *
 * @returns `null` when no pair is answered in full.
 */
export function acquiescence(parts: ScoredParts, answers: Answers): number | null {
  const leanings: number[] = []
  for (const pair of parts.opposites) {
    const items = pair.map((id) => parts.items.find((item) => item.id === id))
    const steps = pair.map((id) => stepOf(answers, id))
    const [first, second] = items
    if (!first || !second || steps[0] == null || steps[1] == null) continue
    for (const [index, item] of [first, second].entries()) {
      leanings.push(steps[index]! - (1 + scaleOf(parts, item).options.length) / 2)
    }
  }
  return leanings.length === 0 ? null : leanings.reduce((total, leaning) => total + leaning, 0) / leanings.length
}
