import { bendResponse } from '../findings/conditions/table.ts'
import { isConceptItem, itemsOf, scaleOf } from '../questionnaire/lookup.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import { sequence } from '../questionnaire/sequence.ts'
import { CANT_TELL, type GivenVantage, type Response } from '../response/response.ts'
import { bendTo } from './bend-to.ts'
import { draftPeople, putLevel, type DraftPerson } from './draft-people.ts'

const PLACES: readonly GivenVantage[] = ['senior', 'middle', 'close', 'not-said']
const PACES = [null, 1, 9] as const
const LEVELS = [0, 0.25, 0.5, 0.75, 1, 'cant-tell', 'skipped', 'mixed'] as const

function draw(questionnaire: Questionnaire, next: () => number): DraftPerson {
  const draft: DraftPerson = {
    answers: {},
    vantage: PLACES[Math.floor(next() * PLACES.length)]!,
    secondsPerItem: PACES[Math.floor(next() * PACES.length)]!,
  }
  const uniform = next() < 0.1 ? next() : null
  const sparse = next() < 0.15
  /** Whether the explanations are left open, in part or altogether. */
  const unexplained = next() < 0.1 ? next() : 0
  for (const { id } of questionnaire.concepts) {
    const level = LEVELS[Math.floor(next() * LEVELS.length)]!
    for (const item of itemsOf(questionnaire, id)) {
      if (level === 'skipped' || (sparse && next() < 0.4)) continue
      if (level === 'cant-tell') draft.answers[item.id] = CANT_TELL
      else putLevel(questionnaire, draft, item, level === 'mixed' ? next() : level + (next() - 0.5) * 0.3)
    }
  }
  for (const item of questionnaire.items) {
    if (!isConceptItem(item)) {
      const level = next()
      if (unexplained === 0 || next() > 2 * unexplained) putLevel(questionnaire, draft, item, level)
    } else if (uniform !== null) {
      const options = scaleOf(questionnaire, item).options.length
      draft.answers[item.id] = 1 + Math.floor(uniform * options)
    }
  }
  return draft
}

const BENT = 24

/**
 * One bent response in so many leaves one item of each opposite pair out: without a
 * pair no acquiescence correction can be formed, and comparisons stay open.
 */
const UNPAIRED_EVERY = 4

const DRAWN = 1500

/**
 * Responses to try rules on: many drawn over all levels of every concept, and
 * between them some bent towards each finding. A questionnaire always gets the same
 * ones.
 */
export function* probeResponses(questionnaire: Questionnaire): Generator<Response> {
  const next = sequence(20011)
  const { findings } = questionnaire
  for (let n = 0; n < DRAWN || n < BENT * findings.length; n++) {
    if (n < DRAWN) yield draw(questionnaire, next)
    const finding = n < BENT * findings.length && findings[n % findings.length]
    if (!finding) continue
    const person = draw(questionnaire, next)
    const one = [person]
    const draft = draftPeople(questionnaire, { room: one, top: one, work: one }, next)
    const attempt = Math.floor(n / findings.length)
    bendTo(finding.when, attempt, (condition, holds) => bendResponse(draft, condition, holds))
    if (attempt % UNPAIRED_EVERY === 0) for (const [first] of questionnaire.opposites) delete person.answers[first]
    yield person
  }
}
