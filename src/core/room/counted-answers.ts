import type { Kinds } from './kinds-of.ts'
import { countedOver } from './release-items.ts'
import { selectPeople, type AnswerColumn, type RoomPeople } from './room-data.ts'
import type { AnswerTally } from './tally-answers.ts'

/** The answers and people that the audit of a concept looks at. */
interface Audited {
  readonly columns: readonly AnswerColumn[]
  readonly snapshots: readonly RoomPeople[]
}

/**
 * A concept's answers as far as they count in its figures. People outside the levels that are shown may be left out
 * of them (`whoCounts`): what the audit decides would tell their answers if it looked at them, since nothing else
 * depends on these. Whoever counts in nothing and has no level is not there; what does not count of an item is not
 * answered.
 *
 * @param answers of its items, in the order of `columns`
 * @param scored for each view, everybody of the groups that count in the scores
 */
export function countedAnswers(
  { columns, snapshots }: Audited,
  answers: readonly AnswerTally[],
  { of, views }: Kinds,
  scored: readonly RoomPeople[],
  k: number,
): Audited {
  const counted = answers.map((tally) => countedOver(tally, views, k))
  const isThere = new Set(
    [...views.flatMap(({ levels }) => levels), ...scored.map(({ none }) => none)].flatMap((group) => [...group]),
  )
  for (const own of counted) for (const kind of own) isThere.add(kind)
  const countAlone = (column: AnswerColumn, at: number): AnswerColumn => {
    const left = answers[at]!.answering.map((people, kind) => (people > 0 && !counted[at]!.has(kind) ? 1 : 0))
    if (!left.includes(1)) return column
    const answered = column.answers.map((answer, person) => (answer > 0 && left[of[person]!] === 1 ? 0 : answer))
    return { ...column, answers: answered }
  }
  return {
    columns: columns.map(countAlone),
    snapshots: snapshots.map((people) => selectPeople(people, (person) => isThere.has(of[person]!))),
  }
}
