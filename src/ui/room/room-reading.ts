import type { ReleasedRoomCount } from '../../core/disclosure/release-cant-tell.ts'
import { meaningOf, type ReleasedMean } from '../../core/disclosure/release-mean.ts'
import type { Released, Releasable } from '../../core/disclosure/released.ts'
import { nameLevels } from '../../core/questionnaire/placeholders.ts'
import { itemsOf, scaleOf } from '../../core/questionnaire/lookup.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { CanonicalAnswer, Item } from '../../core/questionnaire/schema.ts'
import { describeScore } from '../../core/scoring/describe-score.ts'
import type { WhyNoGuess } from '../../core/room/release-guesses.ts'
import type { Expert, RoomFindingView, RoomView } from '../../core/room/room-view.ts'
import { isSimulated } from '../../core/workshop/simulated.ts'
import type { Workshop } from '../../core/workshop/workshop.ts'
import type { RoomTexts } from '../locales/en/room.ts'
import { isolate } from './isolate.ts'
import type { Place } from '../parts/concept-marks.ts'

/** Whether something is shown, or why not. */
export type Showing = Releasable | { readonly shown: false; readonly why: WhyNoGuess }

export interface RoomReadingParts {
  readonly view: RoomView
  readonly part: ResultPart
  readonly workshop: Workshop
  readonly texts: RoomTexts
  /** An earlier view that says what this one cannot say of the distance. */
  readonly before?: RoomView | null
}

/** A room's released figures together with the texts for them. It holds nothing that is not in the view, or in one before. */
export class RoomReading {
  readonly view: RoomView
  readonly part: ResultPart
  readonly workshop: Workshop
  readonly texts: RoomTexts
  readonly before: RoomView | null

  constructor({ view, part, workshop, texts, before = null }: RoomReadingParts) {
    this.view = view
    this.part = part
    this.workshop = workshop
    this.texts = texts
    this.before = before
  }

  /** Whether the answers are simulated, which has to be said wherever they are shown. */
  get isSimulated(): boolean {
    return isSimulated(this.workshop)
  }

  conceptName(concept: string): string {
    return this.part.texts.concepts[concept]?.name ?? concept
  }

  /** A concept's meaning, in a sentence; empty where the questionnaire gives none. */
  conceptAbout(concept: string): string {
    return this.part.texts.concepts[concept]?.about ?? ''
  }

  placeOf(concept: string): Place {
    const found = this.part.questionnaire.concepts.find(({ id }) => id === concept)
    return found?.kept ? 'kept' : (found?.place ?? 'up')
  }

  itemText(item: string): string {
    return this.part.texts.items[item]?.text ?? item
  }

  /** The client's name of a level, as plain text, or its place where it has none. */
  level(index: number): string {
    const { levels } = this.workshop
    const name = levels[index]?.trim()
    return name ? isolate(name) : this.texts.level(index + 1, levels.length)
  }

  get top(): string {
    return this.level(this.view.distance.top)
  }

  get work(): string {
    return this.level(this.view.distance.work)
  }

  /** The workshop's name and client, on one line. */
  get name(): string {
    const { name, client } = this.workshop
    return [name, client].filter(Boolean).join(' · ')
  }

  /** The same, after a word that marks the sample room. */
  get over(): string {
    return this.isSimulated ? `${this.texts.simulated} · ${this.name}` : this.name
  }

  get sizeSentence(): string {
    const { total, levels, notSaid, counted } = this.view.size
    return this.texts.size(
      total,
      levels.map(({ size }, index) => ({ label: this.level(index), size })),
      notSaid,
      counted < total,
    )
  }

  /** A sentence for each reason why some of these are hidden, which names all that it holds for. */
  hiddenOf(groups: readonly { readonly name: string; readonly showing: Showing }[]): string[] {
    const byReason = new Map<string, string[]>()
    for (const { name, showing } of groups) {
      if (showing.shown) continue
      const reason = this.why(showing)
      byReason.set(reason, [...(byReason.get(reason) ?? []), name])
    }
    return [...byReason].map(([reason, names]) => this.texts.hiddenOf(names, reason))
  }

