import { suppress, type Releasable } from '../disclosure/released.ts'
import { showLevels } from '../disclosure/suppress-groups.ts'
import type { ReleasedItem } from '../disclosure/release-item.ts'
import { kindsOf } from './kinds-of.ts'
import { alikeIn, otherAnswers, peopleAmongFew, type Change } from './other-answers.ts'
import { plainRooms } from './plain-room.ts'
import { everybody, UNSEEN, type AnswerColumn, type RoomPeople } from './room-data.ts'

/** The most alternatives that are tried for one concept. What is undecided then is hidden. */
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
  /** Whether everything that is released of the concept stays the same after a change, its items included. */
  readonly isSame: (change: Change) => boolean
  /**
   * Whether of an item, by its column, nothing is released but that nearly all of a large room gave one answer: few
   * of a level can have given another, so that there it is enough that somebody can.
   */
  readonly isNearlyAll: (column: number) => boolean
}

/** Everybody of these snapshots, by the first that they are in, and there by level: group after group. */
function groupsInOrder(snapshots: readonly RoomPeople[], people: number): Int32Array[] {
  const seen = new Uint8Array(people)
  const take = (person: number) => seen[person] === 0 && (seen[person] = 1) === 1
  return snapshots.flatMap(({ levels, none }) => [...levels, none].map((group) => group.filter(take)))
}

/** The same people, by what they answered: what the search finds first must not go by who handed over first. */
function byAnswers(people: Int32Array, columns: readonly AnswerColumn[]): Int32Array {
  let [sorted, next] = [people.slice(), people.slice()]
  for (const { answers, options } of columns) {
    const from = new Int32Array(options + 2 - UNSEEN)
    const placeOf = (person: number) => (answers[person]! > 0 ? answers[person]! - 1 : options - answers[person]!)
    for (const person of sorted) from[placeOf(person) + 1]!++
    for (let place = 1; place < from.length; place++) from[place]! += from[place - 1]!
    for (const person of sorted) next[from[placeOf(person)]!++] = person
    ;[sorted, next] = [next, sorted]
  }
  return sorted
}

/** Groups one after the other. */
const inOne = (groups: readonly Int32Array[]): Int32Array => everybody({ levels: groups, none: new Int32Array() })

/**
 * People who are in the same groups in every view: nothing released tells one of
 * them from another. Levels that may not be shown, by how many people are there, are one group with those who gave none.
 */
function groupsAlike({ snapshots, k }: AuditedConcept, order: Int32Array, people: number): number[][] {
  const merged = snapshots.map(({ levels, none }) => {
    const showing = showLevels({ levels: levels.map(({ length }) => length), none: none.length }, k)
    const hidden = levels.filter((_, level) => !showing[level]!.shown)
    return {
      levels: levels.filter((_, level) => showing[level]!.shown),
      none: everybody({ levels: hidden, none }),
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
 * Other answers beside which the items of a concept may be released with everything else that is
 * released of it. METHOD 11.
 *
 * People who are in the same groups in every view can be exchanged as a whole
 * without any figure changing, so an answer can be certain only where all of such a
 * group gave the same one or, to the one who did not, all others. Items are released
 * only where other answers release the same in which no group is alike: with those
 * they are released whatever is looked for, so that releasing them tells nothing
 * either; and where there are so many of them that nobody who took part answers
 * otherwise in all: whoever knows their own answers still finds others possible.
 *
 * Where none are found all items of the concept are hidden, for all groups
 * alike. Nothing is between: that less is shown of a concept's items than usual would
 * tell, beside what is left, which group is alike on which of them.
 *
 * @returns what differs in each from the answers that were given; `null` where items are hidden
 */
export function roomsBeside(concept: AuditedConcept): readonly Change[] | null {
  const { columns, snapshots, isSame, isNearlyAll } = concept
  const people = columns[0]?.answers.length ?? 0
  const inTurn = groupsInOrder(snapshots, people)
  const areAlike = groupsAlike(concept, inOne(inTurn), people).some((group) =>
    columns.some((column) => alikeIn(group, column).length > 0),
  )
  if (!areAlike) return [[]]
  const order = inOne(inTurn.map((group) => byAnswers(group, columns)))
  const groups = groupsAlike(concept, order, people)
  const amongFew = peopleAmongFew(groups, columns)
  const present = { order, viewsOf: kindsOf(snapshots.map(whole), people).of, amongFew }
  let tried = 0
  const isOpen = ({ group, alike, at }: Risk) => {
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
      if (!isSame(change)) continue
      inAll = left
      if (inAll.size === 0) return true
    }
    return false
  }
  const nearlyAll = columns.map((_, at) => isNearlyAll(at))
  const risks = columns.flatMap((column, at) =>
    groups
      .filter((group) => nearlyAll[at] || !isLarge(group))
      .flatMap((group) => alikeIn(group, column).map((alike) => ({ group, alike, at }))),
  )
  if (!risks.every(isOpen)) return null
  return plainRooms({ columns, nearlyAll, groups: groups.filter(isLarge), present, isSame })
}

const why = suppress('would-reveal-others')

/**
 * An item without its figures. One reason stands for all that the answers decide; how many answered is said
 * wherever the answers alone are why it was not.
 *
 * @param n how many answered
 */
export function hideItem<T extends ReleasedItem>(item: T, n: number): T {
  const hide = <R extends Releasable>(figure: R) => (figure.shown || figure.why === 'one-answer' ? why : figure)
  const { answered } = item
  const isByAnswers = !answered.shown && (answered.why === 'one-answer' || answered.why === 'would-reveal-others')
  return {
    ...item,
    answered: isByAnswers ? { shown: true, n } : answered,
    levels: item.levels.map(hide),
    mean: hide(item.mean),
    distribution: hide(item.distribution),
    agreement: hide(item.agreement),
  }
}
