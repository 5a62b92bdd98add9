import { releaseItemMean, type ReleasedMean } from '../disclosure/release-mean.ts'
import { suppress, type Releasable, type WhySuppressed } from '../disclosure/released.ts'
import { meanOfHalf } from '../guess/guess-points.ts'
import { summariseValues } from '../statistics/summarise-values.ts'
import { keyedPoints, rawPoints, type GuessedConcept } from './guess-columns.ts'

/**
 * Why a figure about guesses is suppressed, beside what holds for any figure.
 *
 * - `gave-one`: one to k - 1 people of the level answered and did not guess, or guessed and did not answer.
 * - `shown-before`: an earlier view showed it of other people.
 */
export type WhyNoGuess = WhySuppressed | 'gave-one' | 'shown-before'

export type ReleasedGuess<T> = ({ readonly shown: true } & T) | { readonly shown: false; readonly why: WhyNoGuess }

/** One guessed item for one level, as answered: reversed items are not turned. */
export interface GuessedItem {
  readonly item: string
  /** The mean of the guesses: over those who gave both where `own` is shown, else over all who guessed. */
  readonly guess: ReleasedGuess<ReleasedMean>
  /** The mean of the level's own answers, over those who gave both. */
  readonly own: ReleasedGuess<ReleasedMean>
}

/** A guessed item with the number of people behind each mean. */
export interface GuessedItemOf extends GuessedItem {
  readonly people: GuessPeople
}

/** How many people stand behind guesses, own answers beside them, and the work's answers. */
export interface GuessPeople {
  readonly guess: number
  readonly both: number
  readonly work: number
}

/**
 * How far people's concept means differ, as an upper limit in points. Those of the
 * guessing level are `null` where somebody guessed only some of the concept's items: then
 * nothing is told but what the means allow.
 */
export interface GuessSpreads {
  readonly guess: number | null
  readonly own: number | null
  readonly work: number
  /** Of guess less own, within people. */
  readonly known: number | null
}

/** The figures of one level on one concept from which everything else about its guesses follows. METHOD 15. */
export interface ConceptGuesses {
  readonly items: readonly GuessedItemOf[]
  readonly people: GuessPeople
  readonly spreads: ReleasedGuess<GuessSpreads>
}

/** Somebody's step on one of the columns, 0 or below for none. `own` comes before `guesses`. */
export type StepOf = (column: number, person: number) => number

/** The groups that a concept's guesses are released of. */
export interface GuessingGroups {
  /** Whether the scores of the guessing level, and those of the work, are released at all. */
  readonly level: Releasable
  readonly work: Releasable
  readonly people: Int32Array
  readonly workers: Int32Array
}

/** The least spread that is assumed, and the steps in which larger ones are: upwards, so that intervals only widen. */
const LEAST_SPREAD = 20
const SPREAD_STEP = 10

/** The distance between options that these are for; where options lie farther apart, they are larger as well. */
const USUAL_STEP = 25

/**
 * A standard deviation in coarse steps, upwards. Everybody alike is the same as usual
 * agreement: nobody sees from a narrow interval, or from a missing one, that all
 * answered alike. Of five options 0 and 20 are 20, 24 is 30; of three all are twice as
 * much, since one person who answers one option further is, too.
 *
 * @param step the distance between two options, in points
 */
function coarseSpread(values: readonly number[], step: number): number {
  const deviation = summariseValues(values).sd ?? 0
  const times = Math.max(1, step / USUAL_STEP)
  const width = SPREAD_STEP * times
  return Math.max(LEAST_SPREAD * times, Math.ceil((deviation - 1e-9) / width) * width)
}

const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null)

/** Whether so many people are neither nobody nor enough to be a group. */
const areFew = (people: number, k: number) => people > 0 && people < k

/**
 * One level's guesses of the work's answers, beside its own answers, as they may
 * be released in one view. METHOD 15. Decided by sizes alone; means as those of items
 * are, spreads coarser still. Own answers stand beside guesses over those who gave both,
 * and not where 1 to k - 1 people gave only one of the two: added and subtracted, means
 * over different people would tell these.
 *
 * @param stepOf in the order of the columns of `own`, then of `guesses`
 */
