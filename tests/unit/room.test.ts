import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROOM_PARTS, type Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { CANT_TELL, type Answer, type Answers } from '../../src/core/response/response.ts'
import { checkResponseQuality } from '../../src/core/scoring/response-quality.ts'
import { flagPeople } from '../../src/core/room/flag-people.ts'
import { membersOf } from '../../src/core/room/members-of.ts'
import { layOutRoom } from '../../src/core/room/room-data.ts'
import type { RoomView } from '../../src/core/room/room-view.ts'
import { simulateRoom } from '../../src/core/room/simulate-room.ts'
import { isSimulated } from '../../src/core/workshop/simulated.ts'
import { summariseInvented, summariseRoom } from '../../src/core/room/summarise-room.ts'
import { writeRoomCsv } from '../../src/core/room/write-room-csv.ts'
import { writeRoomJson } from '../../src/core/room/write-room-json.ts'
import { inNoOrder } from '../../src/core/workshop/collected.ts'
import { readWorkshopFile } from '../../src/core/workshop/workshop-file.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { expected, keys, peopleIn, rowsOf, type Keys } from '../fixtures/oracle.ts'
import { drawPeople, entriesOf, numbersFrom, snapshotOf, threeLevels, type Person } from '../fixtures/rooms.ts'
import { writeWorkshopFile } from '../fixtures/one-text.ts'

/** A data set of the reference as a questionnaire, without weights and findings. */
function questionnaireOf({ min, max, scales }: Keys): Questionnaire {
  const options = Array.from({ length: max - min + 1 }, (_, step) => `step-${step}`)
  return {
    id: 'reference',
    version: '1.0.0',
    sources: [],
    excludedVocabulary: {},
    scales: { one: { kind: 'frequency', options } },
    concepts: Object.keys(scales).map((id) => ({ id, place: 'source' as const })),
    constraints: [],
    items: Object.entries(scales).flatMap(([concept, { items, reverse }]) =>
      items.map((id) => ({
        id,
        kind: 'symptom' as const,
        concept,
        scale: 'one',
        visibleFrom: ['close' as const],
        derivedFrom: [],
        ...(reverse.includes(id) ? { reversed: true as const } : {}),
      })),
    ),
    opposites: [],
    findings: [],
  }
}

const LEVELS = ['senior', 'middle', 'close']

/** Everybody in a data set, repeated so many times, which changes no mean, share, alpha or delta. */
function peopleOf(set: Keys, times: number): Person[] {
  const rows = rowsOf(set)
  const people = peopleIn(set).map((answers, row) => ({ level: LEVELS.indexOf(rows[row]!['level']!), answers }))
  return Array.from({ length: times }, () => people).flat()
}

function view(asked: Questionnaire, people: readonly Person[], smallestGroup = 5, summarise = summariseRoom): RoomView {
  const entries = entriesOf(people)
  return summarise({ questionnaire: asked }, { ...threeLevels, smallestGroup }, entries, [snapshotOf(1, entries)])
}

const D2 = keys['d2_n7']!
const reference = questionnaireOf(D2)
const scale = (id: string) => expected.d2_n7.scales[id]

