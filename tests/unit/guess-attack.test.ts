import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import type { Answer, Answers } from '../../src/core/response/response.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { isConceptItem } from '../../src/core/questionnaire/lookup.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf, type Person } from '../fixtures/rooms.ts'

/*
 * An attacker who knows the rules, who is at which level, and who answered or guessed
 * what, though not how. He has everything that is released of a room, what is left out
 * and why included, and looks for what all rooms that release the same agree on.
 */

/** One concept of three statements, of which the first is guessed at. The others he knows. */
const tiny = (options: number): Questionnaire => ({
  ...questionnaire,
  scales: { any: { kind: 'frequency', options: Array.from({ length: options }, (_, at) => `option-${at + 1}`) } },
  concepts: [{ ...questionnaire.concepts[0]!, id: 'any' }],
  items: ['asked', 'low', 'high'].map((id) => ({
    id,
    kind: 'symptom' as const,
    concept: 'any',
    scale: 'any',
    visibleFrom: ['close' as const],
    derivedFrom: [],
  })),
  opposites: [],
  constraints: [],
  findings: [],
  room: [],
  guess: { of: 'close', items: ['asked'] },
})

/** What somebody answers and expects, 0 for nothing. */
interface Kind {
  readonly own: number
  readonly guess: number
}

function* multisets(people: number, kinds: number): Generator<number[]> {
  if (kinds === 1) {
    yield [people]
    return
  }
  for (let first = 0; first <= people; first++)
    for (const rest of multisets(people - first, kinds - 1)) yield [first, ...rest]
}

const given = (step: number): Answers => (step === 0 ? {} : { asked: step })

interface Room {
  readonly top: readonly number[]
  readonly work: readonly number[]
  readonly released: string
  /** What would be released if nobody were asked to guess. */
  readonly plain: string
}

/** With every second way in which the work can have answered, which keeps it quick. */
function everyRoom(
  options: number,
  [top, work]: readonly [readonly Kind[], readonly Kind[]],
  [above, below]: readonly [number, number],
): Room[] {
  const asked = tiny(options)
  const peopleOf = (counts: readonly number[], kinds: readonly Kind[], level: number): Person[] =>
    counts.flatMap((count, kind) =>
      Array.from({ length: count }, () => ({
        level,
        answers: { ...given(kinds[kind]!.own), low: 1, high: options },
        ...(kinds[kind]!.guess > 0 ? { guesses: given(kinds[kind]!.guess) } : {}),
      })),
    )
  const plainRooms = new Map<string, string>()
  const answersOf = (counts: readonly number[], kinds: readonly Kind[]) =>
    kinds.reduce<number[]>(
      (sums, { own }, kind) => sums.with(own, sums[own]! + counts[kind]!),
      Array(options + 1).fill(0),
    )
  return [...multisets(above, top.length)].flatMap((topCounts) =>
    [...multisets(below, work.length)]
      .filter((_, at) => at % 2 === 0)
      .map((workCounts): Room => {
        const entries = entriesOf([...peopleOf(topCounts, top, 0), ...peopleOf(workCounts, work, 1)])
        const show = (asksGuesses: boolean) =>
          JSON.stringify(
            summariseRoom(
              { questionnaire: asked },
              { levels: ['Top', 'Work'], smallestGroup: 5, asksGuesses },
              entries,
              [snapshotOf(1, entries)],
            ),
          )
        // Where nobody is asked to guess, rooms with the same answers are one.
        const answers = JSON.stringify([answersOf(topCounts, top), answersOf(workCounts, work)])
        const plain = plainRooms.get(answers) ?? show(false)
        plainRooms.set(answers, plain)
        return { top: topCounts, work: workCounts, released: show(true), plain }
      }),
  )
}

/**
 * Whatever all rooms that release the same agree on: that everybody of a level who gave
 * something gave one thing, to an outsider or to one of them who knows their own.
 */
function proofsOf(
  rooms: readonly Room[],
  kinds: readonly [readonly Kind[], readonly Kind[]],
  releasedOf: (room: Room) => string,
): Set<string> {
  const presence = ({ own, guess }: Kind) => `${own > 0}${guess > 0}`
  const known = (room: Room) =>
    kinds[0]
      .map((kind, at) => [presence(kind), room.top[at]!] as const)
      .reduce<Record<string, number>>((sums, [name, count]) => ({ ...sums, [name]: (sums[name] ?? 0) + count }), {})
  const alike = new Map<string, Room[]>()
  for (const room of rooms) {
    const key = `${releasedOf(room)} ${JSON.stringify(known(room))}`
    alike.set(key, [...(alike.get(key) ?? []), room])
  }
  const proofs = new Set<string>()
  for (const same of alike.values())
    for (const [level, name] of (['top', 'work'] as const).entries())
      for (const side of ['own', 'guess'] as const)
        for (const pattern of new Set(kinds[level]!.map(presence)))
          for (let own = -1; own < kinds[level]!.length; own++) {
            const knowing = own < 0 ? same : same.filter((room) => room[name][own]! > 0)
            const said = knowing.map((room) => {
              const left = room[name].map((count, at) => (at === own ? count - 1 : count))
              return new Set(
                kinds[level]!.flatMap((kind, at) => (left[at]! > 0 && presence(kind) === pattern ? [kind[side]] : [])),
              )
            })
            const [first] = said[0] ?? []
            if (!first || said.some((one) => one.size !== 1 || !one.has(first))) continue
            for (const room of knowing)
              proofs.add(JSON.stringify([room.top, room.work, name, side, pattern, own, first]))
          }
  return proofs
}

