import type { ReleasedMean } from '../../src/core/disclosure/release-mean.ts'
import type { ItemView, RoomView } from '../../src/core/room/room-view.ts'

/** What the rules call forced: an answer that each person of a group certainly gave, to everybody or to one who knows their own. */
export interface Proof {
  readonly item: string
  readonly group: number
  readonly says: string
}

/** Every way in which n people can have answered, as people per option from nought up. */
function* waysOf(n: number, options: number): Generator<number[]> {
  if (options === 1) {
    yield [n]
    return
  }
  for (let first = 0; first <= n; first++) for (const rest of waysOf(n - first, options - 1)) yield [first, ...rest]
}

type Parts = readonly (readonly number[])[]

/** Hands over every way to divide these answers among groups of these sizes, in the same arrays each time. */
function divide(whole: readonly number[], sizes: readonly number[], use: (parts: Parts) => void): void {
  const parts = sizes.map(() => whole.map(() => 0))
  const [last, top] = [sizes.length - 1, whole.length - 1]
  /** What the groups before the last leave. */
  const rest = parts[last]!
  for (const [step, count] of whole.entries()) rest[step] = count
  const give = (group: number, step: number, left: number) => {
    if (group === last) {
      use(parts)
      return
    }
    const own = parts[group]!
    const free = rest[step]!
    for (let count = step < top ? 0 : left; count <= Math.min(left, free); count++) {
      own[step] = count
      rest[step] = free - count
      if (step < top) give(group, step + 1, left - count)
      else give(group + 1, 0, sizes[group + 1]!)
    }
    rest[step] = free
  }
  give(0, 0, sizes[0]!)
}

const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const sumOf = (counts: readonly number[]) => {
  let sum = 0
  for (let step = 1; step < counts.length; step++) sum += counts[step]! * step
  return sum
}

/** The limits that a mean as it is released sets to a sum of steps. Of fewer than ten people it is a multiple of five. */
function sumsOf(mean: ReleasedMean, n: number, items: number, top: number): [number, number] {
  const most = n * items * top
  const at = (points: number) => (points * most) / 100
  switch (mean.is) {
    case 'points': {
      const half = n < 10 ? 2.5 : 0.5
      return [Math.ceil(at(mean.points - half) - 1e-6), Math.floor(at(mean.points + half) + 1e-6)]
    }
    case 'between': {
      // Of a concept it follows from the levels' means, which are rounded.
      const around = items > 1 ? 0.5 : 0
      return [Math.ceil(at(mean.low - around) - 1e-6), Math.floor(at(mean.high + around) + 1e-6)]
    }
    case 'end':
      return mean.end === 'low'
        ? [0, Math.floor(at(mean.within) + 1e-6)]
        : [Math.ceil(at(100 - mean.within) - 1e-6), most]
  }
}

/** For each group, and for each thing that somebody may know (nothing; an own answer in a group), the answers that others of it may have given, as bits. */
type Masks = Uint8Array

/** The people who joined one view: levels by their index, and the answers that they can have given to an item together. */
interface Cohort {
  readonly sizes: readonly number[]
  readonly wholes: readonly (readonly number[])[]
}

/** The divisions of a cohort's answers that have the same sums, of levels from the top. */
interface Divisions {
  readonly sums: readonly number[]
  readonly masks: Masks
}

/** Adds what one division leaves open to what is known of its sums. */
function openUp(masks: Masks, parts: Parts, options: number): void {
  const knowing = 1 + parts.length * options
  for (let group = 0; group < parts.length; group++) {
    const counts = parts[group]!
    let [given, once] = [0, 0]
    for (let step = 0; step < options; step++) {
      if (counts[step]! > 0) given |= 1 << step
      if (counts[step] === 1) once |= 1 << step
    }
    const from = group * knowing
    masks[from]! |= given
    for (let home = 0, known = 1; home < parts.length; home++)
      for (let own = 0; own < options; own++, known++)
        if (parts[home]![own]! > 0) masks[from + known]! |= home === group ? given & ~(once & (1 << own)) : given
  }
}

