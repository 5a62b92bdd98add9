import { describe, expect, it } from 'vitest'
import { kindsOf } from '../../src/core/room/kinds-of.ts'
import { layOutRoom } from '../../src/core/room/room-data.ts'
import { releaseItems } from '../../src/core/room/release-items.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { tallyAnswers } from '../../src/core/room/tally-answers.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import type { Answer } from '../../src/core/response/response.ts'
import { isConceptItem } from '../../src/core/questionnaire/lookup.ts'
import type { CollectedEntry } from '../../src/core/workshop/collected.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { proveOf } from './room-prover.ts'

/*
 * Random rooms of two levels, attacked from what is released of all items and concepts
 * together. The attacker knows the rules and the numbers of people.
 */

const OPTIONS = 5
const MILD = [0.35, 0.6]
const STRONG = [0.12, 0.88]

/** People of two levels whose answers lie around their level's mean, from 0 to 1, turned for reversed items. */
function randomRoom(sizes: readonly number[], means: readonly number[], seed: number): CollectedEntry[] {
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
  )
}

const show = (asked: Questionnaire, entries: readonly CollectedEntry[], levels: number) =>
  summariseRoom(
    { questionnaire: asked },
    { levels: Array.from({ length: levels }, (_, level) => `Level ${level}`), smallestGroup: 5 },
    entries,
    [snapshotOf(1, entries)],
  )

describe('a room of two levels, attacked from its distributions, means and concepts together', () => {
  it.each([
    ['mild', [5, 5], MILD],
    ['strong', [5, 5], STRONG],
    ['mild', [8, 8], MILD],
    ['strong', [8, 8], STRONG],
    ['mild', [6, 11], MILD],
    ['strong', [12, 7], STRONG],
    ['mild', [12, 12], MILD],
    ['strong', [12, 12], STRONG],
  ] as const)(
    'proves nobody’s answer: %s, %j',
    (_, sizes, means) => {
      const proofs = Array.from({ length: 25 }, (_none, trial) => {
        const entries = randomRoom(sizes, means, trial + 1)
        return proveOf(show(questionnaire, entries, 2), sizes, OPTIONS, (item, level, step) =>
          entries.some((entry) => entry.level === level && entry.answers[item] === step + 1),
        )
      })
      expect(proofs.flat()).toEqual([])
    },
    60_000,
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
      const proofs = proveOf(room, [12, 12], OPTIONS, (item, level, step) =>
        entries.some((entry) => entry.level === level && entry.answers[item] === step + 1),
      )
      expect(proofs).toEqual([])
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
      proved += proveOf({ ...view, items }, [8, 8], OPTIONS, (item, level, step) =>
        entries.some((entry) => entry.level === level && entry.answers[item] === step + 1),
      ).length
    }
    expect(proved).toBeGreaterThan(0)
  })
})
