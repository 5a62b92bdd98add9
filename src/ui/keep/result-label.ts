import type { Answers } from '../../core/response/response.ts'
import type { OpenedResult } from '../../core/result/open-result.ts'
import { scoreConcepts } from '../../core/scoring/score-concepts.ts'
import { seatIn } from '../result/seat-in.ts'
import type { ResultWords } from './result-words.ts'

/** The label of a result among others: its name or label if it has one, its day, and the vantage. */
export function labelOf({ texts, keepTexts }: ResultWords, result: OpenedResult): string {
  const { saved, about, completedOn, response } = result
  const label = keepTexts.comparison.label(texts.date(completedOn), ...seatIn(texts, response.vantage))
  const name = saved?.name || about
  return name ? `${name}${texts.colon} ${label}` : label
}

/** The scores of a result in one line, to recognise it by. */
export function scoreLine({ part, texts }: ResultWords, answers: Answers): string {
  return scoreConcepts(part.questionnaire, answers)
    .map(({ concept, score }) => {
      const name = part.texts.concepts[concept]?.name ?? concept
      return `${name} ${score === null ? texts.chart.noScore : texts.number(score)}`
    })
    .join(' · ')
}
