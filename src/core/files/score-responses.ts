import type { ScoredParts } from '../questionnaire/lookup.ts'
import { QUALITY_NOTES, type QualityNote } from '../findings/conditions/quality.ts'
import type { GivenVantage } from '../response/response.ts'
import { checkResponseQuality } from '../scoring/response-quality.ts'
import { scoreConcepts, type ConceptScore } from '../scoring/score-concepts.ts'
import type { SheetResponse } from './read-row.ts'

/** One respondent of a file, scored. */
export interface ScoredResponse {
  readonly row: number
  readonly line: number
  readonly id: string | null
  readonly vantage: GivenVantage
  /** In the order of the questionnaire's concepts. */
  readonly concepts: readonly ConceptScore[]
  /** How the response was given, never "fast": files of other tools do not say how long an item was looked at. */
  readonly quality: readonly QualityNote[]
}

/** Scores each respondent of a file alone, as the page would. Never throws on a checked questionnaire. */
export function scoreResponses(parts: ScoredParts, responses: readonly SheetResponse[]): ScoredResponse[] {
  return responses.map(({ row, line, id, response }) => {
    const { notes } = checkResponseQuality(parts, response)
    return {
      row,
      line,
      id,
      vantage: response.vantage,
      concepts: scoreConcepts(parts, response.answers),
      quality: QUALITY_NOTES.filter((note) => notes.has(note)),
    }
  })
}
