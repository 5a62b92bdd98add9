import { isConceptItem, itemsOf, scaleOf } from '../../core/questionnaire/lookup.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { CanonicalAnswer, Finding, Questionnaire } from '../../core/questionnaire/schema.ts'
import { CANT_TELL, type Response } from '../../core/response/response.ts'
import { assess, type Assessment, type ConceptResult } from '../../core/result/assess.ts'
import type { ResultTexts } from '../texts/result.en.ts'

/** An assessment together with the words for it: what the parts of a result share. */
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

  placeOf(concept: string): Questionnaire['concepts'][number]['place'] {
    return this.questionnaire.concepts.find(({ id }) => id === concept)?.place ?? 'up'
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
    const option = scaleOf(this.questionnaire, item).options[answer - 1] ?? ''
    return this.texts.lowerFirst(this.part.texts.scales[item.scale]?.options[option] ?? option)
  }

  /** Whether an item is worded the other way and has an answer, so that its words count turned round. */
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

  findingText(finding: Finding): { text: string; reason: string } {
    return this.part.texts.findings[finding.id] ?? { text: finding.id, reason: '' }
  }

  answersOf(finding: Finding): CanonicalAnswer[] {
    return (finding.answers ?? []).flatMap((slug) => this.part.answers.filter((answer) => answer.slug === slug))
  }

  /** A concept's name and score, or that it has none. */
  scoreInBrief({ concept, score }: ConceptResult): string {
    const { chart, number } = this.texts
    return `${this.conceptName(concept)} ${score === null ? chart.noScore : number(score)}`
  }

  /** A score and its band in one sentence, for the text beside a picture. */
  scoreSentence({ concept, score, band, answered, items }: ConceptResult): string {
    const { chart, concepts, number } = this.texts
    const name = this.conceptName(concept)
    if (score === null || !band) return `${name}: ${this.texts.lowerFirst(concepts.none(answered, items))}`
    return `${name}: ${number(score)}, ${chart.band} ${number(band.low)} – ${number(band.high)}`
  }
}
