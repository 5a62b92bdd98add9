import { describe, expect, it } from 'vitest'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { entriesOf, snapshotOf } from '../fixtures/rooms.ts'
import { apartBeside, namesOfLevels, small, SMALLEST_GROUP } from './every-room.ts'

/** The same people in every order, each once. */
function* ordersOf(people: readonly string[]): Generator<string[]> {
  if (people.length === 0) yield []
  for (const [index, first] of people.entries())
    if (people.indexOf(first) === index) for (const rest of ordersOf(people.toSpliced(index, 1))) yield [first, ...rest]
}

describe('what is released', () => {
  // Found by drawing: the audit took people in the order in which they came, and found other answers in some orders alone.
  it.each([[['333', '321', '333', '313', '333']], [['122', '222', '322', '322', '223']]])(
    'does not depend on who handed over first: %j',
    (people) => {
      const asked = small(3, 3)
      const release = (order: readonly string[]) => {
        const entries = entriesOf(
          order.map((steps) => {
            const own = asked.items.slice(0, 3).map(({ id }, item) => [id, Number(steps[item])])
            return { level: 0, answers: { ...apartBeside, ...Object.fromEntries(own) } }
          }),
        )
        const workshop = { levels: namesOfLevels(1), smallestGroup: SMALLEST_GROUP }
        const { concepts, items, expert } = summariseRoom({ questionnaire: asked }, workshop, entries, [
          snapshotOf(1, entries),
        ])
        return JSON.stringify([concepts, items, expert])
      }
      expect(new Set(Array.from(ordersOf(people), release)).size).toBe(1)
    },
  )
})
