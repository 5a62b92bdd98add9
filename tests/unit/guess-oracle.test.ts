import { describe, expect, it } from 'vitest'
import { besideGroup } from '../../src/core/guess/beside-group.ts'
import { guessFigures, type GuessFigures, type PairedDifference } from '../../src/core/guess/guess-figures.ts'
import { meanPoints, pairedPoints, pointsOf, type OwnAndGuess } from '../../src/core/guess/guess-points.ts'
import { CANT_TELL, type Answers } from '../../src/core/response/response.ts'
import { scoreConcepts } from '../../src/core/scoring/score-concepts.ts'
import { differ, type Difference } from '../../src/core/statistics/differ.ts'
import { summariseValues, type GroupMean } from '../../src/core/statistics/summarise-values.ts'
import { expectClose } from '../fixtures/oracle.ts'
import {
  guessExpected,
  guessKeys,
  guessPeople,
  guessQuestionnaire,
  type GuessPerson,
} from '../fixtures/guess-oracle.ts'

interface WantedGroup {
  n: number
  mean: number | null
  sd: number | null
  ci95_t: [number, number] | null
}

interface WantedDifference {
  difference: number | null
  se: number | null
  df: number | null
  welch_ci95: [number, number] | null
  sign: number | null
}

interface WantedFigures {
  own: WantedGroup
  guess: WantedGroup
  work: WantedGroup
  expectation_gap: WantedDifference
  known_difference: WantedGroup & { sign: number | null }
  distance: WantedDifference
  both: { own_mean: number | null; guess_mean: number | null }
  known_difference_same_items?: WantedGroup & { sign: number | null }
}

interface WantedLeader {
  own: number | null
  group: WantedGroup
  own_side: number | null
  guess?: number | null
  guess_side?: number | null
}

/** METHOD asks for 1e-6 of what rests on a quantile. */
const QUANTILE = 1e-9

function expectGroup(actual: GroupMean, wanted: WantedGroup) {
  expect(actual.n).toBe(wanted.n)
  expectClose(actual.mean, wanted.mean, 1e-12)
  expectClose(actual.sd, wanted.sd, 1e-12)
  expectClose(actual.interval?.low ?? null, wanted.ci95_t?.[0] ?? null, QUANTILE)
  expectClose(actual.interval?.high ?? null, wanted.ci95_t?.[1] ?? null, QUANTILE)
}

function expectPaired(actual: PairedDifference, wanted: WantedGroup & { sign: number | null }) {
  expectGroup(actual, wanted)
  expect(actual.sign).toBe(wanted.sign)
}

function expectDifference(actual: Difference, wanted: WantedDifference) {
  expectClose(actual.points, wanted.difference, 1e-12)
  expectClose(actual.error, wanted.se, 1e-12)
  expectClose(actual.df, wanted.df, 1e-12)
  expectClose(actual.interval?.low ?? null, wanted.welch_ci95?.[0] ?? null, QUANTILE)
  expectClose(actual.interval?.high ?? null, wanted.welch_ci95?.[1] ?? null, QUANTILE)
  expect(actual.sign).toBe(wanted.sign)
}

function expectFigures(actual: GuessFigures, wanted: WantedFigures) {
  expectGroup(actual.own, wanted.own)
  expectGroup(actual.guess, wanted.guess)
  expectGroup(actual.work, wanted.work)
  expectDifference(actual.expectationGap, wanted.expectation_gap)
  expectPaired(actual.knownDifference, wanted.known_difference)
  expectDifference(actual.distance, wanted.distance)
  expectClose(actual.both.own, wanted.both.own_mean, 1e-12)
  expectClose(actual.both.guess, wanted.both.guess_mean, 1e-12)
}

const SIDES = { '-1': 'below', '0': 'within', '1': 'above' } as const
const sideOf = (wanted: number | null | undefined) =>
  wanted === null || wanted === undefined ? null : SIDES[`${wanted as -1 | 0 | 1}`]

/** Everybody's score of a concept, of one level of a data set. METHOD 1. */
const scoresOf = (name: string, level: number, concept: string) =>
  summariseValues(
    guessPeople(name)
      .filter((one) => one.level === level)
      .map(
        ({ answers }) =>
          scoreConcepts(questionnaire, answers, { floor: 'none' }).find((one) => one.concept === concept)!.score,
      ),
  )

const { concepts, items } = guessKeys
const guessed = items.filter((item) => item.guessed)
const itemsOf = (concept: string) => guessed.filter((item) => item.concept === concept)
const questionnaire = guessQuestionnaire