/** More than a sum of a group's steps can be. */
const MOST_SUMS = 2 ** 10

function divisionsBySums({ sizes, wholes }: Cohort, options: number): Divisions[] {
  const found = new Map<number, Divisions>()
  for (const whole of wholes)
    divide(whole, sizes, (parts) => {
      let key = 0
      for (const part of parts) key = key * MOST_SUMS + sumOf(part)
      let same = found.get(key)
      if (!same) {
        same = { sums: parts.map(sumOf), masks: new Uint8Array(sizes.length * (1 + sizes.length * options)) }
        found.set(key, same)
      }
      openUp(same.masks, parts, options)
    })
  return [...found.values()]
}

/** What is open of two cohorts that were divided each by itself: an own answer in one tells of the other that it was given there. */
function openTogether(first: Masks, second: Masks, groups: readonly [number, number], options: number): Masks {
  const total = groups[0] + groups[1]
  const knowing = 1 + total * options
  const together = new Uint8Array(total * knowing)
  const [one, other] = [1 + groups[0] * options, 1 + groups[1] * options]
  for (let group = 0; group < total; group++)
    for (let known = 0; known < knowing; known++) {
      const isFirst = group < groups[0]
      const [own, width, at] = isFirst ? [first, one, group] : [second, other, group - groups[0]]
      const home = Math.floor((known - 1) / options)
      const answer = (known - 1) % options
      const isHome = known > 0 && home < groups[0] === isFirst
      const within = known === 0 || !isHome ? 0 : isFirst ? known : known - groups[0] * options
      const [there, width2, at2] = isFirst ? [second, other, home - groups[0]] : [first, one, home]
      const isThere = known === 0 || isHome || (there[at2 * width2]! & (1 << answer)) !== 0
      if (isThere) together[group * knowing + known] = own[at * width + within]!
    }
  return together
}

/** An item by the sums of all groups, turned where it is reversed. */
type BySums = readonly Divisions[]

/** Sets of sums of all groups, each as the bits of one number. */
class SumSets {
  /** The lowest sums of each item. */
  readonly lows: readonly (readonly number[])[]
  readonly #cohorts: readonly (readonly number[])[]
  readonly #least: readonly number[]
  readonly #places: readonly bigint[]
  readonly #ranges: readonly number[]

