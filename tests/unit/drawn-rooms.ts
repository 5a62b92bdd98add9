import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'
import { apartBeside, namesOfLevels, small, SMALLEST_GROUP, type SmallRoom } from './every-room.ts'

/*
 * Rooms that are too many to try all of. Some are drawn, and for each thing that could be certain in one of them,
 * another room is looked for in which it is otherwise and everything that is released is the same to the last
 * character. Any such room will do, so what is left may be certain, and what is not left cannot be. Written from
 * METHOD 11 alone: it knows nothing of how the audit finds other rooms.
 */

/** Other rooms to try for each that is drawn. */
const MOST_TRIED = 6000

/** What somebody answered to each item, counted from 0; beyond the options that they did not. */
type Room = readonly (readonly number[])[]

/** What is still the same in all rooms that were found: for everybody, and for each who knows their own answers. */
class Open {
  readonly #groupOf: readonly number[]
  readonly #few: readonly (readonly number[])[]
  /** `null` for everybody, else an own group and answers. */
  readonly #knowing: readonly ({ readonly group: number; readonly own: string } | null)[]
  /** For each who knows, and each thing that may be certain, what it was in the rooms that were found. */
  readonly #seen: readonly Map<string, Set<number>>[]

  constructor(room: Room, groupOf: readonly number[], few: readonly (readonly number[])[]) {
    this.#groupOf = groupOf
    this.#few = few
    const own = new Map(room.map((answers, person) => [`${groupOf[person]!} ${answers.join()}`, person]))
    this.#knowing = [
      null,
      ...Array.from(own.values(), (person) => ({ group: groupOf[person]!, own: room[person]!.join() })),
    ]
    this.#seen = this.#knowing.map(() => new Map<string, Set<number>>())
    this.add(room)
  }

  add(room: Room): void {
    for (const [index, knows] of this.#knowing.entries()) {
      const self = knows
        ? room.findIndex((answers, person) => this.#groupOf[person] === knows.group && answers.join() === knows.own)
        : -1
      if (knows && self < 0) continue
      const see = (what: string, is: number) => {
        const seen = this.#seen[index]!.get(what) ?? new Set()
        this.#seen[index]!.set(what, seen.add(is))
      }
      for (const [person, answers] of room.entries()) {
        if (person === self) continue
        for (const [item, answer] of answers.entries()) see(`${this.#groupOf[person]!} item ${item}`, answer)
        if (!knows)
          see(
            `${this.#groupOf[person]!} sum`,
            answers.reduce((sum, answer) => sum + answer, 0),
          )
      }
      if (knows) continue
      for (const some of this.#few)
        for (const item of room[0]!.keys())
          see(
            `${some.join()} of item ${item}`,
            room.reduce(
              (sum, answers, person) => (some.includes(this.#groupOf[person]!) ? sum + answers[item]! : sum),
              0,
            ),
          )
    }
  }

  /** What is the same in all of them. */
  left(): string[] {
    return this.#seen.flatMap((seen, index) => {
      const { group, own } = this.#knowing[index] ?? { group: -1, own: '' }
      const who = group < 0 ? 'everybody' : `whoever of ${group} answered ${own}`
      return [...seen].filter(([, values]) => values.size === 1).map(([what]) => `${who}: ${what}`)
    })
  }
}

/** A room with a few answers changed in one of several ways that often release the same; `null` for no room. */
function changed(
  room: Room,
  groupOf: readonly number[],
  answers: number,
  pick: (below: number) => number,
): Room | null {
  const other = room.map((own) => [...own])
  const items = other[0]!.length
  const way = pick(6)
  for (let times = 1 + pick(3); times > 0; times--) {
    const [item, beside, person, fellow, by] = [
      pick(items),
      pick(items),
      pick(room.length),
      pick(room.length),
      2 * pick(2) - 1,
    ]
    const [own, theirs] = [other[person]!, other[fellow]!]
    const exchange = (one: number[]) => ([one[item], one[beside]] = [one[beside]!, one[item]!])
    if (way === 0) for (const one of other) exchange(one)
    else if (way === 1) exchange(own)
    else if (way === 2) {
      for (const [index, one] of other.entries()) if (groupOf[index] === groupOf[person]) exchange(one)
    } else if (way === 3) own[item] = pick(answers)
    else {
      own[item]! += by
      if (way === 4) theirs[beside]! -= by
      else {
        own[beside]! -= by
        theirs[item]! -= by
        theirs[beside]! += by
      }
    }
  }
  return other.some((own) => own.some((answer) => answer < 0 || answer >= answers)) ? null : other
}

const choicesOf = (groups: number): number[][] =>
  Array.from({ length: groups }).reduce<number[][]>(
    (found, _, one) => [...found, ...found.map((some) => [...some, one])],
    [[]],
  )

/**
 * Draws rooms, in each of which the people of a level lean one way or another, and attacks them.
 *
 * @param missing the share of answers that are missing, where something else may have been done instead
 * @returns for each in which something may be certain, the room and what
 */
export function attackDrawnRooms(
  { sizes, none = 0, later = [], items, options, or }: SmallRoom,
  rooms: number,
  missing = 0.1,
): { readonly room: Room; readonly left: readonly string[] }[] {
  const asked = small(items, options)
  const ids = asked.items.slice(0, items).map(({ id }) => id)
  const groups = [
    ...sizes.map((size, level) => ({ level, size, view: 1 })),
    ...(none > 0 ? [{ level: null, size: none, view: 1 }] : []),
    ...later.map((size, level) => ({ level, size, view: 2 })).filter(({ size }) => size > 0),
  ]
  const groupOf = groups.flatMap(({ size }, group) => Array.from({ length: size }, () => group))
  const few = choicesOf(groups.length).filter((some) => {
    const people = some.reduce((sum, group) => sum + groups[group]!.size, 0)
    return people > 0 && people < SMALLEST_GROUP
  })
  const views = later.length > 0 ? [1, 2] : [1]
  const answerOf = (answer: number): Answer | null =>
    answer < options ? answer + 1 : or === 'cant-tell' ? CANT_TELL : null
  const show = (room: Room) => {
    const entries = entriesOf(
      room.map((own, person) => {
        const given = own.flatMap((answer, item): [string, Answer][] => {
          const said = answerOf(answer)
          return said === null ? [] : [[ids[item]!, said]]
        })
        return { level: groups[groupOf[person]!]!.level, answers: { ...apartBeside, ...Object.fromEntries(given) } }
      }),
    )
    const snapshots = views.map((view) =>
      snapshotOf(
        view,
        entries.filter((_, person) => groups[groupOf[person]!]!.view <= view),
      ),
    )
    const workshop = { levels: namesOfLevels(sizes.length), smallestGroup: SMALLEST_GROUP }
    return JSON.stringify(
      views.map((view) => summariseRoom({ questionnaire: asked }, workshop, entries, snapshots.slice(0, view))),
    )
  }
  const answers = options + (or === undefined ? 0 : 1)
  return Array.from({ length: rooms }, (_, index) => {
    const next = numbersFrom(index + 1)
    const pick = (below: number) => Math.floor(next() * below)
    const leans = groups.map(() => (next() < 0.5 ? next() : pick(2) * 0.84 + 0.08))
    const drawn: Room = groupOf.map((group) =>
      ids.map(() => {
        if (or !== undefined && next() < missing) return options
        return Array.from({ length: options - 1 }).reduce<number>((sum) => sum + (next() < leans[group]! ? 1 : 0), 0)
      }),
    )
    const text = show(drawn)
    const open = new Open(drawn, groupOf, few)
    const found = [drawn]
    const tried = new Set([drawn.join('|')])
    let left = open.left()
    while (left.length > 0 && tried.size <= MOST_TRIED) {
      const other = changed(next() < 0.4 ? drawn : found[pick(found.length)]!, groupOf, answers, pick)
      if (!other || tried.has(other.join('|'))) continue
      tried.add(other.join('|'))
      if (show(other) !== text) continue
      found.push(other)
      open.add(other)
      left = open.left()
    }
    return { room: drawn, left }
  }).filter(({ left }) => left.length > 0)
}
