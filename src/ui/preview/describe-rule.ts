import type { ConditionSentences, ResponseCondition } from '../../core/findings/conditions/table.ts'
import type { Questionnaire, Rule } from '../../core/questionnaire/schema.ts'
import { previewTexts } from '../locales/en/preview.ts'
import { ruleSentence } from './rule-sentence.ts'

const sentences: ConditionSentences = previewTexts.conditions

function describeCondition<Is extends keyof ConditionSentences>(
  condition: ResponseCondition<Is>,
  name: (item: string) => string,
): string {
  return sentences[condition.is](condition, name)
}

/**
 * A rule as one sentence, with the ids it names. Reversed items are marked,
 * because their answers count turned round. Never throws.
 */
export function describeRule(rule: Rule, questionnaire: Pick<Questionnaire, 'items'>): string {
  return ruleSentence(rule, questionnaire, describeCondition)
}
