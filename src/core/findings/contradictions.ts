import type { Known } from '../logic/three-valued.ts'
import type { Finding } from '../questionnaire/schema.ts'
import { acquiescence, pairsAnswered } from '../scoring/acquiescence.ts'
import { evaluateRule } from './evaluate.ts'
import type { Reading } from './reading.ts'

/**
 * How many opposite pairs it takes to tell a tendency to agree. With two, simulated
 * people whose every answer is half a step up see more contradictions than others.
 */
const ENOUGH_PAIRS = 3

/**
 * Why a contradiction may be no more than agreement with whatever is asked: both
 * statements of an opposite pair were affirmed, or too few pairs were answered in
 * full, so that such a tendency cannot be told.
 */
export type Doubt = 'opposites-affirmed' | 'tendency-unknown'

export interface Contradiction {
  readonly finding: Finding
  /** `null` where nothing speaks against it. */
  readonly doubt: Doubt | null
}

export interface Contradictions {
  /** In the questionnaire's order. */
  readonly shown: readonly Contradiction[]
  /**
   * Whether some can be neither shown nor ruled out: `unanswered` where its statements
   * lack an answer, `tendency` where it holds as answered and no longer with the
   * tendency to agree taken off.
   */
  readonly open: 'unanswered' | 'tendency' | null
}

/**
 * The explanations held against what is reported. METHOD 12. One is shown where it
 * holds in the answers as given and still does with acquiescence taken off the
 * statements reported; the explanation itself is never corrected, since it is
 * answered on another scale. With opposites affirmed, or fewer than three pairs answered,
 * it carries a doubt.
 */
export function contradictionsOf(reading: Reading): Contradictions {
  const { questionnaire, response, quality } = reading
  const leaning = acquiescence(questionnaire, response.answers)
  const doubt: Doubt | null =
    quality.opposites.length > 0
      ? 'opposites-affirmed'
      : pairsAnswered(questionnaire, response.answers).length < ENOUGH_PAIRS
        ? 'tendency-unknown'
        : null
  const tried = questionnaire.findings
    .filter(({ part }) => part === 'contradiction')
    .map((finding): { finding: Finding; given: Known; guarded: Known } => ({
      finding,
      given: evaluateRule(reading, finding.when),
      guarded: evaluateRule(reading, finding.when, leaning),
    }))
  const shown = tried.filter(({ given, guarded }) => given === true && guarded === true)
  return {
    shown: shown.map(({ finding }) => ({ finding, doubt })),
    open: tried.some(({ given }) => given === null)
      ? 'unanswered'
      : tried.some(({ given, guarded }) => given === true && guarded !== true)
        ? 'tendency'
        : null,
  }
}
