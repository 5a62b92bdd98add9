import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { entriesToShow } from '../../src/core/workshop/entries-to-show.ts'
import { readWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { gaps, workshop } from '../fixtures/workshop.ts'
import { writeRawExport, writeWorkshopFile } from '../fixtures/one-text.ts'
import { ONE, ITEMS, stepsOf, room, fates, code } from '../fixtures/taking-people.ts'

/** A person with one identity, and what each file has of them. */
const person = fc.record({
  level: fc.integer({ min: 0, max: 2 }),
  known: fc.constantFrom('email', 'token', 'number', 'code'),
})

describe('n people, each known by one identity or one participant number', () => {
  const files = fc
    .tuple(
      fc.array(person, { minLength: 1, maxLength: 14 }),
      fc.array(fc.tuple(fc.nat(999), fc.nat(3), fc.nat(4)), { minLength: 1, maxLength: 14 }),
    )
    .map(([people, exports]) => ({
      people,
      // Each export holds some of the people, in some order, with some answers, some of them twice.
      texts: exports.map(([pick, kind, step]) => {
        const own = people.flatMap((one, id) => (((id + 1) * 7919 + pick) % 3 > 0 ? [{ ...one, id }] : []))
        const shuffled = pick % 2 === 0 ? own : [...own.toReversed(), ...own.slice(0, 2)]
        const known = (['email', 'token', 'number', 'code'] as const)[kind]!
        const mine = shuffled.filter((one) => one.known === known)
        if (known === 'code') return mine.map(({ id }) => code(id, 1 + step)).join('\n')
        const column = { email: 'Email', token: 'token', number: 'ResponseId' }[known]
        const level = ['senior', 'middle', 'close']
        return [
          `${column},vantage,${ONE}`,
          ...mine.map((one) => `p${one.id},${level[one.level]},${1 + ((one.id + step) % 5)}`),
        ].join('\n')
      }),
    }))

  it('are never more than n in a room or at a level, and no view shows fewer than k, without being asked', () => {
    fc.assert(
      fc.property(files, ({ people, texts: all }) => {
        const own = room()
        const levelOf = ({ level, known }: (typeof people)[number], id: number) => (known === 'code' ? id % 3 : level)
        const sizes = [0, 1, 2].map((level) => people.filter((one, id) => levelOf(one, id) === level).length)
        for (const text of all) {
          own.take(text)
          const { entries } = own.collected
          expect(entries.length).toBeLessThanOrEqual(people.length)
          for (const [level, size] of sizes.entries())
            expect(entries.filter((entry) => entry.level === level).length).toBeLessThanOrEqual(size)
        }
        const kept = { workshop, expected: [null, null, null], collected: own.collected, snapshots: [], closed: false }
        if (!decideSnapshot(kept).ok) return
        expect(people.length).toBeGreaterThanOrEqual(workshop.smallestGroup)
        const entries = entriesToShow(kept)
        const snapshots = [{ number: 1, takenOn: '2026-11-22', entries: entries.map(({ id }) => id) }]
        const view = summariseRoom({ questionnaire }, workshop, entries, snapshots)
        expect(view.size.total).toBeLessThanOrEqual(people.length)
        for (const [level, size] of sizes.entries()) {
          const { size: shownSize, showing } = view.size.levels[level]!
          expect(shownSize).toBeLessThanOrEqual(size)
          if (showing.shown) expect(size).toBeGreaterThanOrEqual(workshop.smallestGroup)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const WHO = ['email', 'reference', 'token'] as const
const HEADING = { email: 'Email', reference: 'External Data Reference', token: 'token', number: 'Response ID' }

/** A moment at which a survey is exported: who has answered by then, in which order they stand, who has completed. */
interface Export {
  readonly survey: number
  readonly share: number
  readonly isTurned: boolean
  readonly completed: number
  readonly columns: readonly (keyof typeof HEADING)[]
}

/** The rows of an export. Every survey numbers its responses from 1; everybody in it has answered it `times` times. */
function exported(
  { survey, share, isTurned, completed, columns }: Export,
  people: readonly number[],
  times = 1,
): string {
  const all = Array.from({ length: times }, () => people).flat()
  const rows = all.slice(0, Math.ceil((all.length * share) / 4)).map((id, at) => {
    const more = (id + completed) % 3 === 0 ? [3, 4, 5] : ['', '', '']
    const cell = {
      email: `P${id}@Example.org`,
      reference: `E-${1000 + id}`,
      token: `t${id}x`,
      number: `${survey >= 2 ? 'R_' : ''}${at + 1}`,
    }
    return [...columns.map((column) => cell[column]), ...stepsOf(id), ...more].join(',')
  })
  return [
    [...columns.map((column) => HEADING[column]), ...ITEMS].join(','),
    ...(isTurned ? rows.toReversed() : rows),
  ].join('\n')
}
const peopleIn = ({ share }: Export, people: readonly number[], times = 1) =>
  people.slice(0, Math.ceil((people.length * times * share) / 4))

const moment = (columns: fc.Arbitrary<readonly (keyof typeof HEADING)[]>) =>
  fc.record({
    survey: fc.nat(3),
    share: fc.integer({ min: 1, max: 4 }),
    isTurned: fc.boolean(),
    completed: fc.nat(2),
    columns,
  })

describe('n people, each with an address, a reference and a token', () => {
  const count = fc.integer({ min: 1, max: 12 })
  const times = fc.integer({ min: 1, max: 2 })

  it('are as many as have answered, in any order of surveys and exports that have one of these in common', () => {
    const columns = fc
      .tuple(fc.constantFrom(...WHO), fc.array(fc.tuple(fc.subarray([...WHO]), fc.boolean())))
      .chain(([common, others]) =>
        fc.constantFrom(
          ...[[[], false] as const, ...others].map(([more, hasNumber]) => [
            ...new Set([...(hasNumber ? (['number'] as const) : []), ...more, common]),
          ]),
        ),
      )
    fc.assert(
      fc.property(
        count,
        times,
        fc.constantFrom(...WHO),
        fc.array(moment(columns), { minLength: 1, maxLength: 8 }),
        (n, often, common, all) => {
          const own = room()
          const people = Array.from({ length: n }, (_, id) => id)
          const seen = new Set<number>()
          for (const one of all) {
            const outcomes = own.take(
              exported({ ...one, columns: [...new Set([...one.columns, common])] }, people, often),
            )
            for (const id of peopleIn(one, people, often)) seen.add(id)
            expect(fates(outcomes)).not.toContain('asks')
            expect(own.people).toBe(seen.size)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are never more than have answered where the exports have nothing in common, and as many once one has all', () => {
    const columns = fc.subarray([...WHO, 'number'] as const, { minLength: 1 })
    fc.assert(
      fc.property(count, times, fc.array(moment(columns), { minLength: 1, maxLength: 8 }), (n, most, all) => {
        // Numbers of responses alone cannot tell whether somebody answered twice.
        const isKnown = all.every(({ columns: own }) => WHO.some((who) => own.includes(who)))
        const often = isKnown ? most : 1
        const own = room()
        const people = Array.from({ length: n }, (_, id) => id)
        const seen = new Set<number>()
        const take = (one: Export) => {
          own.take(exported(one, people, often))
          for (const id of peopleIn(one, people, often)) seen.add(id)
          expect(own.people).toBeLessThanOrEqual(seen.size)
        }
        for (const one of all) take(one)
        const whole: Export = { survey: 0, share: 4, isTurned: false, completed: 0, columns: WHO }
        // What waits because nothing is in common with it is brought again afterwards.
        for (const one of [whole, ...all, whole]) take(one)
        expect(own.people).toBeLessThanOrEqual(n)
        if (isKnown) expect(own.people).toBe(n)
      }),
      { numRuns: 300 },
    )
  })
})

describe('surveys that each number their responses from 1', () => {
  it('hold as many people as have answered them, whoever completes it later, each asked about once', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(
        sizes,
        fc.array(moment(fc.constant(['number'] as const)), { minLength: 1, maxLength: 10 }),
        (own, all) => {
          const one = room()
          const people = own.map((size, survey) => Array.from({ length: size }, (_, at) => survey * 9 + at))
          const seen = own.map(() => 0)
          for (const next of all) {
            const text = exported(next, people[next.survey]!)
            const isNew = seen[next.survey] === 0
            const before = one.people
            const asked = one.take(text).filter(({ outcome }) => outcome === 'asks')
            expect(asked.length).toBe(isNew && before > 0 ? 1 : 0)
            const [question] = asked
            if (question?.outcome === 'asks' && question.about !== 'codes-and-tables') {
              expect(one.people).toBe(before)
              one.take(text, { said: { about: question.about, areOthers: true } })
            }
            seen[next.survey] = Math.max(seen[next.survey]!, peopleIn(next, people[next.survey]!).length)
            expect(one.people).toBe(seen.reduce((sum, size) => sum + size))
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are asked about even where a single number is in with other answers', () => {
    const own = room()
    const cells = (id: number) => [...stepsOf(id), 3, 3, 3].join(',')
    own.take(`Email,ID,${ITEMS.join(',')}\na@x.org,1,${cells(1)}`)
    const other = `ID,${ITEMS.join(',')}\n1,${cells(2)}`
    expect(own.take(other)).toMatchObject([{ outcome: 'asks', about: 'other-survey', rows: 1 }])
    expect(own.collected.entries[0]?.answers[ITEMS[0]!]).toBe(stepsOf(1)[0])
  })

  it('answer one question alone: who is not known in the table waits still', () => {
    const own = room()
    const cells = (id: number) => [...stepsOf(id), 3, 3, 3].join(',')
    own.take(`ID,${ITEMS.join(',')}\n1,${cells(1)}\n2,${cells(2)}`)
    const other = `ID,${ITEMS.join(',')}\n1,${cells(3)}\n2,${cells(4)}\n,${cells(5)}`
    expect(own.take(other)).toMatchObject([
      { about: 'other-survey', rows: 2 },
      { about: 'other-people', rows: 1 },
    ])
    expect(fates(own.take(other, { said: { about: 'other-survey', areOthers: true } }))).toEqual(
      'taken taken asks'.split(' '),
    )
    expect(own.people).toBe(4)
  })
})

describe('identities that contradict each other', () => {
  const table = (rows: string) => `Email,External Data Reference,${ONE}\n${rows}`

  it('are asked about: another address with the reference of somebody who is in', () => {
    const own = room()
    own.take(table('a@x.org,E1,1\nb@x.org,E2,2'))
    const other = table('ann@home.org,E1,3\nc@x.org,E3,4')
    expect(own.take(other)).toMatchObject([{ outcome: 'asks', about: 'other-people', rows: 1 }, { outcome: 'taken' }])
    own.take(other, { said: { about: 'other-people', areOthers: true } })
    expect(own.people).toBe(4)
    // Both are kept, and can be read back.
    const kept: KeptWorkshop = {
      workshop,
      expected: [null, null, null],
      collected: own.collected,
      snapshots: [],
      closed: false,
    }
    expect(readWorkshopFile(writeWorkshopFile(kept)).ok).toBe(true)
    expect(fates(own.take(other))).toEqual(['already-there', 'already-there'])
  })

  it('identify nobody where a column has the departments', () => {
    const own = room()
    const rows = [1, 2, 3, 4, 5, 6].map((id) => `p${id}@x.org,${id < 4 ? 'Sales' : 'Works'},${1 + (id % 5)}`)
    expect(fates(own.take(table(rows.join('\n'))))).toEqual(rows.map(() => 'taken'))
    expect(own.people).toBe(6)
  })

  it('leave open who it is where one fits two people', () => {
    const own = room()
    expect(own.take(table('a@x.org,E1,1\nb@x.org,E1,2\n,E1,3'))).toMatchObject([
      { outcome: 'taken' },
      { outcome: 'asks', about: 'other-people', rows: 2 },
    ])
    expect(own.people).toBe(1)
  })

  it('are all known from then on, in the file and in the table of all responses, too', () => {
    const own = room()
    own.take(table('a@x.org,E1,1'))
    expect(fates(own.take(`External Data Reference,token,${ONE}\nE1,t1,1`))).toEqual(['already-there'])
    expect(own.collected.entries[0]?.person).toMatch(/^email:\w{32} reference:\w{32} token:\w{32}$/)
    const raw = writeRawExport({ ...workshop, rawExport: true }, gaps, own.collected.entries)
    const again = room()
    again.take(raw)
    expect(fates(again.take(`token,${ONE}\nt1,1`))).toEqual(['already-there'])
  })
})
