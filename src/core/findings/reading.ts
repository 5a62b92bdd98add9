import type { Questionnaire } from '../questionnaire/schema.ts'
import type { Response } from '../response/response.ts'
import { checkResponseQuality, type ResponseQuality } from '../scoring/response-quality.ts'
import { scoreConcepts, type ConceptScore } from '../scoring/score-concepts.ts'
import { compareConcepts, type Standing } from '../scoring/standing.ts'

/** A response together with all results that rules use, computed once. */
export interface Reading {
  readonly questionnaire: Questionnaire
  readonly response: Response
  readonly scores: readonly ConceptScore[]
  readonly standing: Standing
  readonly quality: ResponseQuality
}

/** Scores, compares and checks one response. Never throws on a checked questionnaire. */
export function readResponse(questionnaire: Questionnaire, response: Response): Reading {
  const scores = scoreConcepts(questionnaire, response.answers)
  return {
    questionnaire,
    response,
    scores,
    standing: compareConcepts(questionnaire, response.answers, scores),
    quality: checkResponseQuality(questionnaire, response),
  }
}