  /** Why something is hidden, in a sentence. */
  why({ why }: { readonly why: WhyNoGuess }): string {
    return this.texts.why[why](this.view.smallestGroup)
  }

  /** The same for a number for experts, which may also not apply. */
  whyNot(hidden: Extract<Expert<unknown>, { shown: false }>): string {
    const { why } = hidden
    if (why === 'not-a-scale' || why === 'no-variation' || why === 'no-levels') return this.texts.expert[why]
    return this.texts.why[why](this.view.smallestGroup)
  }

  /** Each reason among these once, as a sentence. */
  reasonsOf(showings: readonly Showing[]): string[] {
    return [...new Set(showings.flatMap((showing) => (showing.shown ? [] : [this.why(showing)])))]
  }

  /** A mean in figures: "62", "0–13", "41–47". */
  meanFigure(mean: ReleasedMean): string {
    const { texts } = this
    if (mean.is === 'points') return texts.mean.points(mean.points)
    if (mean.is === 'between') return texts.mean.between(mean.low, mean.high)
    return mean.end === 'low' ? texts.mean.low(mean.within) : texts.mean.high(mean.within)
  }

  /** A mean in figures within a sentence. */
  meanWords(mean: ReleasedMean): string {
    const figure = this.meanFigure(mean)
    return mean.is === 'end' ? `${figure} (${this.texts.mean.atEnd})` : figure
  }

  /** A concept's mean in the words of the response scale; empty where it is not released in points. */
  meanInScaleWords(concept: string, mean: ReleasedMean): string {
    if (mean.is !== 'points') return ''
    const options = this.ticksOf(concept)
    const placed = describeScore(mean.points, options)
    return placed.is === 'around' ? this.texts.around(placed.option) : this.texts.amid(placed.lower, placed.upper)
  }

  /** A count of people in words. */
  counted(released: ReleasedRoomCount): string {
    const { counted } = this.texts
    switch (released.is) {
      case 'number':
      case 'fewer-than':
      case 'all-but-fewer-than':
        return counted[released.is](released.number)
      case 'under-half':
      case 'half-or-more':
        return counted[released.is]
      case 'between':
        return counted.between(released.low, released.high)
    }
  }

  /** A count in words, or why it is hidden. */
  countedOrWhy(released: Released<ReleasedRoomCount>): string {
    return released.shown ? this.counted(released) : this.why(released)
  }

  /** The answer options of an item, lowest first, in their form within a sentence. */
  optionsOf(item: string): string[] {
    const found = this.part.questionnaire.items.find(({ id }) => id === item)
    return found ? this.#wordsOf(found) : []
  }

  /** The options of the scale that a concept's items are answered on. */
  ticksOf(concept: string): string[] {
    const item = itemsOf(this.part.questionnaire, concept)[0]
    return item ? this.#wordsOf(item) : []
  }

  #wordsOf(item: Item): string[] {
    const words = this.part.texts.scales[item.scale]?.options ?? {}
    return scaleOf(this.part.questionnaire, item).options.map((id) => this.texts.lowerFirst(words[id] ?? id))
  }

  /** The findings of a part of the result. */
  findings(part: RoomFindingView['part']): RoomFindingView[] {
    return this.view.findings.filter((finding) => finding.part === part)
  }

  /** The texts of a finding, with the client's names for the levels. */
  findingText({ finding }: RoomFindingView): { text: string; reason: string } {
    const words = this.part.texts.room?.[finding]
    if (!words) return { text: finding, reason: '' }
    return { text: nameLevels(words.text, this), reason: nameLevels(words.reason, this) }
  }

  /** The canonical answers that findings point to, each once, in the order given. */
  answersOf(findings: readonly { readonly answers: readonly string[] }[]): CanonicalAnswer[] {
    const slugs = [...new Set(findings.flatMap(({ answers }) => answers))]
    return slugs.flatMap((slug) => this.part.answers.filter((answer) => answer.slug === slug))
  }
}

/** The place at which a released mean is drawn: a point, or limits. */
export function drawnMean(mean: ReleasedMean): { at: number | null; low: number; high: number } {
  const { low, high } = meaningOf(mean)
  return { at: low === high ? low : null, low, high }
}
