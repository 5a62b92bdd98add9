import { SMALLEST_DISTRIBUTION } from '../disclosure/thresholds.ts'
import { meaningOf, steady, type ReleasedMean } from '../disclosure/release-mean.ts'
import type { Releasable, Released } from '../disclosure/released.ts'
import { besideGroup, type Side } from '../guess/beside-group.ts'
import { isConceptItem, scaleOf } from '../questionnaire/lookup.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import { stepOf, type Answer, type Answers, type Response } from '../response/response.ts'
import type { RoomView } from '../room/room-view.ts'
import { pomp } from '../scoring/keyed.ts'
import { scoreConcepts } from '../scoring/score-concepts.ts'
import type { Interval } from '../statistics/interval.ts'
import { groupOnItem, type GroupOnItem } from './group-on-item.ts'

/** The leader's own answer, score or guess beside the group's mean. */
export interface Beside {
  /** In points, 0 to 100, whole. */
  readonly points: number
  /** Whether it lies below, within or above the group's interval; `null` where no interval is shown. */
  readonly side: Side | null
  /** How far from the group's mean, in whole points; `null` as `side` is. */
  readonly away: number | null
}

/** A mean with its interval, where one is shown. */
export interface GroupMean {
  /** People; of several statements the fewest who answered one. */
  readonly n: number
  readonly mean: ReleasedMean
  readonly interval: Interval | null
}

/** One statement: the leader's answer and guess, and the group. */
export interface CheckedItem {
  readonly item: string
  readonly concept: string
  readonly reversed: boolean
  /** As answered; `null` where left open. */
  readonly own: Answer | null
  readonly guess: Answer | null
  /** `null` where it is no option, or no mean is shown. */
  readonly ownBeside: Beside | null
  readonly guessBeside: Beside | null
  readonly group: GroupOnItem
}

export interface CheckedConcept {
  readonly concept: string
  /** Over all items; `null` where too little was answered, or no mean is shown. */
  readonly own: Beside | null
  readonly group: Released<GroupMean>
  /**
   * Over those guessed items that the leader guessed and the group's mean is shown of, at
   * least half of the concept's; `null` below.
   */
  readonly guessed: GuessedOver | null
}

export interface GuessedOver {
  readonly guess: Beside
  readonly group: GroupMean
  readonly statements: number
  /** Their ids, in the questionnaire's order. */
  readonly items: readonly string[]
}

/** One leader beside a group, METHOD 16: everything that a check shows. */
export interface CheckView {
  readonly snapshot: number
  readonly takenOn: string
  /** The people in it. The leader is not among them. */
  readonly people: number
  readonly smallestGroup: number
  readonly showing: Releasable
  readonly concepts: readonly CheckedConcept[]
  /**
   * The statements, in the questionnaire's order: below ten people the guessed ones alone,
   * so that whatever somebody answered there can be made up for by their other answers.
   */
  readonly items: readonly CheckedItem[]
  /** The guessed statements among them. */
  readonly guessedItems: readonly CheckedItem[]
}

/** The least share of a concept's guessed items that a guess and a group's mean are needed of. METHOD 15. */
const LEAST = 0.5

/** Judged on whole points, as both are printed. */
function beside(exact: number | null, { mean, interval }: Pick<GroupMean, 'mean' | 'interval'>): Beside | null {
  if (exact === null) return null
  const points = Math.round(steady(exact))
  const side = besideGroup(points, interval)
  return { points, side, away: side !== null && mean.is === 'points' ? Math.abs(points - mean.points) : null }
}

const average = (values: readonly number[]) => steady(values.reduce((sum, value) => sum + value, 0) / values.length)

/** Limits in keyed points: turned round for a reversed statement. */
const keyed = ({ low, high }: Interval, reversed: boolean): Interval =>
  reversed ? { low: 100 - high, high: 100 - low } : { low, high }

/**
 * The group over several statements, from what is shown of each: the average of their
 * means, with the average of their intervals, which is never narrower than the interval
 * of the average, however the statements go together. So it tells nothing that they do
 * not.
 */
