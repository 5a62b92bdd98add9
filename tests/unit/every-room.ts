import type { RoomView } from '../../src/core/room/room-view.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { conceptItems, lensItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, snapshotOf } from '../fixtures/rooms.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'

/*
 * Every room that there can be of a small questionnaire, released as a whole: everything
 * that is shown, and what is hidden and why, is the key. What all rooms with one key have
 * in common is what the key tells. Written from METHOD 11 alone.
 */

export const SMALLEST_GROUP = 5

/** A small questionnaire and who answers it: one concept, people per level. */
export interface SmallRoom {
  readonly sizes: readonly number[]
  /** How many give no level. */
  readonly none?: number
  /** How many join each level before a second view. */
  readonly later?: readonly number[]
  readonly items: number
  readonly options: number
  /** Whether the items are explanations, of which nothing is added up. */
  readonly areExplanations?: boolean
  /** What somebody may have done instead of answering an item. */
  readonly or?: 'cant-tell' | 'skipped'
  /** Counted from 0: the answer that is usual, where everything else is counted by `most`. */
  readonly usual?: number
  /**
   * How often at most in the whole room that is done, or something else than usual answered: an answer that is not
   * certain among these rooms is not among more.
   */
  readonly most?: number
  /** Of which rooms it is counted what is certain: with so many at most. All, where not given. */
  readonly within?: number
  /** A level whose people give all items the same answer each, so that there are fewer rooms. Of it nothing is counted. */
  readonly even?: number
}

/**
 * In how many rooms something is certain: to everybody an answer, or the sum of somebody's answers or of fewer than
 * five people; to one who knows their own answers, another's.
 */
export interface Certain {
  readonly rooms: number
  readonly toEverybody: number
  readonly toMembers: number
}

const concept = questionnaire.concepts[0]!
const forward = conceptItems.map(({ reversed: _reversed, ...item }) => item)
const own = forward.filter((item) => item.concept === concept.id)
/** All of one kind, so that their order makes no difference. */
const explanations = lensItems.filter(({ kind }) => kind === 'misconception')
/** Answered by everybody as apart as can be, so that nobody is flagged. They belong to no concept that is shown. */
const beside = forward.filter((item) => item.concept !== concept.id).slice(0, 2)

/** Everybody's answers to them. */
export const apartBeside = Object.fromEntries(
  beside.map(({ id }, index): [string, Answer] => [id, index % 2 === 0 ? 5 : 1]),
)

/** The names of so many levels; where all are of one, beside another that nobody is of. */
export const namesOfLevels = (levels: number): string[] =>
  levels > 1 ? Array.from({ length: levels }, (_, level) => `Level ${level}`) : ['Level', 'Nobody']

/** The questionnaire of one concept with so many items of so many options; or of so many explanations beside it. */
export function small(items: number, options: number, areExplanations = false): Questionnaire {
  const [scale] = Object.values(questionnaire.scales)
  const { guess: _guess, ...rest } = questionnaire
  return {
    ...rest,
    heldFrom: scale!.options[options - 1]!,
    concepts: areExplanations ? [] : [concept],
    findings: [],
    room: [],
    scales: { short: { ...scale!, options: scale!.options.slice(0, options) }, long: scale! },
    items: [
      ...(areExplanations ? explanations : own).slice(0, items).map((item) => ({ ...item, scale: 'short' })),
      ...beside.map((item) => ({ ...item, scale: 'long' })),
    ],
  }
}

/** All ways to take so many people of these kinds, in whatever order, whose departures are at most so many together. */
function* takes(people: number, departures: readonly number[], most: number, from = 0): Generator<number[]> {
  if (people === 0) yield []
  else
    for (let first = from; first < departures.length; first++)
      if (departures[first]! <= most)
        for (const rest of takes(people - 1, departures, most - departures[first]!, first)) yield [first, ...rest]
}

/** @param groups how many people, and of each kind how many departures it is */
function* roomsOf(
  groups: readonly { readonly size: number; readonly departures: readonly number[] }[],
  most: number,
): Generator<number[][]> {
  const [first, ...others] = groups
  if (first === undefined) yield []
  else
    for (const people of takes(first.size, first.departures, most)) {
      const departing = people.reduce((sum, kind) => sum + first.departures[kind]!, 0)
      for (const rest of roomsOf(others, most - departing)) yield [people, ...rest]
    }
}

/** Every choice of some of these. */
const choicesOf = (all: readonly number[]): number[][] =>
  all.reduce<number[][]>((found, one) => [...found, ...found.map((some) => [...some, one])], [[]])

function* ordersOf(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield []
  for (const first of items) for (const rest of ordersOf(items.filter((item) => item !== first))) yield [first, ...rest]
}

/** What is shown in a view, by numbers that stand for it. */
interface Shown {
  /** What is about no item or all of them. */
  readonly all: number
  /** What is about each. */
  readonly each: readonly number[]
  /**
   * Whether the same is hidden of every item, and why: then no rule has looked at their order. The word on agreement is
   * left out or not by the answers to its item alone.
   */
  readonly hides: boolean
}