  /** @param cohorts the groups of each: of the last of them its cohort's sum is counted, which a distribution makes certain */
  constructor(items: readonly BySums[], cohorts: readonly (readonly number[])[]) {
    this.#cohorts = cohorts
    const all = items.map((item) => item.map(({ sums }) => this.#told(sums)))
    const ends = (choose: (...values: number[]) => number) =>
      all.map((item) => item[0]!.map((_, at) => item.map((sums) => sums[at]!).reduce((one, two) => choose(one, two))))
    const [low, high] = [ends(Math.min), ends(Math.max)]
    const total = (values: readonly (readonly number[])[], at: number) => add(values.map((own) => own[at]!))
    this.#least = low[0]!.map((_, at) => total(low, at))
    this.#ranges = this.#least.map((least, at) => total(high, at) - least + 1)
    this.#places = this.#ranges.map((_, at) => BigInt(this.#ranges.slice(0, at).reduce((size, own) => size * own, 1)))
    this.lows = low
  }

  #told(sums: readonly number[]): number[] {
    return this.#cohorts.flatMap((groups) => [
      ...groups.slice(0, -1).map((group) => sums[group]!),
      add(groups.map((group) => sums[group]!)),
    ])
  }

  placeOf(sums: readonly number[], lows: readonly number[]): bigint {
    return this.#told(sums).reduce((place, sum, at) => place + BigInt(sum - lows[at]!) * this.#places[at]!, 0n)
  }

  /** All sums that are allowed, of groups, as a set. */
  allowed(isAllowed: (sums: readonly number[]) => boolean): bigint {
    const size = this.#ranges.reduce((all, own) => all * own, 1)
    const bytes = new Uint8Array(Math.ceil(size / 8))
    for (let place = 0; place < size; place++) {
      let rest = place
      const told = this.#ranges.map((range, at) => {
        const own = rest % range
        rest = (rest - own) / range
        return own + this.#least[at]!
      })
      const sums: number[] = []
      let at = 0
      for (const groups of this.#cohorts) {
        const free = groups.slice(0, -1).map(() => told[at++]!)
        const last = told[at++]! - add(free)
        for (const [index, group] of groups.entries()) sums[group] = index < free.length ? free[index]! : last
      }
      if (isAllowed(sums)) bytes[place >> 3]! |= 1 << (place & 7)
    }
    return BigInt(`0x0${Array.from(bytes.toReversed(), (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
  }
}

const together = (set: bigint, places: readonly bigint[]) => places.reduce((sum, place) => sum | (set << place), 0n)

/** The answers that a released distribution can stand for. */
function wholesOf({ distribution }: ItemView, people: number, options: number): number[][] {
  if (!distribution.shown) throw new Error('a distribution that is hidden')
  if (distribution.is === 'counts') return [[...distribution.counts]]
  return [...waysOf(people, options)].filter((counts) => people - counts[distribution.option]! <= 2)
}

/**
 * Attacks rooms that all answered everything, from the figures as they are released in every view, and the numbers
 * of people, alone: of each item the distribution and the means, and of each concept the means, which are the sums of
 * its items. Tries every division of each item's answers among the groups, and keeps those that some divisions of the
 * other items make up to the concept's means with. It is written from the rules and knows nothing of how figures are
 * coarsened: with figures that are hidden it supposes nothing.
 *
 * @param views of the same people and those who joined them. Where a concept's distributions are not shown in all, the
 * views are attacked one by one
 * @param joined for each view, how many people of each level joined with it. A group is those of one level in one view,
 * in this order
 * @param options of every item
 * @param hasAnswered whether somebody of a group gave this answer, counted from nought: only they know it as their own
 * @returns every proof; of a concept with hidden distributions none, as it is too much to try
 * @throws Error where what was answered is not among what the attack leaves open
 */
export function proveOf(
  views: readonly RoomView[],
  joined: readonly (readonly number[])[],
  options: number,
  hasAnswered: (item: string, group: number, step: number) => boolean,
): Proof[] {
  const levels = joined[0]!.length
  const concepts = views[0]!.concepts.map(({ concept }) => concept)
  const isShown = (view: RoomView, concept: string) =>
    view.items.every((item) => item.concept !== concept || item.distribution.shown)
  return concepts.flatMap((concept) => {
    if (views.every((view) => isShown(view, concept))) return proveConcept(concept, views, joined, options, hasAnswered)
    return views.flatMap((view, index) => {
      if (!isShown(view, concept)) return []
      const sizes = Array.from({ length: levels }, (_, level) =>
        add(joined.slice(0, index + 1).map((own) => own[level]!)),
      )
      return proveConcept(concept, [view], [sizes], options, (item, level, step) =>
        joined.slice(0, index + 1).some((_, cohort) => hasAnswered(item, cohort * levels + level, step)),
      )
    })
  })
}

function proveConcept(
  concept: string,
  views: readonly RoomView[],
  joined: readonly (readonly number[])[],
  options: number,
  hasAnswered: (item: string, group: number, step: number) => boolean,
): Proof[] {
  const top = options - 1
  const levels = joined[0]!.length
  const groups = joined.flat()
  const knowing = 1 + groups.length * options
  /** The groups that a view counts in one of its figures. */
  const within = (view: number, level: number | 'room') =>
    [...groups.keys()].filter(
      (group) => Math.floor(group / levels) <= view && (level === 'room' || group % levels === level),
    )
  const limitsOf = (
    view: number,
    level: number | 'room',
    items: number,
    mean: { readonly shown: boolean } & Partial<ReleasedMean>,
  ) => {
    const counted = within(view, level)
    const people = add(counted.map((group) => groups[group]!))
    const [low, high] = mean.shown ? sumsOf(mean as ReleasedMean, people, items, top) : [0, people * items * top]
    return { counted, low, high }
  }
  type Limits = ReturnType<typeof limitsOf>
  const fits = (sums: readonly number[], limits: readonly Limits[]) =>
    limits.every(({ counted, low, high }) => {
      const sum = add(counted.map((group) => sums[group]!))
      return sum >= low && sum <= high
    })

  const own = views.map((view) => view.items.filter((item) => item.concept === concept))
  const found = own[0]!.map((item, index): BySums => {
    const shown = own.map((items) => items[index]!)
    const people = joined.map(add)
    const wholes = shown.map((one, view) => wholesOf(one, add(people.slice(0, view + 1)), options))
    const limits = shown.flatMap((one, view) => one.levels.map((mean, level) => limitsOf(view, level, 1, mean)))
    const cohorts: Cohort[] = joined.map((sizes, view) => ({
      sizes,
      wholes:
        view === 0
          ? wholes[0]!
          : wholes[view]!.flatMap((whole) =>
              wholes[view - 1]!.map((before) => whole.map((count, step) => count - before[step]!)),
            ).filter((counts) => counts.every((count) => count >= 0)),
    }))
    const [first, second] = cohorts.map((cohort) => divisionsBySums(cohort, options))
    const all = second
      ? first!.flatMap((one) =>
          second.flatMap((other) => {
            const sums = [...one.sums, ...other.sums]
            if (!fits(sums, limits)) return []
            return [{ sums, masks: openTogether(one.masks, other.masks, [levels, levels], options) }]
          }),
        )
      : first!.filter(({ sums }) => fits(sums, limits))
    if (!item.reversed) return all
    return all.map(({ sums, masks }) => ({ sums: sums.map((sum, group) => groups[group]! * top - sum), masks }))
  })

  const limits = views.flatMap((view, number) => {
    const scores = view.concepts.find((one) => one.concept === concept)!
    return [...scores.levels.entries(), ['room', scores.room] as const].map(([level, one]) =>
      limitsOf(number, level, found.length, one.shown ? { ...one.mean, shown: true } : one),
    )
  })
  const cohorts = joined.map((sizes, view) => sizes.map((_, level) => view * levels + level))
  const sets = new SumSets(found, cohorts)
  const places = found.map((item, index) => item.map(({ sums }) => sets.placeOf(sums, sets.lows[index]!)))
  const before = [1n]
  for (const some of places) before.push(together(before.at(-1)!, some))
  const after = [sets.allowed((sums) => fits(sums, limits))]
  // What is left to be allowed, before the items from the last: where the sums of those before it have to lie.
  for (const some of places.toReversed()) after.unshift(some.reduce((sum, place) => sum | (after[0]! >> place), 0n))

  return own[0]!.flatMap(({ item }, index) => {
    const open = new Uint8Array(groups.length * knowing)
    for (const [at, { masks }] of found[index]!.entries())
      if (((before[index]! << places[index]![at]!) & after[index + 1]!) !== 0n)
        for (const [place, mask] of masks.entries()) open[place]! |= mask
    for (const group of groups.keys())
      for (let step = 0; step < options; step++)
        if (hasAnswered(item, group, step) && (open[group * knowing]! & (1 << step)) === 0)
          throw new Error(`${item}: what group ${group} answered is not among what is open`)
    const proof = open.findIndex((mask, at) => {
      if (mask === 0 || (mask & (mask - 1)) !== 0) return false
      const [group, known] = [Math.floor(at / knowing), at % knowing]
      if (groups[group] === 0) return false
      if (known === 0) return true
      return hasAnswered(item, Math.floor((known - 1) / options), (known - 1) % options)
    })
    if (proof < 0) return []
    const says = proof % knowing === 0 ? 'to everybody' : 'to somebody who took part'
    return [{ item, group: Math.floor(proof / knowing), says }]
  })
}
