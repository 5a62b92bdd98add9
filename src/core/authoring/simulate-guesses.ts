import { besideGroup } from '../guess/beside-group.ts'
import { guessFigures } from '../guess/guess-figures.ts'
import { meanPoints, pairedPoints } from '../guess/guess-points.ts'
import { GUESS_READINGS, readGuess, type GuessReading, type ShownDifference } from '../guess/read-guess.ts'
import type { ScoredParts } from '../questionnaire/lookup.ts'
import type { ConceptItem } from '../questionnaire/schema.ts'
import { sequence } from '../questionnaire/sequence.ts'
import type { Answers } from '../response/response.ts'
import type { Interval } from '../statistics/interval.ts'
import { summariseValues } from '../statistics/summarise-values.ts'
import { normal } from './normal.ts'

/**
 * How a top level of ten and fourteen people close to the work are drawn: where the
 * top answers itself, what it expects and what the work answers, in steps of five.
 */
const DRAWN = {
  /** Sees little itself, and expects what the work reports. */
  knows: { own: 2.2, guess: 3.6, work: 3.6 },
  /** Expects the work to see as little as it sees itself. */
  'sees-itself': { own: 2.2, guess: 2.2, work: 3.6 },
  /** Expects more than it sees, and less than is reported. */
  halfway: { own: 2, guess: 2.9, work: 3.8 },
  /** Nobody sees it differently. */
  alike: { own: 3, guess: 3, work: 3 },
} as const

type Drawn = keyof typeof DRAWN

const SIZES = { top: 10, work: 14 } as const
const GROUPS = [5, 14] as const
const OPTIONS = 5
/** Of people around the mean of their level, and of single answers around the person's, in steps. */
const SPREAD = { person: 0.6, answer: 0.7 } as const
const SEED = 15_161

const ITEMS = ['one', 'other'].map((id): ConceptItem => ({
  id,
  kind: 'symptom',
  concept: 'any',
  scale: 'any',
  visibleFrom: ['close'],
  derivedFrom: [],
}))

const QUESTIONNAIRE: ScoredParts = {
  scales: { any: { kind: 'frequency', options: Array.from({ length: OPTIONS }, (_, at) => `step-${at + 1}`) } },
  concepts: [{ id: 'any' }],
  opposites: [],
  items: ITEMS,
}

/** How often simulated guesses read as what, and simulated leaders lie outside their group's average. */
export interface GuessTally {
  readonly rooms: readonly {
    readonly drawn: Drawn
    readonly shares: Readonly<Record<GuessReading | 'nothing', number>>
  }[]
  readonly leaders: readonly { readonly people: number; readonly outside: number }[]
}

const shown = (points: number | null, interval: Interval | null): ShownDifference | null =>
  points === null || interval === null ? null : { points, interval }

/**
 * So many rooms of each kind, and so many leaders drawn as their group is. It shows
 * what the rules of METHOD 15 and 16 do, not what people answer; the same every time.
 */
export function simulateGuesses(times: number): GuessTally {
  const next = sequence(SEED)
  const draw = (mean: number): Answers => {
    const own = mean + SPREAD.person * normal(next)
    const step = () => Math.min(OPTIONS, Math.max(1, Math.round(own + SPREAD.answer * normal(next))))
    return Object.fromEntries(ITEMS.map(({ id }) => [id, step()]))
  }
  const many = <One>(count: number, make: () => One) => Array.from({ length: count }, make)
  const pointsIn = (answers: Answers) => meanPoints(QUESTIONNAIRE, answers, ITEMS)

  const read = ({ own, guess, work }: (typeof DRAWN)[Drawn]): GuessReading | 'nothing' => {
    const figures = guessFigures(
      many(SIZES.top, () => pairedPoints(QUESTIONNAIRE, { answers: draw(own), guesses: draw(guess) }, ITEMS)),
      many(SIZES.work, () => pointsIn(draw(work))),
    )
    const { expectationGap, knownDifference, distance } = figures
    const differences = {
      expectationGap: shown(expectationGap.points, expectationGap.interval),
      knownDifference: shown(knownDifference.mean, knownDifference.interval),
      distance: shown(distance.points, distance.interval),
    }
    return readGuess(differences, OPTIONS) ?? 'nothing'
  }
  const shareOf = <Of>(list: readonly Of[], one: Of) => list.filter((other) => other === one).length / list.length

  return {
    rooms: (Object.keys(DRAWN) as Drawn[]).map((drawn) => {
      const readings = many(times, () => read(DRAWN[drawn]))
      const names = [...GUESS_READINGS, 'nothing'] as const
      const shares = Object.fromEntries(names.map((name) => [name, shareOf(readings, name)]))
      return { drawn, shares: shares as Record<GuessReading | 'nothing', number> }
    }),
    leaders: GROUPS.map((people) => {
      const sides = many(times, () => {
        const { interval } = summariseValues(many(people, () => pointsIn(draw(3))))
        return besideGroup(pointsIn(draw(3)), interval)
      })
      return { people, outside: 1 - shareOf(sides, 'within') - shareOf(sides, null) }
    }),
  }
}
