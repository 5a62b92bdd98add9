import type { Known } from '../logic/three-valued.ts'
import type { Finding, Rule } from '../questionnaire/schema.ts'
import type { ResponseFacts } from './conditions/facts.ts'
import { testRule, type RuleOutcome } from './conditions/outcome.ts'
import { testResponse } from './conditions/table.ts'
import type { Reading } from './reading.ts'
import { responseFacts } from './response-facts.ts'

const evaluate = (facts: ResponseFacts, rule: Rule): RuleOutcome =>
  testRule(rule, (condition) => testResponse(facts, condition))

/**
 * All of these, at least one of those, none of these, in three values. An empty rule is true.
 *
 * @param acquiescence in steps, taken off the answers that `reported` looks at
 */
export function evaluateRule(reading: Reading, rule: Rule, acquiescence: number | null = null): Known {
  return evaluate(responseFacts(reading, acquiescence), rule).known
}

/** Of `headline` and `lens`, and of `missed` per concept, only the first that holds is shown. */
function slotOf(finding: Finding): string | null {
  if (finding.part === 'headline' || finding.part === 'lens') return finding.part
  return finding.part === 'missed' ? `missed ${finding.concept}` : null
}

/** The findings a response shows, in the questionnaire's order. A rule that is unknown shows nothing. */
export function findingsOf(reading: Reading): Finding[] {
  const facts = responseFacts(reading)
  const taken = new Set<string>()
  return reading.questionnaire.findings.filter((finding) => {
    const slot = slotOf(finding)
    if (slot !== null && taken.has(slot)) return false
    if (evaluate(facts, finding.when).known !== true) return false
    if (slot !== null) taken.add(slot)
    return true
  })
}

/**
 * The items a finding rests on in this response: those of its conditions on
 * items that hold for them, in the order they are shown.
 */
export function evidenceOf(reading: Reading, finding: Finding): string[] {
  const named = new Set(evaluate(responseFacts(reading), finding.when).outcomes.flatMap(({ items }) => items))
  return reading.questionnaire.items.filter(({ id }) => named.has(id)).map(({ id }) => id)
}
