import { meaningOf } from '../disclosure/release-mean.ts'
import type { Released } from '../disclosure/released.ts'
import type { ReleasedMean } from '../disclosure/release-mean.ts'
import { readGuess, type GuessReading, type ShownDifference } from '../guess/read-guess.ts'
import type { Interval } from '../statistics/interval.ts'
import { studentTQuantile } from '../statistics/student-t-quantile.ts'
import { welch } from '../statistics/welch.ts'
import type { ConceptGuesses, GuessPeople, ReleasedGuess, WhyNoGuess } from './release-guesses.ts'

/** A mean between these limits. */
type Between = Interval

/** A level's guess, its own answers and the work's on one concept's guessed items, reversed ones turned. METHOD 15. */
export interface GuessedConceptView {
  readonly concept: string
  readonly guess: ReleasedGuess<Between>
  readonly own: ReleasedGuess<Between>
  readonly work: ReleasedGuess<Between>
  /** The guess less the work's answers, in points; below 0 where less was expected than is reported. */
  readonly gap: ReleasedGuess<Interval>
  readonly reading: ReleasedGuess<{ readonly reading: GuessReading }>
}

/** A concept's guessed item as it is released for the level and for the work. */
export interface ItemSides {
  readonly reversed: boolean
  readonly guess: ReleasedGuess<ReleasedMean>
  readonly own: ReleasedGuess<ReleasedMean>
  readonly work: Released<ReleasedMean>
}

/** The limits of a concept's mean, from those of its items' means; the first reason where one is hidden. */
function limitsOf(
  items: readonly { readonly reversed: boolean; readonly mean: ReleasedGuess<ReleasedMean> }[],
): ReleasedGuess<Between> {
  const limits: Interval[] = []
  for (const { reversed, mean } of items) {
    if (!mean.shown) return mean
    const { low, high } = meaningOf(mean)
    limits.push(reversed ? { low: 100 - high, high: 100 - low } : { low, high })
  }
  const average = (end: keyof Interval) => limits.reduce((sum, one) => sum + one[end], 0) / limits.length
  return { shown: true, low: Math.floor(average('low')), high: Math.ceil(average('high')) }
}

/** A difference that the limits of two means leave open, with an interval rounded outward around that. */
function apart(first: Between, second: Between, half: number | null): ShownDifference | null {
  if (half === null) return null
  const [low, high] = [first.low - second.high, first.high - second.low]
  return {
    points: (low + high) / 2,
    interval: { low: Math.max(-100, Math.floor(low - half)), high: Math.min(100, Math.ceil(high + half)) },
  }
}

/** So many people, and a standard deviation that theirs does not exceed. */
interface Group {
  readonly n: number
  readonly spread: number
}

/** Half the width of a mean's 95 % interval. */
const halfOf = ({ n, spread }: Group) => (studentTQuantile(0.975, n - 1) * spread) / Math.sqrt(n)

/**
 * Half the width of a 95 % interval; `null` where there is none. Of two groups the widest
 * that spreads up to these can have: with fewer degrees of freedom, Welch's is a little
 * wider where one of the two does not vary.
 */
function halfWidth(first: Group, second?: Group): number | null {
  const squaredError = ({ n, spread }: Group) => ({ n, squaredError: spread ** 2 / n })
  if (!second) return halfOf(first)
  const welched = welch(squaredError(first), squaredError(second))
  if (!welched) return null
  return Math.max(studentTQuantile(0.975, welched.df) * welched.error, halfOf(first), halfOf(second))
}

/** The standard deviation of so many people whose variance is `ofAll` where everybody is in it. */
const spreadOf = (ofAll: number, n: number) => 100 * Math.sqrt((ofAll * n) / (n - 1))

const within = (value: number, { low, high }: Interval) => Math.min(high, Math.max(low, value))

/** The widest spread that a mean between these limits allows: everybody at one end of the scale or the other. */
function widest(limits: Between, n: number): Group {
  const mean = within(50, limits) / 100
  return { n, spread: spreadOf(mean * (1 - mean), n) }
}

