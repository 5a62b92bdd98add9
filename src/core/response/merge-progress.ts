import { mergeAnswers, pick } from './merge-answers.ts'
import { EMPTY_PROGRESS, type Progress } from './progress.ts'

/**
 * Merges a run that two tabs have worked on, so that neither loses an answer:
 * whatever this tab changed since it last read the kept run is taken from this tab,
 * everything else from the other. Both must be the same run.
 *
 * @param base the kept run as this tab last read it; `null` if there was none
 * @param mine the run in this tab
 * @param theirs the kept run now
 */
export function mergeProgress(base: Progress | null, mine: Progress, theirs: Progress): Progress {
  const from = base ?? EMPTY_PROGRESS
  const seat = mine.vantage === from.vantage && mine.level === from.level ? theirs : mine
  return {
    ...mine,
    answers: mergeAnswers(from.answers, mine.answers, theirs.answers),
    vantage: seat.vantage,
    level: seat.level,
    about: pick(mine.about, from.about, theirs.about),
    priority: pick(mine.priority, from.priority, theirs.priority),
    timed: theirs.timed.items > mine.timed.items ? theirs.timed : mine.timed,
    completedOn: mine.completedOn ?? theirs.completedOn,
  }
}