describe.each(Object.keys(guessKeys.datasets))('the guesses in %s', (name) => {
  const people = guessPeople(name)
  const { work: workLevel, guessing } = guessKeys.datasets[name]!
  const wanted = guessExpected[name]
  const guessers = people.filter(({ level }) => guessing.includes(level))
  const close = people.filter(({ level }) => level === workLevel)
  const { items: wantedItems, concepts: wantedConcepts } = wanted.guess15.top as Record<
    'items' | 'concepts',
    Record<string, WantedFigures>
  >

  it.each(Object.keys(wanted.levels))('are read cell by cell at level %s', (level) => {
    const there = people.filter((one) => String(one.level) === level)
    const { own, guess } = wanted.levels[level]
    expect(there).toHaveLength(wanted.levels[level].people)
    const cells = (given: Answers[], asked: number) => {
      const all = given.flatMap((answers) => Object.values(answers))
      const unknown = all.filter((answer) => answer === CANT_TELL).length
      return { asked, answered: all.length - unknown, skipped: asked - all.length, cant_tell: unknown }
    }
    expect(
      cells(
        there.map(({ answers }) => answers),
        there.length * items.length,
      ),
    ).toEqual(own)
    if (guess)
      expect(
        cells(
          there.map(({ guesses }) => guesses),
          there.length * guessed.length,
        ),
      ).toEqual(guess)
    for (const concept of concepts) {
      const { n_unscored, ...group } = wanted.scores_all_items[level][concept]
      const scores = scoresOf(name, Number(level), concept)
      expectGroup(scores, group)
      expect(there.length - scores.n).toBe(n_unscored)
    }
  })

  it('are there, from as many people', () => {
    expect(people).toHaveLength(wanted.n_rows)
    expect(guessers).toHaveLength(wanted.guess15.top.n_asked)
    expect(guessers.filter(({ guesses }) => Object.values(guesses).some(Number.isInteger))).toHaveLength(
      wanted.guess15.top.n_guessed_something,
    )
  })

  it.each(guessed.map((item) => [item.id, item] as const))('give the figures of the reference for %s', (id, item) => {
    const both = ({ answers, guesses }: GuessPerson): OwnAndGuess => ({
      own: pointsOf(questionnaire, answers, item),
      guess: pointsOf(questionnaire, guesses, item),
    })
    expectFigures(
      guessFigures(
        guessers.map(both),
        close.map(({ answers }) => pointsOf(questionnaire, answers, item)),
      ),
      wantedItems[id]!,
    )
  })

  it.each(concepts)('give the figures of the reference for %s', (concept) => {
    const own = itemsOf(concept)
    expect(own).toHaveLength(2)
    const means = ({ answers, guesses }: GuessPerson): OwnAndGuess => ({
      own: meanPoints(questionnaire, answers, own),
      guess: meanPoints(questionnaire, guesses, own),
    })
    const work = close.map(({ answers }) => meanPoints(questionnaire, answers, own))
    expectFigures(guessFigures(guessers.map(means), work), wantedConcepts[concept]!)

    // What may be shown: the same function, over those who gave both, item by item.
    const shown = guessFigures(
      guessers.map((person) => pairedPoints(questionnaire, person, own)),
      work,
    )
    expectPaired(shown.knownDifference, wantedConcepts[concept]!.known_difference_same_items!)
    expect(shown.own.n).toBe(shown.guess.n)
    expect(shown.own.n).toBe(shown.knownDifference.n)
  })

  describe('beside the first leader', () => {
    const leader = guessers[0]!
    const { person, items: byItem, concepts_guessed_items, concepts_all_items } = wanted.leader16
    const group = close.map(({ answers }) => answers)

    it('who is outside the group', () => {
      expect(leader.person).toBe(person)
      expect(group).not.toContain(leader.answers)
    })

    const expectBeside = (
      own: number | null,
      guess: number | null | undefined,
      values: (number | null)[],
      to: WantedLeader,
    ) => {
      const mean = summariseValues(values)
      expectGroup(mean, to.group)
      expectClose(own, to.own, 1e-12)
      expect(besideGroup(own, mean.interval)).toBe(sideOf(to.own_side))
      if (guess === undefined) return
      expectClose(guess, to.guess ?? null, 1e-12)
      expect(besideGroup(guess, mean.interval)).toBe(sideOf(to.guess_side))
    }

    it.each(guessed.map((item) => [item.id, item] as const))('on %s', (id, item) => {
      const points = (answers: GuessPerson['answers']) => pointsOf(questionnaire, answers, item)
      expectBeside(points(leader.answers), points(leader.guesses), group.map(points), byItem[id])
    })

    it.each(concepts)('on %s, over its guessed items and over all', (concept) => {
      const points = (answers: GuessPerson['answers']) => meanPoints(questionnaire, answers, itemsOf(concept))
      expectBeside(points(leader.answers), points(leader.guesses), group.map(points), concepts_guessed_items[concept])
      const score = (answers: GuessPerson['answers']) =>
        scoreConcepts(questionnaire, answers, { floor: 'none' }).find((one) => one.concept === concept)!.score
      expectBeside(score(leader.answers), undefined, group.map(score), concepts_all_items[concept])
    })
  })
})

interface WantedChange extends WantedDifference {
  now: WantedGroup
  then: WantedGroup
}

describe('the first set and the edges, as a room then and now', () => {
  const wanted = guessExpected.then_now17.d9_edges_minus_d7_guess24 as Record<string, Record<string, WantedChange>>
  const cells = [0, 1].flatMap((level) => concepts.map((concept) => [level, concept] as const))

  it.each(cells)('level %i has moved as the reference says on %s', (level, concept) => {
    const now = scoresOf('d9_edges', level, concept)
    const then = scoresOf('d7_guess24', level, concept)
    const change = wanted[level]![concept]!
    expectGroup(now, change.now)
    expectGroup(then, change.then)
    expectDifference(differ(now, then), change)
  })
})

interface WantedSide extends WantedGroup {
  room: string
  level: number
}

describe('the first set and the edges, side by side', () => {
  it.each(guessExpected.rooms17 as { concept: string; a: WantedSide; b: WantedSide; overlap: boolean | null }[])(
    'have the intervals that the reference compares on $concept',
    ({ concept, a, b, overlap }) => {
      const [one, other] = [a, b].map((side) => {
        const group = scoresOf(side.room, side.level, concept)
        expectGroup(group, side)
        return group.interval
      })
      expect(one && other ? one.low <= other.high && other.low <= one.high : null).toBe(overlap)
    },
  )
})
