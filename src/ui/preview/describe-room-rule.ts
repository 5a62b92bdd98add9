import type { Questionnaire, RoomCondition, RoomRule } from '../../core/questionnaire/schema.ts'
import { previewTexts } from '../locales/en/preview.ts'
import { ruleSentence } from './rule-sentence.ts'

const texts = previewTexts.roomRule

function describeCondition(condition: RoomCondition, name: (item: string) => string): string {
  switch (condition.is) {
    case 'scored':
      return texts.scored(condition.concept, condition.at ?? 'room')
    case 'score':
      return texts.score(condition.concept, condition.at ?? 'room', condition.from, condition.below)
    case 'clear-of':
      return texts.clearOf(condition.concept, condition.of)
    case 'level':
      return texts.level(condition.concepts)
    case 'distance':
      return texts.distance[condition.top](condition.concept)
    case 'reported':
      return texts.reported(condition.items.map(name), condition.from, condition.share, condition.atLeast)
    case 'held':
      return texts.held(condition.items, condition.share, condition.atLeast)
    case 'two-camps':
      return texts.twoCamps(condition.concepts, condition.atLeast)
    case 'unseen':
      return texts.unseen(condition.concepts, condition.at, condition.share, condition.atLeast)
    case 'unseen-from-top':
      return texts.unseenFromTop(condition.concepts, condition.atLeast)
  }
}

/**
 * A rule about a room as one sentence, with the ids it names. Reversed items are
 * marked, because their answers count turned round. Never throws.
 */
export function describeRoomRule(rule: RoomRule, questionnaire: Pick<Questionnaire, 'items'>): string {
  return ruleSentence(rule, questionnaire, describeCondition)
}
