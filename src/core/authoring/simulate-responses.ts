import { isConceptItem, scaleOf } from '../questionnaire/lookup.ts'
import type { ConceptItem, Finding, Item, Questionnaire } from '../questionnaire/schema.ts'
import { sequence } from '../questionnaire/sequence.ts'
import { CANT_TELL, type Answer, type GivenVantage, type Response } from '../response/response.ts'
import { normal } from './normal.ts'

/**
 * Ways of answering that test rules. They are no model of respondents: every answer
 * is drawn independently, so any pattern that a rule finds comes from the rule.
 */
export const SETTINGS = [
  /** The middle of the scale, and a step of chance around it. */
  'random',
  /** The same answers, each half a step or a step further up, whatever is asked. */
  'half-up',
  'one-up',
  /** Senior leaders who report little of anything and hold every misconception. */
  'rosy',
  /** Half of the statements about the organisation answered *can't tell*. */
  'blind',
  /** One answer throughout. */
  'straight',
  /** One concept, reversed items turned, half or three quarters of a step above the others. */
  'concept-half-up',
  'concept-three-quarters-up',
  /** People close to the work who report silence. */
  'quiet-work',
  /** A misconception agreed to, and reports that contradict it by the questionnaire's own rule. */
  'holding',
] as const

export type Setting = (typeof SETTINGS)[number]

const SEED = 40_087
const SETTING_STRIDE = 7919

/** In steps of the scale. */
const SPREAD = 1
const SURE_SPREAD = 0.6
/** How far into the outer quarters of the scale a sure person's answers lie. */
const SURE = 0.85
const UNSEEN = 0.5
/** Neither fast nor slow. */
const SECONDS_PER_ITEM = 8
const PLACES: readonly GivenVantage[] = ['senior', 'middle', 'close', 'not-said']

/** A response, and the contradiction that its answers were drawn to show; `null` for none. */
export interface Simulated {
  readonly response: Response
  readonly contradiction: Finding | null
}

/** One simulated person's latent answer to an item, keyed, on the item's own scale. */
interface View {
  readonly mean: number
  readonly spread: number
}

/** The place of a share on a scale with so many options. */
const at = (options: number, share: number) => 1 + share * (options - 1)

/** The items of a contradiction: those held, and those that contradict them, with their opposites. */
function evidenceFor(
  questionnaire: Pick<Questionnaire, 'opposites'>,
  finding: Finding,
): { readonly held: ReadonlySet<string>; readonly against: ReadonlySet<string> } {
  const conditions = [...(finding.when.all ?? []), ...(finding.when.any ?? [])]
  const named = (kind: 'held' | 'reported') => conditions.flatMap((one) => (one.is === kind ? one.items : []))
  const against = new Set(named('reported'))
  // Whoever sees a thing sees that its opposite is rare.
  for (const [forward, reversed] of questionnaire.opposites)
    if (against.has(forward) || against.has(reversed)) against.add(forward).add(reversed)
  return { held: new Set(named('held')), against }
}

/**
 * One response of a setting. The shift of `half-up` and `one-up` is added to the
 * latent answer, before it is rounded and clipped to the scale.
 */
function simulate(questionnaire: Questionnaire, setting: Setting, person: number, next: () => number): Simulated {
  const place = setting === 'rosy' ? 'senior' : setting === 'quiet-work' ? 'close' : PLACES[person % PLACES.length]!
  const shift = setting === 'half-up' ? 0.5 : setting === 'one-up' ? 1 : 0
  const contradictions = questionnaire.findings.filter(({ part }) => part === 'contradiction')
  const contradiction = setting === 'holding' ? (contradictions[person % contradictions.length] ?? null) : null
  const { held, against } = contradiction
    ? evidenceFor(questionnaire, contradiction)
    : { held: new Set<string>(), against: new Set<string>() }
  const quiet = (questionnaire.concepts.find((one) => one.place === 'source') ?? questionnaire.concepts[0])?.id
  const raised = questionnaire.concepts[person % questionnaire.concepts.length]?.id
  const same = next()

  const reportOf = (item: ConceptItem, options: number): View => {
    if (setting === 'rosy') return { mean: at(options, 1 - SURE), spread: SURE_SPREAD }
    if (against.has(item.id) || (setting === 'quiet-work' && item.concept === quiet))
      return { mean: at(options, SURE), spread: SURE_SPREAD }
    const up =
      item.concept !== raised
        ? 0
        : setting === 'concept-half-up'
          ? 0.5
          : setting === 'concept-three-quarters-up'
            ? 0.75
            : 0
    return { mean: at(options, 0.5) + up, spread: SPREAD }
  }
  const explain = (item: Item, options: number): View =>
    held.has(item.id) || (setting === 'rosy' && item.kind === 'misconception')
      ? { mean: at(options, SURE), spread: SURE_SPREAD }
      : { mean: at(options, 0.5), spread: SPREAD }

  const answer = (item: Item): Answer => {
    const options = scaleOf(questionnaire, item).options.length
    const { mean, spread } = isConceptItem(item) ? reportOf(item, options) : explain(item, options)
    const keyed = mean + spread * normal(next)
    const isUnseen = next() < UNSEEN
    if (setting === 'straight') return 1 + Math.floor(same * options)
    if (setting === 'blind' && isConceptItem(item) && isUnseen) return CANT_TELL
    const raw = isConceptItem(item) && item.reversed ? 1 + options - keyed : keyed
    return Math.min(options, Math.max(1, Math.round(raw + shift)))
  }
  const answers = Object.fromEntries(questionnaire.items.map((item) => [item.id, answer(item)]))
  return { response: { vantage: place, answers, secondsPerItem: SECONDS_PER_ITEM }, contradiction }
}

/**
 * So many responses of one setting; a questionnaire always gets the same ones.
 * `half-up` and `one-up` are `random` with the shift added, person by person. Never
 * throws on a checked questionnaire.
 */
export function simulateResponses(questionnaire: Questionnaire, setting: Setting, people: number): Simulated[] {
  const shared = setting === 'half-up' || setting === 'one-up' ? 'random' : setting
  const next = sequence(SEED + SETTING_STRIDE * SETTINGS.indexOf(shared))
  return Array.from({ length: people }, (_, person) => simulate(questionnaire, setting, person, next))
}
