import { suppress, type Releasable } from '../disclosure/released.ts'
import { widenItemMean } from '../disclosure/release-mean.ts'
import type { ReleasedItem } from '../disclosure/release-item.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import { kindsOf } from './kinds-of.ts'
import { everybody, UNSEEN, type AnswerColumn, type RoomPeople } from './room-data.ts'

/**
 * What is left out of a concept's items: nothing; the means of levels; the
 * distributions and the exact mean of the room as well; every figure. In this order, because
 * single items by level matter least.
 */
export const COARSENINGS = ['none', 'levels', 'spread', 'items'] as const
export type Coarsening = (typeof COARSENINGS)[number]

/** The most alternatives that are tried for one concept. What is undecided then is coarsened. */
const MOST_TRIED = 4000

/** The most that are tried for one group on one item before the first is found. */
const MOST_BEFORE_FIRST = 150

/** The people of one group who are tried in the place of the one who answered otherwise. */
const MOST_IN_GROUP = 4

/** Answers that are changed: the person, the index of the column, and the new step. */
export type Change = readonly { readonly person: number; readonly column: number; readonly step: number }[]

export interface AuditedConcept {
  readonly columns: readonly AnswerColumn[]
  readonly snapshots: readonly RoomPeople[]
  /** The smallest group that is shown. */
  readonly k: number
  /**
   * Whether everything that is released of the concept stays the same after a change; of
   * single items as far as a coarsening leaves them.
   */
  readonly isSame: (change: Change, coarsening: Coarsening) => boolean
}

/** Everybody of these snapshots, by the first that they are in. */
function inOrder(snapshots: readonly RoomPeople[], people: number): number[] {
  const seen = new Uint8Array(people)
  const order: number[] = []
  for (const { levels, none } of snapshots)
    for (const group of [...levels, none])
      for (const person of group)
        if (seen[person] === 0) {
          seen[person] = 1
          order.push(person)
        }
  return order
}

/**
 * People who are in the same groups in every view: nothing released tells one of
 * them from another. Levels too small to be shown are one group, with those who gave none.
 */
function groupsAlike(
  snapshots: readonly RoomPeople[],
  k: number,
  order: readonly number[],
  people: number,
): number[][] {
  const merged = snapshots.map(({ levels, none }) => {
    const small = levels.filter(({ length }) => length > 0 && length < k)
    return {
      levels: levels.filter((level) => !small.includes(level)),
      none: everybody({ levels: small, none }),
    }
  })
  const { of } = kindsOf(merged, people)
  const groups = new Map<number, number[]>()
  for (const person of order) {
    const found = groups.get(of[person]!)
    if (found) found.push(person)
    else groups.set(of[person]!, [person])
  }
  return [...groups.values()]
}

/**
 * The people of a group who gave the same answer to an item, where all did or all but one; of two who
 * answered otherwise each, since each is all that the other does not know. Empty otherwise.
 */
function alikeIn(group: readonly number[], { answers, options }: AnswerColumn): readonly (readonly number[])[] {
  const counts = new Int32Array(options + 2)
  for (const person of group) counts[answers[person]! - UNSEEN]!++
  const most = Math.max(...counts)
  if (group.length - most > 1) return []
  const found = [...counts.keys()].filter((at) => counts[at] === most && at + UNSEEN > 0)
  return found.map((at) => group.filter((person) => answers[person]! - UNSEEN === at))
}

const signOf = ({ item }: AnswerColumn) => (isConceptItem(item) && item.reversed ? -1 : 1)
const weightOf = ({ item }: AnswerColumn) => (isConceptItem(item) ? (item.weight ?? 1) : 1)

/** Everybody who is in any view, and for each a number that is the same for those in the same views, whatever their level. */
interface Present {
  readonly order: readonly number[]
  readonly viewsOf: Int32Array
}

const whole = (people: RoomPeople): RoomPeople => ({ levels: [], none: everybody(people) })

