import { describe, expect, it } from 'vitest'
import { guessFigures } from '../../src/core/guess/guess-figures.ts'
import { pairedPoints, meanPoints } from '../../src/core/guess/guess-points.ts'
import { isConceptItem } from '../../src/core/questionnaire/lookup.ts'
import { CANT_TELL, type Answer, type Answers } from '../../src/core/response/response.ts'
import { readRoomView } from '../../src/core/room/read-room-view.ts'
import { roomFigures } from '../../src/core/room/room-figures.ts'
import type { RoomView } from '../../src/core/room/room-view.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf, type Person } from '../fixtures/rooms.ts'

const GUESSED = questionnaire.guess!.items
const itemsOf = (concept: string) =>
  questionnaire.items.filter(isConceptItem).filter((item) => item.concept === concept && GUESSED.includes(item.id))

interface Drawn {
  readonly level: number | null
  readonly people: number
  /** From 0 to 1: what they answer, and what they expect. */
  readonly own: number
  readonly guess?: number
}

/** People whose answers lie around a mean, reversed items turned. */
function draw(groups: readonly Drawn[], seed = 1): Person[] {
  const next = numbersFrom(seed)
  const step = (item: (typeof conceptItems)[number], mean: number) => {
    const drawn = Math.max(1, Math.min(5, Math.round(1 + 4 * (mean + (next() - 0.5) * 0.5))))
    return item.reversed ? 6 - drawn : drawn
  }
  return groups.flatMap(({ level, people, own, guess }) =>
    Array.from({ length: people }, (): Person => {
      const answers: Answers = Object.fromEntries(
        questionnaire.items.map((item): [string, Answer] => [
          item.id,
          isConceptItem(item) ? step(item, own) : 1 + Math.floor(5 * next()),
        ]),
      )
      if (guess === undefined) return { level, answers }
      const guesses = Object.fromEntries(
        conceptItems.filter(({ id }) => GUESSED.includes(id)).map((item) => [item.id, step(item, guess)]),
      )
      return { level, answers, guesses }
    }),
  )
}

const show = (
  people: readonly Person[],
  { levels = 2, asksGuesses = true, views }: { levels?: number; asksGuesses?: boolean; views?: number[][] } = {},
): RoomView => {
  const entries = entriesOf(people)
  const snapshots = (views ?? [entries.map((_, index) => index)]).map((own, at) =>
    snapshotOf(
      at + 1,
      own.map((index) => entries[index]!),
    ),
  )
  const workshop = { levels: Array.from({ length: levels }, (_, at) => `Level ${at}`), smallestGroup: 5, asksGuesses }
  return summariseRoom({ questionnaire }, workshop, entries, snapshots)
}

const TOP = { level: 0, people: 12, own: 0.25, guess: 0.3 }
const WORK = { level: 1, people: 14, own: 0.7 }

/** With one person's answers or guesses changed. */
const changed = (people: readonly Person[], at: number, change: (person: Person) => Partial<Person>) =>
  people.map((person, index) => (index === at ? { ...person, ...change(person) } : person))
const without = (given: Answers | undefined, ...ids: string[]): Answers =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([id]) => !ids.includes(id)))