export function releaseGuesses(
  { own, guesses }: GuessedConcept,
  { level, work, people, workers }: GuessingGroups,
  k: number,
  stepOf: StepOf,
): ConceptGuesses {
  const step = 100 / (guesses[0]!.options - 1)
  const meanOf = (values: readonly number[]): ReleasedGuess<ReleasedMean> => {
    const sum = values.reduce((total, value) => total + value, 0)
    return values.length < k
      ? suppress('too-few')
      : { shown: true, ...releaseItemMean(sum / values.length, values.length, step) }
  }
  const hide = (why: WhyNoGuess) => ({ shown: false, why }) as const

  const items = guesses.map((column, at): GuessedItemOf => {
    const { id } = column.item
    const given = Array.from(people, (person) => ({
      own: rawPoints(column, stepOf(at, person)),
      guess: rawPoints(column, stepOf(own.length + at, person)),
    }))
    const guessed = known(given.map(({ guess }) => guess))
    const both = given.filter((one) => one.own !== null && one.guess !== null)
    const onlyGuess = guessed.length - both.length
    const onlyOwn = known(given.map((one) => one.own)).length - both.length
    const why: WhyNoGuess | null =
      both.length < k
        ? 'too-few'
        : [onlyOwn, onlyGuess, onlyOwn + onlyGuess].some((count) => areFew(count, k))
          ? 'gave-one'
          : null
    const reported = Array.from(workers, (person) => rawPoints(own[at]!, stepOf(at, person)))
    const counts = { guess: guessed.length, both: why === null ? both.length : 0, work: known(reported).length }
    if (!level.shown) return { item: id, guess: level, own: level, people: counts }
    if (why !== null) return { item: id, guess: meanOf(guessed), own: hide(why), people: counts }
    const side = (one: 'own' | 'guess') => meanOf(known(both.map((pair) => pair[one])))
    return { item: id, guess: side('guess'), own: side('own'), people: { ...counts, guess: both.length } }
  })

  const pointsOf = (person: number) => ({
    own: own.map((column, at) => keyedPoints(column, stepOf(at, person))),
    guess: guesses.map((column, at) => keyedPoints(column, stepOf(own.length + at, person))),
  })
  const given = Array.from(people, pointsOf)
  const both = given.flatMap((one) => {
    const isPair = one.own.map((value, at) => value !== null && one.guess[at] !== null)
    const side = (values: readonly (number | null)[]) =>
      meanOfHalf(values.map((value, at) => (isPair[at] ? value : null)))
    const [mine, theirs] = [side(one.own), side(one.guess)]
    return mine === null || theirs === null ? [] : [{ own: mine, guess: theirs }]
  })
  const isWhole = given.every(({ guess }) => new Set(guess.map((value) => value === null)).size === 1)
  const isPaired = both.length >= k && items.every((item) => item.own.shown)
  const guessed = isPaired ? both.map(({ guess }) => guess) : known(given.map(({ guess }) => meanOfHalf(guess)))
  const reported = known(Array.from(workers, (person) => meanOfHalf(pointsOf(person).own)))
  const spreadOf = (values: readonly number[], isTold: boolean) => (isTold ? coarseSpread(values, step) : null)
  const hidden = !level.shown ? level : !work.shown ? work : null
  return {
    items,
    people: { guess: guessed.length, both: isPaired ? both.length : 0, work: reported.length },
    spreads:
      hidden ??
      (guessed.length < k || reported.length < k
        ? suppress('too-few')
        : {
            shown: true,
            guess: spreadOf(guessed, isWhole),
            own: spreadOf(
              both.map((one) => one.own),
              isWhole && isPaired,
            ),
            work: coarseSpread(reported, step),
            known: spreadOf(
              both.map((one) => one.guess - one.own),
              isWhole && isPaired,
            ),
          }),
  }
}
