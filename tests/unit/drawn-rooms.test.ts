import { describe, expect, it } from 'vitest'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { entriesOf, snapshotOf } from '../fixtures/rooms.ts'
import { attackDrawnRooms } from './drawn-rooms.ts'
import { apartBeside, namesOfLevels, small, SMALLEST_GROUP, type SmallRoom } from './every-room.ts'
import { attacked, nameOf, recordAttack } from './what-was-attacked.ts'

/** Rooms to draw of each kind; `DRAWN_ROOMS=60` draws more, of more kinds, and writes what was found. */
const ROOMS = Number(process.env['DRAWN_ROOMS'] ?? 3)

const QUICK: readonly SmallRoom[] = [
  { sizes: [5, 5], none: 2, items: 3, options: 2 },
  { sizes: [5, 5, 5], items: 3, options: 2 },
  { sizes: [5], items: 4, options: 2, or: 'cant-tell' },
]

const LONG: readonly SmallRoom[] = [
  { sizes: [5, 5], items: 4, options: 2 },
  { sizes: [5, 5], items: 3, options: 3 },
  { sizes: [5, 3, 5], items: 3, options: 2 },
  { sizes: [5, 5], later: [5, 5], items: 3, options: 2 },
]

const TABLE = 'drawn rooms'
const isLong = ROOMS > 3

describe('everything that is released of a room, over rooms that are drawn', () => {
  it.each(isLong ? [...QUICK, ...LONG] : QUICK)(
    'is the same of others in which every answer is another, for whoever was there or not: %j',
    async (room) => {
      const found = attackDrawnRooms(room, ROOMS)
      if (isLong) await recordAttack(TABLE, [...nameOf(room), ROOMS, found.length], 2)
      expect(found).toEqual([])
    },
    isLong ? 3_600_000 : 120_000,
  )

  it('is in the README as it was found', () => {
    const names = [...QUICK, ...LONG].map((room) => nameOf(room).join(' | '))
    const rows = attacked(TABLE)
    expect(rows.map((row) => row.slice(0, 2).join(' | ')).toSorted()).toEqual(names.toSorted())
    expect(rows.filter((row) => row[3] !== '0')).toEqual([])
  })
})

/** Two levels of five of which each grows by five: what is released in the second view. Answers to three items, a digit each. */
function secondView(people: string) {
  const asked = small(3, 2)
  const entries = entriesOf(
    people.split(' ').map((answers, person) => ({
      level: Math.floor(person / 5) % 2,
      answers: {
        ...apartBeside,
        ...Object.fromEntries(Array.from(answers, (step, item) => [asked.items[item]!.id, Number(step)])),
      },
    })),
  )
  const snapshots = [snapshotOf(1, entries.slice(0, 10)), snapshotOf(2, entries)]
  const workshop = { levels: namesOfLevels(2), smallestGroup: SMALLEST_GROUP }
  return summariseRoom({ questionnaire: asked }, workshop, entries, snapshots)
}

describe('a second view', () => {
  it('gives no level a mean that would tell the other’s, by the room less it', () => {
    const joined = '221 222 121 222 112 222 222 122 222 222'
    const { concepts } = secondView(`111 221 112 111 221 111 221 121 212 121 ${joined}`)
    const [concept] = concepts
    const means = [concept!.room, ...concept!.levels].map((scores) => (scores.shown ? scores.mean.is : scores.why))
    expect(means).toEqual(['between', 'between', 'between'])
  })

  it('says of hidden statements how many answered, whoever of them answered alike', () => {
    const joined = '111 111 111 111 111 222 222 222 222 212'
    const { items } = secondView(`112 222 112 222 221 222 221 222 222 222 ${joined}`)
    const own = items.filter(({ item }) =>
      small(3, 2)
        .items.slice(0, 3)
        .some(({ id }) => id === item),
    )
    expect(own.map(({ answered, mean }) => [answered, mean])).toEqual(
      own.map(() => [
        { shown: true, n: 20 },
        { shown: false, why: 'would-reveal-others' },
      ]),
    )
  })
})
