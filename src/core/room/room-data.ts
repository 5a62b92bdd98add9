import { scaleOf } from '../questionnaire/lookup.ts'
import type { Item, Questionnaire } from '../questionnaire/schema.ts'
import { CANT_TELL, type Answers } from '../response/response.ts'
import type { CollectedEntry } from '../workshop/collected.ts'
import type { Snapshot } from '../workshop/snapshot.ts'
import type { Pace } from '../response/pace.ts'
import type { Workshop } from '../workshop/workshop.ts'

/** Marks *can't tell* in a column; unanswered is 0. */
export const UNSEEN = -1

/** One item's answers, an entry per person: a step from 1, 0 for unanswered, `UNSEEN` for *can't tell*. */
export interface AnswerColumn {
  readonly item: Item
  readonly options: number
  readonly answers: Int8Array
}

/** The people in a snapshot, as indices of `RoomData`; or kinds of them, as `kindsOf` numbers these. */
export interface RoomPeople {
  readonly levels: readonly Int32Array[]
  readonly none: Int32Array
}

/** Everybody in any of the snapshots, in columns, so that each person is read once. */
export interface RoomData {
  readonly ids: readonly string[]
  readonly paces: readonly Pace[]
  readonly columns: readonly AnswerColumn[]
  /** What people expect the lowest level to answer, in the same form; empty where they are not asked. */
  readonly guesses: readonly AnswerColumn[]
  /** One per snapshot, in their order. */
  readonly snapshots: readonly RoomPeople[]
}

/** Everybody of a snapshot, by level and then those without one. */
export function everybody({ levels, none }: RoomPeople): Int32Array {
  const all = new Int32Array(levels.reduce((sum, level) => sum + level.length, none.length))
  let from = 0
  for (const group of [...levels, none]) {
    all.set(group, from)
    from += group.length
  }
  return all
}

/** Those of a snapshot who meet a condition. */
export function selectPeople({ levels, none }: RoomPeople, keep: (person: number) => boolean): RoomPeople {
  return { levels: levels.map((group) => group.filter(keep)), none: none.filter(keep) }
}

function layOutAnswers(
  questionnaire: Pick<Questionnaire, 'items' | 'scales'>,
  asked: readonly Item[],
  people: readonly (Answers | undefined)[],
): AnswerColumn[] {
  const columns = asked.map((item) => ({
    item,
    options: scaleOf(questionnaire, item).options.length,
    answers: new Int8Array(people.length),
  }))
  const byItem = new Map(columns.map((column) => [column.item.id, column]))
  // Person by person, because their answers lie together in memory; and what each has answered, in its own order,
  // because asking thousands of objects with different names for a name is what takes longest.
  for (const [index, answers = {}] of people.entries())
    for (const id in answers) {
      const column = byItem.get(id)
      const answer = answers[id]
      if (!column || answer === undefined) continue
      if (answer === CANT_TELL) column.answers[index] = UNSEEN
      else if (answer <= column.options) column.answers[index] = answer
    }
  return columns
}

/**
 * Lays out in columns the entries that snapshots name. An answer that is none of
 * the item's options counts as unanswered.
 *
 * @throws RangeError where a snapshot names a missing entry, which reading a
 * workshop's file rules out.
 */
export function layOutRoom(
  questionnaire: Pick<Questionnaire, 'items' | 'scales' | 'guess'>,
  { levels, asksGuesses }: Pick<Workshop, 'levels' | 'asksGuesses'>,
  entries: readonly CollectedEntry[],
  snapshots: readonly Snapshot[],
): RoomData {
  const guessed = asksGuesses ? questionnaire.items.filter(({ id }) => questionnaire.guess?.items.includes(id)) : []
  const indices = new Map<string, number>()
  for (const snapshot of snapshots) for (const id of snapshot.entries) indices.set(id, -1)
  const people = entries.filter(({ id }) => indices.has(id))
  for (const [index, { id }] of people.entries()) indices.set(id, index)
  return {
    ids: people.map(({ id }) => id),
    paces: people.map(({ pace }) => pace),
    columns: layOutAnswers(
      questionnaire,
      questionnaire.items,
      people.map(({ answers }) => answers),
    ),
    guesses: layOutAnswers(
      questionnaire,
      guessed,
      people.map(({ guesses }) => guesses),
    ),
    snapshots: snapshots.map((snapshot) => {
      const own = snapshot.entries.map((id) => {
        const index = indices.get(id)
        if (index === undefined || index < 0) throw new RangeError(`a snapshot names ${id}, which is not there`)
        return index
      })
      const none: number[] = []
      const at = levels.map((): number[] => [])
      for (const index of own) (at[people[index]!.level ?? -1] ?? none).push(index)
      return { levels: at.map((group) => Int32Array.from(group)), none: Int32Array.from(none) }
    }),
  }
}
