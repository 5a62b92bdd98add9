import type { QualityNote } from '../../core/findings/conditions/quality.ts'
import { nameFound, strayPlaceholders } from '../../core/questionnaire/placeholders.ts'
import type { CanonicalAnswer, Finding } from '../../core/questionnaire/schema.ts'
import { saysWhatLeads } from '../../core/result/lead.ts'
import type { ResultView } from './result-view.ts'

/** Of conditions that stand level, no more are named than a reader can choose from at a glance. */
export const MOST_NAMED = 3

/** A condition that can be examined first. */
export interface ConditionInBrief {
  readonly constraint: string
  readonly name: string
  readonly examine: string
}

/** The first screen of a result, in words. */
export interface Brief {
  readonly headline: string
  /** The sure line: which difference is sure, and which is not. */
  readonly sure: string
  readonly ask: { readonly text: string; readonly whom: string } | null
  /** The conditions to choose one from, at most three, of so many that stand level. */
  readonly examine: readonly ConditionInBrief[]
  readonly level: number
  readonly read: { readonly answer: CanonicalAnswer; readonly why: string } | null
}

/** The conditions that lead, level, in the order in which they are offered. */
export const leadingConditions = ({ assessment }: ResultView): string[] =>
  (assessment.examine.groups[0]?.constraints ?? []).map(({ constraint }) => constraint)

/** What is seen where these conditions govern the work; `null` where a text is missing, or they are more than can be named. */
function foundOf({ part }: ResultView, conditions: readonly string[]): string[] | null {
  const found = conditions.map((constraint) => part.texts.constraints[constraint]?.found)
  return conditions.length === 0 || conditions.length > MOST_NAMED || found.includes(undefined)
    ? null
    : found.filter((clause) => clause !== undefined)
}

/** The first line: what leads, with what is seen of its conditions where they can be named. */
export function headlineOf(view: ResultView): string {
  const { headline, lead, examine } = view.assessment
  if (!headline) return ''
  const conditions = leadingConditions(view)
  if (lead.is === 'condition') {
    const first = foundOf(view, conditions.slice(0, MOST_NAMED))
    return first ? view.texts.brief.places(first, conditions.length) : view.findingText(headline).text
  }
  const finding = lead.is === 'headline' ? headline : lead.finding
  const { brief, text } = view.findingText(finding)
  if (brief === undefined) return text
  if (strayPlaceholders(brief, []).length === 0) return brief
  const found = examine.isOfLead ? foundOf(view, conditions) : null
  return found ? nameFound(brief, view.texts.clauses(found)) : text
}

/** In characters. A longer one takes so much of a phone's first screen that the rest has to be smaller. */
const LONG_HEADLINE = 110

export const isLongHeadline = (headline: string): boolean => headline.length > LONG_HEADLINE

/** The notes that tell of haste or of uniform answers, the gravest first. */
const HASTE = ['flagged', 'fast', 'same-answer', 'flat'] as const satisfies readonly QualityNote[]

/**
 * The gravest sign of haste or of uniform answers that the questionnaire has a finding
 * on, `null` for none: it stands where else the certainty does.
 */
function hasteOf({ assessment }: ResultView): (typeof HASTE)[number] | null {
  const restsOn = (finding: Finding, note: QualityNote) =>
    finding.when.all?.some((condition) => condition.is === 'quality' && condition.note === note)
  const isSaid = (note: QualityNote) => assessment.qualityFindings.some((finding) => restsOn(finding, note))
  return HASTE.find((note) => assessment.quality.notes.has(note) && isSaid(note)) ?? null
}

function sureOf(view: ResultView): string {
  const { headline, lead, quality } = view.assessment
  const { brief } = view.texts
  const haste = hasteOf(view)
  if (haste && headline) return brief.haste[haste]
  const sure =
    lead.is !== 'headline'
      ? brief.sure[lead.is]
      : saysWhatLeads(headline)
        ? brief.sure[quality.notes.has('opposites') ? 'clearOfHabit' : 'clear']
        : headline
          ? view.findingText(headline).reason
          : ''
  return brief.certainty(sure, brief.notSure[view.response.vantage])
}

function readOf(view: ResultView): Brief['read'] {
  const first = view.assessment.readFirst
  const answer = first && view.part.answers.find(({ slug }) => slug === first.answer)
  if (!answer) return null
  const { text, why } = view.findingText(first.finding)
  return { answer, why: first.finding.part === 'reading' ? text : (why ?? '') }
}

/** The first screen of a result. */
export function briefOf(view: ResultView): Brief {
  const conditions = leadingConditions(view)
  const { askFirst } = view.assessment
  return {
    headline: headlineOf(view),
    sure: sureOf(view),
    ask: askFirst === null ? null : view.question(askFirst),
    examine: conditions.slice(0, MOST_NAMED).map((constraint) => ({
      constraint,
      name: view.part.texts.constraints[constraint]?.name ?? constraint,
      examine: view.part.texts.constraints[constraint]?.examine ?? '',
    })),
    level: conditions.length,
    read: readOf(view),
  }
}
