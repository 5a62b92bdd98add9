import { MOST_FOUND } from '../bounds/bounds.ts'
import type { Fate, Outcome } from './outcome.ts'
import type { Candidate, ReadCandidate } from './setting.ts'

/** Takes every response that can be read, and gives each passage its outcome. */
export function settle(read: Iterable<ReadCandidate>, take: (candidate: Candidate) => Fate): Outcome[] {
  const outcomes: Outcome[] = []
  for (const one of read) {
    if (outcomes.length === MOST_FOUND) {
      const { line } = one.ok ? one.candidate : one.outcome
      return [...outcomes, { line, excerpt: '', outcome: 'too-many', most: MOST_FOUND }]
    }
    if (!one.ok) outcomes.push(one.outcome)
    else outcomes.push({ line: one.candidate.line, excerpt: one.candidate.excerpt, ...take(one.candidate) })
  }
  return outcomes
}
