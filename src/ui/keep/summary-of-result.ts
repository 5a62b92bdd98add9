import { assess } from '../../core/result/assess.ts'
import type { ShownResult } from '../../core/result/shown-result.ts'
import { findingToSend } from '../../core/result/summary.ts'
import type { Catalogue } from '../parts/catalogue.ts'
import { summaryWords, type SummaryWords } from '../result/summary-words.ts'
import type { ResultWords } from './result-words.ts'

/** The summary of a result, from which no single answer can be read. */
export const summaryOfResult = ({ part, texts }: ResultWords, catalogue: Catalogue, shown: ShownResult): SummaryWords =>
  summaryWords({
    part,
    texts,
    finding: findingToSend(assess(part.questionnaire, shown.response)),
    vantage: shown.response.vantage,
    completedOn: shown.completedOn,
    address: catalogue.bareAddressOf(part.questionnaire.id),
  })
