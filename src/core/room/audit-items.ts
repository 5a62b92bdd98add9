import { suppress, type Releasable } from '../disclosure/released.ts'
import { widenItemMean } from '../disclosure/release-mean.ts'
import type { ReleasedItem } from '../disclosure/release-item.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import type { AnswerColumn, RoomPeople } from './room-data.ts'

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
   * Everything that is released of the concept, by the answers of these columns, as texts to
   * compare, the quickest first; of single items as far as a coarsening leaves them.
   */
  readonly prints: readonly ((
    columns: readonly AnswerColumn[],
    changed: readonly number[],
    coarsening: Coarsening,
  ) => string)[]
}

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const found = groups.get(keyOf(one))
    if (found) found.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/**
 * People who are in the same groups in every view: nothing released tells one of
 * them from another. Levels too small to be shown are one group, with those who gave none.
 */
function groupsAlike(snapshots: readonly RoomPeople[], k: number): number[][] {
  const keys = new Map<number, string>()
  for (const [number, { levels, none }] of snapshots.entries()) {
    const isSmall = levels.map(({ length }) => length > 0 && length < k)
    for (const [level, group] of [...levels, none].entries()) {
      const name = (isSmall[level] ?? isSmall.includes(true)) ? 'small' : level
      for (const person of group) keys.set(person, `${keys.get(person) ?? ''} ${number}:${name}`)
    }
  }
  return [...groupBy([...keys.keys()], (person) => keys.get(person)!).values()]
}

/** In which views somebody is, whatever their level. */
function viewsOf(snapshots: readonly RoomPeople[]): Map<number, string> {
  const views = new Map<number, string>()
  for (const [number, { levels, none }] of snapshots.entries())
    for (const group of [...levels, none])
      for (const person of group) views.set(person, `${views.get(person) ?? ''} ${number}`)
  return views
}

/** The people of a group who gave the same answer to an item, where all did or all but one; `null` otherwise. */
function alikeIn(group: readonly number[], { answers }: AnswerColumn): number[] | null {
  const byAnswer = [...groupBy(group, (person) => answers[person]!)]
  const [answer, most] = byAnswer.reduce((best, own) => (own[1].length > best[1].length ? own : best))
  return answer > 0 && group.length - most.length <= 1 ? most : null
}

const signOf = ({ item }: AnswerColumn) => (isConceptItem(item) && item.reversed ? -1 : 1)
const weightOf = ({ item }: AnswerColumn) => (isConceptItem(item) ? (item.weight ?? 1) : 1)

/**
 * Ways in which one of these people could have answered an item otherwise: in exchange with somebody of
 * another group, on this item alone where their answers are next to each other, or on
 * this item and another, so that both keep their scores; with
 * another item of their own, so that they keep theirs; and alone.
 */
function* changesOf(
  { columns, snapshots }: AuditedConcept,
  alike: readonly number[],
  group: readonly number[],
  at: number,
): Generator<Change> {
  const views = viewsOf(snapshots)
  const own = new Set(group)
  const column = columns[at]!
  const stepOf = (index: number, person: number) => columns[index]!.answers[person]!
  const partners = columns.flatMap((other, index) =>
    index !== at && other.options === column.options && weightOf(other) === weightOf(column) ? [index] : [],
  )
  const people = alike.slice(0, MOST_IN_GROUP)
  for (const person of people)
    for (const [other, where] of views) {
      if (own.has(other) || where !== views.get(person)) continue
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
      yield [{ person, column: at, step }]
    }
}

function applyChange(columns: readonly AnswerColumn[], change: Change): AnswerColumn[] {
  const changed = [...columns]
  for (const { column, person, step } of change) {
    const before = changed[column]!
    const answers = before === columns[column] ? before.answers.slice() : before.answers
    answers[person] = step
    changed[column] = { ...before, answers }
  }
  return changed
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
  const groups = groupsAlike(concept.snapshots, concept.k)
  let tried = 0
  const isOpen = (group: readonly number[], alike: readonly number[], at: number, coarsening: Coarsening) => {
    let inAll: ReadonlySet<number> | null = null
    let unfound = 0
    const texts = new Map<string, string>()
    const printBefore = (print: AuditedConcept['prints'][number], number: number, changed: readonly number[]) => {
      const key = `${number}:${changed.join()}`
      const text = texts.get(key) ?? print(concept.columns, changed, coarsening)
      texts.set(key, text)
      return text
    }
    for (const change of changesOf(concept, alike, group, at)) {
      if (++tried > MOST_TRIED || (inAll === null && ++unfound > MOST_BEFORE_FIRST)) return false
      const changed = [...new Set(change.map(({ column }) => column))]
      const columns = applyChange(concept.columns, change)
      const isSame = concept.prints.every(
        (print, number) => print(columns, changed, coarsening) === printBefore(print, number, changed),
      )
      if (!isSame) continue
      const people: Set<number> = new Set(change.map(({ person }) => person))
      // Somebody alone in a group is told nothing by an answer of their own.
      if (group.length === 1) people.delete(group[0]!)
      const both: ReadonlySet<number> = inAll ?? people
      inAll = new Set([...both].filter((one) => people.has(one)))
      if (inAll.size === 0) return true
    }
    return false
  }
  const risky = concept.columns.flatMap((column, at) =>
    groups.flatMap((group) => {
      const alike = alikeIn(group, column)
      return alike ? [{ group, alike, at }] : []
    }),
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