const both = (options: number): Kind[] =>
  Array.from({ length: options ** 2 }, (_, at) => ({ own: 1 + Math.floor(at / options), guess: 1 + (at % options) }))
const answering = (options: number): Kind[] => Array.from({ length: options }, (_, at) => ({ own: at + 1, guess: 0 }))

describe('every room of one guessed statement', () => {
  it.each([
    ['five and five', 2, [5, 5], both(2)],
    ['six and seven', 2, [6, 7], both(2)],
    ['six, of whom some do not guess, and five', 2, [6, 5], [...both(2), { own: 1, guess: 0 }, { own: 2, guess: 0 }]],
    ['six, of whom some only guess, and five', 2, [6, 5], [...both(2), { own: 0, guess: 1 }, { own: 0, guess: 2 }]],
  ] as const)(
    'tells nobody’s guess, and nothing more of anybody’s answer: %s',
    (_sizes, options, sizes, top) => {
      const kinds = [top, answering(options)] as const
      const rooms = everyRoom(options, kinds, sizes)
      const proofs = proofsOf(rooms, kinds, ({ released }) => released)
      const without = proofsOf(rooms, kinds, ({ plain }) => plain)
      expect([...proofs].filter((proof) => proof.includes('"guess"'))).toEqual([])
      expect([...proofs].filter((proof) => !without.has(proof))).toEqual([])
      expect(rooms.filter(({ released }) => released.includes('"guess":{"shown":true')).length).toBeGreaterThan(0)
    },
    240_000,
  )
})

describe('a level that guesses alike', () => {
  const guessed = questionnaire.items.filter(isConceptItem).filter(({ id }) => questionnaire.guess!.items.includes(id))
  const workshop = { levels: ['Top', 'Work'], smallestGroup: 5, asksGuesses: true }
  const showAll = (people: readonly Person[]) => {
    const entries = entriesOf(people)
    return JSON.stringify(summariseRoom({ questionnaire }, workshop, entries, [snapshotOf(1, entries)]))
  }
  function drawRoom(sizes: readonly [number, number], seed: number): Person[] {
    const next = numbersFrom(seed)
    const near = (mean: number) => Math.max(1, Math.min(5, Math.round(1 + 4 * (mean + (next() - 0.5) * 0.7))))
    return sizes.flatMap((size, level) =>
      Array.from({ length: size }, (): Person => {
        const answers = Object.fromEntries(
          questionnaire.items.map((item): [string, Answer] => [item.id, near(level === 0 ? 0.3 : 0.7)]),
        )
        return level === 1
          ? { level, answers }
          : { level, answers, guesses: Object.fromEntries(guessed.map(({ id }) => [id, near(0.4)])) }
      }),
    )
  }

  it.each([
    [[6, 8], 2],
    [[12, 12], 3],
    [[12, 14], 5],
    [[26, 30], 4],
  ] as const)(
    'could have guessed otherwise, any two of them, and everything released would be the same: %j, all at %s',
    (sizes, step) => {
      for (let seed = 1; seed <= 3; seed++) {
        const item = guessed[seed % guessed.length]!
        const alike = drawRoom(sizes, seed).map((person) =>
          person.guesses ? { ...person, guesses: { ...person.guesses, [item.id]: step } } : person,
        )
        const released = showAll(alike)
        const withGuesses = (changes: Readonly<Record<number, number>>) =>
          alike.map((person, index) =>
            changes[index] === undefined
              ? person
              : { ...person, guesses: { ...person.guesses, [item.id]: changes[index] } },
          )
        /** Those who could have guessed otherwise, by some other room that releases the same. */
        const open = new Set<number>()
        for (let one = 0; one < sizes[0]; one++)
          for (const by of [1, -1]) {
            if (open.has(one)) continue
            const other = (one + 1) % sizes[0]
            const changes = [{ [one]: step + by, [other]: step - by }, { [one]: step + by }].filter((change) =>
              Object.values(change).every((value) => value >= 1 && value <= 5),
            )
            if (changes.some((change) => showAll(withGuesses(change)) === released)) open.add(one)
          }
        // Each can be thought otherwise by somebody who knows his own: there are two at least besides him.
        expect(open.size, `${item.id} ${seed}`).toBeGreaterThan(2)
      }
    },
    120_000,
  )
})