describe('a room of the reference', () => {
  const seven = view(reference, peopleOf(D2, 1))
  // Levels of two people five times over are alike on most items, which the audit hides.
  const ten = view(reference, peopleOf(D2, 5), 5, summariseInvented)
  const thirty = view(reference, peopleOf(D2, 15), 5, summariseInvented)

  it('has means of seven people in steps of five points, and intervals outward to five', () => {
    for (const { concept, room } of seven.concepts) {
      const { mean, ci95_t: interval, n } = scale(concept).pomp
      expect(room).toMatchObject({ shown: true, n, mean: { is: 'points', points: 5 * Math.round(mean / 5) } })
      if (room.shown)
        expect(room.interval).toMatchObject({
          low: Math.max(0, 5 * Math.floor(interval[0] / 5)),
          high: Math.min(100, 5 * Math.ceil(interval[1] / 5)),
        })
    }
  })

  it('hides levels of two and three, and says why', () => {
    for (const { levels } of seven.concepts) expect(levels).toEqual(Array(3).fill({ shown: false, why: 'too-few' }))
    expect(seven.size.levels.map(({ size, showing }) => [size, showing.shown])).toEqual([
      [2, false],
      [2, false],
      [3, false],
    ])
    expect(seven.distance.concepts[0]).toMatchObject({ difference: { why: 'too-few' }, pairs: { why: 'too-few' } })
  })

  it('ranks nothing below ten answers, and says only in words where they lie apart', () => {
    expect(seven.discussFirst.ranked).toEqual([])
    const wide = Object.keys(expected.d2_n7.items).filter((id) => expected.d2_n7.items[id].ad_m > 5 / 6 + 1e-9)
    expect(seven.discussFirst.apart.length).toBeGreaterThan(0)
    expect(wide).toEqual(expect.arrayContaining([...seven.discussFirst.apart]))
  })

  it('ranks by one less the consensus of Tastle and Wierman, with two camps where A is below nought', () => {
    const { ranked } = ten.discussFirst
    expect(ranked.length).toBeGreaterThan(15)
    for (const { item, dissent, twoCamps, counts } of ranked) {
      const { consensus_TW: consensus, agreement_A: agreement, freq } = expected.d2_n7.items[item]
      expect(dissent).toBeCloseTo(1 - consensus, 2)
      expect(twoCamps).toBe(agreement < 0)
      expect(counts).toEqual(freq.map((count: number) => 5 * count))
    }
    const values = ranked.map(({ dissent }) => dissent)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
  })

  it('has the distance between the first level and the last, in points and in pairs of ten', () => {
    for (const { concept, difference, pairs } of ten.distance.concepts) {
      const { mean_difference: points, cliffs_delta: delta } = scale(concept).gap_senior_minus_close
      expect(difference).toMatchObject({ shown: true })
      if (difference.shown) expect(Math.abs(difference.points - points)).toBeLessThanOrEqual(1)
      expect(pairs).toEqual({ shown: true, ofTen: Math.min(9, Math.max(1, Math.round(5 * (1 + delta)))) })
    }
  })

  it('has alpha and its smallest number of people for experts, with when not to trust it', () => {
    for (const { concept, alpha } of ten.expert) {
      const { value, n } = scale(concept).alpha.complete
      expect(alpha).toMatchObject({ shown: true, n: 5 * n })
      if (alpha.shown) expect(alpha.value).toBeCloseTo(value, 2)
    }
    expect(ten.expert[0]!.alpha).toMatchObject({ distrust: ['incomplete'] })
    const few = view(reference, peopleOf(D2, 4), 5, summariseInvented)
    expect(few.expert[0]!.alpha).toEqual({ shown: false, why: 'would-reveal-others' })
    expect(seven.expert[0]!.alpha).toMatchObject({ shown: false, why: 'too-few-for-spread' })
  })

  it('has r_wg(j) as computed by hand from what the reference says of each group', () => {
    for (const { concept, rwgj } of ten.expert) {
      if (!rwgj.shown || rwgj.items < 8) continue
      // Variances of a sample of seven, and of the same five times over.
      const share = (scale(concept).agreement.overall.mean_item_variance * (6 / 7) * (35 / 34)) / 2
      expect(rwgj.value).toBeCloseTo((8 * (1 - share)) / (8 * (1 - share) + share), 1)
    }
  })

  it('has ICC(1) of levels of thirty and more: of ten it would be almost a mark of who answered what', () => {
    for (const [index, { icc1 }] of thirty.expert.entries()) {
      expect(icc1).toMatchObject({ shown: true, distrust: expect.arrayContaining(['fixed-levels']) })
      expect(ten.expert[index]!.icc1).toEqual({ shown: false, why: 'no-levels' })
    }
  })

  it('says of everybody alike only what they nearly all answered', () => {
    const alike = view(questionnaireOf(keys['d3_zero_variance']!), peopleOf(keys['d3_zero_variance']!, 1))
    expect(alike.items[0]).toMatchObject({
      distribution: { shown: true, is: 'nearly-all', option: 3 },
      mean: { shown: false, why: 'one-answer' },
    })
    expect(alike.concepts[0]!.bands.room).toEqual({ shown: false, why: 'one-answer' })
    expect(alike.expert[0]!.alpha).toEqual({ shown: false, why: 'one-answer' })
    expect(alike.discussFirst.ranked).toEqual([])
  })
})

