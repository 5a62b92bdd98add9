import { suppressComplements } from '../disclosure/suppress-complements.ts'
import { releaseItem, suppressItem, type ReleasedItem } from '../disclosure/release-item.ts'
import { fewestBeside } from '../disclosure/number-open.ts'
import { widenItemMean } from '../disclosure/release-mean.ts'
import { suppress, type Releasable } from '../disclosure/released.ts'
import { SMALLEST_DISTRIBUTION } from '../disclosure/thresholds.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import { cohortHistory } from './cohort-history.ts'
import { countOnly, levelsToShow, sizesIn, whoCounts } from './counted-people.ts'
import { peopleIn } from './kinds-of.ts'
import { everybody, selectPeople, type RoomPeople } from './room-data.ts'
import { countsIn, type AnswerTally } from './tally-answers.ts'

/**
 * Whether a view told anything about an item's answers, so that whoever joins later
 * is a cohort apart. Suppression because those who had joined were nearly alike
 * tells something too: ten of them, and one more with the next view, would
 * otherwise be eleven whose distribution follows, and the odd one in it would be
 * known.
 */
const tells = ({ answered }: ReleasedItem) => answered.shown || answered.why === 'one-answer'

type Counted = Omit<AnswerTally, 'item' | 'unseen'>

/** Outcomes of `dividesFinely`, by the last view: every item of a room asks it the same. */
const foundFinely = new WeakMap<
  RoomPeople,
  { readonly views: readonly RoomPeople[]; readonly sizes: ArrayLike<number>; readonly k: number; readonly is: boolean }
>()

/** Whether views divide a level of the last into groups of which one is smaller than the smallest that is shown. */
function dividesFinely(views: readonly RoomPeople[], sizes: ArrayLike<number>, k: number): boolean {
  const last = views.at(-1)
  if (views.length < 2 || !last) return false
  const found = foundFinely.get(last)
  const isSame =
    found?.sizes === sizes &&
    found.k === k &&
    found.views.length === views.length &&
    found.views.every((view, number) => view === views[number])
  if (found && isSame) return found.is
  const is = divideFinely(views, sizes, k)
  foundFinely.set(last, { views: [...views], sizes, k, is })
  return is
}

function divideFinely(views: readonly RoomPeople[], sizes: ArrayLike<number>, k: number): boolean {
  const levelsOf = views.map(
    ({ levels }) => new Map(levels.flatMap((kinds, level) => Array.from(kinds, (kind) => [kind, level] as const))),
  )
  const people = new Map<string, number>()
  for (const kind of levelsOf.at(-1)!.keys()) {
    const together = levelsOf.map((levelOf) => levelOf.get(kind) ?? -1).join()
    people.set(together, (people.get(together) ?? 0) + sizes[kind]!)
  }
  return [...people.values()].some((size) => size < k)
}

/** Whether anybody is in each cohort; of no cohort with anybody the first counts. */
const joiners = (cohorts: readonly RoomPeople[]) => {
  const sizes = cohorts.map((cohort) => everybody(cohort).length)
  return sizes.map((size, index) => size > 0 || (index === 0 && sizes.every((other) => other === 0)))
}

/**
 * How much an item, as one snapshot released it, tells of how many answered it: that of everybody in it too few did,
 * unless there were too few people to begin with; or something else.
 */
export type Told = 'nothing' | 'too-few' | 'something'

export interface ToldItem {
  readonly item: ReleasedItem
  readonly told: Told
}

/** An item with the room's mean alone, as a range. */
function leaveMean(item: ReleasedItem, options: number): ReleasedItem {
  const hide = <R extends Releasable>(figure: R) => (figure.shown ? suppress('too-few-new') : figure)
  const { answered, mean } = item
  return {
    answered,
    mean:
      answered.shown && mean.shown ? { shown: true, ...widenItemMean(mean, answered.n, 100 / (options - 1)) } : mean,
    distribution: hide(item.distribution),
    agreement: hide(item.agreement),
    levels: item.levels.map(hide),
  }
}

