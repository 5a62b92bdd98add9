import { releaseMean, reachOfEnd } from '../disclosure/release-mean.ts'
import { suppress, type WhySuppressed } from '../disclosure/released.ts'
import { suppressBeside, type ReleasedGroups } from '../disclosure/suppress-beside.ts'
import { suppressGroups } from '../disclosure/suppress-groups.ts'
import { everybody, type RoomPeople } from './room-data.ts'

/** The releases of one concept so far, and the decision on the next. */
export interface ConceptHistory {
  /**
   * Decides which groups of these people, all with a score, may be shown.
   *
   * @param present everybody with a score in the snapshot, where these are only
   * some of them
   */
  decide(people: RoomPeople, present?: RoomPeople): ReleasedGroups
  /** Records that the groups that may be shown were released. */
  remember(people: RoomPeople, shown: ReleasedGroups): void
}

/** The mean of so few people always lies "at the end", whatever they answered: the end reaches to the middle. */
const isAlwaysAtEnd = ({ length }: readonly number[]) => length > 0 && reachOfEnd(length) >= 50

/** The order in which reasons are given where several apply. */
const FIRST: readonly WhySuppressed[] = ['others-left', 'too-few-new', 'would-reveal-others', 'near-end']

/** A group that was released: its people, and a 1 at each of their indices. */
interface Released {
  readonly people: Int32Array
  readonly holds: Uint8Array
}

/**
 * Remembers the groups whose mean on a concept was released. A later group is
 * shown only if all of them together tell about no fewer than k people
 * (`suppressBeside`), and only if neither the people by whom it differs from an
 * earlier one nor those who are in both lie at an end of the scale: the difference
 * of two means would place them more exactly than the mean of so few may be released.
 *
 * Eight people with a mean of 50 and then thirteen with 69 would say of the five
 * who joined that all scored near 100; of them alone "at the end" is all that is said.
 *
 * @param scores everybody's, by index
 */
