import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HEARD, isAsked, repliesInTurn } from '../../src/adapters/in-turn.ts'
import { nextSnapshot } from '../../src/core/disclosure/next-snapshot.ts'
import { namedIn, namesOf, namingOf } from '../../src/core/workshop/names-of.ts'
import { atOnce } from '../../src/core/workshop/piecework.ts'
import { connectedViews } from '../../src/core/workshop/views-beside.ts'

const view = (number: number, entries: readonly string[]) => ({ number, takenOn: '2026-11-22', entries })
const ids = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 30 })

describe('what a hundred thousand people are looked up in', () => {
  it('has every name of few lists and of many', () => {
    const lists = Array.from({ length: 9 }, (_, at) => [`a${at}`, `b${at}`])
    for (const some of [lists.slice(0, 2), lists]) {
      const isNamed = namedIn(some)
      expect(lists.flat().filter(isNamed)).toEqual(some.flat())
    }
  })

  it('is made in pieces, once for each list', () => {
    const list = Array.from({ length: 20_000 }, (_, at) => `${at}`)
    expect([...namingOf(list)]).toHaveLength(2)
    const names = namesOf(list)
    expect([names.size, names.has('19999'), namesOf(list) === names]).toEqual([20_000, true, true])
    expect([...namingOf(list)]).toEqual([])
    atOnce(namingOf([]))
  })

  it('connects few views as it does many', () => {
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 4 }), ids, (lists, people) => {
        const views = lists.map((list, at) => view(at + 1, list))
        const others = Array.from({ length: 5 }, (_, at) => view(at + 9, [`nobody ${at}`]))
        expect(connectedViews(views, people)).toEqual(connectedViews([...views, ...others], people))
      }),
    )
  })
})

describe('whether a further view may be taken', () => {
  it('is seen by who is in a level, where as many left as came', () => {
    const named = (letter: string, from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `${letter}${from + at}`)
    const before = { levels: [named('a', 0, 6), named('c', 0, 6)], none: [] }
    const now = {
      levels: [
        [...named('a', 0, 3), ...named('b', 0, 3)],
        [...named('c', 0, 6), ...named('d', 0, 6)],
      ],
      none: [],
    }
    expect(nextSnapshot([before], now, 5)).toEqual({ ok: false, why: 'too-few-new', missing: [{ group: 0, more: 2 }] })
  })

  it('does not depend on the order in which people are named', () => {
    const level = fc.constantFrom(0, 1, 2, null)
    const room = fc.array(
      fc.record({ level, moves: fc.option(level, { freq: 9 }), isBefore: fc.boolean(), isNow: fc.boolean() }),
      { maxLength: 40 },
    )
    const membersOf = (all: readonly { id: string; level: number | null }[]) => ({
      levels: [0, 1, 2].map((at) => all.filter((one) => one.level === at).map(({ id }) => id)),
      none: all.filter((one) => one.level === null).map(({ id }) => id),
    })
    fc.assert(
      fc.property(room, (people) => {
        const all = people.map((one, at) => ({ ...one, id: `${at}` }))
        const before = all.filter(({ isBefore }) => isBefore)
        const now = all.filter(({ isNow }) => isNow).map((one) => ({ ...one, level: one.moves ?? one.level }))
        expect(nextSnapshot([membersOf(before)], membersOf(now), 5)).toEqual(
          nextSnapshot([membersOf(before.toReversed())], membersOf(now), 5),
        )
      }),
    )
  })
})

describe('a worker that replies in turn', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('waits with the next until the page has heard all before', async () => {
    let hear = (_event: { data: unknown }) => {}
    const sent: string[] = []
    vi.stubGlobal('addEventListener', (_type: string, listener: typeof hear) => (hear = listener))
    vi.stubGlobal('postMessage', (message: string) => sent.push(message))
    const reply = repliesInTurn()
    void reply('progress')
    const all = (async () => {
      for (const one of ['first', 'second']) await reply(one)
      sent.push('end')
    })()
    await Promise.resolve()
    expect(sent).toEqual(['progress', 'first'])
    hear({ data: HEARD })
    await Promise.resolve()
    expect(sent).toEqual(['progress', 'first'])
    hear({ data: { file: 'a request' } })
    hear({ data: HEARD })
    await vi.waitFor(() => expect(sent).toEqual(['progress', 'first', 'second']))
    hear({ data: HEARD })
    await all
    expect(sent.at(-1)).toBe('end')
  })

  it('takes no word that it was heard for a request', () => {
    const of = (data: unknown) => isAsked({ data } as MessageEvent<unknown>)
    expect([of({ file: '' }), of(HEARD)]).toEqual([true, false])
  })
})
