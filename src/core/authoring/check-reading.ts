import { itemsOf } from '../questionnaire/lookup.ts'
import type { Finding, Questionnaire } from '../questionnaire/schema.ts'
import type { QuestionnaireIssue } from './questionnaire-issues.ts'

const FILE = 'questionnaire.json'

/**
 * Whether a contradiction cannot hold without statements reported: the tendency to
 * agree is taken off those alone, so that it could not be told from any other rule.
 */
function isGuarded({ when: { all = [], any = [] } }: Finding): boolean {
  return all.some(({ is }) => is === 'reported') || (any.length > 0 && any.every(({ is }) => is === 'reported'))
}

/**
 * Finds rules that refer to what exists and still mislead: a concept that names
 * nothing to examine, a contradiction that a habit of agreeing could cause, a concept
 * whose lead sends readers back to the answer they came from.
 */
export function checkReading(questionnaire: Questionnaire): QuestionnaireIssue[] {
  const { concepts, findings, sources } = questionnaire
  const source = sources[0]?.answer
  const firstAnswers = (concept: string) =>
    findings
      .filter((finding) => finding.concept === concept && ['headline', 'reading'].includes(finding.part))
      .flatMap(({ answers }) => (answers ?? []).slice(0, 1))
  return [
    ...concepts.flatMap(({ id, kept }, index): QuestionnaireIssue[] => {
      const path = ['concepts', index]
      const hasCondition = itemsOf(questionnaire, id).some(({ constraints = [] }) => constraints.length > 0)
      const first = firstAnswers(id)
      const isSourceAlone = first.length > 0 && first.every((slug) => slug === source)
      return [
        ...(hasCondition || kept ? [] : [{ code: 'no-condition' as const, file: FILE, path, concept: id }]),
        ...(isSourceAlone ? [{ code: 'source-again' as const, file: FILE, path, concept: id }] : []),
      ]
    }),
    ...findings.flatMap((finding, index): QuestionnaireIssue[] =>
      finding.part === 'contradiction' && !isGuarded(finding)
        ? [{ code: 'unguarded', file: FILE, path: ['findings', index, 'when'], id: finding.id }]
        : [],
    ),
  ]
}
