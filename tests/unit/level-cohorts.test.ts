import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../src/core/disclosure/release-mean.ts'
import type { ReleasedScores } from '../../src/core/disclosure/release-concept.ts'
import type { Released } from '../../src/core/disclosure/released.ts'
import { kindsOf } from '../../src/core/room/kinds-of.ts'
import { conceptDistance } from '../../src/core/room/measure-distance.ts'
import { readAlpha, readIcc } from '../../src/core/room/read-expert.ts'
import { levelCohorts } from '../../src/core/room/level-cohorts.ts'
import { releaseConceptOver } from '../../src/core/room/release-concepts.ts'
import type { RoomPeople } from '../../src/core/room/room-data.ts'
import { tallyScores } from '../../src/core/room/tally-scores.ts'
import { numbersFrom } from '../fixtures/rooms.ts'
import { attack, type Sizes, type World } from './disclosure-attack.ts'

/*
 * Second and later views of two levels, of which some who joined lie near an end of the scale: what is released then
 * follows from what would be of those who joined with each view.
 */

const K = 5
/** Somebody in a room: the level, the score, the view that they join with, and the one from which they are gone. */
interface Person {
  readonly level: number
  readonly score: number
  readonly from?: number
  readonly to?: number
  readonly isFlagged?: boolean
}

/** What is released in every view, and the distance in it. */
function show(people: readonly Person[], views: number) {
  const scores = Float64Array.from(people, ({ score }) => score)
  const snapshots = Array.from({ length: views }, (_, view): RoomPeople => {
    const isIn = (level: number) =>
      Int32Array.from(
        [...people.keys()].filter((index) => {
          const { level: own, from = 1, to = views + 1 } = people[index]!
          return own === level && from <= view + 1 && view + 1 < to
        }),
      )
    return { levels: [isIn(0), isIn(1)], none: new Int32Array() }
  })
  const flagged = Uint8Array.from(people, ({ isFlagged }) => (isFlagged ? 1 : 0))
  const kinds = kindsOf(snapshots, scores.length, flagged)
  const tally = tallyScores({ concept: 'c', columns: [], scores }, kinds)
  return releaseConceptOver(tally, K).map((view, number) => {
    const { levels } = kinds.views[number]!
    const concept = { concept: 'c', ...view.released, bands: view.bands }
    return {
      ...view,
      distance: conceptDistance(concept, tally, levels[0]!, levels[1]!),
      expert: [readAlpha(tally, concept, 'up', view.counted), readIcc(tally, concept, view.counted)],
    }
  })
}

const several = (amount: number, level: number, score: number, from = 1): Person[] =>
  Array.from({ length: amount }, (_, index) => ({ level, score: score + (index % 2 === 0 ? 6 : -6), from }))
const meanOf = (scores: Released<ReleasedScores>) => (scores.shown ? scores.mean : scores.why)

/** Eight at 20 and fourteen at 70; five whom the end of the scale holds join the first, ten at 70 the others. */
const JOINED = [...several(8, 0, 20), ...several(14, 1, 70), ...several(5, 0, 15, 2), ...several(10, 1, 70, 2)]

describe('a second view in which those who joined a level lie near an end of the scale', () => {
  const [first, second] = show(JOINED, 2)

  it('gives each level a range, from what is released of those who joined with each view', () => {
    expect(first!.released.levels.map(meanOf)).toEqual([
      { is: 'points', points: 20 },
      { is: 'points', points: 70 },
    ])
    // 8 of 17.5 to 22.5 and 5 of 0 to 25; 24 of 69.5 to 70.5; all of them.
    expect(second!.released.levels.map(meanOf)).toEqual([
      { is: 'between', low: 10, high: 24 },
      { is: 'between', low: 69, high: 71 },
    ])
    expect(meanOf(second!.released.room)).toEqual({ is: 'between', low: 48, high: 54 })
  })

  it('releases no interval, nearness or difference of them, nor what they are without those flagged', () => {
    const near = { shown: false, why: 'near-end' }
    const { room, levels } = second!.released
    for (const scores of [room, ...levels]) expect(scores).toMatchObject({ shown: true, interval: near, close: near })
    expect(second!.distance).toEqual({ concept: 'c', difference: near, pairs: near })
    expect(second!.expert).toEqual([near, near])
    expect(second!.whole).toEqual([near, near])
    expect(second!.bands.levels).toEqual([near, near])
    const [before, after] = show(
      JOINED.map((one, index) => ({ ...one, isFlagged: index >= 8 && index < 14 })),
      2,
    )
    expect(before!.without.room.shown).toBe(true)
    expect(after!.without).toEqual({ room: near, levels: [near, near] })
  })

  it('is released by cohorts in a third view, too, who ever joins', () => {
    const [, , third] = show([...JOINED, ...several(5, 0, 60, 3), ...several(5, 1, 60, 3)], 3)
    expect(third!.released.levels.map(meanOf)).toMatchObject([{ is: 'between' }, { is: 'between' }])
  })

  it('is left out where four joined a level', () => {
    const [, ofFour] = show(
      JOINED.filter((_, index) => index !== 22),
      2,
    )
    expect(ofFour!.released.levels.map(meanOf)).toEqual(['too-few-new', 'would-reveal-others'])
  })

  it('has no exact mean after it once somebody left, which could tell what the ranges leave open', () => {
    const joined = [...several(5, 0, 90, 2), ...several(5, 0, 50, 3)]
    const people = [...several(8, 0, 50), ...several(14, 1, 70), ...joined]
    const gone = people.map((one, index) => (index < 4 ? { ...one, to: 3 } : one))
    const [, shown, after] = show(gone, 3)
    expect(meanOf(shown!.released.room)).toMatchObject({ is: 'between' })
    expect([after!.released.room, ...after!.released.levels].map(meanOf)).toEqual(['near-end', 'near-end', 'near-end'])
  })
})

