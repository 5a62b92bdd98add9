import type { Condition, Questionnaire, Rule } from '../../core/questionnaire/schema.ts'
import { previewTexts } from '../locales/en/preview.ts'
import { ruleSentence } from './rule-sentence.ts'

const texts = previewTexts.rule

function describeCondition(condition: Condition, name: (item: string) => string): string {
  switch (condition.is) {
    case 'score':
      return texts.score(condition.concept, condition.from, condition.below)
    case 'scored':
      return texts.scored(condition.concept)
    case 'clear-of':
      return texts.clearOf(condition.concept, condition.of)
    case 'level':
      return texts.level(condition.concepts)
    case 'reported':
      return texts.reported(condition.items.map(name), condition.from, condition.atLeast)
    case 'facet-leads':
      return texts.facetLeads(condition.concept, condition.facet)
    case 'held':
      return texts.held(condition.items, condition.atLeast)
    case 'unseen':
      return texts.unseen(condition.concepts, condition.share)
    case 'answered':
      return texts.answered(condition.concepts, condition.share)
    case 'vantage':
      return texts.vantage(condition.in)
    case 'quality':
      return texts.quality(condition.note)
  }
}

/**
 * A rule as one sentence, with the ids it names. Reversed items are marked,
 * because their answers count turned round. Never throws.
 */
export function describeRule(rule: Rule, questionnaire: Pick<Questionnaire, 'items'>): string {
  return ruleSentence(rule, questionnaire, describeCondition)
}
