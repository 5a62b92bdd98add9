import { testRule } from '../findings/conditions/outcome.ts'
import { testRoom } from '../findings/conditions/table.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import { roomFacts, type ReleasedRoom } from './room-facts.ts'
import type { RoomFindingView } from './room-view.ts'

/**
 * The findings about a room, in the questionnaire's order. They follow from
 * released figures alone, so they reveal no more than those. A rule that is unknown
 * shows nothing.
 */
export function roomFindings(questionnaire: Questionnaire, room: ReleasedRoom): RoomFindingView[] {
  const facts = roomFacts(questionnaire, room)
  let hasHeadline = false
  return (questionnaire.room ?? []).flatMap((finding) => {
    if (finding.part === 'headline' && hasHeadline) return []
    const { known, outcomes } = testRule(finding.when, (condition) => testRoom(facts, condition))
    if (known !== true) return []
    hasHeadline ||= finding.part === 'headline'
    const named = new Set(outcomes.filter((outcome) => outcome.known === true).flatMap(({ items }) => items))
    return [
      {
        finding: finding.id,
        part: finding.part,
        concept: finding.concept ?? null,
        items: questionnaire.items.filter(({ id }) => named.has(id)).map(({ id }) => id),
        answers: finding.answers ?? [],
      },
    ]
  })
}
