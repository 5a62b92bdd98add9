import { meaningOf } from '../disclosure/release-mean.ts'
import type { Released } from '../disclosure/released.ts'
import type { ReleasedMean } from '../disclosure/release-mean.ts'
import { readGuess, type GuessReading, type ShownDifference } from '../guess/read-guess.ts'
import type { Interval } from '../statistics/interval.ts'
import { studentTQuantile } from '../statistics/student-t-quantile.ts'
import { welch } from '../statistics/welch.ts'
import type { ConceptGuesses, GuessSpreads, ReleasedGuess, WhyNoGuess } from './release-guesses.ts'

/** A mean between these limits. */
type Between = Interval

/** What a level expects, sees and is told on one concept's guessed items, reversed ones turned. METHOD 15. */
export interface GuessedConceptView {
  readonly concept: string
  readonly guess: ReleasedGuess<Between>
  readonly own: ReleasedGuess<Between>
  readonly work: ReleasedGuess<Between>
  /** What is expected less what is reported. */
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
function difference(first: Between, second: Between, half: number): ShownDifference {
  const [low, high] = [first.low - second.high, first.high - second.low]
  return {
    points: (low + high) / 2,
    interval: { low: Math.max(-100, Math.floor(low - half)), high: Math.min(100, Math.ceil(high + half)) },
  }
}

/** Half the width of a 95 % interval; `null` where there is none. */
function halfWidth(
  first: { readonly n: number; readonly spread: number },
  second?: { readonly n: number; readonly spread: number },
): number | null {
  const squaredError = ({ n, spread }: typeof first) => ({ n, squaredError: spread ** 2 / n })
  if (!second) return (studentTQuantile(0.975, first.n - 1) * first.spread) / Math.sqrt(first.n)
  const welched = welch(squaredError(first), squaredError(second))
  return welched && studentTQuantile(0.975, welched.df) * welched.error
}

/**
 * What follows of one concept from what is released of its items: the three means, the
 * expectation gap, and the reading. From released figures alone, so that it tells nothing
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
  const of = (side: 'guess' | 'own' | 'work') =>
    limitsOf(sides.map(({ reversed, [side]: mean }) => ({ reversed, mean })))
  const [guess, own, work] = [of('guess'), of('own'), of('work')]
  const hide = (why: WhyNoGuess) => ({ shown: false, why }) as const
  const missing = [guess, work, spreads].find(({ shown }) => !shown)
  if (!guess.shown || !work.shown || !spreads.shown) {
    const why = missing && !missing.shown ? missing.why : 'too-few'
    return { concept, guess, own, work, gap: hide(why), reading: hide(why) }
  }
  const group = (side: keyof GuessSpreads, n: number) => ({ n, spread: spreads[side] })
  const half = halfWidth(group('guess', people.guess), group('work', people.work))
  const gap = half === null ? null : difference(guess, work, half)
  const gapView: GuessedConceptView['gap'] = gap ? { shown: true, ...gap.interval } : hide('too-few')
  if (!own.shown) return { concept, guess, own, work, gap: gapView, reading: hide(own.why) }
  if (people.both === 0) return { concept, guess, own, work, gap: gapView, reading: hide('too-few') }
  const apart = halfWidth(group('own', people.both), group('work', people.work))
  const within = halfWidth(group('known', people.both))
  const reading = readGuess(
    {
      expectationGap: gap,
      knownDifference: within === null ? null : difference(guess, own, within),
      distance: apart === null ? null : difference(own, work, apart),
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