describe('what a level expects the work to answer', () => {
  const people = draw([TOP, WORK])
  const view = show(people)
  const [top] = view.guesses!

  it('is shown of each concept and each guessed item, for everybody but the lowest level', () => {
    expect(view.guesses!.map(({ level }) => level)).toEqual([0])
    expect(top!.concepts.map(({ concept }) => concept)).toEqual(questionnaire.concepts.map(({ id }) => id))
    expect(top!.items.map(({ item }) => item).toSorted()).toEqual(GUESSED.toSorted())
    for (const { guess, own, work, gap, reading } of top!.concepts)
      expect([guess, own, work, gap, reading].map(({ shown }) => shown)).toEqual(Array(5).fill(true))
    expect(top!.items.every(({ guess, reading }) => guess.shown && reading?.shown)).toBe(true)
  })

  it('is absent where the workshop does not ask', () => {
    expect('guesses' in show(people, { asksGuesses: false })).toBe(false)
  })

  it('holds the figures of METHOD 15 over those who gave both, in ranges, and in wider intervals', () => {
    for (const { concept, guess, own, work, gap } of top!.concepts) {
      const items = itemsOf(concept)
      const exact = guessFigures(
        people
          .filter(({ level }) => level === 0)
          .map(({ answers, guesses = {} }) => pairedPoints(questionnaire, { answers, guesses }, items)),
        people.filter(({ level }) => level === 1).map(({ answers }) => meanPoints(questionnaire, answers, items)),
      )
      for (const [released, mean] of [
        [guess, exact.guess.mean],
        [own, exact.own.mean],
        [work, exact.work.mean],
      ] as const) {
        if (!released.shown) throw new Error(released.why)
        const { low, high } = released
        expect(low).toBeLessThanOrEqual(mean!)
        expect(high).toBeGreaterThanOrEqual(mean!)
      }
      if (!gap.shown) throw new Error(gap.why)
      expect(gap.low).toBeLessThanOrEqual(exact.expectationGap.interval!.low)
      expect(gap.high).toBeGreaterThanOrEqual(exact.expectationGap.interval!.high)
    }
  })

  it.each([
    ['sees-itself', { own: 0.2, guess: 0.2 }, 0.75],
    ['knows', { own: 0.15, guess: 0.75 }, 0.75],
    ['expected-less', { own: 0.1, guess: 0.45 }, 0.9],
    ['expected-more', { own: 0.9, guess: 0.6 }, 0.15],
    ['cannot-tell', { own: 0.5, guess: 0.5 }, 0.5],
  ] as const)('reads as %s', (reading, drawn, work) => {
    const { guesses } = show(
      draw([
        { level: 0, people: 14, ...drawn },
        { level: 1, people: 16, own: work },
      ]),
    )
    const readings = guesses![0]!.concepts.flatMap((one) => (one.reading.shown ? [one.reading.reading] : []))
    // Where the audit coarsens a concept's statements, nothing is read of it.
    expect(readings.length).toBeGreaterThan(1)
    expect(new Set(readings)).toEqual(new Set([reading]))
  })

  it('is never pooled over levels, and rests on the set-up’s lowest, which no other takes the place of', () => {
    const three = (work: number) =>
      show(
        draw([
          { level: 0, people: 12, own: 0.2, guess: 0.2 },
          { level: 1, people: 12, own: 0.7, guess: 0.75 },
          { level: 2, people: work, own: 0.8 },
        ]),
        { levels: 3 },
      ).guesses!
    const [first, second] = three(12)
    expect(first!.concepts[0]!.reading).toEqual({ shown: true, reading: 'sees-itself' })
    expect(second!.concepts[0]!.reading).toMatchObject({ shown: true })
    expect(second!.concepts[0]!.reading).not.toEqual(first!.concepts[0]!.reading)
    for (const { concepts } of three(4))
      for (const { work, gap, reading } of concepts)
        expect([work.shown, gap.shown, reading.shown]).toEqual([false, false, false])
  })

  it('is not read where one to four people gave only one of the two, and the guesses of all stay', () => {
    const [concept] = questionnaire.concepts
    const [item, other] = itemsOf(concept!.id)
    const cases = [
      changed(people, 3, ({ guesses }) => ({ guesses: without(guesses, item!.id) })),
      changed(people, 3, ({ answers }) => ({ answers: { ...answers, [item!.id]: CANT_TELL } })),
    ]
    for (const room of cases) {
      const [level] = show(room).guesses!
      const [first, second] = level!.concepts
      expect(first!.reading).toEqual({ shown: false, why: 'gave-one' })
      expect(first!.own).toEqual({ shown: false, why: 'gave-one' })
      expect(first!.guess.shown).toBe(true)
      expect(first!.gap.shown).toBe(true)
      expect(second!.reading.shown).toBe(true)
      const alone = level!.items.find((one) => one.item === item!.id)
      expect(alone!.reading).toEqual({ shown: false, why: 'gave-one' })
    }
    // Who gives neither to an item gives nothing away.
    const neither = changed(people, 3, ({ answers, guesses }) => ({
      answers: without(answers, item!.id, other!.id),
      guesses: without(guesses, item!.id, other!.id),
    }))
    expect(show(neither).guesses![0]!.concepts[0]!.reading.shown).toBe(true)
  })

  it('is hidden below five who guess, and with the level itself', () => {
    const four = people.map((person, index) => {
      if (index < 4 || !person.guesses) return person
      const { guesses: _none, ...rest } = person
      return rest
    })
    for (const { guess, own, reading } of show(four).guesses![0]!.concepts)
      expect([guess, own, reading]).toEqual(Array(3).fill({ shown: false, why: 'too-few' }))
    const small = show(draw([{ ...TOP, people: 4 }, WORK, { level: 1, people: 4, own: 0.5 }]))
    expect(small.guesses![0]!.items.every(({ guess }) => !guess.shown)).toBe(true)
  })

  it('is in no later view of other people, and in one of the same', () => {
    const all = draw([TOP, WORK, { ...TOP, people: 10 }, { ...WORK, people: 10 }])
    const before = Array.from({ length: 26 }, (_, index) => index)
    const upTo = (end: number) => Array.from({ length: end }, (_, index) => index)
    const [later] = show(all, { views: [before, upTo(46)] }).guesses!
    for (const { guess, gap, reading } of later!.concepts)
      expect([guess, gap, reading]).toEqual(Array(3).fill({ shown: false, why: 'shown-before' }))
    expect(later!.items.every(({ guess }) => !guess.shown && guess.why === 'shown-before')).toBe(true)
    expect(show(all, { views: [before, before] }).guesses).toEqual(show(all, { views: [before] }).guesses)
    // Only the work is another.
    const [moved] = show(draw([TOP, WORK, { ...WORK, people: 12 }]), { views: [before, upTo(38)] }).guesses!
    expect(moved!.concepts[0]!.gap).toEqual({ shown: false, why: 'shown-before' })
  })

  it('shows no gap that all alike would leave: everybody of a level answers alike', () => {
    const alike = people.map((person) =>
      person.guesses
        ? { ...person, guesses: Object.fromEntries(GUESSED.map((id) => [id, 3])), answers: person.answers }
        : person,
    )
    for (const { gap, reading } of show(alike).guesses![0]!.concepts) expect(gap.shown).toBe(reading.shown)
  })

  it('is kept with a view’s figures, and read back; a view without any still is', () => {
    expect(readRoomView(JSON.stringify(view), questionnaire)).toEqual(view)
    const plain = show(people, { asksGuesses: false })
    expect(readRoomView(JSON.stringify(plain), questionnaire)).toEqual(plain)
    // Earlier releases kept no reading of single statements.
    const [level] = view.guesses!
    const earlier = {
      ...view,
      guesses: [{ ...level!, items: level!.items.map(({ reading: _none, ...item }) => item) }],
    }
    expect(readRoomView(JSON.stringify(earlier), questionnaire)).toEqual(earlier)
    const spoilt = JSON.stringify(view).replace('"sees-itself"', '"guesses-well"')
    if (spoilt !== JSON.stringify(view)) expect(readRoomView(spoilt, questionnaire)).toBeNull()
  })

  it('is in the table of what is shown, and says there why something is not', () => {
    const rows = (of: RoomView) => roomFigures(of).filter(({ part }) => part === 'guess')
    const [concept] = questionnaire.concepts
    const own = rows(view).filter(({ id }) => id === concept!.id)
    expect(own.map(({ figure }) => figure)).toEqual([
      'expected',
      'own',
      'reported',
      'expected_less_reported',
      'reading',
    ])
    expect(own.every(({ group, hidden }) => group === 0 && hidden === null)).toBe(true)
    const [item] = itemsOf(concept!.id)
    expect(rows(view).find(({ id, figure }) => id === item!.id && figure === 'reading')?.hidden).toBeNull()
    const one = changed(people, 3, ({ guesses }) => ({ guesses: without(guesses, item!.id) }))
    const reading = rows(show(one)).find(({ id, figure }) => id === concept!.id && figure === 'reading')
    expect(reading).toMatchObject({ value: null, hidden: 'gave-one' })
    expect(rows(show(people, { asksGuesses: false }))).toEqual([])
  })

  it('leaves everything else of the room as it was, or coarser', () => {
    const plain = show(people, { asksGuesses: false })
    const { guesses: _own, findings: _found, ...rest } = view
    const { findings: _others, ...others } = plain
    expect(rest).toEqual(others)
  })
})
