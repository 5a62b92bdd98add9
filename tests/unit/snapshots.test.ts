import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suppressComplements } from '../../src/core/disclosure/suppress-complements.ts'
import { nextSnapshot } from '../../src/core/disclosure/next-snapshot.ts'
import { releaseItem } from '../../src/core/disclosure/release-item.ts'
import { suppressBeside, type Members } from '../../src/core/disclosure/suppress-beside.ts'
import { suppressGroups } from '../../src/core/disclosure/suppress-groups.ts'
import { disclosesByDifferencing } from '../../src/core/disclosure/discloses-by-differencing.ts'

const K = 5

describe('shown groups', () => {
  it('hide small groups, people without a level, and what would reveal them', () => {
    expect(suppressGroups({ levels: [8, 7, 3], none: 0 }, K)).toEqual({
      room: { shown: true },
      levels: [{ shown: true }, { shown: false, why: 'would-reveal-others' }, { shown: false, why: 'too-few' }],
      none: { shown: false, why: 'no-level' },
      rest: 10,
    })
    expect(suppressGroups({ levels: [2, 2], none: 0 }, K).room).toEqual({ shown: false, why: 'too-few' })
  })

  it('never single out fewer than k, for all sizes to nine of four groups and for k = 5 and 6', () => {
    const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, at) => `${prefix}${at}`)
    for (const k of [5, 6])
      for (let a = 0; a <= 9; a++)
        for (let b = 0; b <= a; b++)
          for (let c = 0; c <= b; c++)
            for (let none = 0; none <= 6; none++) {
              const { room, levels } = suppressGroups({ levels: [a, b, c], none }, k)
              const groups = [ids('a', a), ids('b', b), ids('c', c)]
              const released = room.shown
                ? [[...groups.flat(), ...ids('n', none)], ...groups.filter((_, at) => levels[at]!.shown)]
                : []
              if (disclosesByDifferencing(released, k)) expect.fail(`${a} ${b} ${c} ${none} at ${k}`)
            }
    expect(disclosesByDifferencing([ids('a', 6), ids('a', 5)], K)).toBe(true)
  })
})

describe('singling out', () => {
  const people = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `p${from + at}`)

  it('finds one person behind four snapshots of which any two differ by five or more', () => {
    const [s, n, m] = [people(0, 10), people(10, 15), people(15, 20)]
    const four = [s, [...s, ...n], [...s, ...m], [...s, ...n, ...m, 'x']]
    expect(disclosesByDifferencing(four.slice(0, 3), K)).toBe(false)
    expect(disclosesByDifferencing(four, K)).toBe(true)
  })

  it('agrees with trying all whole-number combinations from -2 to 2', () => {
    const group = fc.subarray(people(0, 9), { minLength: 1 })
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }), (groups, k) => {
        let found = false
        for (let code = 0; code < 5 ** groups.length; code++) {
          const weights = groups.map((_, at) => (Math.floor(code / 5 ** at) % 5) - 2)
          const reached = people(0, 9).filter(
            (id) => groups.reduce((total, ids, at) => total + (ids.includes(id) ? weights[at]! : 0), 0) !== 0,
          )
          found ||= reached.length > 0 && reached.length < k
        }
        expect(disclosesByDifferencing(groups, k)).toBe(found)
      }),
      { numRuns: 150, seed: 11 },
    )
  })
})

