import { isConceptItem, itemsOf, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { Condition, Finding, Rule } from '../questionnaire/schema.ts'
import { CANT_TELL, stepOf } from '../response/response.ts'
import { keyedStepOf } from '../scoring/keyed.ts'
import { isHeld } from '../scoring/lens.ts'
import type { Known } from '../scoring/standing.ts'
import type { Reading } from './reading.ts'
import { allOf, anyOf, atLeast, negate } from './three-valued.ts'

function reached(reading: Reading, id: string, option: string): Known {
  const item = reading.questionnaire.items.find((candidate) => candidate.id === id)
  if (!item || !isConceptItem(item)) return null
  const from = stepOfOption(scaleOf(reading.questionnaire, item), option)
  const step = keyedStepOf(reading.questionnaire, reading.response.answers, item)
  return from === null || step === null ? null : step >= from
}

function isHeldById(reading: Reading, id: string): Known {
  const item = reading.questionnaire.items.find((candidate) => candidate.id === id)
  return item ? isHeld(reading.questionnaire, reading.response.answers, item) : null
}

/** The mean keyed step of a facet's answered items; `null` where none is. */
export function facetMean(
  { questionnaire, response }: Pick<Reading, 'questionnaire' | 'response'>,
  concept: string,
  facet: string,
): number | null {
  const steps = itemsOf(questionnaire, concept)
    .filter((item) => item.facet === facet)
    .map((item) => keyedStepOf(questionnaire, response.answers, item))
    .filter((step) => step !== null)
  return steps.length === 0 ? null : steps.reduce((total, step) => total + step, 0) / steps.length
}

function facetLeads(reading: Reading, concept: string, facet: string): Known {
  const facets = reading.questionnaire.concepts.find(({ id }) => id === concept)?.facets ?? []
  const own = facetMean(reading, concept, facet)
  if (own === null) return null
  const others = facets.filter((other) => other !== facet).map((other) => facetMean(reading, concept, other))
  return allOf(others.map((other) => (other === null ? null : own > other)))
}

/** The share of the concepts' items whose answer passes; 0 where there are no items. */
function shareOf({ questionnaire }: Reading, concepts: readonly string[], passes: (id: string) => boolean) {
  const items = concepts.flatMap((concept) => itemsOf(questionnaire, concept))
  return items.length === 0 ? 0 : items.filter((item) => passes(item.id)).length / items.length
}

/** Evaluates one condition: true, false, or `null` where the response does not say. */
export function evaluateCondition(reading: Reading, condition: Condition): Known {
  const { answers, vantage } = reading.response
  const score = (id: string) => reading.scores.find(({ concept }) => concept === id)?.score ?? null
  switch (condition.is) {
    case 'score': {
      const value = score(condition.concept)
      if (value === null) return null
      return value >= (condition.from ?? 0) && (condition.below === undefined || value < condition.below)
    }
    case 'scored':
      return score(condition.concept) !== null
    case 'clear-of':
      return allOf(condition.of.map((other) => reading.standing.clearOf(condition.concept, other)))
    case 'level':
      return allOf(
        condition.concepts.flatMap((concept) =>
          condition.concepts
            .filter((other) => other !== concept)
            .map((other) => negate(reading.standing.clearOf(concept, other))),
        ),
      )
    case 'reported':
      return atLeast(
        condition.items.map((id) => reached(reading, id, condition.from)),
        condition.atLeast,
      )
    case 'facet-leads':
      return facetLeads(reading, condition.concept, condition.facet)
    case 'held':
      return atLeast(
        condition.items.map((id) => isHeldById(reading, id)),
        condition.atLeast,
      )
    case 'unseen':
      return shareOf(reading, condition.concepts, (id) => answers[id] === CANT_TELL) >= condition.share
    case 'answered':
      return shareOf(reading, condition.concepts, (id) => stepOf(answers, id) !== null) >= condition.share
    case 'vantage':
      return vantage === 'not-said' ? null : condition.in.includes(vantage)
    case 'quality':
      return condition.note === 'fast' && reading.quality.secondsPerItem === null
        ? null
        : reading.quality.notes.has(condition.note)
  }
}

/** All of these, at least one of those, none of these, in three values. An empty rule is true. */
export function evaluateRule(reading: Reading, rule: Rule): Known {
  const evaluated = (conditions: readonly Condition[]) => conditions.map((one) => evaluateCondition(reading, one))
  return allOf([
    allOf(evaluated(rule.all ?? [])),
    rule.any ? anyOf(evaluated(rule.any)) : true,
    negate(anyOf(evaluated(rule.none ?? []))),
  ])
}

/** Of `headline`, and of `missed` per concept, only the first that holds is shown. */
function slotOf(finding: Finding): string | null {
  if (finding.part === 'headline') return 'headline'
  return finding.part === 'missed' ? `missed ${finding.concept}` : null
}

/** The findings a response shows, in the questionnaire's order. A rule that is unknown shows nothing. */
export function findingsOf(reading: Reading): Finding[] {
  const taken = new Set<string>()
  return reading.questionnaire.findings.filter((finding) => {
    const slot = slotOf(finding)
    if (slot !== null && taken.has(slot)) return false
    if (evaluateRule(reading, finding.when) !== true) return false
    if (slot !== null) taken.add(slot)
    return true
  })
}

/**
 * The items a finding rests on in this response: those of its conditions on
 * items that hold for them, in the order they are shown.
 */
export function evidenceOf(reading: Reading, finding: Finding): string[] {
  const named = new Set<string>()
  for (const condition of [...(finding.when.all ?? []), ...(finding.when.any ?? [])]) {
    if (condition.is === 'reported')
      for (const id of condition.items) if (reached(reading, id, condition.from) === true) named.add(id)
    if (condition.is === 'held') for (const id of condition.items) if (isHeldById(reading, id) === true) named.add(id)
    if (condition.is === 'quality' && condition.note === 'opposites')
      for (const id of reading.quality.opposites.flat()) named.add(id)
  }
  return reading.questionnaire.items.filter(({ id }) => named.has(id)).map(({ id }) => id)
}
