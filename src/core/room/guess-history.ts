import type { Releasable } from '../disclosure/released.ts'
import type { Change } from './other-answers.ts'
import { guessedConcept, type GuessedConcept } from './guess-columns.ts'
import {
  releaseGuesses,
  type ConceptGuesses,
  type ReleasedGuess,
  type StepOf,
  type WhyNoGuess,
} from './release-guesses.ts'
import type { RoomData, RoomPeople } from './room-data.ts'

const hide = <T>(figure: ReleasedGuess<T>, why: WhyNoGuess): ReleasedGuess<T> =>
  figure.shown ? { shown: false, why } : figure

/** The same with every figure suppressed, for one reason; or with those alone that tell of own answers. */
export function hideGuesses(released: ConceptGuesses, why: WhyNoGuess, which: 'all' | 'own'): ConceptGuesses {
  return {
    ...released,
    items: released.items.map(({ item, guess, own, people }) => ({
      item,
      people,
      guess: which === 'all' ? hide(guess, why) : guess,
      own: hide(own, why),
    })),
    spreads: hide(released.spreads, why),
  }
}

const tells = ({ items }: ConceptGuesses) => items.some(({ guess }) => guess.shown)

/** The part that depends on own answers, as a text. Guesses are released by themselves, and told by nothing else. */
const ownPart = ({ items, spreads }: ConceptGuesses) => JSON.stringify([items.map(({ own }) => own), spreads])

const sameSet = (one: Int32Array, other: Int32Array) => {
  const before = new Set(one)
  return one.length === other.length && other.every((person) => before.has(person))
}

/** The guesses of one concept in every view of a room. */
export interface GuessHistory {
  readonly columns: GuessedConcept
  /** In each view, by level from the top; before the audit. */
  readonly views: readonly (readonly ConceptGuesses[])[]
  /** Whether what tells of own answers is the same in every view after some people answered otherwise. */
  isSame(change: Change): boolean
}

/**
 * Releases a concept's guesses view by view. Once a level's were released, they are
 * released again only of the same people, level and work alike: two of these means
 * that differ by some people are not kept apart here, so a later view leaves them out.
 *
 * @param scored for each view, whether the concept's scores of each level are released
 * @param placeOf the place of an item's answers among the columns that a change names
 * @returns `null` where nothing of the concept is guessed at
 */
export function guessHistory(
  concept: string,
  data: RoomData,
  scored: readonly (readonly Releasable[])[],
  placeOf: (item: string) => number,
  k: number,
): GuessHistory | null {
  const columns = guessedConcept(concept, data)
  if (!columns) return null
  const all = [...columns.own, ...columns.guesses]
  const places = columns.own.map(({ item }) => placeOf(item.id))
  const answered: StepOf = (at, person) => all[at]!.answers[person]!
  const releaseLevel = (number: number, level: number, stepOf: StepOf) => {
    const { levels } = data.snapshots[number]!
    const work = levels.length - 1
    const [own, closest] = [scored[number]![level]!, scored[number]![work]!]
    const groups = { level: own, work: closest, people: levels[level]!, workers: levels[work]! }
    return releaseGuesses(columns, groups, k, stepOf)
  }
  const earlier: { readonly level: number; readonly people: RoomPeople }[] = []
  const views = data.snapshots.map((people, number) =>
    people.levels.slice(0, -1).map((_, level) => {
      const released = releaseLevel(number, level, answered)
      const isOfOthers = ({ people: before }: (typeof earlier)[number]) =>
        ![level, -1].every((at) => sameSet(before.levels.at(at)!, people.levels.at(at)!))
      if (earlier.some((one) => one.level === level && isOfOthers(one)))
        return hideGuesses(released, 'shown-before', 'all')
      if (tells(released)) earlier.push({ level, people })
      return released
    }),
  )
  return {
    columns,
    views,
    isSame(change) {
      const own = change.filter(({ column }) => places.includes(column))
      if (own.length === 0) return true
      const changed: StepOf = (at, person) =>
        own.find(({ column, person: one }) => one === person && column === places[at])?.step ?? answered(at, person)
      return views.every((view, number) =>
        view.every((released, level) => {
          if (!tells(released)) return true
          const { levels } = data.snapshots[number]!
          const touches = own.some(({ person }) => [level, -1].some((at) => levels.at(at)!.includes(person)))
          return !touches || ownPart(releaseLevel(number, level, changed)) === ownPart(released)
        }),
      )
    },
  }
}