it.each<[string, readonly number[][], readonly number[][], number]>([
  ['all stayed and five joined', [[0, 1], [2]], [[0, 1, 3], [2]], 5],
  ['four joined', [[0, 1], [2]], [[0, 1, 3], [2]], 4],
  ['somebody left', [[0, 1], [2]], [[0, 3], [2]], 5],
  [
    'somebody is at another level',
    [[0, 1], [2]],
    [
      [0, 3],
      [2, 1],
    ],
    5,
  ],
])('people are divided by the view that they joined with where %s', (name, before, now, joined) => {
  const people = (levels: readonly number[][]): RoomPeople => ({
    levels: levels.map((level) => Int32Array.from(level)),
    none: new Int32Array(),
  })
  const shown = [{ shown: true }, { shown: true }] as const
  const cohorts = levelCohorts(K, Int32Array.of(5, 5, 5, joined))
  expect(cohorts.divide(people(before), shown)).toBeNull()
  cohorts.add(people(before), shown)
  const divided = cohorts.divide(people(now), shown)
  expect(divided && divided.levels.map((level) => level.map((kinds) => [...kinds]))).toEqual(
    name === 'all stayed and five joined' ? [[[0, 1], [3]], [[2]]] : null,
  )
  expect(cohorts.divide(people(now), [{ shown: true }, { shown: false, why: 'too-few' }])).toBeNull()
})

it('every range holds the mean that it stands for, and no distance is said to be more than it is', () => {
  const next = numbersFrom(5)
  let divided = 0
  for (let trial = 0; trial < 60; trial++) {
    const at = (mean: number) => Math.round(16 * Math.min(1, Math.max(0, mean + (next() - 0.5) * 0.4))) * 6.25
    const [top, work] = [next(), next()]
    const people = [1, 2, 3].flatMap((from) =>
      [top, work].flatMap((mean, level) =>
        Array.from({ length: 5 + Math.floor(next() * 9) }, () => ({ level, score: at(mean), from })),
      ),
    )
    for (const [number, { released, distance }] of show(people, 3).entries()) {
      if (number === 0 || distance.difference.shown || !released.room.shown) continue
      divided++
      const present = people.filter(({ from }) => from <= number + 1)
      for (const [level, scores] of [released.levels[0]!, released.levels[1]!, released.room].entries()) {
        const own = present.filter((person) => level === 2 || person.level === level)
        const exact = own.reduce((sum, { score }) => sum + score, 0) / own.length
        const { low, high } = meaningOf((scores as ReleasedScores & { shown: true }).mean)
        expect(exact).toBeGreaterThan(low - 1e-9)
        expect(exact).toBeLessThan(high + 1e-9)
      }
    }
  }
  expect(divided).toBeGreaterThan(40)
})

/** Whether those that take long are tried, by `npm run test:rooms`. */
const all = process.env['EVERY_ROOM'] === 'all'
const sized = (...rows: number[][]): Sizes => rows.map((row) => ({ levels: row.slice(0, -1), none: row.at(-1)! }))

/** Scores that lie this far apart, of people who join with each view, level by level. */
const LATER_VIEWS: readonly [values: number, sizes: Sizes][] = [
  [2, sized([5, 5, 0], [5, 0, 0])],
  [2, sized([5, 5, 0], [5, 5, 0])],
  [2, sized([5, 5, 0], [5, 0, 0], [5, 5, 0])],
  [2, sized([5, 5, 5], [5, 5, 5])],
  [2, sized([5, 5, 5, 0], [5, 0, 5, 0])],
  [3, sized([5, 5, 0], [5, 0, 0])],
  [3, sized([5, 5, 0], [0, 5, 0])],
  [3, sized([5, 6, 0], [6, 0, 0])],
  [3, sized([5, 5, 0], [5, 5, 0])],
  [3, sized([5, 5, 0], [5, 0, 0], [5, 0, 0])],
]

