import type { Outcome } from './outcome.ts'

/** The present standing of a passage in a text. */
export type Standing = 'counts' | 'counted-no-longer' | 'known' | 'can-count' | 'waits' | 'apart' | 'not-taken'

const NOBODY: ReadonlySet<string> = new Set()

/** How many passages are known, and how many cannot be taken, which no later change does anything about. */
export function countStanding(outcomes: readonly Outcome[]): { readonly known: number; readonly refused: number } {
  let [known, refused] = [0, 0]
  for (const outcome of outcomes) {
    const standing = standingOf(outcome, NOBODY)
    if (standing === 'known') known++
    else if (standing === 'not-taken') refused++
  }
  return { known, refused }
}

/** The standing of a passage by its outcome, where the entries of these ids count by now. */
export function standingOf(outcome: Outcome, counting: ReadonlySet<string>): Standing {
  switch (outcome.outcome) {
    case 'taken':
    case 'replaced':
      return counting.has(outcome.entry) ? 'counts' : 'counted-no-longer'
    case 'older':
    case 'already-there':
    case 'earlier':
      return 'known'
    case 'asks':
      return 'waits'
    case 'set-apart':
      return 'apart'
    case 'taken-out':
    case 'same-again':
      return counting.has(outcome.spare.id) ? 'counts' : 'can-count'
    default:
      return 'not-taken'
  }
}