function shownIn(view: RoomView, ids: readonly string[], numberOf: (text: string) => number): Shown {
  const items = ids.map((id) => [...view.items, ...view.lens].find(({ item }) => item === id)!)
  const each = items.map(({ item: id, ...figures }) => {
    const sight = view.sight.items.find(({ item }) => item === id)
    return JSON.stringify([
      figures,
      sight?.room,
      sight?.levels,
      view.distance.items.filter(({ item }) => item === id).map(({ item: _id, ...told }) => told),
    ])
  })
  const hidden = items.map(({ answered, mean, distribution, levels }) =>
    [answered, mean, distribution, ...levels].map((one) => one.shown || one.why),
  )
  const all = JSON.stringify([view.size, view.concepts, view.distance.concepts, view.expert, view.flagged])
  const hides = hidden.every((figures) => figures.every((figure, at) => figure === hidden[0]![at]))
  return { all: numberOf(all), each: each.map(numberOf), hides }
}

/** Two items of two options: with so few kinds of people their order makes no difference in larger rooms either. */
const FEWEST_KINDS = 4

/** Every so many rooms it is looked whether their order makes a difference. */
const TRIED_IN_ORDER = 50

const isOne = (mask: number) => mask !== 0 && (mask & (mask - 1)) === 0

/**
 * Tries every room. In small rooms where everybody answers and the same is hidden of every item, nothing looked at
 * their order, so that of rooms that differ in it alone one is worked out, and its figures are put in order for the others.
 *
 * @throws Error where that is found not to be so
 */
