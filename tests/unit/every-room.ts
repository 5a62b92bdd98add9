import type { RoomView } from '../../src/core/room/room-view.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { conceptItems, questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, snapshotOf } from '../fixtures/rooms.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'

/*
 * Every room that there can be of a small questionnaire, released as a whole: everything
 * that is shown, and what is hidden and why, is the key. What all rooms with one key have
 * in common is what the key tells. Written from METHOD 11 alone.
 */

const SMALLEST_GROUP = 5

/** A small questionnaire and who answers it: one concept, people per level. */
export interface SmallRoom {
  readonly sizes: readonly number[]
  /** How many give no level. */
  readonly none?: number
  /** How many join each level before a second view. */
  readonly later?: readonly number[]
  readonly items: number
  readonly options: number
  /** What somebody may have done instead of answering an item. */
  readonly or?: 'cant-tell' | 'skipped'
  /** How often at most in the whole room: an answer that is not certain among these rooms is not among more. */
  readonly most?: number
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
/** Answered by everybody as apart as can be, so that nobody is flagged. They belong to no concept that is shown. */
const beside = forward.filter((item) => item.concept !== concept.id).slice(0, 4)

/** The questionnaire of one concept with so many items of so many options. */
export function small(items: number, options: number): Questionnaire {
  const [scale] = Object.values(questionnaire.scales)
  const { guess: _guess, ...rest } = questionnaire
  return {
    ...rest,
    concepts: [concept],
    findings: [],
    scales: { short: { ...scale!, options: scale!.options.slice(0, options) }, long: scale! },
    items: [
      ...own.slice(0, items).map((item) => ({ ...item, scale: 'short' })),
      ...beside.map((item) => ({ ...item, scale: 'long' })),
    ],
  }
}

/** All ways to take so many people of these kinds, in whatever order, who lack at most so many answers together. */
function* takes(people: number, lacks: readonly number[], most: number, from = 0): Generator<number[]> {
  if (people === 0) yield []
  else
    for (let first = from; first < lacks.length; first++)
      if (lacks[first]! <= most)
        for (const rest of takes(people - 1, lacks, most - lacks[first]!, first)) yield [first, ...rest]
}

function* roomsOf(sizes: readonly number[], lacks: readonly number[], most: number): Generator<number[][]> {
  const [first, ...others] = sizes
  if (first === undefined) yield []
  else
    for (const level of takes(first, lacks, most)) {
      const lacking = level.reduce((sum, kind) => sum + lacks[kind]!, 0)
      for (const rest of roomsOf(others, lacks, most - lacking)) yield [level, ...rest]
    }
}

function* ordersOf(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield []
  for (const first of items) for (const rest of ordersOf(items.filter((item) => item !== first))) yield [first, ...rest]
}

/** What is shown, in two parts: what is about no item or all of them, and what is about each. */
function keyOf(view: RoomView, items: readonly string[]): { readonly all: string; readonly each: readonly string[] } {
  const each = items.map((id) => {
    const { item: _item, ...figures } = view.items.find(({ item }) => item === id)!
    const sight = view.sight.items.find(({ item }) => item === id)!
    return JSON.stringify([
      figures,
      sight.room,
      sight.levels,
      view.distance.items.filter(({ item }) => item === id).map(({ item: _id, ...told }) => told),
    ])
  })
  return { all: JSON.stringify([view.size, view.concepts, view.distance.concepts, view.expert, view.flagged]), each }
}

const isOne = (mask: number) => mask !== 0 && (mask & (mask - 1)) === 0

/**
 * Tries every room. Where everybody answers, no rule looks at the order of items, so that of rooms that differ
 * in it alone one is worked out, and its figures are put in order for the others.
 */
export function attackEveryRoom({
  sizes,
  none = 0,
  later = [],
  items,
  options,
  or,
  most = Infinity,
}: SmallRoom): Certain {
  const asked = small(items, options)
  const ids = asked.items.slice(0, items).map(({ id }) => id)
  const steps: readonly Answer[] = Array.from({ length: options }, (_, option) => option + 1)
  const instead: readonly (Answer | null)[] = or === undefined ? [] : [or === 'cant-tell' ? CANT_TELL : null]
  const answers = [...steps, ...instead]
  const base = answers.length
  const kinds = base ** items
  /** The number of somebody's answer to an item, of somebody's kind. */
  const at = (kind: number, item: number) => Math.floor(kind / base ** item) % base
  const lacks = Array.from({ length: kinds }, (_, kind) => ids.filter((_id, item) => at(kind, item) >= options).length)
  // Which item is hidden beside one that too few answered goes by their order.
  const orders = or ? [[...Array(items).keys()]] : [...ordersOf([...Array(items).keys()])]
  const moved = orders.map((order) =>
    Array.from({ length: kinds }, (_, kind) => order.reduce((sum, from, to) => sum + at(kind, from) * base ** to, 0)),
  )
  const apart = Object.fromEntries(beside.map(({ id }, index): [string, Answer] => [id, index % 2 === 0 ? 5 : 1]))
  const answersOf = (kind: number) =>
    Object.fromEntries(
      ids.flatMap((id, item): [string, Answer][] => {
        const answer = answers[at(kind, item)] ?? null
        return answer === null ? [] : [[id, answer]]
      }),
    )
  const named = sizes.length > 1 ? sizes.map((_, level) => `Level ${level}`) : ['Level', 'Nobody']
  const levels = [...sizes.keys()]
  /** People whom nothing tells apart. */
  const groups = [
    ...levels.map((level) => ({ level, size: sizes[level]!, view: 1 })),
    ...(none > 0 ? [{ level: null, size: none, view: 1 }] : []),
    ...levels.map((level) => ({ level, size: later[level] ?? 0, view: 2 })).filter(({ size }) => size > 0),
  ]
  const views = later.length > 0 ? [1, 2] : [1]

  /** For each key: how many rooms; and what is open in them, to everybody and to each who may be in one, as bits. */
  const found = new Map<string, { rooms: number; open: Uint32Array }>()
  /** Of each group the answers to each item that its people may have given; the sums of somebody's; its own sums, of few. */
  const cells = 2 * items + 1
  const each = groups.length * cells
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
      const from = state * each + group * cells
      const left = self?.group === group ? people.indexOf(self.kind) : -1
      for (const [index, kind] of people.entries()) {
        if (index === left) continue
        for (let item = 0; item < items; item++) masks[from + item]! |= 1 << at(kind, item)
        if (!self) masks[from + items]! |= 1 << totals[kind]!
      }
      if (self || people.length >= SMALLEST_GROUP) continue
      for (let item = 0; item < items; item++)
        masks[from + items + 1 + item]! |= 1 << addUp(people.map((kind) => at(kind, item)))
    }
  }
  let rooms = 0
  for (const room of roomsOf(
    groups.map(({ size }) => size),
    lacks,
    most,
  )) {
    const variants = moved.map((to) => room.map((group) => group.map((kind) => to[kind]!).toSorted((a, b) => a - b)))
    const names = variants.map((variant) => variant.join('|'))
    const name = room.join('|')
    if (names.some((other) => other < name)) continue
    const entries = entriesOf(
      room.flatMap((group, index) =>
        group.map((kind) => ({ level: groups[index]!.level, answers: { ...apart, ...answersOf(kind) } })),
      ),
    )
    const joined = room.flatMap((group, index) => group.map(() => groups[index]!.view))
    const snapshots = views.map((view) =>
      snapshotOf(
        view,
        entries.filter((_, index) => joined[index]! <= view),
      ),
    )
    const keys = views.map((view) =>
      keyOf(
        summariseRoom(
          { questionnaire: asked },
          { levels: named, smallestGroup: SMALLEST_GROUP },
          entries,
          snapshots.slice(0, view),
        ),
        ids,
      ),
    )
    for (const [number, order] of orders.entries()) {
      if (names.indexOf(names[number]!) !== number) continue
      const variant = variants[number]!
      const text = keys.map((key) => key.all + order.map((item) => key.each[item]!).join()).join()
      const same = found.get(text) ?? { rooms: 0, open: new Uint32Array((1 + groups.length * kinds) * each) }
      found.set(text, same)
      same.rooms++
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
