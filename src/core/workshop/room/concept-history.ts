import { printMean } from '../../disclosure/print-mean.ts'
import { hide } from '../../disclosure/printed.ts'
import { shownBeside, type Shown } from '../../disclosure/shown-beside.ts'
import { shownGroups } from '../../disclosure/shown-groups.ts'
import { everybody, type RoomPeople } from './room-data.ts'

/** What was printed of one concept so far, and what may be printed beside it. */
export interface ConceptHistory {
  /** Which groups of these people, all with a score, may be shown. */
  decide(people: RoomPeople): Shown
  /** Takes note that the groups that may be shown were printed. */
  remember(people: RoomPeople, shown: Shown): void
}

/** A group that was printed: who is in it, and 1 for each of them. */
interface Printed {
  readonly people: Int32Array
  readonly holds: Uint8Array
}

/**
 * Remembers the groups whose mean on a concept was printed. A later group is
 * shown only if all of them together tell about no fewer than k people
 * (`shownBeside`), and only if neither the people by whom it differs from an
 * earlier one nor those who are in both lie at an end of the scale: the difference
 * of two means would place them more exactly than the mean of so few may be printed.
 *
 * Eight people with a mean of 50 and then thirteen with 69 would say of the five
 * who joined that all scored near 100; of them alone "at the end" is all that is said.
 *
 * @param scores everybody's, by index
 */
export function conceptHistory(scores: Float64Array, k: number): ConceptHistory {
  const printed: Printed[] = []
  /** People who are in the same printed groups have the same number. */
  let together = new Int32Array(scores.length)

  const meanIsAtEnd = (people: readonly number[]) =>
    people.length > 0 &&
    printMean(people.reduce((sum, person) => sum + scores[person]!, 0) / people.length, people.length).is === 'end'

  function placesSome(group: Int32Array): boolean {
    const holds = new Uint8Array(scores.length)
    for (const person of group) holds[person] = 1
    return printed.some((before) => {
      const stayed: number[] = []
      const joined: number[] = []
      const left: number[] = []
      for (const person of group) (before.holds[person] === 0 ? joined : stayed).push(person)
      for (const person of before.people) if (holds[person] === 0) left.push(person)
      if (stayed.length === 0 || (joined.length === 0 && left.length === 0)) return false
      return [stayed, joined, left].some(meanIsAtEnd)
    })
  }

  /** Whether people who share all their groups number k everywhere: then no sum of groups tells about fewer. */
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

  function shownByGroups(people: RoomPeople): Shown {
    const sizes = { levels: people.levels.map(({ length }) => length), none: people.none.length }
    if (printed.length === 0 || allNumberEnough(people)) return shownGroups(sizes, k)
    const ids = (group: Int32Array) => Array.from(group, String)
    const members = { levels: people.levels.map(ids), none: ids(people.none) }
    return shownBeside(
      printed.map((group) => ids(group.people)),
      members,
      k,
    )
  }

  return {
    decide(people) {
      const shown = shownByGroups(people)
      if (!shown.room.shown || printed.length === 0) return { room: shown.room, levels: shown.levels }
      const hidden = hide('one-answer')
      const room = placesSome(everybody(people)) ? hidden : shown.room
      return {
        room,
        levels: shown.levels.map((level, index) =>
          level.shown && (!room.shown || placesSome(people.levels[index]!)) ? hidden : level,
        ),
      }
    },
    remember(people, shown) {
      if (!shown.room.shown) return
      for (const group of [everybody(people), ...people.levels.filter((_, level) => shown.levels[level]!.shown)]) {
        const holds = new Uint8Array(scores.length)
        for (const person of group) holds[person] = 1
        printed.push({ people: group, holds })
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
