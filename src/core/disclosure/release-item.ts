import { SMALLEST_DISTRIBUTION } from './thresholds.ts'
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
import { releaseItemMean, releaseMean, type ReleasedMean } from './release-mean.ts'
import { suppress, type Released, type Releasable, type WhySuppressed } from './released.ts'
import { isClose, mayBeCalledClose, meanOf } from './say-close.ts'
import { suppressGroups, type GroupSizes } from './suppress-groups.ts'

/**
 * The people who joined an item's views together: those of the first snapshot, or
 * those who are new in a later one.
 */
export interface Cohort extends LevelCounts {
  /** All of them who count, whether they answered or not; where not given, everybody answered. */
  readonly present?: GroupSizes
}

/** The distribution of answers: people per option, or only that nearly all gave one of them (counted from 0). */
export type ReleasedDistribution =
  | { readonly is: 'counts'; readonly counts: Counts }
  | { readonly is: 'nearly-all'; readonly option: number }

/** One item as it may be released. Levels have a mean only: numbers about spread are for the room. */
export interface ReleasedItem {
  readonly answered: Released<{ readonly n: number }>
  readonly mean: Released<ReleasedMean>
  readonly distribution: Released<ReleasedDistribution>
  /** Whether answers lie close together: mean absolute deviation within A/6 steps. METHOD 5. */
  readonly agreement: Released<{ readonly close: boolean }>
  readonly levels: readonly Released<ReleasedMean>[]
}

/** An item of which nothing is released. @param levels how many there are */
export function suppressItem(why: WhySuppressed, levels: number): ReleasedItem {
  const suppressed = suppress(why)
  return {
    answered: suppressed,
    mean: suppressed,
    distribution: suppressed,
    agreement: suppressed,
    levels: Array.from({ length: levels }, () => suppressed),
  }
}

/** The reason why people who joined since an earlier view forbid another one; `undefined` for none. */
function objectionOf(cohorts: readonly Cohort[], options: number): WhySuppressed | undefined {
  if (cohorts.length < 2) return undefined
  const answers = cohorts.map(({ levels, none }) => addCounts(options, [...levels, none]))
  if (answers.some((counts) => sumOf(counts) < SMALLEST_DISTRIBUTION)) return 'too-few-new'
  return answers.some(isNearlyAlike) ? 'one-answer' : undefined
}

/** Several cohorts as one. */
function join(cohorts: readonly Cohort[], options: number): LevelCounts {
  const [first] = cohorts
  if (first && cohorts.length === 1) return first
  const levels = first?.levels ?? []
  return {
    levels: levels.map((_, level) =>
      addCounts(
        options,
        cohorts.map((cohort) => cohort.levels[level]!),
      ),
    ),
    none: addCounts(
      options,
      cohorts.map(({ none }) => none),
    ),
  }
}

/** How many people are outside the levels that are shown. */
const outside = ({ levels, none }: GroupSizes, showing: readonly Releasable[]) =>
  levels.reduce((sum, size, level) => (showing[level]!.shown ? sum : sum + size), none)

/**
 * Whether the levels of the view may be shown of each cohort; otherwise the views would
 * divide the room differently. Where people are outside them, enough of these have to have answered: of none
 * it would be told that none did.
 */
function cutAlike(cohorts: readonly Cohort[], showing: readonly Releasable[], k: number): boolean {
  return cohorts.every((cohort) => {
    const sizes = sizesOf(cohort)
    const others = outside(sizes, showing)
    return (
      sizes.levels.every((size, level) => size >= k || !showing[level]!.shown) &&
      (others >= k || outside(cohort.present ?? sizes, showing) === 0)
    )
  })
}

/**
 * One item as it may be released: all figures at once, because each is safe only
 * beside the others that are released. METHOD 11, made stricter where the attack on
 * it succeeded (README.md in this folder).
 *
 * - Under k answers nothing; under ten a mean and a word for the room.
 * - From ten the distribution, unless nearly all gave one answer: then only that.
 * - Means of levels as `suppressGroups` allows, and only where `leaveAnswersOpen`.
 * - After an earlier view, only if at least ten of those who joined since answered,
 *   not nearly alike: an unchanged item would tell that none of them did; means of levels only if the same
 *   levels can be shown of each cohort.
 * - Never again once somebody whose answer was in an earlier view has left, nor
 *   without flagged people beside the view with them: two distributions that
 *   differ by a few people tell their answers, and suppressing only where they would
 *   do so tells as much.
 *
 * @param cohorts answers given with an option, by cohort, at least one; *can't tell* and unanswered are left out.
 * A cohort of people who all left it out is one too; a view that released nothing about this item makes no new cohort
 * @param left how many people who answered were in an earlier view of this item and are not in this one
 * @param options how many options the item's response scale has
 * @param k the smallest group shown, 5 or more
 * @param may which levels may be shown at all (`showLevels`), where somebody did not answer
 */
export function releaseItem(
  cohorts: readonly Cohort[],
  left: number,
  options: number,
  k: number,
  may?: readonly Releasable[],
): ReleasedItem {
  const whole = join(cohorts, options)
  const room = addCounts(options, [...whole.levels, whole.none])
  const n = sumOf(room)
  if (n < k) return suppressItem('too-few', whole.levels.length)
  const objection = left > 0 ? 'others-left' : objectionOf(cohorts, options)
  if (objection) return suppressItem(objection, whole.levels.length)

  const answered = { shown: true, n } as const
  const step = 100 / (options - 1)
  const spread = n >= SMALLEST_DISTRIBUTION
  const showing = suppressGroups(sizesOf(whole), k, may).levels
  const withReason = (why: WhySuppressed) => showing.map((level) => (level.shown ? suppress(why) : level))
  if (spread && isNearlyAlike(room)) {
    const suppressed = suppress('one-answer')
    const distribution = { shown: true, is: 'nearly-all', option: mostFrequent(room) } as const
    return { answered, mean: suppressed, distribution, agreement: suppressed, levels: withReason('one-answer') }
  }

  const objects = !cutAlike(cohorts, showing, k)
    ? 'too-few-new'
    : spread && !cohorts.every((cohort) => leaveAnswersOpen(partsOf(cohort, showing)))
      ? 'one-answer'
      : undefined
  return {
    answered,
    mean: { shown: true, ...(spread ? releaseMean : releaseItemMean)(meanOf(room), n, step) },
    distribution: spread ? { shown: true, is: 'counts', counts: room } : suppress('too-few-for-spread'),
    agreement:
      spread || mayBeCalledClose(room) ? { shown: true, close: isClose(room) } : suppress('would-reveal-others'),
    levels: objects
      ? withReason(objects)
      : showing.map((level, index) => {
          const counts = whole.levels[index]!
          return level.shown ? { shown: true, ...releaseItemMean(meanOf(counts), sumOf(counts), step) } : level
        }),
  }
}

/** The shown levels of a cohort and, as one part, everybody else in it. */
function partsOf({ levels, none }: Cohort, showing: readonly Releasable[]): Counts[] {
  const rest = levels.filter((_, level) => !showing[level]!.shown)
  return [...levels.filter((_, level) => showing[level]!.shown), addCounts(none.length, [...rest, none])]
}
