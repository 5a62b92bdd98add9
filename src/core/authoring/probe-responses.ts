import { CANT_TELL, type Answer, type GivenVantage, type Response } from '../response/response.ts'
import { keyStep } from '../scoring/keyed.ts'
import { isConceptItem, itemsOf, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { Condition, Finding, Item, Questionnaire } from '../questionnaire/schema.ts'
import { sequence } from '../questionnaire/sequence.ts'

const PLACES: readonly GivenVantage[] = ['senior', 'middle', 'close', 'not-said']
const PACES = [null, 1, 9] as const
const LEVELS = [0, 0.25, 0.5, 0.75, 1, 'cant-tell', 'skipped', 'mixed'] as const

interface Draft {
  answers: Record<string, Answer>
  vantage: GivenVantage
  secondsPerItem: number | null
}

/** Sets a concept item to a keyed level from 0 to 1, or any item's raw level. */
function put(questionnaire: Questionnaire, draft: Draft, item: Item, level: number): void {
  const options = scaleOf(questionnaire, item).options.length
  const step = Math.min(options, Math.max(1, Math.round(1 + level * (options - 1))))
  draft.answers[item.id] = keyStep(step, options, isConceptItem(item) && item.reversed === true)
}

function draw(questionnaire: Questionnaire, next: () => number): Draft {
  const draft: Draft = {
    answers: {},
    vantage: PLACES[Math.floor(next() * PLACES.length)]!,
    secondsPerItem: PACES[Math.floor(next() * PACES.length)]!,
  }
  const uniform = next() < 0.1 ? next() : null
  const sparse = next() < 0.15
  for (const { id } of questionnaire.concepts) {
    const level = LEVELS[Math.floor(next() * LEVELS.length)]!
    for (const item of itemsOf(questionnaire, id)) {
      if (level === 'skipped' || (sparse && next() < 0.4)) continue
      if (level === 'cant-tell') draft.answers[item.id] = CANT_TELL
      else put(questionnaire, draft, item, level === 'mixed' ? next() : level + (next() - 0.5) * 0.3)
    }
  }
  for (const item of questionnaire.items) {
    if (!isConceptItem(item)) put(questionnaire, draft, item, next())
    else if (uniform !== null) {
      const options = scaleOf(questionnaire, item).options.length
      draft.answers[item.id] = 1 + Math.floor(uniform * options)
    }
  }
  return draft
}

/** Bends a response towards making one condition hold, or fail. */
function bend(
  questionnaire: Questionnaire,
  draft: Draft,
  condition: Condition,
  hold: boolean,
  next: () => number,
): void {
  const conceptItems = (concepts: readonly string[]) => concepts.flatMap((concept) => itemsOf(questionnaire, concept))
  const fill = (concepts: readonly string[], level: number) => {
    for (const item of conceptItems(concepts)) put(questionnaire, draft, item, level + (next() - 0.5) * 0.2)
  }
  switch (condition.is) {
    case 'score': {
      const from = condition.from ?? 0
      const below = condition.below ?? 100
      return fill([condition.concept], (hold ? (from + below) / 2 : from > 0 ? 0 : 100) / 100)
    }
    case 'scored':
      if (hold) return fill([condition.concept], next())
      for (const item of conceptItems([condition.concept])) delete draft.answers[item.id]
      return
    case 'clear-of':
      fill([condition.concept], hold ? 0.4 + 0.6 * next() : 0)
      return fill(condition.of, hold ? 0.4 * next() : 0.5)
    case 'level':
      return fill(condition.concepts, next())
    case 'reported':
    case 'held':
      for (const id of condition.items) {
        const item = questionnaire.items.find((candidate) => candidate.id === id)
        if (!item) continue
        const scale = scaleOf(questionnaire, item)
        const from = condition.is === 'reported' ? condition.from : questionnaire.heldFrom
        const step = (from && stepOfOption(scale, from)) || scale.options.length
        put(questionnaire, draft, item, (hold ? step - 1 : 0) / (scale.options.length - 1))
      }
      return
    case 'facet-leads':
      for (const item of conceptItems([condition.concept]))
        put(questionnaire, draft, item, (item.facet === condition.facet) === hold ? 0.9 : 0.2)
      return
    case 'unseen':
    case 'answered': {
      const items = conceptItems(condition.concepts)
      const unseen = condition.is === 'unseen' ? hold : !hold
      for (const item of items.slice(0, unseen ? Math.ceil(items.length * condition.share) : items.length)) {
        if (unseen) draft.answers[item.id] = CANT_TELL
        else put(questionnaire, draft, item, next())
      }
      return
    }
    case 'vantage':
      draft.vantage = hold
        ? condition.in[0]!
        : (PLACES.find((place) => place !== 'not-said' && !condition.in.includes(place)) ?? 'not-said')
      return
    case 'quality':
      if (condition.note === 'fast') draft.secondsPerItem = hold ? 1 : 9
      else if (hold)
        for (const item of questionnaire.items.filter(isConceptItem))
          draft.answers[item.id] = scaleOf(questionnaire, item).options.length - (next() < 0.9 ? 1 : 0)
      return
  }
}

const DRAWN = 1500
const BENT = 24

/**
 * Responses to try rules on: many drawn over all levels of every concept, then
 * some bent towards each finding. Always the same ones for the same questionnaire.
 */
export function probeResponses(questionnaire: Questionnaire): Response[] {
  const next = sequence(20011)
  const drafts: Draft[] = Array.from({ length: DRAWN }, () => draw(questionnaire, next))
  const bendTo = (finding: Finding) => {
    const { all = [], any = [], none = [] } = finding.when
    for (let n = 0; n < BENT; n++) {
      const draft = draw(questionnaire, next)
      for (const condition of none) bend(questionnaire, draft, condition, false, next)
      for (const condition of all) bend(questionnaire, draft, condition, true, next)
      const one = any[n % (any.length || 1)]
      if (one) bend(questionnaire, draft, one, true, next)
      drafts.push(draft)
    }
  }
  for (const finding of questionnaire.findings) bendTo(finding)
  return drafts
}