/**
 * Ways in which one of these people could have answered an item otherwise: in exchange with somebody of
 * another group, on this item alone where their answers are next to each other, or on
 * this item and another, so that both keep their scores; with
 * another item of their own, so that they keep theirs; and alone.
 */
function* changesOf(
  { columns }: AuditedConcept,
  { order, viewsOf }: Present,
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
    for (const other of order) {
      if (viewsOf[other] !== viewsOf[person] || own.has(other)) continue
      const by = stepOf(at, other) - stepOf(at, person)
      if (by === 0 || stepOf(at, other) <= 0) continue
      const swapped = [
        { person, column: at, step: stepOf(at, other) },
        { person: other, column: at, step: stepOf(at, person) },
      ]
      if (Math.abs(by) === 1) yield swapped
      for (const beside of partners) {
        const [mine, theirs] = [stepOf(beside, person), stepOf(beside, other)]
        if (mine <= 0 || theirs <= 0) continue
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
}

/**
 * How far the items of a concept have to be coarsened so that what is released of it
 * leaves every answer open. METHOD 11.
 *
 * People who are in the same groups in every view can be exchanged as a whole
 * without any figure changing, so an answer can be certain only where all of such a
 * group gave the same one or, to the one who did not, all others. For each of these
 * the audit looks for other answers that release the same, figure by figure and view
 * by view, in which one of the group answered otherwise; and for several of them, so
 * that nobody who took part is in all: whoever knows their own answers still finds
 * others possible. Where none is found the items of the whole concept are coarsened,
 * for all groups alike.
 */
export function auditItems(concept: AuditedConcept): Coarsening {
  const { columns, snapshots, k } = concept
  const people = columns[0]?.answers.length ?? 0
  const order = inOrder(snapshots, people)
  const present = { order, viewsOf: kindsOf(snapshots.map(whole), people).of }
  let tried = 0
  const isOpen = (group: readonly number[], alike: readonly number[], at: number, coarsening: Coarsening) => {
    let inAll: Set<number> | null = null
    let unfound = 0
    for (const change of changesOf(concept, present, alike, group, at)) {
      if (++tried > MOST_TRIED || (inAll === null && ++unfound > MOST_BEFORE_FIRST)) return false
      const changed: Set<number> = new Set(change.map(({ person }) => person))
      // Somebody is told nothing by an answer of their own.
      if (alike.length === 1) changed.delete(alike[0]!)
      const left: Set<number> = new Set([...(inAll ?? changed)].filter((one) => changed.has(one)))
      // Nobody fewer would be in all of them, whatever it releases.
      if (inAll?.size === left.size) continue
      if (!concept.isSame(change, coarsening)) continue
      inAll = left
      if (inAll.size === 0) return true
    }
    return false
  }
  const groups = groupsAlike(snapshots, k, order, people)
  const risky = columns.flatMap((column, at) =>
    groups.flatMap((group) => alikeIn(group, column).map((alike) => ({ group, alike, at }))),
  )
  return (
    COARSENINGS.slice(0, -1).find((coarsening) => {
      tried = 0
      return risky.every(({ group, alike, at }) => isOpen(group, alike, at, coarsening))
    }) ?? 'items'
  )
}

const why = suppress('would-reveal-others')

/** An item's figures as far as a coarsening leaves them. One reason stands for all that the answers decide. */
export function coarsenItem<T extends ReleasedItem>(item: T, options: number, coarsening: Coarsening): T {
  if (coarsening === 'none') return item
  const hide = <R extends Releasable>(figure: R) => (figure.shown || figure.why === 'one-answer' ? why : figure)
  const levels = item.levels.map(hide)
  if (coarsening === 'levels') return { ...item, levels }
  if (coarsening === 'spread' && item.answered.shown && item.mean.shown)
    return {
      ...item,
      levels,
      mean: { shown: true, ...widenItemMean(item.mean, item.answered.n, 100 / (options - 1)) },
      distribution: hide(item.distribution),
      agreement: hide(item.agreement),
    }
  return {
    ...item,
    levels,
    mean: hide(item.mean),
    distribution: hide(item.distribution),
    agreement: hide(item.agreement),
  }
}
