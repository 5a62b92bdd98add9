import { describe, expect, it } from 'vitest'
import { releaseItem } from '../../src/core/disclosure/release-item.ts'
import { reachOfEnd, releaseItemMean } from '../../src/core/disclosure/release-mean.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'

const K = 5

describe('the mean of a group on one item', () => {
  it.each([2, 3, 4, 5, 6, 7])('never tells the sum of fewer than 25 answers exactly, %s options', (options) => {
    const step = 100 / (options - 1)
    for (let n = K; n <= 40; n++) {
      const sums = new Map<string, number[]>()
      for (let sum = 0; sum <= n * (options - 1); sum++) {
        const released = releaseItemMean((100 * sum) / (n * (options - 1)), n, step)
        const said = JSON.stringify(released)
        sums.set(said, [...(sums.get(said) ?? []), sum])
        if (released.is !== 'between') continue
        const mean = (100 * sum) / (n * (options - 1))
        expect(released.low).toBeLessThanOrEqual(mean)
        expect(released.high).toBeGreaterThanOrEqual(mean)
      }
      for (const [said, possible] of sums) {
        expect(possible.length, `${n} ${said}`).toBeGreaterThan(n < 25 && options === 5 ? 1 : 0)
        // An end holds every sum up to one answer at the other end and one step more.
        if (possible[0] === 0)
          expect(possible.at(-1)!).toBeGreaterThanOrEqual(Math.floor((n * reachOfEnd(n, step)) / step + 1e-9))
      }
    }
  })

  it('is as wide as an option below ten people, as six points below 25, and then a point', () => {
    expect(releaseItemMean(45, 5, 25)).toEqual({ is: 'between', low: 25, high: 50 })
    expect(releaseItemMean(46.4, 7, 25)).toEqual({ is: 'between', low: 39, high: 61 })
    expect(releaseItemMean(45, 10, 25)).toEqual({ is: 'between', low: 41, high: 48 })
    expect(releaseItemMean(46.4, 25, 25)).toEqual({ is: 'points', points: 46 })
    expect(releaseItemMean(20, 5, 25)).toEqual({ is: 'end', end: 'low', within: 25 })
  })
})

describe('an item in a later view', () => {
  const next = numbersFrom(4)
  const [asked] = conceptItems
  const people = (count: number, prefix: string, isAnswered: boolean) =>
    entriesOf(
      Array.from({ length: count }, (_, index) => ({
        level: index % 2,
        answers: Object.fromEntries(
          questionnaire.items.map(({ id }): [string, Answer] => [
            id,
            id === asked!.id && !isAnswered ? CANT_TELL : 1 + Math.floor(5 * next()),
          ]),
        ),
      })),
      prefix,
    )

  it('is hidden where none of those who joined answered it, as where few did', () => {
    const first = people(24, 'a', true)
    const view = (...joined: typeof first) => {
      const entries = [...first, ...joined]
      const snapshots = [snapshotOf(1, first), snapshotOf(2, entries)]
      return summariseRoom({ questionnaire }, { levels: ['Top', 'Work'], smallestGroup: K }, entries, snapshots)
        .items[0]!
    }
    const hidden = { shown: false, why: 'too-few-new' }
    expect(view(...people(12, 'b', false)).mean).toEqual(hidden)
    expect(view(...people(4, 'c', true), ...people(8, 'b', false)).mean).toEqual(hidden)
    expect(view(...people(12, 'b', true)).mean.shown).toBe(true)
    expect(view().mean.shown).toBe(true)
  })

  it('is hidden whether nobody or few of a cohort answered, and shown where there is no new cohort', () => {
    const first = { levels: [[3, 4, 5]], none: [0, 0, 0] }
    const joined = { levels: [[0, 0, 0]], none: [0, 0, 0] }
    expect(releaseItem([first], 0, 3, K).mean.shown).toBe(true)
    expect(releaseItem([first, joined], 0, 3, K).mean).toEqual({ shown: false, why: 'too-few-new' })
  })
})