/** The scores of a world's people, whom each view has, and everything that is released of them in each. */
function releaseWorld(world: World) {
  const values = world[0]!.none.length
  const scores: number[] = []
  const groups = [...world[0]!.levels, world[0]!.none].map((): number[] => [])
  const snapshots = world.map(({ levels, none }) => {
    for (const [group, counts] of [...levels, none].entries())
      for (const [step, count] of counts.entries())
        for (let n = 0; n < count; n++) groups[group]!.push(scores.push((100 * step) / (values - 1)) - 1)
    return groups.map((group) => [...group])
  })
  return { values, scores, groups, snapshots }
}

const ids = (people: readonly number[]) => Int32Array.from(people)

function releaseScores(
  values: number,
  scores: readonly number[],
  snapshots: readonly RoomPeople[],
  flags?: Uint8Array,
) {
  const kinds = kindsOf(snapshots, scores.length, flags)
  const tally = tallyScores({ concept: 'c', columns: [], scores: Float64Array.from(scores) }, kinds)
  return releaseConceptOver({ ...tally, step: 100 / (values - 1) }, K)
}

/** Everything that is released of scores like these in the last view beside the means in those before it. */
function releaseLast(world: World): string {
  const { values, scores, snapshots } = releaseWorld(world)
  const rooms = snapshots.map((own) => ({ levels: own.slice(0, -1).map(ids), none: ids(own.at(-1)!) }))
  const views = releaseScores(values, scores, rooms).map(({ released }) => released)
  const means = views.map(({ room, levels }) => [room, ...levels].map(meanOf))
  const last = views.at(-1)!
  return JSON.stringify(last.room.shown && !last.room.interval.shown ? [means, last] : means)
}

/** Everything that is released in all views, with and without flagged people: every second group is a level's flagged. */
function releaseFlagged(world: World): string {
  const { values, scores, groups, snapshots } = releaseWorld(world)
  const flags = new Uint8Array(scores.length)
  for (const [group, people] of groups.slice(0, -1).entries())
    if (group % 2 === 1) for (const person of people) flags[person] = 1
  const rooms = snapshots.map((own) => ({
    levels: [0, 2].map((at) => ids([...own[at]!, ...own[at + 1]!])),
    none: ids(own.at(-1)!),
  }))
  const views = releaseScores(values, scores, rooms, flags)
  return JSON.stringify(views.map(({ released, whole, bands, without }) => [released, whole, bands, without]))
}

/**
 * Scores of people who join with each view: of two levels each those who are not flagged and those who are, and people
 * without a level. Who is flagged is known to the attacker.
 */
const FLAGGED_VIEWS: readonly [values: number, sizes: Sizes][] = [
  [2, sized([5, 5, 5, 0, 0], [5, 0, 0, 0, 0])],
  [2, sized([5, 5, 5, 0, 0], [0, 5, 0, 0, 0])],
  [2, sized([5, 3, 5, 2, 0], [5, 2, 0, 0, 0])],
  [2, sized([5, 4, 5, 0, 0], [0, 1, 5, 0, 0])],
  [2, sized([6, 5, 5, 1, 0], [5, 0, 0, 5, 0])],
  [2, sized([5, 5, 5, 5, 0], [5, 0, 5, 0, 0])],
  [2, sized([5, 5, 5, 5, 0], [0, 5, 5, 0, 0])],
  [2, sized([5, 5, 5, 0, 2], [5, 0, 0, 0, 0])],
  [2, sized([5, 5, 5, 0, 0], [5, 0, 0, 0, 0], [0, 5, 0, 0, 0])],
  [3, sized([5, 5, 0, 0, 0], [5, 0, 0, 0, 0])],
  [3, sized([5, 5, 0, 0, 0], [0, 5, 0, 0, 0])],
  [3, sized([5, 5, 5, 0, 0], [5, 0, 0, 0, 0])],
]

describe('scores over several views of two and more levels', () => {
  it.each(all ? LATER_VIEWS : LATER_VIEWS.slice(0, 1))(
    'are told of nobody, %s values, sizes %j',
    (values, sizes) => {
      expect(attack(sizes, values, releaseLast)).toBeUndefined()
    },
    600_000,
  )

  it.each(all ? FLAGGED_VIEWS : FLAGGED_VIEWS.slice(1, 2))(
    'are told of nobody, flagged or not, %s values, sizes %j',
    (values, sizes) => {
      expect(attack(sizes, values, releaseFlagged)).toBeUndefined()
    },
    600_000,
  )
})
