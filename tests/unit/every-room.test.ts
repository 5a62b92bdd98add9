import { describe, expect, it } from 'vitest'
import { attackEveryRoom, type SmallRoom } from './every-room.ts'

/** Which are tried: the quick ones, or, by `npm run test:rooms`, those that take minutes as well. */
const all = process.env['EVERY_ROOM'] === 'all'

const QUICK: readonly [SmallRoom, number][] = [
  [{ sizes: [5], items: 3, options: 2 }, 792],
  [{ sizes: [5], none: 1, items: 3, options: 2 }, 6336],
  [{ sizes: [5, 2], items: 3, options: 2 }, 28_512],
  [{ sizes: [5], items: 4, options: 2 }, 15_504],
  [{ sizes: [6], items: 4, options: 2 }, 54_264],
]

const LONG: readonly [SmallRoom, number][] = [
  [{ sizes: [6], items: 3, options: 2 }, 1716],
  [{ sizes: [5], none: 2, items: 3, options: 2 }, 28_512],
  [{ sizes: [5, 5], items: 3, options: 2 }, 627_264],
  [{ sizes: [5], later: [5], items: 3, options: 2 }, 627_264],
  [{ sizes: [5], items: 3, options: 2, or: 'cant-tell' }, 169_911],
  [{ sizes: [5], items: 3, options: 2, or: 'skipped' }, 169_911],
  [{ sizes: [7], items: 4, options: 2 }, 170_544],
  [{ sizes: [5], items: 3, options: 3 }, 169_911],
  [{ sizes: [5], items: 5, options: 2 }, 376_992],
]

describe('everything that is released of a room, over every room that there can be', () => {
  it.each(all ? [...QUICK, ...LONG] : QUICK)(
    'makes no answer certain, to whoever was there or not: %j',
    (room, rooms) => {
      expect(attackEveryRoom(room)).toEqual({ rooms, toEverybody: 0, toMembers: 0 })
    },
    all ? 3_600_000 : 120_000,
  )
})
