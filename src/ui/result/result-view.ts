import { expectedOfOthers, type ExpectedOfOthers } from '../../core/guess/expected-of-others.ts'
import { isConceptItem, itemsOf, scaleOf } from '../../core/questionnaire/lookup.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { CanonicalAnswer, Finding, Questionnaire, Texts } from '../../core/questionnaire/schema.ts'
import { CANT_TELL, type Response } from '../../core/response/response.ts'
import { signalPathOf, type Fate } from '../../core/result/signal-path.ts'
import { assess, type Assessment, type ConceptResult } from '../../core/result/assess.ts'
import { describeScore, isAtEnd } from '../../core/scoring/describe-score.ts'
import { VANTAGES, type Vantage } from '../../core/questionnaire/vantages.ts'
import type { ResultTexts } from '../locales/en/result.ts'
import type { Place } from '../parts/concept-marks.ts'
import { placeIn, questionAbout } from './question-about.ts'

/** An assessment together with the texts for it, shared by the parts of a result. */
export class ResultView {
  readonly part: ResultPart
  readonly texts: ResultTexts
  readonly assessment: Assessment
  readonly response: Response

  constructor(part: ResultPart, texts: ResultTexts, response: Response) {
    this.part = part
    this.texts = texts
    this.response = response
    this.assessment = assess(part.questionnaire, response)
  }

  get questionnaire(): Questionnaire {
    return this.part.questionnaire
  }

  conceptName(concept: string): string {
    return this.part.texts.concepts[concept]?.name ?? concept
  }

  placeOf(concept: string): Place {
    return placeIn(this.questionnaire, concept)
  }

  itemText(item: string): string {
    return this.part.texts.items[item]?.text ?? item
  }

  /** The answer to an item in the response scale's own words. */
  answerText(id: string): string {
    const answer = this.response.answers[id]
    const item = this.questionnaire.items.find((candidate) => candidate.id === id)
    if (answer === undefined || !item) return this.texts.concepts.unanswered
    if (answer === CANT_TELL)
      return isConceptItem(item)
        ? this.texts.concepts.cantTell
        : this.texts.lowerFirst(this.part.texts.scales[item.scale]?.cantTell ?? '')
    return this.#wordsOf(id, answer)
  }

