import type { RoomPeople } from './room-data.ts'

/**
 * People who are in the same groups in every view, and flagged or not alike. No rule
 * tells one of them from another, so that whatever is added up, is added up once for
 * each kind, and decisions are taken on kinds: there are few, however many people.
 */
export interface Kinds {
  /** The kind of each person. */
  readonly of: Int32Array
  /** The people of each kind. */
  readonly people: readonly Int32Array[]
  /** How many people are of each kind. */
  readonly sizes: Int32Array
  /** 1 for a kind whose people are flagged. */
  readonly flagged: Uint8Array
  /** The kinds in each snapshot. */
  readonly views: readonly RoomPeople[]
}

/** The kinds among so many people. @param flagged 1 for each flagged person, where that matters */
export function kindsOf(snapshots: readonly RoomPeople[], total: number, flagged?: Uint8Array): Kinds {
  const of = new Int32Array(total)
  /** For each kind, its group in each snapshot so far: 0 for none, the levels, and those without one. */
  let traces: (readonly number[])[] = [[]]
  const split = (groups: ArrayLike<number>, width: number) => {
    const numbers = new Int32Array(traces.length * width).fill(-1)
    const found: (readonly number[])[] = []
    for (let person = 0; person < total; person++) {
      const group = groups[person]!
      const at = of[person]! * width + group
      if (numbers[at]! < 0) numbers[at] = found.push([...traces[of[person]!]!, group]) - 1
      of[person] = numbers[at]!
    }
    traces = found
  }
  const widths = snapshots.map(({ levels }) => levels.length + 2)
  for (const [number, { levels, none }] of snapshots.entries()) {
    const groups = new Uint8Array(total)
    for (const [index, group] of [...levels, none].entries())
      for (let at = 0; at < group.length; at++) groups[group[at]!] = index + 1
    split(groups, widths[number]!)
  }
  split(flagged ?? new Uint8Array(total), 2)

  const sizes = new Int32Array(traces.length)
  for (let person = 0; person < total; person++) sizes[of[person]!]!++
  const people = Array.from(sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(traces.length)
  for (let person = 0; person < total; person++) {
    const kind = of[person]!
    people[kind]![filled[kind]!++] = person
  }
  const kindsIn = (number: number, group: number) =>
    Int32Array.from(traces.flatMap((trace, kind) => (trace[number] === group ? [kind] : [])))
  return {
    of,
    people,
    sizes,
    flagged: Uint8Array.from(traces, (trace) => trace.at(-1)!),
    views: snapshots.map(({ levels }, number) => ({
      levels: levels.map((_, level) => kindsIn(number, level + 1)),
      none: kindsIn(number, levels.length + 1),
    })),
  }
}

/** How many people are in a group of kinds. */
export function peopleIn(group: Int32Array, sizes: ArrayLike<number>): number {
  let people = 0
  for (const kind of group) people += sizes[kind]!
  return people
}
