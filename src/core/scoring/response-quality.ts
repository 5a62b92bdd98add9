import { isConceptItem, itemsOf, scaleOf, type ScoredParts } from '../questionnaire/lookup.ts'
import type { QualityNote } from '../findings/conditions/quality.ts'
import { paceOf } from '../response/pace.ts'
import { stepOf, type Answers, type Response } from '../response/response.ts'
import { keyStep } from './keyed.ts'

/** The values from which an index of the answers counts as a hit, and the hits that flag a response. METHOD 3. */
export const QUALITY_LIMITS = {
  longStringShare: 0.5,
  deviation: 0.5,
  inconsistency: 1.5,
  hits: 2,
} as const

export interface ResponseQuality {
  /** Mean seconds an item was looked at; `null` where unknown. */
  readonly secondsPerItem: number | null
  /** The longest run of one raw answer over the concept items as shown. A missing answer breaks a run. */
  readonly longString: number
  /** Standard deviation of the raw answers over the concept items; `null` below two. */
  readonly deviation: number | null
  /**
   * Mean distance of forward and turned reversed items over the concepts, in steps;
   * `null` where no concept has both.
   */
  readonly inconsistency: number | null
  /** Opposite pairs of which both were answered above the middle of the scale. */
  readonly opposites: readonly (readonly [string, string])[]
  /** The notes given to the respondent. `flagged` where two indices or more are hit. */
  readonly notes: ReadonlySet<QualityNote>
}

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length

/** The longest run of equal steps. `null` stands for a missing answer and breaks a run. */
export function longestRun(steps: readonly (number | null)[]): number {
  let longest = 0
  let run = 0
  let previous: number | null = null
  for (const step of steps) {
    run = step === null ? 0 : step === previous ? run + 1 : 1
    previous = step
    longest = Math.max(longest, run)
  }
  return longest
}

/** Sample standard deviation, n - 1; `null` below two values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null
  const centre = mean(values)
  return Math.sqrt(values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1))
}

function inconsistency(parts: ScoredParts, answers: Answers): number | null {
  const gaps: number[] = []
  for (const { id } of parts.concepts) {
    const keyed = { forward: [] as number[], reversed: [] as number[] }
    for (const item of itemsOf(parts, id)) {
      const step = stepOf(answers, item.id)
      if (step === null) continue
      const options = scaleOf(parts, item).options.length
      if (item.reversed) keyed.reversed.push(keyStep(step, options, true))
      else keyed.forward.push(step)
    }
    if (keyed.forward.length && keyed.reversed.length) gaps.push(Math.abs(mean(keyed.forward) - mean(keyed.reversed)))
  }
  return gaps.length === 0 ? null : mean(gaps)
}

/** The opposite pairs of which both were answered above the middle of the scale. */
function affirmedOpposites(parts: ScoredParts, answers: Answers): [string, string][] {
  return parts.opposites.filter((pair) =>
    pair.every((id) => {
      const item = parts.items.find((candidate) => candidate.id === id)
      const step = stepOf(answers, id)
      return item !== undefined && step !== null && step > (1 + scaleOf(parts, item).options.length) / 2
    }),
  )
}

/**
 * Examines how a response was given. It flags and never deletes: the respondent is
 * told, and the scores stay as they are.
 *
 * The indices read the concept items only: lens items have another response scale.
 */
export function checkResponseQuality(
  parts: ScoredParts,
  response: Pick<Response, 'answers' | 'secondsPerItem'>,
): ResponseQuality {
  const { answers, secondsPerItem } = response
  const items = parts.items.filter(isConceptItem)
  const steps = items.map((item) => stepOf(answers, item.id))
  const given = steps.filter((step) => step !== null)
  const longString = longestRun(steps)
  const deviation = standardDeviation(given)
  const gap = inconsistency(parts, answers)
  const opposites = affirmedOpposites(parts, answers)

  const hits = {
    fast: paceOf(secondsPerItem) === 'fast',
    'same-answer': longString >= QUALITY_LIMITS.longStringShare * items.length,
    flat: deviation !== null && deviation < QUALITY_LIMITS.deviation,
    inconsistent: gap !== null && gap > QUALITY_LIMITS.inconsistency,
  }
  const notes = new Set<QualityNote>()
  if (hits.fast) notes.add('fast')
  if (hits['same-answer']) notes.add('same-answer')
  if (hits.flat) notes.add('flat')
  if (opposites.length > 0) notes.add('opposites')
  if (Object.values(hits).filter(Boolean).length >= QUALITY_LIMITS.hits) notes.add('flagged')
  return { secondsPerItem, longString, deviation, inconsistency: gap, opposites, notes }
}
