import { itemsOf, scaleOf } from '../questionnaire/lookup.ts'
import type { ConceptItem, Questionnaire } from '../questionnaire/schema.ts'
import { CANT_TELL, type Answers } from '../response/response.ts'
import { keyedStepOf, pomp } from '../scoring/keyed.ts'

/**
 * A statement's fate on the signal path.
 *
 * - `counted`: answered above the middle of its scale, turned round where it is worded the other way.
 * - `passes`: answered at the middle or below.
 * - `unseen`: *can't tell*, or half of a group and more cannot.
 * - `skipped`: left without an answer.
 * - `hidden`: what a group answered is not shown, or leaves open which of the first two holds.
 */
export type Fate = 'counted' | 'passes' | 'unseen' | 'skipped' | 'hidden'

/** Why a statement is counted, as the questionnaire has it: the facet it belongs to, else the constraint it speaks of. */
export type Reason = { readonly is: 'facet' | 'constraint'; readonly id: string }

export interface PathStatement {
  readonly item: string
  readonly fate: Fate
  /** How often it is reported, 0 to 1, turned round where it is worded the other way; `null` without a number. */
  readonly share: number | null
  readonly reason: Reason | null
}

export interface PathConcept {
  readonly concept: string
  readonly place: Questionnaire['concepts'][number]['place']
  /** More of it is not worse: what is counted protects the work and stops nothing. */
  readonly kept: boolean
  /** In the order they are shown. */
  readonly statements: readonly PathStatement[]
}

/** One direction of the path: signals heard on the way up, or decisions on the way down. */
export interface PathStream {
  readonly direction: 'up' | 'down'
  /** In the order of the way: those at its source come first. */
  readonly concepts: readonly PathConcept[]
}

/** A statement's facts before it is placed on the path. */
export type Known = Pick<PathStatement, 'fate' | 'share'>

const MIDDLE = 0.5

/** Whether a share lies above the middle of the scale, from where a statement is counted. */
export const isCounted = (share: number): boolean => share > MIDDLE

function reasonOf({ facet, constraints }: ConceptItem): Reason | null {
  if (facet !== undefined) return { is: 'facet', id: facet }
  const [constraint] = constraints ?? []
  return constraint === undefined ? null : { is: 'constraint', id: constraint }
}

/**
 * The two streams of a questionnaire, each with its statements; a stream without
 * any is left out. Silence at the source and loss on the way up are one stream.
 *
 * @param knownOf what is known of each statement: of one response, or of a group
 */
export function streamsOf(
  { concepts, items }: Pick<Questionnaire, 'concepts' | 'items'>,
  knownOf: (item: ConceptItem) => Known,
): PathStream[] {
  const conceptsAt = (place: PathConcept['place']) =>
    concepts
      .filter((concept) => concept.place === place)
      .map(({ id, kept }): PathConcept => ({
        concept: id,
        place,
        kept: kept === true,
        statements: itemsOf({ items }, id).map((item) => ({
          item: item.id,
          ...knownOf(item),
          reason: reasonOf(item),
        })),
      }))
  const streams: PathStream[] = [
    { direction: 'up', concepts: [...conceptsAt('source'), ...conceptsAt('up')] },
    { direction: 'down', concepts: conceptsAt('down') },
  ]
  return streams.filter((stream) => stream.concepts.length > 0)
}

/**
 * The signal path of one response. Every statement of a concept is on it, whatever
 * was answered, so that the total stays the same. Never throws on a checked questionnaire.
 */
export function signalPathOf(questionnaire: Questionnaire, answers: Answers): PathStream[] {
  return streamsOf(questionnaire, (item) => {
    const step = keyedStepOf(questionnaire, answers, item)
    if (step === null) return { fate: answers[item.id] === CANT_TELL ? 'unseen' : 'skipped', share: null }
    const share = pomp(step, scaleOf(questionnaire, item).options.length) / 100
    return { fate: isCounted(share) ? 'counted' : 'passes', share }
  })
}