export function conceptHistory(scores: Float64Array, k: number): ConceptHistory {
  const released: Released[] = []
  /** For each person a number; equal for people who are in the same released groups. */
  let together = new Int32Array(scores.length)

  const meanIsAtEnd = (people: readonly number[]) =>
    people.length > 0 &&
    releaseMean(people.reduce((sum, person) => sum + scores[person]!, 0) / people.length, people.length).is === 'end'

  /**
   * The reason why a group, beside one released before, would place some people
   * more exactly than allowed; `undefined` for none.
   *
   * A reason may not tell what the figure would. Some follow from membership alone,
   * which is known: one or two who left, joined or stayed are always "at the end",
   * whatever they answered. These are given first. The others depend on the scores,
   * and there one reason stands for all three sets, without saying which of them
   * lies at an end, nor at which. It is given exactly where a group is hidden that
   * other scores would have allowed, so it tells no more than that the group is
   * hidden.
   */
  function whyPlaced(group: Int32Array, present: ReadonlySet<number>): WhySuppressed | undefined {
    const holds = new Uint8Array(scores.length)
    for (const person of group) holds[person] = 1
    const reasons = released.flatMap((before): WhySuppressed[] => {
      const stayed: number[] = []
      const joined: number[] = []
      const left: number[] = []
      for (const person of group) (before.holds[person] === 0 ? joined : stayed).push(person)
      for (const person of before.people) if (holds[person] === 0) left.push(person)
      if (stayed.length === 0 || (joined.length === 0 && left.length === 0)) return []
      return [
        ...(isAlwaysAtEnd(left)
          ? ([left.every((person) => present.has(person)) ? 'would-reveal-others' : 'others-left'] as const)
          : []),
        ...(isAlwaysAtEnd(joined)
          ? ([joined.some((person) => together[person]! > 0) ? 'would-reveal-others' : 'too-few-new'] as const)
          : []),
        ...(isAlwaysAtEnd(stayed) ? (['would-reveal-others'] as const) : []),
        ...([stayed, joined, left].some(meanIsAtEnd) ? (['near-end'] as const) : []),
      ]
    })
    return FIRST.find((why) => reasons.includes(why))
  }

  /**
   * The reason why a group that is large enough by itself would tell about fewer
   * than k people beside those released before: from membership alone, so that any
   * reason may be given.
   */
  function whyDifferenced(group: Int32Array, present: ReadonlySet<number>): WhySuppressed {
    const gone = together.reduce((sum, set, person) => (set > 0 && !present.has(person) ? sum + 1 : sum), 0)
    if (gone > 0 && gone < k) return 'others-left'
    const joined = group.reduce((sum, person) => (together[person] === 0 ? sum + 1 : sum), 0)
    return joined > 0 && joined < k ? 'too-few-new' : 'would-reveal-others'
  }

  /**
   * Whether every set of people who share all their groups has at least k members:
   * then no sum of groups tells about fewer.
   */
  function allNumberEnough(people: RoomPeople): boolean {
    const groups = [...people.levels, people.none]
    const level = new Int32Array(scores.length)
    for (const [index, group] of groups.entries()) for (const person of group) level[person] = index + 1
    const sizes = new Map<number, number>()
    const add = (person: number) => {
      const set = together[person]! * (groups.length + 1) + level[person]!
      sizes.set(set, (sizes.get(set) ?? 0) + 1)
    }
    for (const group of groups) for (const person of group) add(person)
    for (let person = 0; person < scores.length; person++) if (level[person] === 0 && together[person]! > 0) add(person)
    return [...sizes.values()].every((size) => size >= k)
  }

  function releasedByGroups(people: RoomPeople, present: ReadonlySet<number>): ReleasedGroups {
    const sizes = { levels: people.levels.map(({ length }) => length), none: people.none.length }
    if (released.length === 0 || allNumberEnough(people)) return suppressGroups(sizes, k)
    const ids = (group: Int32Array) => Array.from(group, String)
    const members = { levels: people.levels.map(ids), none: ids(people.none) }
    const byNumber = suppressGroups(sizes, k)
    const beside = suppressBeside(
      released.map((group) => ids(group.people)),
      members,
      k,
    )
    if (!byNumber.room.shown) return beside
    if (!beside.room.shown) {
      const hidden = suppress(whyDifferenced(everybody(people), present))
      return { room: hidden, levels: people.levels.map(() => hidden) }
    }
    return {
      room: beside.room,
      levels: beside.levels.map((level, index) =>
        level.shown || !byNumber.levels[index]!.shown
          ? level
          : suppress(whyDifferenced(people.levels[index]!, present)),
      ),
    }
  }

  return {
    decide(people, present = people) {
      const there = new Set(everybody(present))
      const shown = releasedByGroups(people, there)
      if (!shown.room.shown || released.length === 0) return { room: shown.room, levels: shown.levels }
      const releasable = (group: Int32Array) => {
        const why = whyPlaced(group, there)
        return why ? suppress(why) : ({ shown: true } as const)
      }
      const room = releasable(everybody(people))
      return {
        room,
        levels: shown.levels.map((level, index) =>
          !level.shown ? level : room.shown ? releasable(people.levels[index]!) : room,
        ),
      }
    },
    remember(people, shown) {
      if (!shown.room.shown) return
      for (const group of [everybody(people), ...people.levels.filter((_, level) => shown.levels[level]!.shown)]) {
        const holds = new Uint8Array(scores.length)
        for (const person of group) holds[person] = 1
        released.push({ people: group, holds })
        const numbers = new Map<number, number>([[0, 0]])
        together = together.map((set, person) => {
          const own = 2 * set + holds[person]!
          if (!numbers.has(own)) numbers.set(own, numbers.size)
          return numbers.get(own)!
        })
      }
    },
  }
}
