import { suppress, type Releasable } from '../disclosure/released.ts'
import { SMALLEST_DISTRIBUTION } from '../disclosure/thresholds.ts'
import { widenItemMean } from '../disclosure/release-mean.ts'
import type { ReleasedItem } from '../disclosure/release-item.ts'
import { kindsOf } from './kinds-of.ts'
import { alikeIn, otherAnswers, type Change } from './other-answers.ts'
import { hasPlainRooms } from './plain-room.ts'
import { everybody, type AnswerColumn, type RoomPeople } from './room-data.ts'

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

/** From this many people on a group can be one in which two answered otherwise than the others. */
const LARGE = 4

const isLarge = ({ length }: readonly number[]) => length >= LARGE

/** People of a group who gave the same answer to an item: all, or all but one. */
interface Risk {
  readonly group: readonly number[]
  readonly alike: readonly number[]
  readonly at: number
}

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

const whole = (people: RoomPeople): RoomPeople => ({ levels: [], none: everybody(people) })

/**
 * How far the items of a concept have to be coarsened so that what is released of it
 * leaves every answer open. METHOD 11.
 *
 * People who are in the same groups in every view can be exchanged as a whole
 * without any figure changing, so an answer can be certain only where all of such a
 * group gave the same one or, to the one who did not, all others. Items are left as
 * they are only where other answers release the same in which no group is alike: those
 * are left as they are whatever is looked for, so that leaving them tells nothing
 * either; and where there are so many of them that nobody who took part answers
 * otherwise in all: whoever knows their own answers still finds others possible.
 *
 * Where none are found the items of the whole concept are coarsened, for all groups
 * alike. For a room of fewer than ten that is all of them: what is between would tell
 * that a group is alike and, beside what is left, which. In larger rooms the
 * distributions are left where each group that is alike could have answered otherwise.
 */
export function auditItems(concept: AuditedConcept): Coarsening {
  const { columns, snapshots, k } = concept
  const people = columns[0]?.answers.length ?? 0
  const order = inOrder(snapshots, people)
  const present = { order, viewsOf: kindsOf(snapshots.map(whole), people).of }
  let tried = 0
  const isOpen = ({ group, alike, at }: Risk, coarsening: Coarsening) => {
    let inAll: Set<number> | null = null
    let unfound = 0
    for (const change of otherAnswers(columns, present, alike, group, at)) {
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
  const areOpen = (risks: readonly Risk[], coarsening: Coarsening) => {
    tried = 0
    return risks.every((risk) => isOpen(risk, coarsening))
  }
  const groups = groupsAlike(snapshots, k, order, people)
  const risky = columns.flatMap((column, at) =>
    groups.flatMap((group) => alikeIn(group, column).map((alike) => ({ group, alike, at }))),
  )
  const [large, small] = [groups.filter(isLarge), risky.filter(({ group }) => !isLarge(group))]
  const isSame = (change: Change) => concept.isSame(change, 'none')
  if (areOpen(small, 'none') && hasPlainRooms({ columns, groups: large, present, isSame })) return 'none'
  if (order.length < SMALLEST_DISTRIBUTION) return 'items'
  return COARSENINGS.slice(1, -1).find((coarsening) => areOpen(risky, coarsening)) ?? 'items'
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
