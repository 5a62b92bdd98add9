import type { RoomCondition, RoomConditionSentences } from '../../core/findings/conditions/table.ts'
import type { Questionnaire, RoomRule } from '../../core/questionnaire/schema.ts'
import { previewTexts } from '../locales/en/preview.ts'
import { ruleSentence } from './rule-sentence.ts'

const sentences: RoomConditionSentences = previewTexts.roomConditions

function describeCondition<Is extends keyof RoomConditionSentences>(
  condition: RoomCondition<Is>,
  name: (item: string) => string,
): string {
  return sentences[condition.is](condition, name)
}

/**
 * A rule about a room as one sentence, with the ids it names. Reversed items are
 * marked, because their answers count turned round. Never throws.
 */
export function describeRoomRule(rule: RoomRule, questionnaire: Pick<Questionnaire, 'items'>): string {
  return ruleSentence(rule, questionnaire, describeCondition)
}
