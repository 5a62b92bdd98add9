import type { Contradiction } from '../findings/contradictions.ts'
import { evidenceOf } from '../findings/evaluate.ts'
import type { Reading } from '../findings/reading.ts'
import { isConceptItem, itemsOf } from '../questionnaire/lookup.ts'
import type { Finding } from '../questionnaire/schema.ts'
import { CANT_TELL } from '../response/response.ts'
import { keyedStepOf } from '../scoring/keyed.ts'
import type { ConceptResult } from './assess.ts'
import type { ConstraintsToExamine } from './constraints.ts'
import { strengthOf } from './strength.ts'

/**
 * The lead of a result. Usually its headline; where that names nothing to act on,
 * the strongest contradiction without a doubt, else a blind spot, else the conditions
 * reported most.
 */
export type Lead =
  | { readonly is: 'headline' }
  | { readonly is: 'contradiction'; readonly finding: Finding }
  | { readonly is: 'visibility'; readonly finding: Finding }
  | { readonly is: 'condition' }

/** Whether a headline says that concepts stand out: others may hold although one lies clear of another. */
export const saysWhatLeads = (headline: Finding | null): boolean =>
  [...(headline?.when.all ?? []), ...(headline?.when.any ?? [])].some((condition) => condition.is === 'clear-of')

/** The canonical answer to read first, and the finding that says why. */
export interface ReadFirst {
  readonly answer: string
  readonly finding: Finding
}

/** The contradiction that rests on the highest step, then on the most statements, then the first. */
function strongest(reading: Reading, contradictions: readonly Contradiction[]): Finding | null {
  const certain = contradictions.filter(({ doubt }) => doubt === null).map(({ finding }) => finding)
  const weigh = (finding: Finding) => [strengthOf(reading, finding), evidenceOf(reading, finding).length] as const
  const weighed = certain.map((finding) => ({ finding, weight: weigh(finding) }))
  return weighed.toSorted((a, b) => b.weight[0] - a.weight[0] || b.weight[1] - a.weight[1])[0]?.finding ?? null
}

/** The lead of a result, by the order that `Lead` names. */
export function leadOf(
  reading: Reading,
  drawn: {
    readonly headline: Finding | null
    readonly contradictions: readonly Contradiction[]
    readonly visibility: readonly Finding[]
    /** Whether there are conditions to examine. */
    readonly hasConditions: boolean
  },
): Lead {
  if (!drawn.headline?.yields) return { is: 'headline' }
  const contradiction = strongest(reading, drawn.contradictions)
  if (contradiction) return { is: 'contradiction', finding: contradiction }
  const blindSpot = drawn.visibility.find(({ leads }) => leads)
  if (blindSpot) return { is: 'visibility', finding: blindSpot }
  return drawn.hasConditions ? { is: 'condition' } : { is: 'headline' }
}

/**
 * The statements about the organisation that a lead rests on: those of the concepts that
 * a headline says to stand out, or those that a contradiction is held against; none for
 * any other lead.
 */
export function ownStatements(
  reading: Reading,
  lead: Lead,
  { headline, leads }: { readonly headline: Finding | null; readonly leads: readonly string[] },
): string[] {
  const items = reading.questionnaire.items.filter(isConceptItem)
  if (lead.is === 'contradiction') {
    const evidence = evidenceOf(reading, lead.finding)
    return items.map(({ id }) => id).filter((id) => evidence.includes(id))
  }
  if (lead.is !== 'headline' || !saysWhatLeads(headline)) return []
  return items.filter(({ concept }) => leads.includes(concept)).map(({ id }) => id)
}

/** Conclusions from a response that are there when the first question and the first reading are chosen. */
interface Drawn {
  readonly lead: Lead
  readonly headline: Finding | null
  /** First those that stand clear of more. */
  readonly concepts: readonly ConceptResult[]
  /** Every finding on what to read that holds. */
  readonly readings: readonly Finding[]
  readonly examine: ConstraintsToExamine
}

const isOnSight = (headline: Finding | null) => headline?.when.all?.some(({ is }) => is === 'unseen') ?? false

/** The statements that a lead rests on, strongest first; of a headline, that its first concept asks about. */
function statementsOf(reading: Reading, { lead, headline, concepts, examine }: Drawn): readonly string[] {
  const { questionnaire, response } = reading
  const isScored = (id: string) => questionnaire.items.some((item) => item.id === id && isConceptItem(item))
  if (lead.is === 'contradiction') return evidenceOf(reading, lead.finding).filter(isScored)
  if (lead.is === 'condition') return examine.groups[0]?.constraints[0]?.items ?? []
  if (lead.is === 'visibility') {
    const about = lead.finding.concept ? [lead.finding.concept] : questionnaire.concepts.map(({ id }) => id)
    const items = about.flatMap((concept) => itemsOf(questionnaire, concept))
    return items.filter(({ id }) => response.answers[id] === CANT_TELL).map(({ id }) => id)
  }
  const asks = concepts.flatMap(({ ask }) => (ask === null ? [] : [ask]))
  if (concepts.some(({ score }) => score !== null) || isOnSight(headline)) return asks
  // Without scores no concept comes first: the answer reported most does.
  const stepOf = (id: string) => {
    const item = questionnaire.items.filter(isConceptItem).find((candidate) => candidate.id === id)
    return (item && keyedStepOf(questionnaire, response.answers, item)) ?? 0
  }
  return asks.toSorted((a, b) => stepOf(b) - stepOf(a))
}

/**
 * The item whose question is asked first: one that the lead rests on, and that points to
 * what is examined first, where one does. `null` without items.
 */
export function questionOf(reading: Reading, drawn: Drawn): string | null {
  const asked = statementsOf(reading, drawn)[0] ?? drawn.concepts[0]?.ask ?? null
  const first = drawn.examine.isOfLead ? (drawn.examine.groups[0]?.constraints ?? []) : []
  if (first.length === 0 || first.some(({ items }) => items.includes(asked ?? ''))) return asked
  return first[0]!.items[0] ?? asked
}

/**
 * The canonical answer that fits what leads. It is never the one that the questionnaire
 * is built on, which the reader came from, as long as another fits.
 */
export function readFirst(reading: Reading, drawn: Drawn): ReadFirst | null {
  const { lead, headline, concepts, readings } = drawn
  const source = reading.questionnaire.sources[0]?.answer
  const pointing = (findings: readonly (Finding | null)[]): ReadFirst[] =>
    findings.flatMap((finding) => (finding?.answers ?? []).slice(0, 1).map((answer) => ({ answer, finding: finding! })))
  const clear = concepts.filter(({ above, below }) => above.length > 0 && below.length === 0)
  const onLead = (): ReadFirst[] => {
    if (lead.is === 'contradiction' || lead.is === 'visibility') return pointing([lead.finding])
    if (lead.is === 'headline') return pointing(clear.length === 1 ? clear[0]!.readings : [])
    const named = statementsOf(reading, drawn)
    const about = readings.filter((finding) => evidenceOf(reading, finding).some((id) => named.includes(id)))
    return pointing(about.toSorted((a, b) => strengthOf(reading, b) - strengthOf(reading, a)))
  }
  const fitting = [...onLead(), ...pointing([headline])]
  return fitting.find(({ answer }) => answer !== source) ?? fitting[0] ?? null
}
