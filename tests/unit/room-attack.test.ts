import { describe, expect, it } from 'vitest'
import { apartBy } from '../../src/core/room/apart-by.ts'
import { kindsOf } from '../../src/core/room/kinds-of.ts'
import { layOutRoom } from '../../src/core/room/room-data.ts'
import { releaseItems } from '../../src/core/room/release-items.ts'
import type { RoomView } from '../../src/core/room/room-view.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { tallyAnswers } from '../../src/core/room/tally-answers.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import type { Answer } from '../../src/core/response/response.ts'
import { isConceptItem } from '../../src/core/questionnaire/lookup.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { proveOf } from './room-prover.ts'
import { recordAttack, sayAll } from './what-was-attacked.ts'

/*
 * Random rooms of two and three levels, in one view and two, attacked from what is released of all
 * items and concepts together. The attacker knows the rules and the numbers of people.
 */

const OPTIONS = 5
const MILD = [0.35, 0.6]
const STRONG = [0.12, 0.88]
const THREE = { MILD: [0.35, 0.5, 0.6], STRONG: [0.12, 0.5, 0.88] }

/** How many times as many rooms of each kind to try; `ATTACKED_ROOMS=10` tries more. */
const TIMES = Number(process.env['ATTACKED_ROOMS'] ?? 1)

/** People of each level whose answers lie around their level's mean, from 0 to 1, turned for reversed items. */
function randomRoom(sizes: readonly number[], means: readonly number[], seed: number, prefix = 'p'): CollectedEntry[] {
  const next = numbersFrom(seed)
  return entriesOf(
    sizes.flatMap((size, level) =>
      Array.from({ length: size }, () => {
        const lean = (next() - 0.5) * 0.4
        const answers = questionnaire.items.map((item): [string, Answer] => {
          const share = means[level]! + lean + (next() - 0.5) * 0.7
          const step = Math.max(1, Math.min(OPTIONS, Math.round(1 + (OPTIONS - 1) * share)))
          return [item.id, isConceptItem(item) && item.reversed ? OPTIONS + 1 - step : step]
        })
        return { level, answers: Object.fromEntries(answers) }
      }),
    ),
    prefix,
  )
}

/** What is shown in each view, of those who joined with it and before. */
function showViews(asked: Questionnaire, joined: readonly (readonly CollectedEntry[])[], levels: number): RoomView[] {
  const snapshots = joined.map((_, view) => snapshotOf(view + 1, joined.slice(0, view + 1).flat()))
  return joined.map((_, view) =>
    summariseRoom(
      { questionnaire: asked },
      { levels: Array.from({ length: levels }, (_none, level) => `Level ${level}`), smallestGroup: 5 },
      joined.flat(),
      snapshots.slice(0, view + 1),
    ),
  )
}

const show = (asked: Questionnaire, entries: readonly CollectedEntry[], levels: number) =>
  showViews(asked, [entries], levels)[0]!

/** Attacks what is shown; a group is those of one level who joined with one view. */
const attack = (
  views: readonly RoomView[],
  joined: readonly (readonly CollectedEntry[])[],
  sizes: readonly (readonly number[])[],
) =>
  proveOf(views, sizes, OPTIONS, (item, group, step) => {
    const levels = sizes[0]!.length
    return joined[Math.floor(group / levels)]!.some(
      (entry) => entry.level === group % levels && entry.answers[item] === step + 1,
    )
  })

/** Of the last view the concepts whose items are shown, those whose distance is said, "at least" among them, and all. */
function countShown(views: readonly RoomView[]) {
  const { concepts, items, distance } = views.at(-1)!
  const areShown = concepts.filter(({ concept }) => items.every((item) => item.concept !== concept || item.mean.shown))
  const apart = concepts.filter(({ concept, levels }) => {
    const [top, work] = [levels[0]!, levels.at(-1)!]
    const difference = distance.concepts.find((one) => one.concept === concept)!.difference
    return difference.shown || (top.shown && work.shown && apartBy(top.mean, work.mean).atLeast > 0)
  })
  return { items: areShown.length, distances: apart.length, concepts: concepts.length }
}

const TABLE = 'random rooms'

