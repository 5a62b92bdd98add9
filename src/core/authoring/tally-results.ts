import type { Finding, Questionnaire } from '../questionnaire/schema.ts'
import { assess, type Assessment } from '../result/assess.ts'
import { ownStatements } from '../result/lead.ts'
import { lensWord } from '../result/lens-word.ts'
import { listedByPart } from '../result/listed.ts'
import type { Simulated } from './simulate-responses.ts'

/** The measures of a tally: shares of the people concerned, except two that are numbers of statements. */
export const MEASURES = [
  'level',
  'most-frequent-headline',
  'contradiction',
  'contradictions-three-or-more',
  'contradiction-undoubted',
  'contradiction-simulated',
  'no-lens-finding',
  'no-lens-word',
  'reassured-from-the-top',
  'condition-first',
  'several-conditions-first',
  'condition-of-the-lead',
  'question-of-the-condition',
  'reading-of-the-source',
  'statements-repeated',
  'most-repetitions',
  'repeated-in-a-part',
] as const

export type Measure = (typeof MEASURES)[number]

/** How often something appears: the number of people by its name. */
export type Counts = ReadonlyMap<string, number>

/** Counts over the results of many responses. */
export interface Tally {
  readonly people: number
  /** The headlines as shown, all names filled in, with the number of people who get each. */
  readonly rendered: Counts
  readonly headlines: Counts
  readonly contradictions: Counts
  readonly lens: Counts
  /** The canonical answer to read first. */
  readonly readings: Counts
  /** The condition to examine first; of several, the first named. */
  readonly conditions: Counts
  /** `null` for a share of no people. */
  readonly measures: Readonly<Record<Measure, number | null>>
}

/** A score below it, the middle of the scale, means that little is reported. */
const LITTLE = 50
const MANY_CONTRADICTIONS = 3

function countOf(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** The largest of any number of values, too many for `Math.max`; 0 for none. */
const largest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0)

/**
 * The statements of what a result leads with: of a contradiction, or of concepts that it
 * says to stand out, except those that are worth keeping, which have no conditions to
 * examine. A headline that names no first names no lead.
 */
function ofLead(questionnaire: Questionnaire, { reading, headline, lead, concepts }: Assessment): string[] {
  const isToExamine = (id: string) => questionnaire.concepts.some((concept) => concept.id === id && !concept.kept)
  const leads = concepts
    .filter(({ above, below }) => above.length > 0 && below.length === 0)
    .map(({ concept }) => concept)
    .filter(isToExamine)
  return ownStatements(reading, lead, { headline, leads })
}

/**
 * Whether somebody at the top who reports little is told that the explanations held
 * are not at odds with that.
 */
function isReassured(assessment: Assessment): boolean {
  return (
    assessment.reading.response.vantage === 'senior' &&
    assessment.concepts.every(({ score }) => score !== null && score < LITTLE) &&
    lensWord(assessment) === 'none'
  )
}

/** The parts of one result that are counted. */
export interface Outcome {
  readonly headline: string | null
  /** The headline as shown, all names filled in. */
  readonly rendered: string | null
  /** The canonical answer to read first. */
  readonly reading: string | null
  readonly contradictions: readonly string[]
  /** Whether one of them carries no doubt. */
  readonly isUndoubted: boolean
  /** The contradiction that the response was drawn to show. */
  readonly simulated: string | null
  readonly lens: readonly string[]
  readonly hasLensWord: boolean
  readonly isReassured: boolean
  /** No concept lies clear of another. */
  readonly isLevel: boolean
  /** The conditions to examine first. */
  readonly first: readonly string[]
  /** Whether there is a first that rests on a statement of a concept that leads; `null` where none leads. */
  readonly restsOnLead: boolean | null
  /** Whether the question is about a statement that the first rests on; `null` where there is none or none leads. */
  readonly asksOfFirst: boolean | null
  /** The number of statements that the result lists more than once, and the most times that one is listed. */
  readonly repeated: number
  readonly most: number
  /** Whether one part lists a statement more than once. */
  readonly repeatsInPart: boolean
}

/**
 * Assesses a simulated response.
 *
 * @param render puts a headline into words
 */
