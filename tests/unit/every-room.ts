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

/** A small questionnaire and who answers it: one concept, people per level. */
export interface SmallRoom {
  readonly sizes: readonly number[]
  readonly items: number
  readonly options: number
  /** What somebody may have done instead of answering an item. */
  readonly or?: 'cant-tell' | 'skipped'
}

/** In how many rooms an answer is certain to everybody, or to one who knows their own answers. */
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

function small(items: number, options: number): Questionnaire {
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

/** All ways to take so many of these numbers, in whatever order. */
function* takes(people: number, kinds: number, from = 0): Generator<number[]> {
  if (people === 0) yield []
  else
    for (let first = from; first < kinds; first++)
      for (const rest of takes(people - 1, kinds, first)) yield [first, ...rest]
}

function* roomsOf(sizes: readonly number[], kinds: number): Generator<number[][]> {
  const [first, ...others] = sizes
  if (first === undefined) yield []
  else for (const level of takes(first, kinds)) for (const rest of roomsOf(others, kinds)) yield [level, ...rest]
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
 * Tries every room. No rule looks at the order of items, so that of rooms that differ
 * in it alone one is worked out, and its figures are put in order for the others.
 */
export function attackEveryRoom({ sizes, items, options, or }: SmallRoom): Certain {
  const asked = small(items, options)
  const ids = asked.items.slice(0, items).map(({ id }) => id)
  const steps: readonly Answer[] = Array.from({ length: options }, (_, option) => option + 1)
  const instead: readonly (Answer | null)[] = or === undefined ? [] : [or === 'cant-tell' ? CANT_TELL : null]
  const answers = [...steps, ...instead]
  const base = answers.length
  const kinds = base ** items
  /** The number of somebody's answer to an item, of somebody's kind. */
  const at = (kind: number, item: number) => Math.floor(kind / base ** item) % base
  const orders = [...ordersOf([...Array(items).keys()])]
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

  /** For each key: how many rooms; and, for everybody and for each who may be in one, the answers that others may have given, as bits. */
  const found = new Map<string, { rooms: number; open: Uint8Array }>()
  const each = sizes.length * items
  const open = (
    masks: Uint8Array,
    room: readonly (readonly number[])[],
    state: number,
    self?: { level: number; kind: number },
  ) => {
    for (const [level, people] of room.entries()) {
      const left = self?.level === level ? people.indexOf(self.kind) : -1
      for (const [index, kind] of people.entries()) {
        if (index === left) continue
        for (let item = 0; item < items; item++) masks[state * each + level * items + item]! |= 1 << at(kind, item)
      }
    }
  }
  let rooms = 0
  for (const room of roomsOf(sizes, kinds)) {
    const variants = moved.map((to) => room.map((level) => level.map((kind) => to[kind]!).toSorted((a, b) => a - b)))
    const names = variants.map((variant) => variant.join('|'))
    const name = room.join('|')
    if (names.some((other) => other < name)) continue
    const entries = entriesOf(
      room.flatMap((level, index) =>
        level.map((kind) => ({ level: index, answers: { ...apart, ...answersOf(kind) } })),
      ),
    )
    const view = summariseRoom({ questionnaire: asked }, { levels: named, smallestGroup: 5 }, entries, [
      snapshotOf(1, entries),
    ])
    const key = keyOf(view, ids)
    for (const [number, order] of orders.entries()) {
      if (names.indexOf(names[number]!) !== number) continue
      const variant = variants[number]!
      const text = key.all + order.map((item) => key.each[item]!).join()
      const same = found.get(text) ?? { rooms: 0, open: new Uint8Array((1 + sizes.length * kinds) * each) }
      found.set(text, same)
      same.rooms++
      rooms++
      open(same.open, variant, 0)
      for (const [level, people] of variant.entries())
        for (const kind of new Set(people)) open(same.open, variant, 1 + level * kinds + kind, { level, kind })
    }
  }
  let [toEverybody, toMembers] = [0, 0]
  for (const { rooms: same, open: masks } of found.values()) {
    if (masks.subarray(0, each).some(isOne)) toEverybody += same
    if (masks.subarray(each).some(isOne)) toMembers += same
  }
  return { rooms, toEverybody, toMembers }
}