function over(items: readonly CheckedItem[]): GroupMean {
  const groups = items.flatMap(({ group, reversed }) =>
    group.shown && group.is === 'mean' ? [{ group, reversed }] : [],
  )
  const limits = groups.map(({ group, reversed }) => keyed(meaningOf(group.mean), reversed))
  const [low, high] = [average(limits.map((one) => one.low)), average(limits.map((one) => one.high))]
  const isPoint = limits.every((one) => one.low === one.high)
  const mean: ReleasedMean = isPoint
    ? { is: 'points', points: Math.round(low) }
    : { is: 'between', low: Math.floor(low), high: Math.ceil(high) }
  const intervals = groups.flatMap(({ group, reversed }) => (group.interval ? [keyed(group.interval, reversed)] : []))
  const interval =
    isPoint && intervals.length === groups.length
      ? {
          low: Math.floor(average(intervals.map((one) => one.low))),
          high: Math.ceil(average(intervals.map((one) => one.high))),
        }
      : null
  return { n: Math.min(...groups.map(({ group }) => group.n)), mean, interval }
}

function guessedOver(
  items: readonly CheckedItem[],
  pointsOf: (item: CheckedItem) => number | null,
): CheckedConcept['guessed'] {
  const both = items.filter((item) => pointsOf(item) !== null && item.group.shown && item.group.is === 'mean')
  if (both.length === 0 || both.length < LEAST * items.length) return null
  const group = over(both)
  const guess = beside(average(both.map((item) => (item.reversed ? 100 - pointsOf(item)! : pointsOf(item)!))), group)
  return guess && { guess, group, statements: both.length, items: both.map(({ item }) => item) }
}

/**
 * A leader's own view and guess beside what is released of a group. It takes of the group
 * nothing but the released view, so that whatever the auditor holds of that holds of this.
 * Never throws on a checked questionnaire.
 *
 * @param view of the check's one level; the leader is not in it
 */
export function checkView(
  questionnaire: Questionnaire,
  view: Pick<RoomView, 'snapshot' | 'takenOn' | 'smallestGroup' | 'size' | 'concepts' | 'items'>,
  { answers, guesses = {} }: Pick<Response, 'answers' | 'guesses'>,
): CheckView {
  const asked = questionnaire.items.filter(isConceptItem)
  const points = (given: Answers, id: string): number | null => {
    const item = asked.find((one) => one.id === id)
    const step = stepOf(given, id)
    return item && step !== null ? pomp(step, scaleOf(questionnaire, item).options.length) : null
  }
  const isGuessed = (item: string) => questionnaire.guess?.items.includes(item) === true
  const isSmall = view.size.total < SMALLEST_DISTRIBUTION
  const printed = view.items.filter(({ item }) => !isSmall || isGuessed(item))
  const items = printed.map((item): CheckedItem => {
    const group = groupOnItem(item)
    const besideMean = (given: Answers) =>
      group.shown && group.is === 'mean' ? beside(points(given, item.item), group) : null
    return {
      item: item.item,
      concept: item.concept,
      reversed: item.reversed,
      own: answers[item.item] ?? null,
      guess: guesses[item.item] ?? null,
      ownBeside: besideMean(answers),
      guessBeside: besideMean(guesses),
      group,
    }
  })
  const guessedItems = items.filter(({ item }) => isGuessed(item))
  const scores = scoreConcepts(questionnaire, answers)
  const concepts = view.concepts.map(({ concept, room }): CheckedConcept => {
    const group: CheckedConcept['group'] = room.shown
      ? {
          shown: true,
          n: room.n,
          mean: room.mean,
          interval: room.interval.shown ? { low: room.interval.low, high: room.interval.high } : null,
        }
      : room
    const score = scores.find((one) => one.concept === concept)?.score ?? null
    return {
      concept,
      own: group.shown ? beside(score, group) : null,
      group,
      guessed: guessedOver(
        guessedItems.filter((item) => item.concept === concept),
        ({ item }) => points(guesses, item),
      ),
    }
  })
  const { snapshot, takenOn, smallestGroup, size } = view
  return { snapshot, takenOn, smallestGroup, people: size.total, showing: size.showing, concepts, items, guessedItems }
}
