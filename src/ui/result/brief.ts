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

/** The texts on what is seen where these conditions govern the work; `null` without any, or where one is missing. */
function foundOf({ part }: ResultView, conditions: readonly string[], most: number): string[] | null {
  const found = conditions.slice(0, most).map((constraint) => part.texts.constraints[constraint]?.found)
  return found.length === 0 || found.includes(undefined) ? null : found.filter((clause) => clause !== undefined)
}

/** The first line: what leads, with what is seen of so many of its conditions at most, where they have words for it. */
function headlineOf(view: ResultView, most: number): string {
  const { headline, lead, examine } = view.assessment
  if (!headline) return ''
  const conditions = leadingConditions(view)
  if (lead.is === 'condition') {
    const first = foundOf(view, conditions, most)
    return first ? view.texts.brief.places(first, conditions.length) : view.findingText(headline).text
  }
  const finding = lead.is === 'headline' ? headline : lead.finding
  const { brief, text } = view.findingText(finding)
  if (brief === undefined) return text
  if (strayPlaceholders(brief, []).length === 0) return brief
  const found = examine.isOfLead ? foundOf(view, conditions, most) : null
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

/** Words as a reader counts them. */
export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0

/** Everything that is read on a first screen until the reader has chosen. */
export function textOf({ texts }: ResultView, { headline, sure, ask, examine, level, read }: Brief): string {
  const [first] = examine
  const names = [texts.brief.chooseOf(level), ...examine.map(({ name }) => name)]
  return [
    headline,
    sure,
    ...(ask ? [texts.brief.ask, ask.whom, ask.text] : []),
    ...(first ? [texts.brief.examine, ...(level === 1 ? [first.name] : names), first.examine] : []),
    ...(read ? [texts.brief.read, read.answer.title, read.why] : []),
  ].join(' ')
}

/**
 * How many conditions the first line names, and how many there are to choose from: the
 * first of these that keeps the screen short is taken, else the last.
 */
const LENGTHS = [
  { named: MOST_NAMED, offered: MOST_NAMED },
  { named: 2, offered: MOST_NAMED },
  { named: 1, offered: MOST_NAMED },
  { named: 1, offered: 2 },
] as const

/** The first screen of a result, as long as its texts allow. */
export function briefOf(view: ResultView): Brief {
  const conditions = leadingConditions(view)
  const { askFirst } = view.assessment
  const same = {
    sure: sureOf(view),
    ask: askFirst === null ? null : view.question(askFirst),
    level: conditions.length,
    read: readOf(view),
  }
  const briefs = LENGTHS.map(({ named, offered }): Brief => {
    const examine = conditions.slice(0, offered).map((constraint) => ({
      constraint,
      name: view.part.texts.constraints[constraint]?.name ?? constraint,
      examine: view.part.texts.constraints[constraint]?.examine ?? '',
    }))
    return { headline: headlineOf(view, named), ...same, examine }
  })
  return briefs.find((brief) => wordsIn(textOf(view, brief)) <= view.texts.brief.words) ?? briefs.at(-1)!
}
