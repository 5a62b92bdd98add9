import { describe, expect, it } from 'vitest'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { roomPathOf } from '../../src/core/room/room-path.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, snapshotOf, threeLevels, type Person } from '../fixtures/rooms.ts'

/** Answers in turn, so that nobody's can be worked out from a mean. */
const inTurn = (level: number, amount: number, steps: readonly Answer[]): Person[] =>
  Array.from({ length: amount }, (_none, person) => ({
    level,
    answers: Object.fromEntries(
      conceptItems.map(({ id }, index) => [id, steps[(person + index) % steps.length] ?? CANT_TELL]),
    ),
  }))

function pathsOf(people: readonly Person[], levels: readonly number[]) {
  const entries = entriesOf(people)
  const view = summariseRoom({ questionnaire }, threeLevels, entries, [snapshotOf(1, entries)])
  return levels.map((level) => {
    const streams = roomPathOf(questionnaire, view, level)
    const statements = streams.flatMap(({ concepts }) => concepts.flatMap((concept) => concept.statements))
    return new Map(statements.map((statement) => [statement.item, statement]))
  })
}

const reversed = conceptItems.filter((item) => item.reversed).map(({ id }) => id)
const forward = conceptItems.filter((item) => !item.reversed).map(({ id }) => id)
const fates = (path: ReadonlyMap<string, { readonly fate: string }>, items: readonly string[]) => [
  ...new Set(items.map((item) => path.get(item)!.fate)),
]

describe('the signal path of a level', () => {
  const middleWith = (steps: readonly Answer[]) => [
    ...inTurn(0, 12, [1, 2, 2, 3]),
    ...inTurn(1, 24, steps),
    ...inTurn(2, 12, [3, 4, 4, 5]),
  ]

  it('counts what the level reports above the middle on average, turned round where it is worded the other way', () => {
    const [top, work] = pathsOf(middleWith([2, 3]), [0, 2])
    expect([fates(work!, forward), fates(work!, reversed)]).toEqual([['counted'], ['passes']])
    expect([fates(top!, forward), fates(top!, reversed)]).toEqual([['passes'], ['counted']])
  })

  it('draws as unseen what half of the level and more cannot tell', () => {
    const [middle] = pathsOf(middleWith([CANT_TELL, CANT_TELL, CANT_TELL, 3]), [1])
    expect(fates(middle!, [...forward, ...reversed])).toEqual(['unseen'])
  })

  it('has every statement, and none of a level that is too small to be shown', () => {
    const [small] = pathsOf([...inTurn(0, 4, [1, 2, 2, 3]), ...inTurn(1, 12, [2, 3]), ...inTurn(2, 12, [3, 4])], [0])
    expect(small!.size).toBe(conceptItems.length)
    expect(fates(small!, [...forward, ...reversed])).toEqual(['hidden'])
    expect([...small!.values()].every(({ share }) => share === null)).toBe(true)
  })
})
