import { describe, expect, it } from 'vitest'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { ConceptItem } from '../../src/core/questionnaire/schema.ts'
import type { Answer, Answers } from '../../src/core/response/response.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { drawPeople, entriesOf, numbersFrom, snapshotOf, type Person } from '../fixtures/rooms.ts'

/*
 * Concepts whose items are hidden, in rooms too large to try all of: wherever a level gave an
 * item one answer, or all of it but one who took part, others are looked for that release the same
 * to the last character, that they are hidden and why included.
 */

const OPTIONS = 5

/** Rooms to try of each kind; `HIDDEN_ROOMS=40` tries more. */
const ROOMS = Number(process.env['HIDDEN_ROOMS'] ?? 1)

function show(people: readonly Person[], levels: number) {
  const entries = entriesOf(people)
  const named = Array.from({ length: levels }, (_, level) => `Level ${level}`)
  return summariseRoom({ questionnaire }, { levels: named, smallestGroup: 5 }, entries, [snapshotOf(1, entries)])
}

/** An answer turned where the item is reversed, and turned back; `null` for none. */
const turn = ({ reversed }: ConceptItem, answer: Answer | null | undefined) =>
  typeof answer !== 'number' ? null : reversed ? OPTIONS + 1 - answer : answer

/** Somebody with the answers to two items exchanged, where both were given: the score stays. */
function exchange(answers: Answers, one: ConceptItem, other: ConceptItem): Answers {
  const [first, second] = [turn(one, answers[one.id]), turn(other, answers[other.id])]
  if (first === null || second === null) return answers
  return { ...answers, [one.id]: turn(one, second)!, [other.id]: turn(other, first)! }
}

/** Somebody with one answer a step higher or lower, and another the other way: the score stays. */
function shift(answers: Answers, one: ConceptItem, other: ConceptItem, by: number): Answers {
  const [first, second] = [turn(one, answers[one.id]), turn(other, answers[other.id])]
  if (first === null || second === null) return answers
  const steps = [first + by, second - by]
  if (steps.some((step) => step < 1 || step > OPTIONS)) return answers
  return { ...answers, [one.id]: turn(one, steps[0]!)!, [other.id]: turn(other, steps[1]!)! }
}

/** Rooms in which an item was answered otherwise, with the scores that there are, but by one of the people. */
function* otherRooms(
  people: readonly Person[],
  own: readonly ConceptItem[],
  item: ConceptItem,
  but: number,
): Generator<readonly Person[]> {
  const others = own.filter((other) => other !== item)
  const change = (who: (at: number) => boolean, by: (answers: Answers) => Answers) =>
    people.map((person, at) => (at !== but && who(at) ? { ...person, answers: by(person.answers) } : person))
  for (const other of others)
    yield change(
      () => true,
      (answers) => exchange(answers, item, other),
    )
  for (const one of people.keys())
    for (const other of others) {
      const only = (at: number) => at === one
      yield change(only, (answers) => exchange(answers, item, other))
      for (const by of [1, -1]) yield change(only, (answers) => shift(answers, item, other, by))
    }
  const next = numbersFrom(but + 2)
  const any = () => own[Math.floor(next() * own.length)]!
  for (let draw = 0; draw < 400; draw++) {
    const [one, another, third] = [any(), any(), any()]
    yield change(
      () => next() < 0.5,
      (answers) => exchange(exchange(answers, item, one), another, third),
    )
  }
}

/** How often a level gave one answer, to everybody or to one who knows their own, and how often others release the same. */
function attackHidden(people: readonly Person[], levels: number) {
  const view = show(people, levels)
  const text = JSON.stringify(view)
  const found = { cases: 0, open: 0 }
  const levelOf = people.map(({ level }) => level)
  for (const { concept, room } of view.concepts) {
    const own = conceptItems.filter((item) => item.concept === concept)
    const isHidden = view.items.every((item) => item.concept !== concept || !item.mean.shown)
    if (!room.shown || !isHidden) continue
    /** The answers of a level to an item, without those of one of the people. */
    const given = (all: readonly Person[], item: ConceptItem, level: number, but: number) =>
      all.flatMap(({ answers }, at) =>
        levelOf[at] === level && at !== but ? (turn(item, answers[item.id]) ?? []) : [],
      )
    const isOpen = (item: ConceptItem, level: number, but: number): boolean => {
      const [alike] = given(people, item, level, but)
      for (const changed of otherRooms(people, own, item, but))
        if (
          given(changed, item, level, but).some((answer) => answer !== alike) &&
          JSON.stringify(show(changed, levels)) === text
        )
          return true
      return false
    }
    for (let level = 0; level < levels; level++)
      for (const item of own)
        for (let but = -1; but < people.length; but++) {
          if (new Set(given(people, item, level, but)).size !== 1) continue
          found.cases++
          if (isOpen(item, level, but)) found.open++
        }
  }
  return found
}

const STRONG = [0.12, 0.88]
const MILD = [0.35, 0.6]

describe('a concept whose items are hidden', () => {
  it.each([
    [[5, 5], STRONG, 0],
    [[5, 5], MILD, 0.1],
    [[8, 8], STRONG, 0],
    [[12, 7], STRONG, 0],
    [[5, 7, 9], [0.12, 0.5, 0.88], 0.1],
  ])(
    'leaves every answer open to everybody, and to who took part: %j around %j, %s missing',
    (sizes, means, missing) => {
      const found = { cases: 0, open: 0 }
      for (let seed = 1; seed <= ROOMS; seed++) {
        const { cases, open } = attackHidden(drawPeople(sizes, means, missing, numbersFrom(seed)), sizes.length)
        found.cases += cases
        found.open += open
      }
      expect(found.cases).toBeGreaterThan(2)
      expect(found.open).toBe(found.cases)
    },
    600_000,
  )
})
