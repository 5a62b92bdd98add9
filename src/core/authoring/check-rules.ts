import { evaluateCondition, findingsOf } from '../findings/evaluate.ts'
import { readResponse } from '../findings/reading.ts'
import type { QuestionnaireIssue } from './questionnaire-issues.ts'
import { probeResponses } from './probe-responses.ts'
import type { Condition, Questionnaire } from '../questionnaire/schema.ts'

interface Watched {
  readonly id: string
  readonly path: readonly (string | number)[]
  readonly condition: Condition
  holds: boolean
  fails: boolean
}

/**
 * Tries every rule on many responses. A finding that none of them shows is
 * unreachable; a condition that never holds, or that nothing ever stops, is dead.
 * Ends as soon as every finding was shown and every condition has held and failed.
 *
 * Expects a questionnaire without structural issues. The verdict rests on
 * search: it names how many responses were tried.
 */
export function checkRules(questionnaire: Questionnaire): QuestionnaireIssue[] {
  const responses = probeResponses(questionnaire)
  const shown = new Set<string>()
  const watched: Watched[] = questionnaire.findings.flatMap((finding, index) =>
    (['all', 'any', 'none'] as const).flatMap((group) =>
      (finding.when[group] ?? []).map((condition, n) => ({
        id: finding.id,
        path: ['findings', index, 'when', group, n],
        condition,
        holds: false,
        fails: false,
      })),
    ),
  )
  let undecided = watched
  for (const response of responses) {
    const isAllShown = shown.size === questionnaire.findings.length
    if (isAllShown && undecided.length === 0) break
    const reading = readResponse(questionnaire, response)
    if (!isAllShown) for (const { id } of findingsOf(reading)) shown.add(id)
    for (const watch of undecided) {
      const known = evaluateCondition(reading, watch.condition)
      if (known === true) watch.holds = true
      if (known === false) watch.fails = true
    }
    undecided = undecided.filter(({ holds, fails }) => !(holds && fails))
  }
  const file = 'questionnaire.json'
  const tried = responses.length
  return [
    ...questionnaire.findings.flatMap(({ id }, index): QuestionnaireIssue[] =>
      shown.has(id) ? [] : [{ code: 'unreachable-finding', file, path: ['findings', index], id, tried }],
    ),
    ...watched
      .filter(({ holds, fails }) => !(holds && fails))
      .map(({ id, path, holds }): QuestionnaireIssue => ({ code: 'dead-rule', file, path, id, always: holds, tried })),
  ]
}
