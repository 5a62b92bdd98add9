import type { AnswerColumn } from './room-data.ts'

/** People of a group per option of an item, lowest first. */
export function countAnswers(
  { answers, options }: Pick<AnswerColumn, 'answers' | 'options'>,
  people: Int32Array,
): number[] {
  const counts = Array.from({ length: options }, () => 0)
  for (const person of people) {
    const step = answers[person]!
    if (step > 0) counts[step - 1]!++
  }
  return counts
}
