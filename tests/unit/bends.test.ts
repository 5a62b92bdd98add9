import { describe, expect, it } from 'vitest'
import { questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { draftPeople, putLevel, type DraftPerson } from '../../src/core/authoring/draft-people.ts'
import { summariseDrafted } from '../../src/core/authoring/probe-rooms.ts'
import {
  bendResponse,
  bendRoom,
  RESPONSE_SHAPES,
  ROOM_SHAPES,
  testRoom,
  type RoomCondition,
} from '../../src/core/findings/conditions/table.ts'
import { evaluateRule } from '../../src/core/findings/evaluate.ts'
import { readResponse } from '../../src/core/findings/reading.ts'
import type { Condition, Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { sequence } from '../../src/core/questionnaire/sequence.ts'
import { roomFacts } from '../../src/core/room/room-facts.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'

/** Odd, so that a bend that does nothing misses the half in one of the two ways. */
const TRIES = 51

/** Somebody at the top, who sees least, and answers everything at random, none of it in haste. */
function anybody(questionnaire: Questionnaire, next: () => number): DraftPerson {
  const person: DraftPerson = { answers: {}, vantage: 'senior', secondsPerItem: 9 }
  for (const item of questionnaire.items) putLevel(questionnaire, person, item, next())
  return person
}

/** Of people bent one way, the share for whom the condition then is as it was bent. */
function shareBent(questionnaire: Questionnaire, condition: Condition, holds: boolean): number {
  const next = sequence(7)
  const bent = Array.from({ length: TRIES }, () => {
    const person = anybody(questionnaire, next)
    const one = [person]
    bendResponse(draftPeople(questionnaire, { room: one, top: one, work: one }, next), condition, holds)
    return (evaluateRule(readResponse(questionnaire, person), { all: [condition] }) === true) === holds
  })
  return bent.filter(Boolean).length / TRIES
}

const used = questionnaireFolders().flatMap((folder) => {
  const { questionnaire } = soundQuestionnaire(folder)
  const rules = questionnaire.findings.flatMap(({ when: { all = [], any = [], none = [] } }) => [
    ...all,
    ...any,
    ...none,
  ])
  // No questionnaire asks for it yet.
  const answered: Condition = { is: 'answered', concepts: questionnaire.concepts.map(({ id }) => id), share: 0.5 }
  const distinct = new Map([...rules, answered].map((condition) => [JSON.stringify(condition), condition]))
  return [...distinct].map(([name, condition]) => ({ name: `${folder}: ${name}`, questionnaire, condition }))
})

describe('a drafted person', () => {
  it('is tried on every condition', () => {
    expect(new Set(used.map(({ condition }) => condition.is))).toEqual(new Set(Object.keys(RESPONSE_SHAPES)))
  })

  it.each(used)(
    'meets what it is bent towards, and not what it is bent from: $name',
    ({ questionnaire, condition }) => {
      const shares = [true, false].map((holds) => shareBent(questionnaire, condition, holds))
      expect(Math.min(...shares)).toBeGreaterThan(0.5)
    },
  )
})

/** People of three levels, each of whom answers at random; all but the last level guess. */
function anyRoom(questionnaire: Questionnaire, next: () => number): DraftPerson[][] {
  const asked = questionnaire.guess?.items ?? []
  return [0, 1, 2].map((level) =>
    Array.from({ length: 12 }, () => {
      const person = anybody(questionnaire, next)
      const { answers } = anybody(questionnaire, next)
      const guesses = Object.fromEntries(asked.map((id) => [id, answers[id]!]))
      return level < 2 ? { ...person, guesses } : person
    }),
  )
}

/** Whether in most of three rooms what is released is as it was bent. A room costs ten milliseconds: no more are tried than decide it. */
function areBent(questionnaire: Questionnaire, condition: RoomCondition, holds: boolean): boolean {
  const next = sequence(11)
  const tried: boolean[] = []
  const count = (isBent: boolean) => tried.filter((one) => one === isBent).length
  while (count(true) < 2 && count(false) < 2) {
    const levels = anyRoom(questionnaire, next)
    const [top = [], , work = []] = levels
    bendRoom(draftPeople(questionnaire, { room: levels.flat(), top, work }, next), condition, holds)
    const facts = roomFacts(questionnaire, summariseDrafted(questionnaire, levels))
    tried.push((testRoom(facts, condition).known === true) === holds)
  }
  return count(true) > count(false)
}

/** Of each kind one condition, and one of each other thing that it can say of the top. */
const roomConditions = (() => {
  const { questionnaire } = soundQuestionnaire('execution-gaps')
  const all = (questionnaire.room ?? []).flatMap(({ when }) => [
    ...(when.all ?? []),
    ...(when.any ?? []),
    ...(when.none ?? []),
  ])
  const kindOf = (condition: RoomCondition) => {
    const { is, top, reads } = { top: '', reads: '', ...condition }
    return [is, top, reads].filter(Boolean).join(', ')
  }
  const distinct = new Map(all.toReversed().map((condition) => [kindOf(condition), condition]))
  return [...distinct].map(([kind, condition]) => ({ kind, questionnaire, condition }))
})()

describe('a drafted room', () => {
  it('is tried on every condition', () => {
    const tried = new Set(roomConditions.map(({ condition }) => condition.is))
    expect(tried).toEqual(new Set(Object.keys(ROOM_SHAPES)))
  })

  it.each(roomConditions)(
    'meets what it is bent towards, and not what it is bent from: $kind',
    ({ questionnaire, condition }) => {
      expect([true, false].filter((holds) => areBent(questionnaire, condition, holds))).toEqual([true, false])
    },
  )
})
