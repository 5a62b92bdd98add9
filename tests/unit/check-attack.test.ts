import { describe, expect, it } from 'vitest'
import { checkView } from '../../src/core/check/check-view.ts'
import { decideCheck, waitsUntil } from '../../src/core/check/next-check.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import type { Answers } from '../../src/core/response/response.ts'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import type { RoomView } from '../../src/core/room/room-view.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { keptCheck } from '../fixtures/checks.ts'
import { entriesOf, snapshotOf } from '../fixtures/rooms.ts'
import { answerSets } from './disclosure-attack.ts'

/*
 * The attacker is the leader, or somebody who was asked: knows the rules, who was asked,
 * the leader's own answers, and reads everything that a check prints.
 */

const SIZES = [5, 6, 7]
const [concept] = questionnaire.concepts

/** So many statements of one concept, each with so many options, of which the first are guessed at. */
const small = (items: number, options: number, guessed: number): Questionnaire => {
  const ids = Array.from({ length: items }, (_, index) => `s${index}`)
  const item = questionnaire.items.find((one) => 'concept' in one && one.concept === concept!.id && !one.reversed)!
  return {
    ...questionnaire,
    scales: { own: { kind: 'frequency', options: Array.from({ length: options }, (_, option) => `o${option}`) } },
    concepts: [concept!],
    items: ids.map((id) => ({ ...item, id, scale: 'own' })) as Questionnaire['items'],
    opposites: [],
    room: [],
    guess: { of: 'close', items: ids.slice(0, guessed) },
  }
}

const leader = { answers: { s0: 1, s1: 2, s2: 1 }, guesses: { s0: 2, s1: 1 } }

/** What is released of these people. */
function show(asked: Questionnaire, people: readonly Answers[]): RoomView {
  const entries = entriesOf(people.map((answers) => ({ level: 0, answers })))
  const terms = { levels: ['Close to the work'], smallestGroup: 5 }
  return summariseRoom({ questionnaire: asked }, terms, entries, [snapshotOf(1, entries)])
}

/** Everything that a check prints of that. */
const print = (asked: Questionnaire, view: RoomView) => JSON.stringify(checkView(asked, view, leader))

/** Whether the same is hidden of every statement, and why: then no rule has looked at their order. */
function hidesAlike({ items }: RoomView): boolean {
  const hidden = items.map(({ answered, mean, distribution, levels }) =>
    [answered, mean, distribution, ...levels].map((one) => one.shown || one.why).join(),
  )
  return hidden.every((one) => one === hidden[0])
}

