import { describe, expect, it } from 'vitest'
import { questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { draftPeople, putLevel, type DraftPerson } from '../../src/core/authoring/draft-people.ts'
import { bendResponse, RESPONSE_SHAPES } from '../../src/core/findings/conditions/table.ts'
import { evaluateRule } from '../../src/core/findings/evaluate.ts'
import { readResponse } from '../../src/core/findings/reading.ts'
import type { Condition, Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { sequence } from '../../src/core/questionnaire/sequence.ts'
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
