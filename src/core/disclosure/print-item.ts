import { SMALLEST_DISTRIBUTION } from '../workshop/workshop.ts'
import {
  addCounts,
  isNearlyAlike,
  leaveAnswersOpen,
  mostFrequent,
  sizesOf,
  sumOf,
  type Counts,
  type LevelCounts,
} from './nearly-alike.ts'
import { printMean, type PrintedMean } from './print-mean.ts'
import { hide, type Hidden, type Printed, type Showing, type WhyHidden } from './printed.ts'
import { shownGroups, smallestShown } from './shown-groups.ts'

/**
 * People who have been in and out of the same views of an item: those of the
 * first snapshot, those who joined with the second, those who left since.
 */
export interface Cohort extends LevelCounts {
  /** Whether they are in the view to be printed. */
  readonly present: boolean
}

/** How answers are spread: people per option, or only that nearly all gave one of them (counted from 0). */
export type PrintedDistribution =
  { readonly is: 'counts'; readonly counts: Counts } | { readonly is: 'nearly-all'; readonly option: number }

/** One item as it may be printed. Levels have a mean only: spread is for the room. */
export interface PrintedItem {
  readonly answered: Printed<{ readonly n: number }>
  readonly mean: Printed<PrintedMean>
  readonly distribution: Printed<PrintedDistribution>
  /** In words: near each other where the mean absolute deviation is within A/6 steps. MEASUREMENT 5. */
  readonly agreement: Printed<{ readonly close: boolean }>
  readonly levels: readonly Printed<PrintedMean>[]
}

const steps = (counts: Counts) => counts.reduce((sum, count, option) => sum + count * option, 0)

/** Mean of the answered, 0 to 100: options are equally far apart. */
function meanOf(counts: Counts): number {
  return (100 * steps(counts)) / (sumOf(counts) * (counts.length - 1))
}

/** Mean absolute deviation from the mean within a sixth of the options. 1, 3, 3, 3, 5 deviates by 0.8 of at most 0.83. */
function isClose(counts: Counts): boolean {
  const n = sumOf(counts)
  const centre = steps(counts) / n
  const deviation = counts.reduce((sum, count, option) => sum + count * Math.abs(option - centre), 0) / n
  return deviation <= counts.length / 6 + 1e-9
}

function hideItem(why: WhyHidden, levels: readonly Hidden[]): PrintedItem {
  const hidden = hide(why)
  return { answered: hidden, mean: hidden, distribution: hidden, agreement: hidden, levels }
}

/** Why people who joined or left since an earlier view forbid another one, if they do. */
function objectionOf(cohorts: readonly Cohort[], options: number): WhyHidden | undefined {
  const answers = cohorts.map(({ levels, none }) => addCounts(options, [...levels, none])).filter((c) => sumOf(c) > 0)
  if (answers.length < 2) return undefined
  if (answers.some((counts) => sumOf(counts) < SMALLEST_DISTRIBUTION)) return 'too-few-new'
  return answers.some(isNearlyAlike) ? 'one-answer' : undefined
}

/** The levels shown in the view as a whole and, by the same rules, in each cohort that is in it. */
function shownInEach(present: readonly Cohort[], whole: LevelCounts, k: number): readonly Showing[] {
  const sizes = sizesOf(whole)
  const levels = [...shownGroups(sizes, k).levels]
  for (const { levels: groups, none } of present) {
    for (const [level, group] of groups.entries())
      if (levels[level]!.shown && sumOf(group) > 0 && sumOf(group) < k) levels[level] = hide('too-few-new')
    const rest = () =>
      groups.reduce((sum, group, level) => (levels[level]!.shown ? sum : sum + sumOf(group)), sumOf(none))
    while (rest() > 0 && rest() < k && levels.some(({ shown }) => shown))
      levels[smallestShown(sizes, levels)] = hide('would-reveal-others')
  }
  return levels
}

/**
 * What may be printed about one item: all of it at once, because each figure is
 * safe only beside the others that are printed. MEASUREMENT 11, made stricter
 * where the attack on it succeeded (README.md in this folder).
 *
 * - Under k answers nothing; under ten a mean and a word for the room.
 * - From ten the distribution, unless nearly all gave one answer: then only that.
 * - Means of levels as `shownGroups` allows, and only where `leaveAnswersOpen`.
 * - After an earlier view, only if none or ten of those who answered have joined
 *   since, and none or ten left, and neither of them nearly alike.
 *
 * @param cohorts answers given with an option; *can't tell* and unanswered are left out. One cohort at the first view
 * @param options how many options the item's response scale has
 * @param k the smallest group shown, 5 or more
 */
export function printItem(cohorts: readonly Cohort[], options: number, k: number): PrintedItem {
  const present = cohorts.filter((cohort) => cohort.present)
  const levelCount = Math.max(...cohorts.map(({ levels }) => levels.length))
  const whole: LevelCounts = {
    levels: Array.from({ length: levelCount }, (_, level) =>
      addCounts(
        options,
        present.map(({ levels }) => levels[level]!),
      ),
    ),
    none: addCounts(
      options,
      present.map(({ none }) => none),
    ),
  }
  const room = addCounts(options, [...whole.levels, whole.none])
  const n = sumOf(room)
  const hideLevels = (why: WhyHidden) => whole.levels.map(() => hide(why))
  if (n < k) return hideItem('too-few', hideLevels('too-few'))
  const objection = objectionOf(cohorts, options)
  if (objection) return hideItem(objection, hideLevels(objection))

  const answered = { shown: true, n } as const
  const spread = n >= SMALLEST_DISTRIBUTION
  const showing = shownInEach(present, whole, k)
  const withReason = (why: WhyHidden) => showing.map((level) => (level.shown ? hide(why) : level))
  if (spread && isNearlyAlike(room)) {
    const hidden = hide('one-answer')
    const distribution = { shown: true, is: 'nearly-all', option: mostFrequent(room) } as const
    return { answered, mean: hidden, distribution, agreement: hidden, levels: withReason('one-answer') }
  }

  const open =
    !spread ||
    !showing.some(({ shown }) => shown) ||
    present.every((cohort) => leaveAnswersOpen(partsOf(cohort, showing)))
  return {
    answered,
    mean: { shown: true, ...printMean(meanOf(room), n) },
    distribution: spread ? { shown: true, is: 'counts', counts: room } : hide('too-few-for-spread'),
    agreement: { shown: true, close: isClose(room) },
    levels: open
      ? showing.map((level, index) => {
          const counts = whole.levels[index]!
          return level.shown ? { shown: true, ...printMean(meanOf(counts), sumOf(counts)) } : level
        })
      : withReason('one-answer'),
  }
}

/** The shown levels of a cohort and, as one part, everybody else in it. */
function partsOf({ levels, none }: Cohort, showing: readonly Showing[]): Counts[] {
  const rest = levels.filter((_, level) => !showing[level]!.shown)
  return [...levels.filter((_, level) => showing[level]!.shown), addCounts(none.length, [...rest, none])]
}
