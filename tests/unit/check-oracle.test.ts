import { describe, expect, it } from 'vitest'
import { checkView } from '../../src/core/check/check-view.ts'
import { thenNow } from '../../src/core/check/then-now.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { checkExpected, guessExpected, guessKeys, guessPeople, guessQuestionnaire } from '../fixtures/guess-oracle.ts'
import { entriesOf, snapshotOf } from '../fixtures/rooms.ts'

/*
 * What a check prints of the reference's people. `check-expected.json` was worked out from
 * their table alone by a second implementation (Python, mpmath to 40 digits, Student's
 * quantiles from the incomplete beta function): means and intervals of each statement,
 * the averages of these over guessed statements, scores, and which side the leader is on.
 * `guess-expected.json` has the exact values, from R.
 */

const SET = 'd7_guess24'
const { items, concepts } = guessKeys
const asked: Questionnaire = {
  ...questionnaire,
  scales: guessQuestionnaire.scales as Questionnaire['scales'],
  concepts: concepts.map((id) => ({ ...questionnaire.concepts[0]!, id })),
  items: items.map(({ guessed: _guessed, guess: _guess, ...item }) => item) as Questionnaire['items'],
  opposites: [],
  constraints: [],
  findings: [],
  room: [],
  guess: { of: 'close', items: items.filter(({ guessed }) => guessed).map(({ id }) => id) },
}
const people = guessPeople(SET)
const leader = people.find(({ level }) => level === 0)!

/** What a check of the people close to the work in a data set shows the leader of the first. */
function viewOf(set: string) {
  const close = guessPeople(set).filter(({ level }) => level === 1)
  const entries = entriesOf(close.map(({ answers }) => ({ level: 0, answers })))
  const room = summariseRoom({ questionnaire: asked }, { levels: ['Work'], smallestGroup: 5 }, entries, [
    snapshotOf(1, entries),
  ])
  return checkView(asked, room, leader)
}

const view = viewOf(SET)
const exact = guessExpected[SET].leader16 as Record<
  'items' | 'concepts_guessed_items' | 'concepts_all_items',
  Record<string, { group: { mean: number; ci95_t: [number, number] }; own_side: number | null; guess_side?: number }>
>

/** The exact interval as statements are answered: the reference has reversed ones turned round. */
const rawOf = ([low, high]: [number, number], reversed: boolean) => (reversed ? [100 - high, 100 - low] : [low, high])
const SIDES = ['below', 'within', 'above']
const sideOf = (side: number | null | undefined) => (side === null || side === undefined ? null : SIDES[side + 1])

describe('a check of the reference’s leader', () => {
  it('prints of the fourteen close to the work, without the leader', () => {
    expect([leader.person, view.people]).toEqual([checkExpected.person, checkExpected.people])
    expect(view.items).toHaveLength(24)
  })

  it('has the second implementation’s mean and interval of each statement, around R’s', () => {
    let intervals = 0
    for (const { item, reversed, group, ownBeside, guessBeside } of view.items) {
      const { own, guess, ...wanted } = checkExpected.items[item]!
      if (!group.shown || group.is !== 'mean') throw new Error(item)
      expect(group.n).toBe(wanted.n)
      // Of fewer than ten who answered one, or where the audit says so, a range and no interval.
      if (!group.interval || group.mean.is !== 'points') {
        expect(group.interval).toBeNull()
        continue
      }
      intervals++
      expect({ n: group.n, mean: group.mean.points, ...group.interval }).toEqual(wanted)
      expect(ownBeside && { points: ownBeside.points, side: ownBeside.side }).toEqual(own)
      if (guess) expect({ points: guessBeside!.points, side: guessBeside!.side }).toEqual(guess)
      const of = exact.items[item]
      if (!of) continue
      const [low, high] = rawOf(of.group.ci95_t, reversed)
      expect(group.interval.low).toBeLessThanOrEqual(low!)
      expect(low! - group.interval.low).toBeLessThan(1)
      expect(group.interval.high).toBeGreaterThanOrEqual(high!)
      expect(group.interval.high - high!).toBeLessThan(1)
      const turn = (side: string | null | undefined) =>
        reversed && side ? SIDES.toReversed()[SIDES.indexOf(side)] : side
      // Judged on what is printed, which is rounded outward: what R says, or less.
      for (const [said, side] of [
        [ownBeside?.side, of.own_side],
        [guessBeside?.side, of.guess_side],
      ] as const)
        if (said && said !== 'within') expect(turn(said)).toBe(sideOf(side))
    }
    expect(intervals).toBeGreaterThan(15)
  })

  it.each(concepts)('has its average over the guessed statements of %s, never surer than R of people’s means', (id) => {
    const { guessed } = view.concepts.find(({ concept }) => concept === id)!
    const { guess, side, statements, mean, low, high } = checkExpected.guessed[id]!
    expect(guessed).toMatchObject({ guess: { points: guess, side }, statements })
    expect(guessed!.group).toMatchObject({ mean: { is: 'points', points: mean }, interval: { low, high } })
    const of = exact.concepts_guessed_items[id]!
    expect(low).toBeLessThanOrEqual(of.group.ci95_t[0])
    expect(high).toBeGreaterThanOrEqual(of.group.ci95_t[1])
    // What is said of the guess is what R says, or less.
    if (side !== 'within') expect(side).toBe(sideOf(of.guess_side))
  })

  it.each(concepts)('has its score of %s with the interval that may be released, around R’s', (id) => {
    const { group, own } = view.concepts.find(({ concept }) => concept === id)!
    const { own: wanted, ...figures } = checkExpected.all[id]!
    if (!group.shown || group.mean.is !== 'points') throw new Error(id)
    expect({ n: group.n, mean: group.mean.points, ...group.interval }).toEqual(figures)
    expect(own && { points: own.points, side: own.side }).toEqual(wanted)
    const of = exact.concepts_all_items[id]!
    expect(group.interval!.low).toBeLessThanOrEqual(of.group.ci95_t[0])
    expect(group.interval!.high).toBeGreaterThanOrEqual(of.group.ci95_t[1])
    if (own && own.side !== 'within') expect(own.side).toBe(sideOf(of.own_side))
  })
})

describe('a check of the first set and one of the edges after it', () => {
  const changes = thenNow(view, viewOf('d9_edges'))
  const welch = guessExpected.then_now17.d9_edges_minus_d7_guess24['1'] as Record<
    string,
    { difference: number; welch_ci95: [number, number] | null; moved: boolean | null }
  >

  it.each(concepts)('are never surer than R about %s', (id) => {
    const { change } = changes.find(({ concept }) => concept === id)!
    const of = welch[id]!
    // Nothing is said of the one person who has a score of it the second time.
    if (of.welch_ci95 === null) return expect(change).toBeNull()
    expect(change!.interval.low).toBeLessThanOrEqual(of.welch_ci95[0])
    expect(change!.interval.high).toBeGreaterThanOrEqual(of.welch_ci95[1])
    // Both means stand in the steps in which they are shown.
    expect(Math.abs(change!.points - of.difference)).toBeLessThanOrEqual(3)
    expect(of.moved || !change!.moved).toBe(true)
  })
})