describe('a room, attacked from its distributions, means and concepts together', () => {
  it.each([
    ['mild', [[5, 5]], MILD, 25],
    ['strong', [[5, 5]], STRONG, 25],
    ['mild', [[8, 8]], MILD, 25],
    ['strong', [[8, 8]], STRONG, 25],
    ['mild', [[6, 11]], MILD, 25],
    ['strong', [[12, 7]], STRONG, 25],
    ['mild', [[12, 12]], MILD, 25],
    ['strong', [[12, 12]], STRONG, 25],
    ['mild', [[5, 5, 5]], THREE.MILD, 10],
    ['strong', [[5, 5, 5]], THREE.STRONG, 10],
    ['mild', [[5, 7, 6]], THREE.MILD, 5],
    [
      'mild',
      [
        [5, 5],
        [5, 5],
      ],
      MILD,
      5,
    ],
    [
      'strong',
      [
        [8, 8],
        [10, 5],
      ],
      STRONG,
      5,
    ],
  ] as const)(
    'proves nobody’s answer: %s, %j',
    async (split, sizes, means, rooms) => {
      const counted = { items: 0, distances: 0, concepts: 0 }
      const proofs = Array.from({ length: rooms * TIMES }, (_none, trial) => {
        const joined = sizes.map((own, view) => randomRoom(own, means, trial + 1 + 1000 * view, `p${view}-`))
        const views = showViews(questionnaire, joined, means.length)
        const { items, distances, concepts } = countShown(views)
        counted.items += items
        counted.distances += distances
        counted.concepts += concepts
        return attack(views, joined, sizes)
      })
      if (TIMES > 1) {
        const people = sizes.map((own, view) => `${sayAll(own)}${view > 0 ? ' more before a second view' : ''}`)
        const of = (shown: number) => `${shown} of ${counted.concepts}`
        const cells = [people.join('; '), split, of(counted.items), of(counted.distances), proofs.flat().length]
        await recordAttack(TABLE, cells, 2)
      }
      expect(proofs.flat()).toEqual([])
    },
    60_000 * TIMES,
  )

  it('proves nobody’s answer where all but one or two of twenty-four answer a statement of each concept alike', () => {
    let shown = 0
    const same = new Map(questionnaire.items.filter(isConceptItem).map((item) => [item.concept, item.id]))
    for (let trial = 1; trial <= 20; trial++) {
      const entries = randomRoom([12, 12], MILD, trial).map((entry, person) => {
        const alike = [...same.values()].map((id): [string, Answer] => [id, person < trial % 3 ? 1 : 2])
        return { ...entry, answers: { ...entry.answers, ...Object.fromEntries(alike) } }
      })
      const room = show(questionnaire, entries, 2)
      shown += room.items.filter(({ distribution }) => distribution.shown && distribution.is === 'nearly-all').length
      expect(attack([room], [entries], [[12, 12]])).toEqual([])
    }
    expect(shown).toBeGreaterThan(20)
  }, 60_000)

  it('keeps the distance of every concept in strongly divided rooms of twelve and twelve', () => {
    for (let trial = 1; trial <= 5; trial++) {
      const { distance, items } = show(questionnaire, randomRoom([12, 12], [0.25, 0.75], trial), 2)
      expect(distance.concepts.every(({ difference }) => difference.shown)).toBe(true)
      expect(items.filter(({ distribution }) => distribution.shown).length).toBeGreaterThan(20)
    }
  })

  it('proves answers where the audit is left out', () => {
    let proved = 0
    for (let trial = 1; trial <= 25; trial++) {
      const entries = randomRoom([8, 8], STRONG, trial)
      const data = layOutRoom(questionnaire, { levels: ['Top', 'Work'] }, entries, [snapshotOf(1, entries)])
      const view = show(questionnaire, entries, 2)
      const kinds = kindsOf(data.snapshots, entries.length)
      const tallies = data.columns.map((column) => tallyAnswers(column, kinds))
      const { items: unaudited } = releaseItems(
        tallies,
        kinds.views,
        [new Set(questionnaire.concepts.map(({ id }) => id))],
        5,
      )
      const items = view.items.map((item) => ({
        ...item,
        ...unaudited[data.columns.findIndex((column) => column.item.id === item.item)]!,
      }))
      proved += attack([{ ...view, items }], [entries], [[8, 8]]).length
    }
    expect(proved).toBeGreaterThan(0)
  })
})
