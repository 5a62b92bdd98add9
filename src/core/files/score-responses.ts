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

/**
 * Scores each respondent of a file alone, as the page would, when it is asked for: of
 * 100,000, no more than one has to be held. Never throws on a checked questionnaire.
 */
export function* scoreResponses(
  parts: ScoredParts,
  responses: Iterable<SheetResponse>,
): Generator<ScoredResponse, void> {
  for (const { row, line, id, response } of responses) {
    const { vantage, answers, secondsPerItem } = response
    const { notes } = checkResponseQuality(parts, { answers, secondsPerItem })
    yield {
      row,
      line,
      id,
      vantage,
      concepts: scoreConcepts(parts, answers),
      quality: QUALITY_NOTES.filter((note) => notes.has(note)),
    }
  }
}