export function outcomeOf(
  questionnaire: Questionnaire,
  { response, contradiction }: Simulated,
  render: (headline: Finding, assessment: Assessment) => string,
): Outcome {
  const assessment = assess(questionnaire, response)
  const { headline, examine, contradictions, lensFindings, concepts } = assessment
  const parts = listedByPart(assessment)
  const listed = [...countOf(parts.flat()).values()]
  const first = examine.groups[0]?.constraints ?? []
  const own = ofLead(questionnaire, assessment)
  return {
    headline: headline?.id ?? null,
    rendered: headline && render(headline, assessment),
    reading: assessment.readFirst?.answer ?? null,
    contradictions: contradictions.map(({ finding }) => finding.id),
    isUndoubted: contradictions.some(({ doubt }) => doubt === null),
    simulated: contradiction?.id ?? null,
    lens: lensFindings.map(({ id }) => id),
    hasLensWord: contradictions.length + lensFindings.length > 0 || lensWord(assessment) !== null,
    isReassured: isReassured(assessment),
    isLevel: concepts.every(({ above }) => above.length === 0),
    first: first.map(({ constraint }) => constraint),
    restsOnLead: own.length === 0 ? null : (first[0]?.items.some((id) => own.includes(id)) ?? false),
    asksOfFirst: own.length === 0 || !first[0] ? null : first[0].items.includes(assessment.askFirst ?? ''),
    repeated: listed.filter((times) => times > 1).length,
    most: Math.max(0, ...listed),
    repeatsInPart: parts.some((part) => new Set(part).size < part.length),
  }
}

/** Counts what the results of many responses show. */
export function tallyOutcomes(questionnaire: Pick<Questionnaire, 'sources'>, outcomes: readonly Outcome[]): Tally {
  const source = questionnaire.sources[0]?.answer
  const people = outcomes.length
  const named = (of: (outcome: Outcome) => string | null | undefined) =>
    countOf(outcomes.map(of).filter((name) => name !== null && name !== undefined))
  const share = (passes: (outcome: Outcome) => boolean, among: (outcome: Outcome) => boolean = () => true) => {
    const about = outcomes.filter(among)
    return about.length === 0 ? null : about.filter(passes).length / about.length
  }
  const rendered = named((outcome) => outcome.rendered)

  return {
    people,
    rendered,
    headlines: named(({ headline }) => headline),
    contradictions: countOf(outcomes.flatMap(({ contradictions }) => contradictions)),
    lens: countOf(outcomes.flatMap(({ lens }) => lens)),
    readings: named(({ reading }) => reading),
    conditions: named(({ first }) => first[0]),
    measures: {
      level: share(({ isLevel }) => isLevel),
      'most-frequent-headline': people === 0 ? null : largest([...rendered.values()]) / people,
      contradiction: share(({ contradictions }) => contradictions.length > 0),
      'contradictions-three-or-more': share(({ contradictions }) => contradictions.length >= MANY_CONTRADICTIONS),
      'contradiction-undoubted': share(({ isUndoubted }) => isUndoubted),
      'contradiction-simulated': share(
        ({ simulated, contradictions }) => simulated !== null && contradictions.includes(simulated),
        ({ simulated }) => simulated !== null,
      ),
      'no-lens-finding': share(({ contradictions, lens }) => contradictions.length + lens.length === 0),
      'no-lens-word': share(({ hasLensWord }) => !hasLensWord),
      'reassured-from-the-top': share((outcome) => outcome.isReassured),
      'condition-first': share(({ first }) => first.length > 0),
      'several-conditions-first': share(({ first }) => first.length > 1),
      'condition-of-the-lead': share(
        ({ restsOnLead }) => restsOnLead === true,
        ({ restsOnLead }) => restsOnLead !== null,
      ),
      'question-of-the-condition': share(
        ({ asksOfFirst }) => asksOfFirst === true,
        ({ asksOfFirst }) => asksOfFirst !== null,
      ),
      'reading-of-the-source': share(
        ({ reading }) => reading === source,
        ({ reading }) => reading !== null,
      ),
      'statements-repeated':
        people === 0 ? null : outcomes.reduce((total, { repeated }) => total + repeated, 0) / people,
      'most-repetitions': people === 0 ? null : largest(outcomes.map(({ most }) => most)),
      'repeated-in-a-part': share(({ repeatsInPart }) => repeatsInPart),
    },
  }
}