/** Statements in another order: what each takes over from which, and the pattern that each becomes. */
interface Order {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** A view with its statements in another order. Of them a check prints what is said of each, and of concepts. */
const inOrder = (view: RoomView, { from }: Order): RoomView => ({
  ...view,
  items: view.items.map(({ item }, at) => ({ ...view.items[from[at]!]!, item })),
})

/** Every so many worlds it is looked whether the order of statements makes a difference. */
const TRIED_IN_ORDER = 50

/**
 * Every way in which so many people can have answered, sorted by what is printed.
 *
 * @param orders of the statements, the given one first: of worlds that differ in it alone, and of which the same is hidden
 * of every statement, one is worked out, and its figures are put in order for the others
 * @throws Error where that is found not to be so
 */
function sorted(
  asked: Questionnaire,
  patterns: readonly Answers[],
  n: number,
  orders: readonly Order[] = [],
): Map<string, Answers[][]> {
  const worlds = new Map<string, Answers[][]>()
  const shown = new Map<string, RoomView>()
  for (const [number, set] of [...answerSets(n, patterns.length)].entries()) {
    const people = set.flatMap((count, pattern) => Array.from({ length: count }, () => patterns[pattern]!))
    let known: string | undefined
    for (const order of orders) {
      const view = shown.get(order.to.map((pattern) => set[pattern]!).join())
      if (view) known = print(asked, inOrder(view, order))
      if (view) break
    }
    let text = known
    if (text === undefined || number % TRIED_IN_ORDER === 0) {
      const view = show(asked, people)
      text = print(asked, view)
      if (known !== undefined && text !== known) throw new Error(`the order of statements matters: ${set.join()}`)
      if (known === undefined && orders.length > 0 && hidesAlike(view)) shown.set(set.join(), view)
    }
    const same = worlds.get(text)
    if (same) same.push(people)
    else worlds.set(text, [people])
  }
  return worlds
}

/** The answers to one item that everybody but some outsiders certainly gave, over all the worlds that print the same. */
function forced(worlds: readonly Answers[][], items: readonly string[]): string[] {
  return items.flatMap((item) => {
    const sets = worlds.map((people) => new Set(people.map((answers) => answers[item])))
    const given = new Set(sets.flatMap((set) => [...set]))
    return given.size === 1 ? [`${item} ${[...given].join()}`] : []
  })
}

/** The same for somebody who knows their own answers. */
function forcedToMember(worlds: readonly Answers[][], items: readonly string[]): string[] {
  // Whoever answered alike is the same object in all of them.
  return [...new Set(worlds.flat())].flatMap((member) => {
    const others = worlds.flatMap((people) => {
      const at = people.indexOf(member)
      return at < 0 ? [] : [people.toSpliced(at, 1)]
    })
    return forced(others, items)
  })
}

/** Six and seven take minutes, and so does every order: `npm run test:rooms`. */
const all = process.env['EVERY_ROOM'] === 'all'
const tried = all ? SIZES : SIZES.slice(0, 1)

function ordersOf(statements: readonly number[]): number[][] {
  if (statements.length === 0) return [[]]
  return statements.flatMap((first) =>
    ordersOf(statements.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  )
}

describe('a check of five, six and seven people', () => {
  it.each(SIZES)('forces nobody’s answer to one statement, also to who took part: %i', (n) => {
    const asked = small(1, 5, 1)
    const worlds = sorted(
      asked,
      [1, 2, 3, 4, 5].map((s0) => ({ s0 })),
      n,
    )
    const proofs = [...worlds.values()].flatMap((same) => [...forced(same, ['s0']), ...forcedToMember(same, ['s0'])])
    expect(worlds.size).toBeGreaterThan(2)
    expect(proofs).toEqual([])
  })

  // As two of eight: whatever somebody answered there can be made up for by their other answers.
  it.each(tried)(
    'forces none beside their concept’s mean, of which one statement in four is shown: %i',
    (n) => {
      const asked = small(4, 2, 1)
      const items = ['s0', 's1', 's2', 's3']
      const patterns = Array.from({ length: 16 }, (_, at): Answers =>
        Object.fromEntries(items.map((item, index) => [item, 1 + ((at >> index) & 1)])),
      )
      const orders = ordersOf([0, 1, 2, 3]).map((from): Order => {
        const to = patterns.map((_, at) => from.reduce((sum, one, other) => sum | (((at >> one) & 1) << other), 0))
        return { from, to }
      })
      const worlds = [...sorted(asked, patterns, n, all ? [] : orders).values()]
      expect(worlds.length).toBeGreaterThan(20)
      expect(worlds.flatMap((same) => [...forced(same, items), ...forcedToMember(same, items)])).toEqual([])
    },
    1_800_000,
  )

  // As a published questionnaire has them. Of the six others each person gives one, three or five one way: more ways
  // would only leave more open.
  it('forces none to the leader where two statements of eight were guessed, and their average is shown too', () => {
    const asked = small(8, 2, 2)
    const patterns = Array.from({ length: 12 }, (_, at): Answers => {
      const others = 1 + 2 * Math.floor(at / 4)
      return Object.fromEntries(
        asked.items.map(({ id }, index) => [id, index < 2 ? 1 + ((at >> index) & 1) : index - 2 < others ? 2 : 1]),
      )
    })
    // The two that were guessed, one for the other.
    const others = [2, 3, 4, 5, 6, 7]
    const swapped = patterns.map((_, at) => (at & ~3) | ((at & 1) << 1) | ((at >> 1) & 1))
    const orders: Order[] = [
      { from: [0, 1, ...others], to: [...patterns.keys()] },
      { from: [1, 0, ...others], to: swapped },
    ]
    const worlds = [...sorted(asked, patterns, 5, all ? [] : orders).values()]
    expect(worlds.length).toBeGreaterThan(50)
    expect(worlds.flatMap((same) => forced(same, ['s0', 's1']))).toEqual([])
  }, 180_000)
})

describe('a check that shows something twice, with one person more', () => {
  const people = (amount: number) => entriesOf(Array.from({ length: amount }, () => ({ level: 0, answers: { s0: 3 } })))
  const shownOf = (amount: number, now: number) =>
    keptCheck({ collected: { entries: people(now), former: [] }, snapshots: [snapshotOf(1, people(amount))] })

  it.each(SIZES)('is refused until five have joined: %i', (n) => {
    expect(decideSnapshot(shownOf(n, n + 1))).toEqual({
      ok: false,
      why: 'too-few-new',
      missing: expect.arrayContaining([{ group: 'room', more: 4 }]) as unknown,
    })
    expect(decideSnapshot(shownOf(n, n + 4)).ok).toBe(false)
    expect(decideCheck({ ...shownOf(n, n + 5), expected: [null] }, [], '2026-11-24')).toEqual({ ok: true })
  })

  it.each(SIZES)('is refused in another check of the same leader for 28 days: %i', (n) => {
    const first = shownOf(n, n)
    const second = { ...keptCheck({ collected: { entries: people(n + 1), former: [] } }, { id: '0THER1' }) }
    const both = [first, second]
    expect(decideCheck(second, both, '2026-12-20')).toEqual({ ok: false, why: 'too-soon', until: '2026-12-21' })
    expect(decideCheck(second, both, '2026-12-21')).toEqual({ ok: true })
    expect(waitsUntil(first.workshop, both, '2026-11-24')).toBeNull()
  })
})