describe('a new snapshot', () => {
  const people = (prefix: string, to: number, from = 0) =>
    Array.from({ length: to - from }, (_, at) => `${prefix}${from + at}`)
  const members = (...levels: string[][]): Members => ({ levels, none: [] })
  const first = members(people('a', 6), people('b', 8))

  it('is refused below five, and says how many more are needed', () => {
    expect(nextSnapshot([], members(people('a', 3)), K)).toEqual({
      ok: false,
      why: 'too-few',
      missing: [{ group: 'room', more: 2 }],
    })
    expect(nextSnapshot([], first, K)).toEqual({ ok: true })
  })
  it('needs five new people in the room and at each level that changes', () => {
    expect(nextSnapshot([first], members(people('a', 6), people('b', 10)), K)).toEqual({
      ok: false,
      why: 'too-few-new',
      missing: [
        { group: 'room', more: 3 },
        { group: 1, more: 3 },
      ],
    })
    expect(nextSnapshot([first], members(people('a', 7), people('b', 13)), K)).toMatchObject({
      missing: [{ group: 0, more: 4 }],
    })
    expect(nextSnapshot([first], members(people('a', 6), people('b', 13)), K)).toEqual({ ok: true })
  })
  it('needs five new people after one has left, been replaced, or levels were merged', () => {
    expect(nextSnapshot([first], members(people('a', 6), people('b', 7)), K).ok).toBe(false)
    expect(nextSnapshot([first], members(people('a', 6), [...people('b', 7), 'b7-again']), K).ok).toBe(false)
    expect(nextSnapshot([first], members([...people('a', 6), ...people('b', 8)]), K).ok).toBe(false)
  })
  it('is refused when somebody who had left comes back with five others, if the three tell about one', () => {
    const second = members(people('a', 6), [...people('b', 7), ...people('n', 5)])
    expect(nextSnapshot([first], second, K)).toEqual({ ok: true })
    const third = members(people('a', 6), [...people('b', 8), ...people('n', 5), ...people('m', 5)])
    expect(nextSnapshot([first, second], third, K)).toEqual({ ok: true })
    const back = members(people('a', 6), [...people('b', 8), ...people('n', 5)])
    expect(nextSnapshot([first, second], back, K).ok).toBe(false)
  })
  it('is refused when four snapshots tell about one, though any two differ by five or more', () => {
    const [s, n, m] = [people('s', 10), people('n', 5), people('m', 5)]
    const three = [members(s), members([...s, ...n]), members([...s, ...m])]
    for (const at of [0, 1, 2]) expect(nextSnapshot(three.slice(0, at), three[at]!, K)).toEqual({ ok: true })
    const fourth = members([...s, ...n, ...m, 'x'])
    expect(nextSnapshot(three, fourth, K)).toEqual({ ok: false, why: 'would-reveal-others', missing: [] })
  })
  it('never lets two or three snapshots single out fewer than five, whoever comes and goes', () => {
    const room = [...people('a', 12), ...people('b', 12)]
    const snapshot = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }).map((there) =>
      members(
        room.filter((id, at) => there[at] && id < 'b'),
        room.filter((id, at) => there[at] && id >= 'b'),
      ),
    )
    fc.assert(
      fc.property(fc.array(snapshot, { minLength: 2, maxLength: 4 }), (candidates) => {
        const taken: Members[] = []
        for (const candidate of candidates) if (nextSnapshot(taken, candidate, K).ok) taken.push(candidate)
        for (const [at, one] of taken.entries())
          for (const other of taken.slice(at + 1)) {
            const [x, y] = [new Set(one.levels.flat()), new Set(other.levels.flat())]
            const apart = [...x].filter((id) => !y.has(id)).length + [...y].filter((id) => !x.has(id)).length
            expect(apart === 0 || apart >= K).toBe(true)
          }
      }),
      { numRuns: 200, seed: 12 },
    )
  })
})

describe('a concept in a later snapshot', () => {
  const people = (prefix: string, to: number) => Array.from({ length: to }, (_, at) => `${prefix}${at}`)

  it('is hidden where of five new people only four have a score', () => {
    const earlier = [people('a', 8)]
    const now = (joined: number) => ({ levels: [[...people('a', 8), ...people('b', joined)]], none: [] })
    expect(suppressBeside(earlier, now(4), K).room).toEqual({ shown: false, why: 'would-reveal-others' })
    expect(suppressBeside(earlier, now(5), K).room).toEqual({ shown: true })
  })
})

describe('an item hidden beside its concept', () => {
  const open = {
    levels: [
      [2, 2, 2],
      [2, 2, 2],
    ],
    none: [0, 0, 0],
  }
  const hidden = {
    levels: [
      [2, 2, 0],
      [2, 2, 2],
    ],
    none: [2, 1, 0],
  }
  const shownLevels = (cohorts: (typeof open)[]) =>
    suppressComplements(cohorts.map((cohort) => releaseItem([cohort], 0, 3, K))).map(({ levels }) =>
      levels.map(({ shown }) => shown),
    )

  it('takes the next one with it, or the one before the last', () => {
    const all = [true, true]
    const first = shownLevels([open, hidden, open, open])
    expect(shownLevels([open, open])).toEqual([all, all])
    expect(first.map((levels) => levels[0])).toEqual([true, false, false, true])
    expect(shownLevels([open, open, hidden])[1]![0]).toBe(false)
    expect(shownLevels([hidden, hidden, open])[2]).toEqual(all)
  })
})