/** People with random answers; a tenth cannot tell and a tenth skip. */
function anybody(sizes: readonly number[], none: number, seed: number): Person[] {
  const next = numbersFrom(seed)
  const answersAt = (level: number): Answers =>
    Object.fromEntries(
      questionnaire.items.flatMap(({ id }): [string, Answer][] => {
        const chance = next()
        if (chance < 0.08) return []
        if (chance < 0.16) return [[id, CANT_TELL]]
        return [[id, 1 + Math.min(4, Math.floor(5 * (0.25 * level + 0.6 * next())))]]
      }),
    )
  return [
    ...sizes.flatMap((size, level) => Array.from({ length: size }, () => ({ level, answers: answersAt(level) }))),
    ...Array.from({ length: none }, () => ({ level: null, answers: answersAt(1) })),
  ]
}

describe('what is in a view', () => {
  const rooms = [
    anybody([6, 8, 10], 0, 1),
    anybody([2, 3, 2], 0, 2),
    anybody([12, 15, 20], 7, 3),
    anybody([1, 1], 1, 4),
  ]

  /** Every number of a view with its path. */
  function numbersIn(value: unknown, path = ''): [string, number][] {
    if (typeof value === 'number') return [[path, value]]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`))
  }

  it.each(rooms.map((people, index) => [index, people] as const))(
    'is a whole number in room %s, or rounded to two decimals',
    (_, people) => {
      const numbers = numbersIn(view(questionnaire, people))
      expect(numbers.length).toBeGreaterThan(5)
      // Shares that hold an explanation are not rounded; the next test checks that
      // they follow from the released answers.
      for (const [path, number] of numbers.filter(([way]) => !way.includes('heldBy'))) {
        const decimals = /\.dissent$|^\.expert\./.test(path) ? 100 : 1
        expect(Math.abs(number * decimals - Math.round(number * decimals)), path).toBeLessThan(1e-9)
      }
    },
  )

  it('follows from the released figures alone: rooms released alike are alike in rank, distance and findings', () => {
    const basis = ({ size, concepts, items, lens, sight, distance, expert, flagged }: RoomView) =>
      JSON.stringify([
        size,
        concepts.map(({ room, levels, bands }) => [room, levels, bands]),
        items,
        lens.map(({ answered, mean, distribution, agreement, levels }) => [
          answered,
          mean,
          distribution,
          agreement,
          levels,
        ]),
        sight.items,
        distance.concepts,
        expert,
        flagged,
      ])
    const next = numbersFrom(5)
    let alike = 0
    for (let trial = 0; trial < 60; trial++) {
      const people = anybody([0, 0, 7], 0, 100 + trial)
      // One person goes a step up on a statement and another a step down, so that
      // its mean stays; all its other figures may change.
      const item = questionnaire.items[Math.floor(next() * questionnaire.items.length)]!.id
      const free = people.flatMap(({ answers }, index) => (typeof answers[item] === 'number' ? [index] : []))
      const [up, down] = [free[0]!, free.at(-1)!]
      const moved = people.map((person, index) => {
        const by = index === up ? 1 : index === down ? -1 : 0
        const step = person.answers[item]
        if (by === 0 || typeof step !== 'number') return person
        return { ...person, answers: { ...person.answers, [item]: Math.min(5, Math.max(1, step + by)) } }
      })
      const [one, other] = [view(questionnaire, people), view(questionnaire, moved)]
      if (basis(one) !== basis(other) || JSON.stringify(people) === JSON.stringify(moved)) continue
      alike++
      expect(other).toEqual(one)
    }
    expect(alike).toBeGreaterThan(10)
  })

  it('is plain data, and names nobody', () => {
    const room = view(questionnaire, rooms[2]!)
    expect(structuredClone(room)).toEqual(room)
    expect(JSON.parse(JSON.stringify(room))).toEqual(room)
    expect(JSON.stringify(room)).not.toMatch(/"p\d+"/)
  })

  it('does not depend on the order in which responses came', () => {
    const entries = entriesOf(rooms[0]!)
    const show = (order: typeof entries) => summariseRoom({ questionnaire }, threeLevels, order, [snapshotOf(1, order)])
    expect(show(entries.toReversed())).toEqual(show(entries))
  })
})

describe('who counts', () => {
  it('counts people without a level in the room alone', () => {
    const room = view(questionnaire, anybody([6, 0, 6], 5, 6))
    expect(room.size).toMatchObject({ total: 17, notSaid: 5, levels: [{ size: 6 }, { size: 0 }, { size: 6 }] })
    expect(membersOf(entriesOf(anybody([1, 0, 2], 1, 6)), threeLevels)).toEqual({
      levels: [['p0'], [], ['p1', 'p2']],
      none: ['p3'],
    })
  })

  it('flags whom the check of one response flags', () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(CANT_TELL), fc.constant(undefined))
    const person = fc.record({
      answers: fc.oneof(
        fc.array(answer, { minLength: 30, maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }).map((step) => Array<Answer | undefined>(30).fill(step)),
      ),
      pace: fc.constantFrom('fast' as const, 'usual' as const, 'unknown' as const),
    })
    const SECONDS = { fast: 1, usual: 9, unknown: null }
    let flagged = 0
    fc.assert(
      fc.property(person, ({ answers, pace }) => {
        const given = Object.fromEntries(
          questionnaire.items.flatMap(({ id }, index) => (answers[index] === undefined ? [] : [[id, answers[index]]])),
        ) as Answers
        const entries = entriesOf([{ level: 0, answers: given, pace }])
        const [mine] = flagPeople(layOutRoom(questionnaire, threeLevels, entries, [snapshotOf(1, entries)]))
        const { notes } = checkResponseQuality(questionnaire, { answers: given, secondsPerItem: SECONDS[pace] })
        flagged += mine!
        expect(mine === 1).toBe(notes.has('flagged'))
      }),
      { numRuns: 300, seed: 7 },
    )
    expect(flagged).toBeGreaterThan(20)
  })

  it('shows scores without flagged responses from five of them on, and does not tell four from none', () => {
    const careless = (count: number) =>
      Array.from({ length: count }, () => ({
        level: 1,
        pace: 'fast' as const,
        answers: Object.fromEntries(questionnaire.items.map(({ id }) => [id, 3])),
      }))
    const shown = [0, 4, 5].map(
      (count) => view(questionnaire, [...anybody([6, 22, 0], 0, 8), ...careless(count)]).flagged,
    )
    expect(shown[0]).toEqual(shown[1])
    expect(shown[0]!.concepts[0]!.room).toEqual({ shown: false, why: 'too-few' })
    expect(shown[2]!.count).toEqual({ shown: true, is: 'number', number: 5 })
    expect(shown[2]!.concepts[0]!.room).toMatchObject({ shown: true, n: 28 })
  })
})

describe('the sample room', () => {
  const texts = { name: 'Sample', client: '', language: 'en', levels: ['=1+1', 'Teams'] } as const
  const kept = simulateRoom(questionnaire, texts, '2026-11-23')
  const { workshop, collected, snapshots } = kept
  const room = summariseRoom({ questionnaire }, workshop, collected.entries, snapshots)

  it('is a workshop of 24 in two levels that can be kept, and knows that it is simulated', () => {
    expect(room.size).toMatchObject({ total: 24, levels: [{ size: 12 }, { size: 12 }] })
    expect(isSimulated(workshop)).toBe(true)
    // The order of the responses in a file means nothing.
    const { entries } = kept.collected
    const filed = { ...kept, collected: { ...kept.collected, entries: inNoOrder(entries) } }
    expect(readWorkshopFile(writeWorkshopFile(kept))).toEqual({ ok: true, kept: filed })
    expect(simulateRoom(questionnaire, texts, '2026-11-23')).toEqual(kept)
  })

  it('holds something of everything that a room can be shown', () => {
    const { distance, discussFirst, sight, lens, expert, flagged, findings } = room
    const clear = distance.concepts.map(({ difference }) => difference.shown && difference.clear)
    expect(clear).toEqual([true, true, false])
    expect(distance.concepts.every(({ pairs }) => pairs.shown)).toBe(true)
    expect(distance.items[0]!.atLeast).toBeGreaterThan(25)
    expect(distance.hiddenItems.length).toBeGreaterThan(0)
    expect(discussFirst.ranked[0]).toMatchObject({ item: conceptItems[3]!.id, twoCamps: true })
    const atTop = new Set(sight.items.map(({ levels: [top] }) => top?.shown && top.is))
    expect([...atTop].toSorted()).toEqual(['all-but-fewer-than', 'fewer-than', 'number'])
    expect(sight.unseenFromTop.length).toBeGreaterThan(1)
    expect(new Set(lens.map(({ kind, held }) => `${kind} ${held}`)).size).toBeGreaterThan(2)
    expect(room.concepts.every(({ bands }) => [bands.room, ...bands.levels].every(({ shown }) => shown))).toBe(true)
    // Numbers for experts, but for those that take thirty people, or thirty at two levels.
    expect(expert.map(({ rwgj }) => rwgj.shown)).toEqual([true, true, true])
    expect(expert.map(({ icc1 }) => icc1)).toEqual(Array(3).fill({ shown: false, why: 'no-levels' }))
    expect(new Set(findings.map(({ part }) => part))).toEqual(new Set(ROOM_PARTS))
    expect(findings.some(({ answers }) => answers.length > 0)).toBe(true)
    expect(flagged.count).toEqual({ shown: true, is: 'number', number: 5 })
    for (const { room: without, levels } of flagged.concepts)
      expect([without, ...levels].every(({ shown }) => shown)).toBe(true)
    const data = layOutRoom(questionnaire, workshop, collected.entries, snapshots)
    expect(flagPeople(data).reduce((sum, flag) => sum + flag, 0)).toBe(5)
  })

  it('is taken away as a table and as JSON that hold what is released and are safe to open', () => {
    const rows = writeRoomCsv(workshop, room).trim().split('\r\n')
    expect(rows[0]).toBe('workshop,simulated,snapshot,taken_on,part,id,group,group_name,figure,value,low,high,hidden')
    expect(rows).toContain("000000,yes,1,2026-11-23,size,,level-1,'=1+1,people,12,,,")
    expect(rows.filter((row) => /,(too-few|one-answer|would-reveal-others)$/.test(row)).length).toBeGreaterThan(1)
    expect(rows.every((row) => !row.split(',').some((cell) => /^[=+@]/.test(cell)))).toBe(true)
    const file = JSON.parse(writeRoomJson(workshop, room))
    expect(file).toMatchObject({ simulated: true, workshop: { name: 'Sample' } })
    expect(file.room).toEqual(room)
  })
})

it('tells of an explanation the same whatever was answered to the others and to statements', () => {
  const next = numbersFrom(3)
  const [people, others] = [1, 2].map(() => drawPeople([14, 16, 20], [next(), next(), next()], 0.1, next))
  const seen = view(questionnaire, people!).lens
  expect(seen.length).toBeGreaterThan(5)
  for (const [index, own] of seen.entries()) {
    const alone = people!.map(({ level, answers }, person) => {
      const { [own.item]: _other, ...beside } = others![person]!.answers
      return { level, answers: own.item in answers ? { ...beside, [own.item]: answers[own.item]! } : beside }
    })
    expect(view(questionnaire, alone).lens[index]).toEqual(own)
  }
})
