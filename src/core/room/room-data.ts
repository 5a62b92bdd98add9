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
  /** Guesses of the lowest level's answers, in the same form; empty where they are not asked for. */
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

/** The people of a snapshot who meet a condition. */
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
  // Names as objects have them, so that a name that is looked for is known without reading it.
  const names = Object.keys(Object.fromEntries(columns.map(({ item }) => [item.id, 0])))
  const places = new Map(names.map((name, place) => [name, place]))
  // Person by person, because their answers lie together in memory; and what each has answered, in its own order,
  // because asking thousands of objects with different names for a name is what takes longest.
  for (let index = 0; index < people.length; index++) {
    const answers = people[index]
    // Most answered in the order of the items.
    let place = 0
    for (const id in answers) {
      while (place < names.length && names[place] !== id) place++
      if (place === names.length) place = places.get(id) ?? -1
      const answer = answers[id]
      if (place >= 0 && answer !== undefined) {
        const column = columns[place]!
        if (answer === CANT_TELL) column.answers[index] = UNSEEN
        else if (answer <= column.options) column.answers[index] = answer
      }
      place++
    }
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
  const entryOf = new Map<string, number>()
  for (let entry = 0; entry < entries.length; entry++) entryOf.set(entries[entry]!.id, entry)
  const named = snapshots.map((snapshot) => {
    const own = new Int32Array(snapshot.entries.length)
    for (let at = 0; at < own.length; at++) {
      const id = snapshot.entries[at]!
      const entry = entryOf.get(id)
      if (entry === undefined) throw new RangeError(`a snapshot names ${id}, which is not there`)
      own[at] = entry
    }
    return own
  })
  /** 1 for each entry that a snapshot names; then, one more than its place among them. */
  const places = new Int32Array(entries.length)
  for (const own of named) for (const entry of own) places[entry] = 1
  const people = entries.filter((_, entry) => places[entry] === 1)
  for (let entry = 0, before = 0; entry < places.length; entry++) if (places[entry] === 1) places[entry] = ++before
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
    snapshots: named.map((own) => {
      /** Of those of each level and, last, of those of none. */
      const sizes = new Int32Array(levels.length + 1)
      const groupOf = (entry: number) => {
        const { level } = entries[entry]!
        return level !== null && level >= 0 && level < levels.length ? level : levels.length
      }
      for (const entry of own) sizes[groupOf(entry)]!++
      const groups = Array.from(sizes, (size) => new Int32Array(size))
      sizes.fill(0)
      for (const entry of own) {
        const group = groupOf(entry)
        groups[group]![sizes[group]!++] = places[entry]! - 1
      }
      return { levels: groups.slice(0, -1), none: groups.at(-1)! }
    }),
  }
}
