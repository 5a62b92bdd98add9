import type { TakeSession } from './take-session.svelte.ts'

export interface ProgressReports {
  readonly started: () => void
  readonly progressed: (answered: number) => void
  readonly completed: (answered: number) => void
}

/**
 * Tells somebody outside how far a run is, by counts alone: when it begins, when
 * more is answered, and each time its result is reached. What was done before
 * the page was opened is not told again. Returns what ends that.
 */
export function reportProgress(session: TakeSession, reports: ProgressReports): () => void {
  const countAnswered = () => session.part.items.length - session.unanswered
  let hasStarted = session.hasBegun && countAnswered() > 0
  let before = countAnswered()
  let wasComplete = session.place.on === 'result'
  return $effect.root(() => {
    $effect(() => {
      const answered = countAnswered()
      const isComplete = session.place.on === 'result'
      if (session.run === null) hasStarted = false
      else if (!hasStarted) {
        hasStarted = true
        reports.started()
      }
      if (answered !== before) reports.progressed(answered)
      if (isComplete && !wasComplete) reports.completed(answered)
      before = answered
      wasComplete = isComplete
    })
  })
}
