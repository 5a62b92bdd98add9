import { describe, expect, it } from 'vitest'
import { attackEveryRoom, type SmallRoom } from './every-room.ts'
import { attacked, nameOf, recordAttack } from './what-was-attacked.ts'

/** Which are tried: the quick ones, or, by `npm run test:rooms`, those that take minutes as well. */
const all = process.env['EVERY_ROOM'] === 'all'

const QUICK: readonly [SmallRoom, number][] = [
  [{ sizes: [5], items: 3, options: 2 }, 792],
  [{ sizes: [5], none: 1, items: 3, options: 2 }, 6336],
  [{ sizes: [5, 2], items: 3, options: 2 }, 28_512],
  [{ sizes: [5], items: 4, options: 2 }, 15_504],
  [{ sizes: [6], items: 4, options: 2 }, 54_264],
  [{ sizes: [5, 2], items: 1, options: 2, or: 'cant-tell' }, 126],
  [{ sizes: [5, 3], items: 1, options: 2, or: 'cant-tell' }, 210],
  [{ sizes: [5, 4], items: 1, options: 2, or: 'cant-tell' }, 315],
  [{ sizes: [6, 2], items: 1, options: 2, or: 'cant-tell' }, 168],
  [{ sizes: [5, 6], items: 1, options: 2, or: 'cant-tell' }, 588],
  [{ sizes: [5], later: [5], items: 1, options: 2, or: 'cant-tell' }, 441],
  [{ sizes: [5], items: 2, options: 2, areExplanations: true }, 56],
]

const LONG: readonly [SmallRoom, number][] = [
  [{ sizes: [6], items: 3, options: 2 }, 1716],
  [{ sizes: [7], items: 4, options: 2 }, 170_544],
  [{ sizes: [5], items: 3, options: 3 }, 169_911],
  [{ sizes: [5], items: 5, options: 2 }, 376_992],
  [{ sizes: [5], none: 2, items: 3, options: 2 }, 28_512],
  [{ sizes: [5], items: 3, options: 2, or: 'cant-tell' }, 169_911],
  [{ sizes: [5], items: 3, options: 2, or: 'skipped' }, 169_911],
  [{ sizes: [5, 2], items: 1, options: 2, or: 'skipped' }, 126],
  [{ sizes: [5, 3], items: 1, options: 2, or: 'skipped' }, 210],
  [{ sizes: [5, 4], items: 1, options: 2, or: 'skipped' }, 315],
  [{ sizes: [6, 2], items: 1, options: 2, or: 'skipped' }, 168],
  [{ sizes: [8, 3], items: 1, options: 2, or: 'cant-tell' }, 450],
  [{ sizes: [5, 2], items: 1, options: 3, or: 'cant-tell' }, 560],
  [{ sizes: [5, 2], items: 2, options: 2, or: 'cant-tell' }, 57_915],
  [{ sizes: [5, 2], items: 2, options: 2, or: 'skipped' }, 57_915],
  [{ sizes: [6, 2], items: 2, options: 2, or: 'cant-tell' }, 135_135],
  [{ sizes: [6, 2], items: 2, options: 2, or: 'skipped' }, 135_135],
  [{ sizes: [5, 3], items: 2, options: 2, or: 'cant-tell' }, 212_355],
  [{ sizes: [5, 3], items: 2, options: 2, or: 'skipped' }, 212_355],
  [{ sizes: [5, 4], items: 2, options: 2, or: 'cant-tell' }, 637_065],
  [{ sizes: [5, 4], items: 2, options: 2, or: 'skipped' }, 637_065],
  [{ sizes: [5, 5], items: 2, options: 2 }, 3136],
  [{ sizes: [5, 5], items: 3, options: 2 }, 627_264],
  [{ sizes: [5, 5], none: 2, items: 2, options: 2 }, 31_360],
  [{ sizes: [5, 5, 2], items: 2, options: 2 }, 31_360],
  [{ sizes: [5, 3, 5], items: 2, options: 2 }, 62_720],
  [{ sizes: [5, 5, 5], items: 2, options: 2 }, 175_616],
  [{ sizes: [5, 5, 2], items: 1, options: 2, or: 'cant-tell' }, 2646],
  [{ sizes: [5, 5, 2], items: 1, options: 2, or: 'skipped' }, 2646],
  [{ sizes: [5], later: [5], items: 1, options: 2, or: 'skipped' }, 441],
  [{ sizes: [5], later: [1], items: 3, options: 2 }, 6336],
  [{ sizes: [5], later: [5], items: 3, options: 2 }, 627_264],
  [{ sizes: [5, 5], later: [5, 0], items: 2, options: 2 }, 175_616],
  [{ sizes: [10], items: 2, options: 2, areExplanations: true }, 286],
  [{ sizes: [5], items: 2, options: 3, areExplanations: true }, 1287],
  [{ sizes: [5, 5], items: 2, options: 2, areExplanations: true }, 3136],
  [{ sizes: [5], later: [5], items: 2, options: 2, areExplanations: true }, 3136],
  [{ sizes: [10, 5], items: 2, options: 2, areExplanations: true }, 16_016],
  [{ sizes: [10], items: 3, options: 2, areExplanations: true }, 19_448],
  [{ sizes: [5, 2], items: 2, options: 2, areExplanations: true, or: 'skipped' }, 57_915],
]

const TABLE = 'every room'

describe('everything that is released of a room, over every room that there can be', () => {
  it.each(all ? [...QUICK, ...LONG] : QUICK)(
    'makes no answer certain, to whoever was there or not: %j',
    async (room, rooms) => {
      const found = attackEveryRoom(room)
      if (all) await recordAttack(TABLE, [...nameOf(room), found.rooms, found.toEverybody, found.toMembers], 2)
      expect(found).toEqual({ rooms, toEverybody: 0, toMembers: 0 })
    },
    all ? 7_200_000 : 120_000,
  )

  it('is in the README as it was found', () => {
    const rows = [...QUICK, ...LONG].map(([room, rooms]) => [...nameOf(room), rooms.toLocaleString('en-GB'), '0', '0'])
    expect(
      attacked(TABLE)
        .map((row) => row.join(' | '))
        .toSorted(),
    ).toEqual(rows.map((row) => row.join(' | ')).toSorted())
  })
})
