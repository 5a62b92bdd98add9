import { describe, expect, it } from 'vitest'
import { flagPeople } from '../../src/core/room/flag-people.ts'
import { scoreConcept } from '../../src/core/room/group-scores.ts'
import { kindsOf } from '../../src/core/room/kinds-of.ts'
import { conceptDistance } from '../../src/core/room/measure-distance.ts'
import type { Change } from '../../src/core/room/other-answers.ts'
import { readExpert } from '../../src/core/room/read-expert.ts'
import { releaseConceptOver } from '../../src/core/room/release-concepts.ts'
import { releaseItemOver } from '../../src/core/room/release-items.ts'
import { layOutRoom, type AnswerColumn, type RoomData } from '../../src/core/room/room-data.ts'
import { sameRelease } from '../../src/core/room/same-release.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { tallyAnswers } from '../../src/core/room/tally-answers.ts'
import { tallyScores } from '../../src/core/room/tally-scores.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { isConceptItem } from '../../src/core/questionnaire/lookup.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf, threeLevels } from '../fixtures/rooms.ts'

const K = 5

/** Everything that is counted of one concept of a room. */
function countOf(data: RoomData, index: number) {
  const { id, place } = questionnaire.concepts[index]!
  const flagged = flagPeople(data)
  const kinds = kindsOf(data.snapshots, data.ids.length, flagged)
  const column = scoreConcept(id, data.columns)
  const answers = column.columns.map((own) => tallyAnswers(own, kinds))
  return { data, column, flagged, answers, scores: tallyScores(column, kinds), place, k: K }
}

/** What is released of the concept in every view, worked out from everybody's answers. */
function releaseOf(data: RoomData, index: number): string {
  const { column, flagged, answers, scores, place } = countOf(data, index)
  const { views } = scores.kinds
  const items = answers.map((tally) => releaseItemOver(tally, views, K).map(({ item }) => item))
  const concepts = releaseConceptOver(scores, K).map(({ released, bands, without, counted }, number) => {
    const people = views[number]!
    const view = { concept: column.concept, ...released, bands }
    const distance = conceptDistance(view, scores, people.levels[0]!, people.levels.at(-1)!)
    return [view, without, distance, readExpert(scores, view, [], place, counted)]
  })
  return JSON.stringify([items, concepts, [...flagged]])
}

/** The room in which some people answered a concept's items otherwise. */
function withChange(data: RoomData, own: readonly AnswerColumn[], change: Change): RoomData {
  const columns = data.columns.map((column) => {
    const answers = column.answers.slice()
    for (const { person, column: at, step } of change) if (own[at]!.item.id === column.item.id) answers[person] = step
    return { ...column, answers }
  })
  return { ...data, columns }
}

describe('whether a change leaves what is released the same, worked out from what is counted', () => {
  const next = numbersFrom(20)
  const upTo = (most: number) => Math.floor(next() * (most + 1))

  /** People of three levels, or without one, of whom some give one answer throughout and some could not tell. */
  function someRoom(): RoomData {
    const people = (count: number, prefix: string) =>
      entriesOf(
        Array.from({ length: count }, () => {
          const [level, isCareless, lean] = [upTo(3), next() < 0.3, upTo(2)]
          const answer = (): Answer => (next() < 0.1 ? CANT_TELL : isCareless ? 3 : 1 + lean + upTo(2))
          return {
            level: level === 3 ? null : level,
            pace: isCareless ? ('fast' as const) : ('usual' as const),
            answers: Object.fromEntries(questionnaire.items.map(({ id }) => [id, answer()])),
          }
        }),
        prefix,
      )
    const first = people(15 + upTo(25), 'a')
    const second = [...first.slice(upTo(1) * 2), ...people(10 + upTo(15), 'b')]
    return layOutRoom(
      questionnaire,
      threeLevels,
      [...new Set([...first, ...second])],
      [snapshotOf(1, first), ...(next() < 0.6 ? [snapshotOf(2, second)] : [])],
    )
  }

  /** Two people who exchange answers to two items, or one who answers one or two otherwise. */
  function someChange(columns: readonly AnswerColumn[], people: number): Change {
    const [one, other, at, beside] = [upTo(people - 1), upTo(people - 1), upTo(7), upTo(7)]
    const stepAt = (column: number, person: number) => columns[column]!.answers[person]!
    if (next() < 0.5)
      return [
        { person: one, column: at, step: stepAt(at, other) },
        { person: other, column: at, step: stepAt(at, one) },
        ...(at === beside
          ? []
          : [
              { person: one, column: beside, step: stepAt(beside, other) },
              { person: other, column: beside, step: stepAt(beside, one) },
            ]),
      ]
    const by = next() < 0.5 ? 1 : -1
    return [
      { person: one, column: at, step: stepAt(at, one) + by },
      ...(at === beside || next() < 0.3 ? [] : [{ person: one, column: beside, step: stepAt(beside, one) - by }]),
    ]
  }

  it('agrees with working everything out again', () => {
    const found = [0, 0]
    for (let room = 0; room < 60; room++) {
      const data = someRoom()
      const index = room % questionnaire.concepts.length
      const counted = countOf(data, index)
      const { isSame } = sameRelease(counted)
      const before = releaseOf(data, index)
      const { columns } = counted.column
      for (let trial = 0; trial < 60; trial++) {
        const change = someChange(columns, data.ids.length)
        const isAnswer = ({ column, person, step }: Change[number]) =>
          step >= 1 && step <= columns[column]!.options && columns[column]!.answers[person]! > 0
        if (!change.every(isAnswer)) continue
        const wanted = releaseOf(withChange(data, columns, change), index) === before
        expect(isSame(change), `${room} ${JSON.stringify(change)}`).toBe(wanted)
        found[wanted ? 1 : 0]!++
      }
    }
    expect(Math.min(...found)).toBeGreaterThan(100)
  })

  it('takes no longer for ten thousand people, of whom a level answers two statements of each concept alike', () => {
    const alike = new Set(
      questionnaire.concepts.flatMap(({ id }) =>
        questionnaire.items
          .filter((item) => isConceptItem(item) && item.concept === id)
          .slice(0, 2)
          .map((item) => item.id),
      ),
    )
    const answer = (id: string, level: number) => (level === 0 && alike.has(id) ? 4 : 1 + upTo(4))
    const people = Array.from({ length: 10_000 }, (_, person) => ({
      level: person % 3,
      answers: Object.fromEntries(questionnaire.items.map(({ id }) => [id, answer(id, person % 3)])),
    }))
    const entries = entriesOf(people)
    const { concepts, items } = summariseRoom({ questionnaire }, threeLevels, entries, [snapshotOf(1, entries)])
    expect(concepts.every(({ room }) => room.shown && room.n === 10_000)).toBe(true)
    // Among so many, two of the level could have answered in exchange with others.
    expect(items.every(({ levels }) => levels.every(({ shown }) => shown))).toBe(true)
  })
})
