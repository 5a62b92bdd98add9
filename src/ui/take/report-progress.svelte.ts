import type { TakeSession } from './take-session.svelte.ts'

export interface ProgressReports {
  readonly started: () => void
  readonly progressed: (answered: number) => void
  readonly completed: (answered: number) => void
}

/**
 * Reports how far a run is, by counts alone: when it begins, when more is answered,
 * and when its result is reached, once for the same answers. Progress from before
 * the page was opened is not reported again. Returns a function that unsubscribes.
 */
export function reportProgress(session: TakeSession, reports: ProgressReports): () => void {
  const countAnswered = () => session.part.items.length - session.unanswered
  // A vantage that the host presumes does not begin a run: only the reader's own
  // act does.
  const hasBegun = () => session.run !== null && session.hasBegun
  let isStartTold = hasBegun()
  let isEndTold = session.completedOn !== null
  let before = countAnswered()
  return $effect.root(() => {
    $effect(() => {
      const answered = countAnswered()
      const { completedOn, place } = session
      if (!hasBegun()) isStartTold = false
      else if (!isStartTold) {
        isStartTold = true
        reports.started()
      }
      if (answered !== before) reports.progressed(answered)
      before = answered
      if (completedOn === null) isEndTold = false
      else if (!isEndTold && place.on === 'result') {
        isEndTold = true
        reports.completed(answered)
      }
    })
  })
}