/** One item's releases so far: `release` decides on the next, and `remember` records it where it told anything. */
function itemHistory(tally: Counted, k: number) {
  const released: RoomPeople[] = []
  const views: RoomPeople[] = []
  const answered = cohortHistory()
  /** Everybody in the same views, whether they answered or not. */
  const shownTo = cohortHistory()
  /** Of everybody who counted in views that told anything. */
  const counting = cohortHistory()
  /** How many have to answer it at least, in a view that no other released. */
  let fewest = k
  const mayBy = new Map<RoomPeople, readonly Releasable[]>()
  const mayShow = (people: RoomPeople) => {
    const may = mayBy.get(people) ?? levelsToShow(people, tally.sizes, k)
    mayBy.set(people, may)
    return may
  }
  /** The people who count, and those of them who answered. */
  const count = (people: RoomPeople, may = mayShow(people)) => {
    const answering = selectPeople(people, (kind) => tally.answering[kind]! > 0)
    const counted = whoCounts(answering, tally.answering, may, k, released)
    return { everyone: countOnly(people, counted), answering: countOnly(answering, counted) }
  }
  const told = (people: RoomPeople, { answered: { shown, ...why } }: ReleasedItem): Told => {
    if (shown || !('why' in why) || (why.why !== 'too-few' && why.why !== 'too-few-new')) return 'something'
    const joined = peopleIn(everybody(shownTo.divide(people).cohorts.at(-1)!), tally.sizes)
    if (released.length === 0) return joined >= k ? 'too-few' : 'nothing'
    return joined >= (why.why === 'too-few' ? k : SMALLEST_DISTRIBUTION) ? 'something' : 'nothing'
  }
  return {
    answering: (people: RoomPeople) => count(people).answering,
    release(people: RoomPeople): ReleasedItem {
      const may = mayShow(people)
      const counted = count(people, may)
      const { cohorts, left } = answered.divide(counted.answering)
      const joined = joiners(shownTo.divide(people).cohorts)
      const present = counting.divide(counted.everyone).cohorts
      const counts = cohorts
        .map(({ levels, none }, cohort) => ({
          levels: levels.map((level) => countsIn(tally, level)),
          none: countsIn(tally, none),
          present: sizesIn(present[cohort]!, tally.sizes),
        }))
        .filter((_, cohort) => joined[cohort])
      views.push(people)
      const isFew =
        fewest > k && released.length === 0 && peopleIn(everybody(counted.answering), tally.answering) < fewest
      if (isFew) return suppressItem('too-few-new', people.levels.length)
      const item = releaseItem(counts, left, tally.options, k, may)
      if (!dividesFinely(views, tally.sizes, k)) return item
      return leaveMean(item, tally.options)
    },
    told,
    remember(people: RoomPeople, item: ReleasedItem): void {
      if (!tells(item)) {
        if (told(people, item) === 'too-few') fewest = Math.max(fewest, fewestBeside(sizesIn(people, tally.sizes), k))
        return
      }
      const counted = count(people)
      released.push(counted.answering)
      answered.add(counted.answering)
      counting.add(counted.everyone)
      shownTo.add(people)
    },
  }
}

/** One item alone as it may be released in each of these snapshots, beside its releases in those before. */
export function releaseItemOver(tally: Counted, snapshots: readonly RoomPeople[], k: number): ToldItem[] {
  const history = itemHistory(tally, k)
  return snapshots.map((people) => {
    const item = history.release(people)
    const told = history.told(people, item)
    history.remember(people, item)
    return { item, told }
  })
}

/** The kinds of people whose answers to an item count in any of these snapshots. */
export function countedOver(tally: Counted, snapshots: readonly RoomPeople[], k: number): ReadonlySet<number> {
  const history = itemHistory(tally, k)
  const counted = new Set<number>()
  for (const [number, people] of snapshots.entries()) {
    for (const kind of everybody(history.answering(people))) counted.add(kind)
    // Who counts in a view depends on those before it alone.
    if (number < snapshots.length - 1) history.remember(people, history.release(people))
  }
  return counted
}

/**
 * Every item as it may be released in the last snapshot, beside its releases in
 * those before. Each earlier view is computed again here, because it decides what
 * may be released now.
 *
 * @param concepts for each snapshot, the concepts whose scores are shown
 * @returns the items; and, for each, what was told of it in each snapshot, and how many answers count in the last
 */
export function releaseItems(
  tallies: readonly AnswerTally[],
  snapshots: readonly RoomPeople[],
  concepts: readonly ReadonlySet<string>[],
  k: number,
): {
  readonly items: readonly ReleasedItem[]
  readonly told: readonly (readonly Told[])[]
  readonly numbers: readonly number[]
} {
  const told = tallies.map((): Told[] => [])
  const histories = tallies.map((tally) => itemHistory(tally, k))
  let view: ReleasedItem[] = []
  let numbers: number[] = []
  for (const [number, people] of snapshots.entries()) {
    view = histories.map((history) => history.release(people))
    numbers = histories.map((history, index) =>
      peopleIn(everybody(history.answering(people)), tallies[index]!.answering),
    )
    for (const concept of concepts[number]!) {
      const own = tallies.flatMap(({ item }, index) => (isConceptItem(item) && item.concept === concept ? [index] : []))
      const covered = suppressComplements(own.map((index) => view[index]!))
      for (const [at, index] of own.entries()) view[index] = covered[at]!
    }
    for (const [index, item] of view.entries()) {
      told[index]!.push(histories[index]!.told(people, item))
      histories[index]!.remember(people, item)
    }
  }
  return { items: view, told, numbers }
}