export function attackEveryRoom({
  sizes,
  none = 0,
  later = [],
  items,
  options,
  areExplanations = false,
  or,
  usual,
  most = Infinity,
  within = most,
  even,
}: SmallRoom): Certain {
  const asked = small(items, options, areExplanations)
  const ids = asked.items.slice(0, items).map(({ id }) => id)
  const steps: readonly Answer[] = Array.from({ length: options }, (_, option) => option + 1)
  const instead: readonly (Answer | null)[] = or === undefined ? [] : [or === 'cant-tell' ? CANT_TELL : null]
  const answers = [...steps, ...instead]
  const base = answers.length
  const kinds = base ** items
  /** The number of somebody's answer to an item, of somebody's kind. */
  const at = (kind: number, item: number) => Math.floor(kind / base ** item) % base
  const isUsual = (answer: number) => (usual === undefined ? answer < options : answer === usual)
  const departures = Array.from(
    { length: kinds },
    (_, kind) => ids.filter((_id, item) => !isUsual(at(kind, item))).length,
  )
  const evenly = departures.map((count, kind) =>
    ids.every((_id, item) => at(kind, item) === at(kind, 0)) ? count : Infinity,
  )
  // Which item is hidden beside one that too few answered goes by their order, and so does the search for other rooms
  // where there are many of them, or many answers.
  const inAll = [...sizes, none, ...later].reduce((sum, size) => sum + size)
  const isOneOrder = or !== undefined || options > 2 || (inAll >= 2 * SMALLEST_GROUP && kinds > FEWEST_KINDS)
  const orders = isOneOrder ? [[...Array(items).keys()]] : [...ordersOf([...Array(items).keys()])]
  const moved = orders.map((order) =>
    Array.from({ length: kinds }, (_, kind) => order.reduce((sum, from, to) => sum + at(kind, from) * base ** to, 0)),
  )
  const answersOf = Array.from({ length: kinds }, (_, kind) => ({
    ...apartBeside,
    ...Object.fromEntries(
      ids.flatMap((id, item): [string, Answer][] => {
        const answer = answers[at(kind, item)] ?? null
        return answer === null ? [] : [[id, answer]]
      }),
    ),
  }))
  const levels = [...sizes.keys()]
  /** People whom nothing tells apart. */
  const groups = [
    ...levels.map((level) => ({ level, size: sizes[level]!, view: 1 })),
    ...(none > 0 ? [{ level: null, size: none, view: 1 }] : []),
    ...levels.map((level) => ({ level, size: later[level] ?? 0, view: 2 })).filter(({ size }) => size > 0),
  ]
  const numbers = later.length > 0 ? [1, 2] : [1]
  const taken = groups.map(({ size, level }) => ({ size, departures: level === even ? evenly : departures }))
  const few = choicesOf([...groups.keys()].filter((group) => groups[group]!.level !== even)).filter((some) => {
    const people = some.reduce((sum, group) => sum + groups[group]!.size, 0)
    return people > 0 && people < SMALLEST_GROUP
  })

  /** For each key: how many rooms; and what is open in them, to everybody and to each who may be in one, as bits. */
  const found = new Map<string, { rooms: number; open: Uint32Array }>()
  /** Of each group the answers to each item that its people may have given, and the sums of somebody's; of each few, their sums. */
  const cells = items + 1
  const sumsFrom = groups.length * cells
  const each = sumsFrom + few.length * items
  const addUp = (given: readonly number[]) => {
    const answered = given.filter((answer) => answer < options)
    const sum = answered.reduce((total, answer) => total + answer, 0)
    return or ? sum * (given.length + 1) + answered.length : sum
  }
  const totals = Array.from({ length: kinds }, (_, kind) => addUp(ids.map((_id, item) => at(kind, item))))
  const open = (
    masks: Uint32Array,
    room: readonly (readonly number[])[],
    state: number,
    self?: { group: number; kind: number },
  ) => {
    for (const [group, people] of room.entries()) {
      if (groups[group]!.level === even) continue
      const from = state * each + group * cells
      const left = self?.group === group ? people.indexOf(self.kind) : -1
      for (const [index, kind] of people.entries()) {
        if (index === left) continue
        for (let item = 0; item < items; item++) masks[from + item]! |= 1 << at(kind, item)
        if (!self) masks[from + items]! |= 1 << totals[kind]!
      }
    }
    if (self) return
    for (const [index, some] of few.entries()) {
      const people = some.flatMap((group) => room[group]!)
      for (let item = 0; item < items; item++)
        masks[state * each + sumsFrom + index * items + item]! |= 1 << addUp(people.map((kind) => at(kind, item)))
    }
  }
  /** A text by a number, which is shorter to compare and to keep. */
  const texts = new Map<string, number>()
  const numberOf = (text: string) => {
    const number = texts.get(text) ?? texts.size
    texts.set(text, number)
    return number
  }
  /** What was shown of those who were there first, whoever joins them. */
  const before = new Map<string, Shown>()
  const show = (room: readonly (readonly number[])[]): Shown[] => {
    const entries = entriesOf(
      room.flatMap((group, index) => group.map((kind) => ({ level: groups[index]!.level, answers: answersOf[kind]! }))),
    )
    const joined = room.flatMap((group, index) => group.map(() => groups[index]!.view))
    const snapshots = numbers.map((view) =>
      snapshotOf(
        view,
        entries.filter((_, index) => joined[index]! <= view),
      ),
    )
    const release = (view: number) =>
      shownIn(
        summariseRoom(
          { questionnaire: asked },
          { levels: namesOfLevels(sizes.length), smallestGroup: SMALLEST_GROUP },
          entries,
          snapshots.slice(0, view),
        ),
        ids,
        numberOf,
      )
    if (numbers.length === 1) return [release(1)]
    const name = room.filter((_, index) => groups[index]!.view === 1).join('|')
    const first = before.get(name) ?? release(1)
    before.set(name, first)
    return [first, release(2)]
  }
  /** What is shown in all views, with the items in another order. */
  const write = (views: readonly Shown[], order: readonly number[]) =>
    views.map(({ all, each: figures }) => `${all}:${order.map((item) => figures[item]!).join()}`).join(';')
  const name = (room: readonly (readonly number[])[]) => room.join('|')
  const variantBy = (room: readonly (readonly number[])[], to: readonly number[]) =>
    room.map((group) => group.map((kind) => to[kind]!).toSorted((a, b) => a - b))
  let rooms = 0
  let classes = 0
  for (const room of roomsOf(taken, most)) {
    const least = name(room)
    if (moved.some((to, number) => number > 0 && name(variantBy(room, to)) < least)) continue
    const isWithin =
      room.reduce((sum, people) => people.reduce((all, kind) => all + departures[kind]!, sum), 0) <= within
    const variants = moved.map((to) => variantBy(room, to))
    const names = variants.map(name)
    const views = show(room)
    const isSame = views.every(({ hides }) => hides)
    const isTried = !isSame || classes++ % TRIED_IN_ORDER === 0
    for (const [number, order] of orders.entries()) {
      if (names.indexOf(names[number]!) !== number) continue
      const variant = variants[number]!
      const tried = isTried && number > 0 ? write(show(variant), orders[0]!) : null
      const text = isSame || tried === null ? write(views, order) : tried
      if (tried !== null && isSame && tried !== text)
        throw new Error(`the order of items matters: ${variant.join(' | ')}`)
      const same = found.get(text) ?? { rooms: 0, open: new Uint32Array((1 + groups.length * kinds) * each) }
      found.set(text, same)
      if (isWithin) same.rooms++
      rooms++
      open(same.open, variant, 0)
      for (const [group, people] of variant.entries())
        for (const kind of new Set(people)) open(same.open, variant, 1 + group * kinds + kind, { group, kind })
    }
  }
  let [toEverybody, toMembers] = [0, 0]
  for (const { rooms: same, open: masks } of found.values()) {
    if (masks.subarray(0, each).some(isOne)) toEverybody += same
    if (masks.subarray(each).some(isOne)) toMembers += same
  }
  return { rooms, toEverybody, toMembers }
}
