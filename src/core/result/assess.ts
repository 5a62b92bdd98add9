import { contradictionsOf, type Contradiction, type Contradictions } from '../findings/contradictions.ts'
import { findingsOf } from '../findings/evaluate.ts'
import { readResponse, type Reading } from '../findings/reading.ts'
import { isConceptItem } from '../questionnaire/lookup.ts'
import type { Finding, Questionnaire } from '../questionnaire/schema.ts'
import type { Vantage } from '../questionnaire/vantages.ts'
import { CANT_TELL, type Response } from '../response/response.ts'
import { readLens, type LensAnswer } from '../scoring/lens.ts'
import type { ResponseQuality } from '../scoring/response-quality.ts'
import type { ConceptScore } from '../scoring/score-concepts.ts'
import { constraintsToExamine, isInSight, orderFirst, type ConstraintsToExamine } from './constraints.ts'
import { askAbout, driversOf, type StepGroup } from './drivers.ts'
import { leadOf, ownStatements, questionOf, readFirst, type Lead, type ReadFirst } from './lead.ts'
import { strengthOf } from './strength.ts'

export interface ConceptResult extends ConceptScore {
  /** The concepts that this one's band lies clear of, and those whose band lies clear of it. */
  readonly above: readonly string[]
  readonly below: readonly string[]
  readonly drivers: readonly StepGroup[]
  /** The item whose question is worth asking this week; `null` for none. */
  readonly ask: string | null
  /** The finding about what is usually missed from this respondent's vantage. */
  readonly missed: Finding | null
  /** The findings that name the canonical answers that fit, best first. */
  readonly readings: readonly Finding[]
}

export interface UnseenItem {
  readonly item: string
  readonly concept: string
  readonly visibleFrom: readonly Vantage[]
}

/** The most canonical answers under one concept: a longer list would be no advice. */
const MOST_READINGS = 3

/**
 * The canonical answers that fit best: those that rest on what was reported most
 * come first, then the questionnaire's order. Each is named once, by its best reason.
 */
function bestReadings(reading: Reading, readings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  const strength = new Map(readings.map((finding) => [finding, strengthOf(reading, finding)]))
  const strongest = readings.toSorted((a, b) => strength.get(b)! - strength.get(a)!)
  const fitting = strongest.filter(({ answers }) => {
    const answer = answers?.[0]
    if (!answer || seen.has(answer)) return false
    seen.add(answer)
    return true
  })
  return fitting.slice(0, MOST_READINGS)
}

/** Everything in a result except its words. */
export interface Assessment {
  readonly reading: Reading
  readonly headline: Finding | null
  /** The finding or condition that the result leads with. */
  readonly lead: Lead
  /** The item whose question is asked first; `null` without items. */
  readonly askFirst: string | null
  readonly readFirst: ReadFirst | null
  readonly caveats: readonly Finding[]
  /** Concepts that lie clear of more others come first; level ones keep the questionnaire's order. */
  readonly concepts: readonly ConceptResult[]
  readonly lens: readonly LensAnswer[]
  readonly lensFindings: readonly Finding[]
  readonly contradictions: readonly Contradiction[]
  /** Why a contradiction can be neither shown nor ruled out; `null` where each is one or the other. */
  readonly openContradiction: Contradictions['open']
  readonly visibility: readonly Finding[]
  readonly unseen: readonly UnseenItem[]
  readonly quality: ResponseQuality
  readonly qualityFindings: readonly Finding[]
  readonly examine: ConstraintsToExamine
  /** The number of unanswered statements about the organisation. */
  readonly unanswered: number
}

/**
 * Works out everything a result shows from one response. The same response always
 * gives the same assessment; unanswered and *can't tell* never count as low. Never
 * throws on a checked questionnaire.
 */
export function assess(questionnaire: Questionnaire, response: Response): Assessment {
  const reading = readResponse(questionnaire, response)
  const findings = findingsOf(reading)
  const part = (name: Finding['part'], concept?: string) =>
    findings.filter((finding) => finding.part === name && (concept === undefined || finding.concept === concept))
  const ids = questionnaire.concepts.map(({ id }) => id)

  const concepts = reading.scores.map((score): ConceptResult => {
    const others = ids.filter((id) => id !== score.concept)
    return {
      ...score,
      above: others.filter((other) => reading.standing.clearOf(score.concept, other) === true),
      below: others.filter((other) => reading.standing.clearOf(other, score.concept) === true),
      drivers: driversOf(reading, score.concept),
      ask: askAbout(reading, score.concept),
      missed: part('missed', score.concept)[0] ?? null,
      readings: bestReadings(reading, part('reading', score.concept)),
    }
  })

  const clear = concepts.filter(({ above, below }) => above.length > 0 && below.length === 0)
  const ordered = concepts.toSorted((a, b) => b.above.length - b.below.length - (a.above.length - a.below.length))
  const headline = part('headline')[0] ?? null
  const { shown: contradictions, open } = contradictionsOf(reading)
  const hasConditions = constraintsToExamine(reading, []).groups.length > 0
  const lead = leadOf(reading, { headline, contradictions, visibility: part('visibility'), hasConditions })
  const own = ownStatements(reading, lead, { headline, leads: clear.map(({ concept }) => concept) })
  const level = constraintsToExamine(reading, own)
  const inSight = orderFirst(level, (constraint) => Number(isInSight(reading, constraint)))
  const drawn = { lead, headline, concepts: ordered, readings: part('reading'), examine: inSight }
  const askFirst = questionOf(reading, drawn)
  const examine = orderFirst(inSight, ({ items }) => Number(items.includes(askFirst ?? '')))

  return {
    reading,
    headline,
    lead,
    askFirst,
    readFirst: readFirst(reading, drawn),
    caveats: part('caveat'),
    concepts: ordered,
    lens: readLens(questionnaire, response.answers),
    lensFindings: part('lens'),
    contradictions,
    openContradiction: open,
    visibility: part('visibility'),
    unseen: questionnaire.items
      .filter(isConceptItem)
      .filter((item) => response.answers[item.id] === CANT_TELL)
      .map(({ id, concept, visibleFrom }) => ({ item: id, concept, visibleFrom })),
    quality: reading.quality,
    qualityFindings: part('quality'),
    examine,
    unanswered: questionnaire.items.filter(isConceptItem).filter(({ id }) => response.answers[id] === undefined).length,
  }
}
