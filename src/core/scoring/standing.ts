import type { ScoredParts } from '../questionnaire/lookup.ts'
import type { Known } from '../logic/three-valued.ts'
import type { Answers } from '../response/response.ts'
import { acquiescence } from './acquiescence.ts'
import { scoreConcepts, type ConceptScore } from './score-concepts.ts'

/** The order of the concepts, where it is clear. */
export interface Standing {
  /**
   * Whether the first concept's band lies wholly above the second's, both as scored
   * and after the acquiescence correction. Unknown where either has no score, or
   * where the questionnaire has opposite pairs and none of them was answered, so
   * that the correction cannot be formed.
   */
  clearOf(concept: string, other: string): Known
}

function above(scores: readonly ConceptScore[], concept: string, other: string): Known {
  const upper = scores.find((score) => score.concept === concept)?.band
  const lower = scores.find((score) => score.concept === other)?.band
  return upper && lower ? upper.low > lower.high : null
}

/** Compares the concepts of one response. METHOD 12: ranked only where bands do not overlap, and both ways agree. */
export function compareConcepts(parts: ScoredParts, answers: Answers, scores: readonly ConceptScore[]): Standing {
  const leaning = acquiescence(parts, answers)
  const corrected = leaning === null ? null : scoreConcepts(parts, answers, { acquiescence: leaning })
  return {
    clearOf(concept, other) {
      const given = above(scores, concept, other)
      if (given !== true) return given
      if (corrected) return above(corrected, concept, other)
      return parts.opposites.length === 0 ? true : null
    },
  }
}
