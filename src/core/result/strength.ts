import { evidenceOf } from '../findings/evaluate.ts'
import type { Reading } from '../findings/reading.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import type { Finding } from '../questionnaire/schema.ts'
import { keyedStepOf } from '../scoring/keyed.ts'

/** The highest keyed step among the statements about the organisation that a finding rests on; 0 where it rests on none. */
export function strengthOf(reading: Reading, finding: Finding): number {
  const named = evidenceOf(reading, finding)
  const items = reading.questionnaire.items.filter(isConceptItem).filter(({ id }) => named.includes(id))
  return Math.max(0, ...items.map((item) => keyedStepOf(reading.questionnaire, reading.response.answers, item) ?? 0))
}
