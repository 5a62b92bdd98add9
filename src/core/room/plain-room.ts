import { alikeIn, otherAnswers, type Change, type Present } from './other-answers.ts'
import { UNSEEN, type AnswerColumn } from './room-data.ts'

/** The most alternatives that are tried for one step, and for one room. */
const MOST_FOR_STEP = 150
const MOST_FOR_ROOM = 1500

/** A concept's answers, the groups in which nobody may be alike, and what a change may not change. */
interface Audited {
  readonly columns: readonly AnswerColumn[]
  /** For each column, whether groups may be alike on it. */
  readonly nearlyAll: readonly boolean[]
  readonly groups: readonly (readonly number[])[]
  readonly present: Present
  readonly isSame: (change: Change) => boolean
}

/** How many people gave each answer, *can't tell* and none included. */
function countIn(group: readonly number[], { answers, options }: AnswerColumn): Int32Array {
  const counts = new Int32Array(options + 1 - UNSEEN)
  for (const person of group) counts[answers[person]! - UNSEEN]!++
  return counts
}

/** How many people of a group would have to answer an item otherwise for it not to be alike. */
function lackOf(counts: Int32Array): number {
  let [most, at, people] = [0, 0, 0]
  for (let answer = 0; answer < counts.length; answer++) {
    const count = counts[answer]!
    people += count
    if (count >= most) [most, at] = [count, answer]
  }
  return at + UNSEEN > 0 ? Math.max(0, 2 - (people - most)) : 0
}

/** Answers that can be changed, with what every group gave counted beside them. */
class ChangingRoom {
  readonly columns: readonly AnswerColumn[]
  /** The answers that differ from those that were given. */
  change: Change = []
  readonly #given: readonly AnswerColumn[]
  readonly #counts: readonly (readonly Int32Array[])[]
  readonly #groupOf: Int32Array
  readonly #nearlyAll: readonly boolean[]

  constructor({ columns, nearlyAll, groups }: Audited) {
    this.#given = columns
    this.#nearlyAll = nearlyAll
    this.columns = columns.map((column) => ({ ...column, answers: column.answers.slice() }))
    this.#counts = columns.map((column) => groups.map((group) => countIn(group, column)))
    this.#groupOf = new Int32Array(columns[0]?.answers.length ?? 0).fill(-1)
    for (const [index, group] of groups.entries()) for (const person of group) this.#groupOf[person] = index
  }

  /** The first column and group that are alike; `null` for none. */
  firstAlike(): { readonly column: number; readonly group: number } | null {
    for (const [column, own] of this.#counts.entries()) {
      if (this.#nearlyAll[column]) continue
      const group = own.findIndex((counts) => lackOf(counts) > 0)
      if (group >= 0) return { column, group }
    }
    return null
  }

  /** Makes a change, where groups are less alike after it and it may be made. */
  take(more: Change, isSame: (change: Change) => boolean): boolean {
    const touched = new Set(more.map(({ person, column }) => this.#counts[column]![this.#groupOf[person]!]))
    const lack = () => {
      let sum = 0
      for (const counts of touched) if (counts) sum += lackOf(counts)
      return sum
    }
    const before = lack()
    const undo = more.map(({ person, column }) => ({ person, column, step: this.columns[column]!.answers[person]! }))
    this.#answer(more)
    const change = [...this.change, ...more].filter(
      ({ person, column, step }, index, all) =>
        this.columns[column]!.answers[person] === step &&
        this.#given[column]!.answers[person] !== step &&
        all.findIndex((one) => one.person === person && one.column === column && one.step === step) === index,
    )
    if (lack() < before && isSame(change)) {
      this.change = change
      return true
    }
    this.#answer(undo)
    return false
  }

  #answer(change: Change): void {
    for (const { person, column, step } of change) {
      const { answers } = this.columns[column]!
      const counts = this.#counts[column]![this.#groupOf[person]!]
      if (counts) {
        counts[answers[person]! - UNSEEN]!--
        counts[step - UNSEEN]!++
      }
      answers[person] = step
    }
  }
}

/**
 * Other answers that release the same and in which no group is alike on any item of the
 * concept: such a room is released as it is, whatever is looked for. Found step by step, each of
 * which makes one group less alike.
 *
 * @param kept people who answer as they did
 * @returns what differs from the answers that were given; `null` where none are found
 */
function plainRoom(audited: Audited, kept: ReadonlySet<number>): Change | null {
  const room = new ChangingRoom(audited)
  let tried = 0
  for (;;) {
    const found = room.firstAlike()
    if (!found) return room.change
    const group = audited.groups[found.group]!
    const alike = alikeIn(group, room.columns[found.column]!).flat()
    const free = alike.filter((person) => !kept.has(person))
    let forStep = 0
    let taken = false
    for (const more of otherAnswers(room.columns, audited.present, free, group, found.column)) {
      if (more.some(({ person }) => kept.has(person))) continue
      if (++forStep > MOST_FOR_STEP || ++tried > MOST_FOR_ROOM) break
      taken = room.take(more, audited.isSame)
      if (taken) break
    }
    if (!taken) return null
  }
}

const peopleOf = (change: Change) => new Set(change.map(({ person }) => person))

/**
 * Rooms in which no group is alike, that release the same, and so many of
 * them that each person answers in one of them as they did: then nothing released tells
 * anybody that a group is alike, and that it was released tells it neither.
 *
 * @returns what differs in each from the answers that were given; `null` where there are not enough
 */
export function plainRooms(audited: Audited): readonly Change[] | null {
  const first = plainRoom(audited, new Set())
  if (!first) return null
  const rooms = [first]
  let inAll = peopleOf(first)
  while (inAll.size > 0) {
    const [one] = inAll
    const next = plainRoom(audited, inAll) ?? plainRoom(audited, new Set([one!]))
    if (!next) return null
    rooms.push(next)
    const people = peopleOf(next)
    inAll = new Set([...inAll].filter((person) => people.has(person)))
  }
  return rooms
}
