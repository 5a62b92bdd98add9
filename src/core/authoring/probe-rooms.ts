import { SMALLEST_GROUP } from '../disclosure/thresholds.ts'
import { bendRoom } from '../findings/conditions/table.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import { sequence } from '../questionnaire/sequence.ts'
import { CANT_TELL } from '../response/response.ts'
import { summariseInvented } from '../room/summarise-room.ts'
import type { RoomView } from '../room/room-view.ts'
import { bendTo } from './bend-to.ts'
import { draftPeople, putLevel, type DraftPerson } from './draft-people.ts'

const WORKSHOP = { levels: ['top', 'middle', 'work'], smallestGroup: SMALLEST_GROUP, asksGuesses: true }

/**
 * People at each level: enough for everything to be released, too few in one group
 * or in the whole room, or nobody.
 */
const SIZES = [
  [12, 12, 12],
  [12, 12, 12],
  [12, 12, 12],
  [4, 12, 12],
  [12, 12, 4],
  [4, 0, 0],
  [0, 0, 0],
] as const

const LEVELS = [0.1, 0.35, 0.5, 0.7, 0.9, 'cant-tell'] as const

type Level = (typeof LEVELS)[number]

/**
 * The people of each level. Within a level they lean one way, in half of the rooms
 * the same way at all levels.
 */
function draw(questionnaire: Questionnaire, sizes: readonly number[], next: () => number): DraftPerson[][] {
  const drawLevels = () => questionnaire.concepts.map((): Level => LEVELS[Math.floor(next() * LEVELS.length)]!)
  const shared = next() < 0.5 ? drawLevels() : null
  const isSplit = next() < 0.1
  const lens = new Map(questionnaire.items.map(({ kind }) => [kind, next()]))
  return sizes.map((size) => {
    const levels = shared ?? drawLevels()
    return Array.from({ length: size }, (_, index): DraftPerson => {
      const person: DraftPerson = { answers: {}, vantage: 'not-said', secondsPerItem: null }
      for (const item of questionnaire.items) {
        const level = isConceptItem(item)
          ? levels[questionnaire.concepts.findIndex(({ id }) => id === item.concept)]!
          : lens.get(item.kind)!
        if (level === 'cant-tell') person.answers[item.id] = CANT_TELL
        else putLevel(questionnaire, person, item, isSplit ? index % 2 : level + (next() - 0.5) * 0.3)
      }
      return person
    })
  })
}

/** Lets every level but the lowest guess, each concept at a level of its own. */
function letGuess(questionnaire: Questionnaire, levels: readonly (readonly DraftPerson[])[], next: () => number): void {
  const concepts = questionnaire.concepts.map(({ id }) => id)
  for (const group of levels.slice(0, -1)) {
    const draft = draftPeople(questionnaire, { room: group, top: group, work: group }, next)
    for (const concept of concepts) {
      const level = 0.1 + 0.8 * next()
      for (const [which, by] of [-0.1, 0.1].entries()) draft.half(which as 0 | 1).expect([concept], level + by)
    }
  }
}

/** The first view of a room of made-up people, by level, with everything released. */
export function summariseDrafted(questionnaire: Questionnaire, levels: readonly (readonly DraftPerson[])[]): RoomView {
  const people = levels.flatMap((group, level) => group.map(({ answers, guesses }) => ({ answers, guesses, level })))
  const entries = people.map(({ answers, guesses, level }, index) => ({
    id: `probe-${index}`,
    participant: index,
    revision: 1,
    mark: null,
    via: 'code' as const,
    completedOn: '2000-01-01',
    level,
    pace: 'usual' as const,
    answers,
    ...(guesses ? { guesses } : {}),
  }))
  const snapshot = { number: 1, takenOn: '2000-01-01', entries: entries.map(({ id }) => id) }
  return summariseInvented({ questionnaire }, WORKSHOP, entries, [snapshot])
}

const BENT = 12
const DRAWN = 150

/**
 * Rooms to try rules on, as released: some bent towards each finding, then some
 * drawn over all levels of every concept. A questionnaire always gets the same
 * ones.
 */
export function* probeRooms(questionnaire: Questionnaire): Generator<RoomView> {
  const next = sequence(20021)
  // Apart, so that what people answer does not depend on whether anything is guessed.
  const nextGuess = sequence(20022)
  const sizesOf = (n: number) => SIZES[n % SIZES.length]!
  for (let n = 0; n < BENT; n++)
    for (const { when } of questionnaire.room ?? []) {
      const levels = draw(questionnaire, sizesOf(n), next)
      letGuess(questionnaire, levels, nextGuess)
      const groups = { room: levels.flat(), top: levels[0]!, work: levels.at(-1)! }
      const draft = draftPeople(questionnaire, groups, next)
      bendTo(when, n, (condition, holds) => bendRoom(draft, condition, holds))
      yield summariseDrafted(questionnaire, levels)
    }
  for (let n = 0; n < DRAWN; n++) {
    const levels = draw(questionnaire, sizesOf(n), next)
    letGuess(questionnaire, levels, nextGuess)
    yield summariseDrafted(questionnaire, levels)
  }
}