/**
 * The widest spread of one person's guess less their own answer: again everybody at the
 * ends. So few as the means allow gave the same to both.
 */
function widestWithin(guess: Between, own: Between, n: number): Group {
  const sum = within(100, { low: guess.low + own.low, high: guess.high + own.high }) / 100
  const least = Math.max(0, guess.low - own.high, own.low - guess.high) / 100
  return { n, spread: spreadOf(Math.min(sum, 2 - sum) - least ** 2, n) }
}

/**
 * The reading of one guessed item. No spread of its answers is released, so each is
 * taken as wide as the released mean allows: it tells nothing that the means do not, and
 * less than of a concept is far from anything. Items are read as they are answered,
 * reversed ones too.
 *
 * Of 12 and 12 people 17 to 23 is expected and 65 to 71 reported: −94 to −2, so less was
 * expected.
 *
 * @param options of the item's response scale
 */
export function readGuessedItem(
  { guess, own, work }: Omit<ItemSides, 'reversed'>,
  people: GuessPeople,
  options: number,
): ReleasedGuess<{ readonly reading: GuessReading }> {
  for (const mean of [guess, own, work]) if (!mean.shown) return mean
  if (!guess.shown || !own.shown || !work.shown) return { shown: false, why: 'too-few' }
  const [expected, seen, reported] = [meaningOf(guess), meaningOf(own), meaningOf(work)]
  const workers = widest(reported, people.work)
  const reading = readGuess(
    {
      expectationGap: apart(expected, reported, halfWidth(widest(expected, people.guess), workers)),
      knownDifference: apart(expected, seen, halfWidth(widestWithin(expected, seen, people.both))),
      distance: apart(seen, reported, halfWidth(widest(seen, people.both), workers)),
    },
    options,
  )
  return reading === null ? { shown: false, why: 'too-few' } : { shown: true, reading }
}

/**
 * One concept's figures, from the released figures of its items: the three means, the
 * expectation gap, and the reading. From these alone, so that it tells nothing
 * more than these. Intervals are wider than those of METHOD 15: around all that rounding
 * leaves open, with spreads that were rounded up.
 *
 * @param options of the items' response scale
 */
export function readGuesses(
  concept: string,
  sides: readonly ItemSides[],
  { people, spreads }: Pick<ConceptGuesses, 'people' | 'spreads'>,
  options: number,
): GuessedConceptView {
  const meanOf = (side: 'guess' | 'own' | 'work') =>
    limitsOf(sides.map(({ reversed, [side]: mean }) => ({ reversed, mean })))
  const [guess, own, work] = [meanOf('guess'), meanOf('own'), meanOf('work')]
  const hide = (why: WhyNoGuess) => ({ shown: false, why }) as const
  const missing = [guess, work, spreads].find(({ shown }) => !shown)
  if (!guess.shown || !work.shown || !spreads.shown) {
    const why = missing && !missing.shown ? missing.why : 'too-few'
    return { concept, guess, own, work, gap: hide(why), reading: hide(why) }
  }
  const of = (spread: number | null, { n, spread: most }: Group): Group => ({ n, spread: spread ?? most })
  const workers = { n: people.work, spread: spreads.work }
  const gap = apart(guess, work, halfWidth(of(spreads.guess, widest(guess, people.guess)), workers))
  const gapView: GuessedConceptView['gap'] = gap ? { shown: true, ...gap.interval } : hide('too-few')
  if (!own.shown) return { concept, guess, own, work, gap: gapView, reading: hide(own.why) }
  if (people.both === 0) return { concept, guess, own, work, gap: gapView, reading: hide('too-few') }
  const reading = readGuess(
    {
      expectationGap: gap,
      knownDifference: apart(guess, own, halfWidth(of(spreads.known, widestWithin(guess, own, people.both)))),
      distance: apart(own, work, halfWidth(of(spreads.own, widest(own, people.both)), workers)),
    },
    options,
  )
  return {
    concept,
    guess,
    own,
    work,
    gap: gapView,
    reading: reading === null ? hide('too-few') : { shown: true, reading },
  }
}
