import { signOf } from '../statistics/differ.ts'
import type { Interval } from '../statistics/interval.ts'

/** A difference as it is shown: the reading rests on nothing finer. */
export interface ShownDifference {
  readonly points: number
  readonly interval: Interval
}

/**
 * The three differences, read together. `knows`: the level knows that it sees
 * this differently, whether by as much cannot be told. `sees-itself`: it expects
 * the work to see what it sees itself. `expected-less`, `expected-more`: than is
 * reported. `cannot-tell`: the room leaves it open.
 */
export const GUESS_READINGS = ['knows', 'sees-itself', 'expected-less', 'expected-more', 'cannot-tell'] as const

export type GuessReading = (typeof GUESS_READINGS)[number]

/** Half a step of a response scale, in points: 12.5 for five options. A judgement, without a source. */
const halfStep = (options: number) => 50 / (options - 1)

/**
 * The first reading that holds, METHOD 15: *far* is an interval that leaves out
 * zero, *near* one that covers it around less than half a step.
 *
 * G − W 3 (−9 to 15), G − O 30 (18 to 42), O − W −27 (−40 to −14) on five options:
 * `knows`.
 *
 * @returns `null` where an interval is missing: then nothing is said. Never throws.
 */
export function readGuess(
  {
    expectationGap,
    knownDifference,
    distance,
  }: {
    /** G less W. */
    readonly expectationGap: ShownDifference | null
    /** G less O, paired. */
    readonly knownDifference: ShownDifference | null
    /** O less W. */
    readonly distance: ShownDifference | null
  },
  options: number,
): GuessReading | null {
  if (!expectationGap || !knownDifference || !distance) return null
  const [gap, known, apart] = [expectationGap, knownDifference, distance].map(({ interval }) => signOf(interval)!)
  const isNear = ({ points, interval }: ShownDifference) =>
    signOf(interval) === 0 && Math.abs(points) < halfStep(options)
  if (isNear(expectationGap) && known !== 0 && apart === -known!) return 'knows'
  if (gap === 0) return 'cannot-tell'
  if (isNear(knownDifference) && apart === gap) return 'sees-itself'
  return gap! < 0 ? 'expected-less' : 'expected-more'
}