  /** A step of an item's response scale, in its own words. */
  #wordsOf(id: string, step: number): string {
    const item = this.questionnaire.items.find((candidate) => candidate.id === id)
    const option = (item && scaleOf(this.questionnaire, item).options[step - 1]) ?? ''
    return this.texts.lowerFirst(this.part.texts.scales[item?.scale ?? '']?.options[option] ?? option)
  }

  /** Whether an item is reversed and has an answer, so that its answer counts turned round. */
  isTurned(id: string): boolean {
    const item = this.questionnaire.items.find((candidate) => candidate.id === id)
    return (
      item !== undefined &&
      isConceptItem(item) &&
      item.reversed === true &&
      typeof this.response.answers[id] === 'number'
    )
  }

  /** The options of the scale that a concept's items are answered on, lowest first, with their words. */
  optionsOf(concept: string): { id: string; words: string }[] {
    const item = itemsOf(this.questionnaire, concept)[0]
    if (!item) return []
    const words = this.part.texts.scales[item.scale]?.options ?? {}
    return scaleOf(this.questionnaire, item).options.map((id) => ({
      id,
      words: this.texts.lowerFirst(words[id] ?? id),
    }))
  }

  /** The question about an item that is worth asking from the respondent's vantage, and whom to ask. */
  question(id: string): { text: string; whom: string } | null {
    return questionAbout(this.part, this.texts, this.response.vantage, id)
  }

  /** The places that see more of it than the respondent's own: of all others, those from which most statements can be seen. */
  get placesToAsk(): Vantage[] {
    const { vantage, answers } = this.response
    const open = this.questionnaire.items.filter(isConceptItem).filter(({ id }) => typeof answers[id] !== 'number')
    const items = open.length > 0 ? open : this.questionnaire.items.filter(isConceptItem)
    const seen = (place: Vantage) => items.filter(({ visibleFrom }) => visibleFrom.includes(place)).length
    const most = Math.max(...VANTAGES.filter((place) => place !== vantage).map(seen))
    return VANTAGES.filter((place) => place !== vantage && seen(place) === most)
  }

  findingText(finding: Finding): Omit<Texts['findings'][string], 'draft'> {
    return this.part.texts.findings[finding.id] ?? { text: finding.id, reason: '' }
  }

  /** The canonical answers that findings name, each once. */
  answersOf(...findings: readonly Finding[]): CanonicalAnswer[] {
    const named = new Set(findings.flatMap(({ answers }) => answers ?? []))
    return [...named].flatMap((slug) => this.part.answers.filter((answer) => answer.slug === slug))
  }

  /** The summary of each concept in the signal path, in words. */
  get pathSummaries() {
    const { path } = this.texts
    return signalPathOf(this.questionnaire, this.response.answers)
      .flatMap(({ concepts }) => concepts)
      .map(({ concept, statements }) => {
        const amount = (fate: Fate) => statements.filter((statement) => statement.fate === fate).length
        const drawn = this.part.texts.concepts[concept]?.drawn ?? ''
        const summary = path.summary(amount('counted'), statements.length, drawn)
        const unseen = amount('unseen')
        return {
          id: concept,
          summary: unseen > 0 ? `${summary}${this.texts.semicolon} ${path.unseen(unseen)}` : summary,
        }
      })
  }

  /** Whether something could not be seen or was left open; else the basis of the result says that all was answered. */
  get hasUnseen(): boolean {
    const { unseen, unanswered, visibility } = this.assessment
    return unseen.length > 0 || unanswered > 0 || visibility.length > 0
  }

  /** The person's guesses of others' answers, beside their own answers. */
  get expected(): ExpectedOfOthers {
    return expectedOfOthers(this.questionnaire, this.response)
  }

  /** Whether the person has guessed anything. */
  get hasGuessed(): boolean {
    return this.expectedItems.length > 0
  }

  /** The statements that were guessed at: where another answer is expected, one without an own, the same, and none. */
  get expectedItems(): string[] {
    const { apart, alike, unseen, unknown } = this.expected
    return [...apart.map(({ item }) => item), ...unseen, ...alike, ...unknown]
  }

  /** The guesses, in a line. */
  get expectedLine(): string {
    const { apart, alike, unseen } = this.expected
    return this.texts.others.line(apart.length, alike.length, apart.length + alike.length + unseen.length)
  }

  /** Whether others are expected to report more, or less. */
  get expectedLead(): string {
    const { apart } = this.expected
    const more = apart.filter((one) => one.more).length
    return this.texts.others.lead(more, apart.length - more)
  }

  /** The guess on an item in words, beside one's own answer to it. */
  expectedText(id: string): string {
    const { others } = this.texts
    const { answers, guesses = {} } = this.response
    if (typeof guesses[id] !== 'number') return others.unknown
    const guess = this.#wordsOf(id, guesses[id])
    if (answers[id] === guesses[id]) return others.both(guess)
    return typeof answers[id] === 'number' ? others.pair(this.#wordsOf(id, answers[id]), guess) : others.they(guess)
  }

  /** How many answers the result rests on, in a sentence. */
  get basis(): string {
    const { items } = this.questionnaire
    const { answers } = this.response
    const asked = items.filter(isConceptItem)
    const lens = items.filter((item) => !isConceptItem(item))
    const answered = (wanted: typeof items) => wanted.filter(({ id }) => typeof answers[id] === 'number').length
    const unseen = asked.filter(({ id }) => answers[id] === CANT_TELL).length
    const open = asked.length - answered(asked) - unseen
    return this.texts.basis(answered(asked), asked.length, unseen, open, answered(lens), lens.length)
  }

  /** The rows of the chart of scores. */
  get chartRows() {
    return this.assessment.concepts.map(({ concept, score, band }) => ({
      name: this.texts.chart.bar(this.conceptName(concept), score, band?.low ?? 0, band?.high ?? 0),
      score,
      band,
      place: this.placeOf(concept),
    }))
  }

  /** The words of the scale that the concepts are answered on, lowest first. */
  get scaleWords(): string[] {
    return this.optionsOf(this.questionnaire.concepts[0]?.id ?? '').map(({ words }) => words)
  }

  /** A score in the response scale's own words, or why there is none. */
  scoreInWords({ concept, score, answered, items }: ConceptResult): string {
    const { concepts } = this.texts
    if (score === null) return concepts.none(answered, items)
    const options = this.optionsOf(concept)
    const placed = describeScore(
      score,
      options.map(({ id }) => id),
    )
    return `${concepts.words(placed, (id) => options.find((option) => option.id === id)?.words ?? id)}.`
  }

  /** A score in figures with its band, and with the bounds that missing answers leave; empty without a score. */
  figures({ score, band, bounds, partial, answered, items }: ConceptResult): string {
    const { concepts } = this.texts
    if (score === null || !band) return ''
    return [
      isAtEnd(score) ? concepts.atEnd(score) : concepts.figures(score, band.low, band.high),
      ...(partial ? [concepts.partial] : []),
      ...(answered < items ? [concepts.bounds(bounds.low, bounds.high)] : []),
    ].join(' ')
  }

  /** A concept's name and score, or that it has none. */
  scoreInBrief({ concept, score }: ConceptResult): string {
    const { chart, number } = this.texts
    return `${this.conceptName(concept)} ${score === null ? chart.noScore : number(score)}`
  }

  /** How a concept stands to others; each pair is said of one of the two, the higher or the first. */
  standingOf({ concept, score, above, below }: ConceptResult): string {
    if (score === null) return ''
    const { concepts } = this.assessment
    const from = concepts.findIndex((other) => other.concept === concept) + 1
    const level = concepts
      .slice(from)
      .filter((other) => other.score !== null && ![...above, ...below].includes(other.concept))
    const names = (ids: readonly string[]) => ids.map((id) => this.conceptName(id))
    return this.texts.concepts.standing(names(above), names(level.map((other) => other.concept)))
  }

  /** A score and its band in one sentence, for the text beside a picture. */
  scoreSentence({ concept, score, band, answered, items }: ConceptResult): string {
    const { chart, concepts, number } = this.texts
    const name = this.conceptName(concept)
    if (score === null || !band)
      return `${name}${this.texts.colon} ${this.texts.lowerFirst(concepts.none(answered, items))}`
    return `${name}${this.texts.colon} ${number(score)}, ${this.texts.lowerFirst(chart.band)} ${number(band.low)} – ${number(band.high)}`
  }
}
