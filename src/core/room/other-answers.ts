import { FEW_OTHERS } from '../disclosure/nearly-alike.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import { UNSEEN, type AnswerColumn } from './room-data.ts'

/** The people of one group who are tried in the place of the one who answered otherwise. */
const MOST_IN_GROUP = 4

/** Answers that are changed: the person, the index of the column, and the new step. */
export type Change = readonly { readonly person: number; readonly column: number; readonly step: number }[]

/** Everybody who is in any view, and for each a number that is the same for those in the same views, whatever their level. */
export interface Present {
  readonly order: Int32Array
  readonly viewsOf: Int32Array
  /** For each column, 1 for whoever is in a group of which so few answered that it may not be told whether one did or two. */
  readonly amongFew: readonly Uint8Array[]
}

/** `Present.amongFew`: where some of a group did not answer, and two at most did. */
export function peopleAmongFew(groups: readonly (readonly number[])[], columns: readonly AnswerColumn[]): Uint8Array[] {
  return columns.map(({ answers }) => {
    const among = new Uint8Array(answers.length)
    for (const group of groups) {
      const answered = group.filter((person) => answers[person]! > 0).length
      if (answered <= FEW_OTHERS && group.length > FEW_OTHERS) for (const person of group) among[person] = 1
    }
    return among
  })
}

/**
 * The people of a group who gave the same answer to an item, where all did or all but one; of two who
 * answered otherwise each, since each is all that the other does not know. Empty otherwise.
 */
export function alikeIn(group: readonly number[], { answers, options }: AnswerColumn): readonly (readonly number[])[] {
  const counts = new Int32Array(options + 2)
  for (const person of group) counts[answers[person]! - UNSEEN]!++
  const most = Math.max(...counts)
  if (group.length - most > 1) return []
  const found = [...counts.keys()].filter((at) => counts[at] === most && at + UNSEEN > 0)
  return found.map((at) => group.filter((person) => answers[person]! - UNSEEN === at))
}

const signOf = ({ item }: AnswerColumn) => (isConceptItem(item) && item.reversed ? -1 : 1)
const weightOf = ({ item }: AnswerColumn) => (isConceptItem(item) ? (item.weight ?? 1) : 1)

/**
 * Ways in which one of these people could have answered an item otherwise: alone; with another
 * of them, one up and one down; in exchange with somebody of
 * another group of which not too few answered, on this item alone where their answers are next to each other, or on
 * this item and another, so that both keep their scores; and with
 * another item of their own, so that they keep theirs.
 *
 * @param columns the answers to a concept's items
 * @param alike the people, of the group
 * @param at the index of the item's column
 */
export function* otherAnswers(
  columns: readonly AnswerColumn[],
  { order, viewsOf, amongFew }: Present,
  alike: readonly number[],
  group: readonly number[],
  at: number,
): Generator<Change> {
  const own = new Set(group)
  const column = columns[at]!
  const stepOf = (index: number, person: number) => columns[index]!.answers[person]!
  const partners = columns.flatMap((other, index) =>
    index !== at && other.options === column.options && weightOf(other) === weightOf(column) ? [index] : [],
  )
  const people = alike.slice(0, MOST_IN_GROUP)
  for (const person of people)
    for (const step of [stepOf(at, person) + 1, stepOf(at, person) - 1])
      if (step >= 1 && step <= column.options) yield [{ person, column: at, step }]
  for (const person of people)
    for (const other of people) {
      const [up, down] = [stepOf(at, person) + 1, stepOf(at, other) - 1]
      if (other !== person && up <= column.options && down >= 1)
        yield [
          { person, column: at, step: up },
          { person: other, column: at, step: down },
        ]
    }
  for (const person of people)
    for (const other of order) {
      if (viewsOf[other] !== viewsOf[person] || own.has(other) || amongFew[at]![other] === 1) continue
      const by = stepOf(at, other) - stepOf(at, person)
      if (by === 0 || stepOf(at, other) <= 0) continue
      const swapped = [
        { person, column: at, step: stepOf(at, other) },
        { person: other, column: at, step: stepOf(at, person) },
      ]
      if (Math.abs(by) === 1) yield swapped
      for (const beside of partners) {
        const [mine, theirs] = [stepOf(beside, person), stepOf(beside, other)]
        if (mine <= 0 || theirs <= 0 || amongFew[beside]![other] === 1) continue
        if (signOf(column) * by + signOf(columns[beside]!) * (theirs - mine) !== 0) continue
        yield [...swapped, { person, column: beside, step: theirs }, { person: other, column: beside, step: mine }]
      }
    }
  for (const person of people)
    for (const by of [1, -1]) {
      const step = stepOf(at, person) + by
      if (step < 1 || step > column.options) continue
      for (const beside of partners) {
        const mine = stepOf(beside, person)
        const changed = mine - by * signOf(column) * signOf(columns[beside]!)
        if (mine > 0 && changed >= 1 && changed <= column.options)
          yield [
            { person, column: at, step },
            { person, column: beside, step: changed },
          ]
      }
    }
  // One keeps their score by taking another's answer to another item; that one has the other's, and keeps theirs by
  // moving the other way, or does not.
  for (const person of people)
    for (const by of [1, -1]) {
      const step = stepOf(at, person) + by
      if (step < 1 || step > column.options) continue
      for (const other of group)
        for (const beside of partners) {
          const [mine, theirs] = [stepOf(beside, person), stepOf(beside, other)]
          if (mine <= 0 || theirs <= 0 || other === person) continue
          if (signOf(column) * by + signOf(columns[beside]!) * (theirs - mine) !== 0) continue
          const exchanged = [
            { person, column: at, step },
            { person, column: beside, step: theirs },
            { person: other, column: beside, step: mine },
          ]
          const back = stepOf(at, other) - by
          if (stepOf(at, other) > 0 && back >= 1 && back <= column.options)
            yield [...exchanged, { person: other, column: at, step: back }]
          yield exchanged
        }
    }
}
