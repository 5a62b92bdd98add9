import { testResponse, testRoom } from '../findings/conditions/table.ts'
import { testRule, type RuleOf } from '../findings/conditions/outcome.ts'
import { findingsOf } from '../findings/evaluate.ts'
import { readResponse } from '../findings/reading.ts'
import { responseFacts } from '../findings/response-facts.ts'
import type { Known } from '../logic/three-valued.ts'
import type { Condition, Questionnaire, RoomCondition } from '../questionnaire/schema.ts'
import { roomFacts } from '../room/room-facts.ts'
import { probeResponses } from './probe-responses.ts'
import { probeRooms } from './probe-rooms.ts'
import type { QuestionnaireIssue, Tried } from './questionnaire-issues.ts'

/** The outcome of the rules for one response or room. */
interface Trial<One> {
  test(condition: One): Known
  /** Which findings it shows, of those that are wanted at the least. */
  shows(wanted: ReadonlySet<string>): readonly string[]
}

interface Watched<One> {
  readonly id: string
  readonly path: readonly (string | number)[]
  readonly condition: One
  holds: boolean
  fails: boolean
}

const isOpen = ({ holds, fails }: Watched<unknown>) => !(holds && fails)

/**
 * Tries rules until every finding was shown, and every condition held once and
 * failed once, or nothing is left to try. Findings and conditions still open then
 * are issues.
 */
function search<One>(
  list: 'findings' | 'room',
  findings: readonly { readonly id: string; readonly when: RuleOf<One> }[],
  trials: Iterable<Trial<One>>,
): QuestionnaireIssue[] {
  const hidden = new Set(findings.map(({ id }) => id))
  let watched = findings.flatMap(({ id, when }, index) =>
    (['all', 'any', 'none'] as const).flatMap((group) =>
      (when[group] ?? []).map((condition, n): Watched<One> => {
        const path = [list, index, 'when', group, n]
        return { id, path, condition, holds: false, fails: false }
      }),
    ),
  )
  let count = 0
  for (const { shows, test } of trials) {
    count += 1
    for (const id of shows(hidden)) hidden.delete(id)
    for (const watch of watched) {
      const known = test(watch.condition)
      if (known === true) watch.holds = true
      if (known === false) watch.fails = true
    }
    watched = watched.filter(isOpen)
    if (hidden.size === 0 && watched.length === 0) break
  }
  const file = 'questionnaire.json'
  const tried: Tried = { what: list === 'room' ? 'rooms' : 'responses', count }
  return [
    ...findings.flatMap(({ id }, index): QuestionnaireIssue[] =>
      hidden.has(id) ? [{ code: 'unreachable-finding', file, path: [list, index], id, tried }] : [],
    ),
    ...watched.map(({ id, path, holds }): QuestionnaireIssue => ({
      code: 'dead-rule',
      file,
      path,
      id,
      always: holds,
      tried,
    })),
  ]
}

function* map<T, U>(all: Iterable<T>, to: (one: T) => U): Generator<U> {
  for (const one of all) yield to(one)
}

/**
 * Tries every rule on many responses, and every rule about a room on many rooms. A
 * finding that none of them shows is unreachable; a condition that never holds, or that
 * nothing ever stops, is dead.
 *
 * Expects a questionnaire without structural issues. The verdict rests on search: it
 * names how many responses or rooms were tried.
 */
export function checkRules(questionnaire: Questionnaire): QuestionnaireIssue[] {
  const { findings, room = [] } = questionnaire
  const responses = map(probeResponses(questionnaire), (response) => {
    const reading = readResponse(questionnaire, response)
    const facts = responseFacts(reading)
    const outcome = (condition: Condition) => testResponse(facts, condition)
    return {
      test: (condition: Condition) => outcome(condition).known,
      shows: (wanted: ReadonlySet<string>) => {
        // Of what does not hold, nothing is shown: most often that settles it, and no other finding is evaluated.
        const holds = findings.some(({ id, when }) => wanted.has(id) && testRule(when, outcome).known === true)
        return holds ? findingsOf(reading).map(({ id }) => id) : []
      },
    }
  })
  const rooms = map(probeRooms(questionnaire), (view) => {
    const facts = roomFacts(questionnaire, view)
    return {
      test: (condition: RoomCondition) => testRoom(facts, condition).known,
      shows: () => view.findings.map(({ finding }) => finding),
    }
  })
  return [...search('findings', findings, responses), ...search('room', room, rooms)]
}
