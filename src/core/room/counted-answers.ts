import type { Kinds } from './kinds-of.ts'
import { countedOver } from './release-items.ts'
import { selectPeople, type AnswerColumn, type RoomPeople } from './room-data.ts'
import type { AnswerTally } from './tally-answers.ts'

/** What the audit of a concept looks at. */
interface Audited {
  readonly columns: readonly AnswerColumn[]
  readonly snapshots: readonly RoomPeople[]
}

/**
 * A concept's answers as far as they count in its figures. Somebody without a level may be left out of them
 * (`countedPeople`): what the audit decides would tell their answers if it looked at them, since nothing else
 * depends on these. Whoever counts in nothing is not there; what does not count of an item is not answered.
 *
 * @param answers of its items, in the order of `columns`
 * @param leftOut for each view, whether those without a level who have a score are left out of the scores
 */
export function countedAnswers(
  { columns, snapshots }: Audited,
  answers: readonly AnswerTally[],
  kinds: Kinds,
  leftOut: readonly boolean[],
  k: number,
): Audited {
  const { of, views } = kinds
  if (views.every(({ none }) => none.length === 0)) return { columns, snapshots }
  const counted = answers.map((tally) => countedOver(tally, views, k))
  const scored = new Set(views.flatMap(({ none }, view) => (leftOut[view] ? [] : [...none])))
  const isThere = new Set(views.flatMap(({ levels }) => levels.flatMap((level) => [...level])))
  for (const some of [...counted, scored]) for (const kind of some) isThere.add(kind)
  return {
    columns: columns.map((column, at) => ({
      ...column,
      answers: column.answers.map((answer, person) => (answer > 0 && !counted[at]!.has(of[person]!) ? 0 : answer)),
    })),
    snapshots: snapshots.map((people) => selectPeople(people, (person) => isThere.has(of[person]!))),
  }
}
