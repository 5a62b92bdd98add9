import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { Finding } from '../../core/questionnaire/schema.ts'
import type { GivenVantage } from '../../core/response/response.ts'
import { summaryOf, type ConceptInSummary } from '../../core/result/summary.ts'
import type { Place } from '../parts/concept-marks.ts'
import type { ResultTexts } from '../locales/en/result.ts'
import { placeIn, questionAbout } from './question-about.ts'
import { seatIn } from './seat-in.ts'

/** Everything that a summary may be made of. It holds no answers. */
export interface SummaryGrounds {
  readonly part: ResultPart
  readonly texts: ResultTexts
  readonly finding: Finding | null
  readonly vantage: GivenVantage
  /** The day the result was given, as 2026-11-22. */
  readonly completedOn: string
  /** The questionnaire's own address, without a result in it. */
  readonly address: string
}

/** A concept in a summary, in words. */
export interface ConceptWords {
  readonly concept: string
  readonly place: Place
  readonly says: ConceptInSummary
  readonly name: string
  readonly words: string
}

/** A summary in words, for the screen, the clipboard, a picture and paper. */
export interface SummaryWords {
  /** The subject: the questionnaire, the vantage, the day. */
  readonly over: readonly string[]
  readonly headline: string
  readonly concepts: readonly ConceptWords[]
  /** The picture's text. */
  readonly picture: string
  readonly ask: { readonly title: string; readonly text: string } | null
  readonly note: string
  readonly address: string
}

/** A headline's `brief` names conditions, and with them single answers; that of a blind spot names none. */
function lineOf(part: ResultPart, { id, part: where }: Finding): string {
  const { text = '', brief } = part.texts.findings[id] ?? {}
  return where === 'visibility' ? (brief ?? text) : text
}

/** Puts a summary into words. The same grounds always give the same words. */
export function summaryWords({ part, texts, finding, vantage, completedOn, address }: SummaryGrounds): SummaryWords {
  const { questionnaire } = part
  const summary = summaryOf(questionnaire, finding)
  const { summary: words } = texts
  const concepts = summary.concepts.map(({ concept, says }) => ({
    concept,
    place: placeIn(questionnaire, concept),
    says,
    name: part.texts.concepts[concept]?.name ?? concept,
    words: words.says[says],
  }))
  const ask = summary.ask === null ? null : questionAbout(part, texts, vantage, summary.ask)
  return {
    over: [part.texts.title, ...seatIn(texts, vantage), texts.date(completedOn)],
    headline: summary.finding ? lineOf(part, summary.finding) : part.texts.question,
    concepts,
    picture: words.picture(concepts.map((one) => `${one.name}${texts.colon} ${one.words}`)),
    ask: ask && { title: texts.concepts.askedOf(ask.whom), text: ask.text },
    note: words.note,
    address,
  }
}

/** The first line of a summary. */
export const overLine = ({ over }: SummaryWords): string => over.join(' · ')

/** A summary as a text to paste. */
export function summaryText(words: SummaryWords, { quote, colon }: Pick<ResultTexts, 'quote' | 'colon'>): string {
  const ask = words.ask && `${words.ask.title}${colon} ${quote(words.ask.text)}`
  return [
    overLine(words),
    words.headline,
    words.picture,
    ...(ask ? [ask] : []),
    `${words.note}\n${words.address}`,
  ].join('\n\n')
}
