import type { ReleasedRoomCount } from '../../core/disclosure/release-cant-tell.ts'
import { meaningOf, type ReleasedMean } from '../../core/disclosure/release-mean.ts'
import type { Suppressed, Released, Releasable } from '../../core/disclosure/released.ts'
import { nameLevels } from '../../core/questionnaire/level-names.ts'
import { itemsOf, scaleOf } from '../../core/questionnaire/lookup.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { CanonicalAnswer, Item } from '../../core/questionnaire/schema.ts'
import { describeScore } from '../../core/scoring/describe-score.ts'
import type { Expert, RoomFindingView, RoomView } from '../../core/room/room-view.ts'
import { isSimulated } from '../../core/room/simulate-room.ts'
import type { Workshop } from '../../core/workshop/workshop.ts'
import type { RoomTexts } from '../locales/en/room.ts'
import { isolate } from './isolate.ts'
import type { Place } from '../parts/concept-marks.ts'

export interface RoomReadingParts {
  readonly view: RoomView
  readonly part: ResultPart
  readonly workshop: Workshop
  readonly texts: RoomTexts
}

/** What may be shown of a room together with the words for it. It knows no more than the view, which is printed already. */
export class RoomReading {
  readonly view: RoomView
  readonly part: ResultPart
  readonly workshop: Workshop
  readonly texts: RoomTexts

  constructor({ view, part, workshop, texts }: RoomReadingParts) {
    this.view = view
    this.part = part
    this.workshop = workshop
    this.texts = texts
  }

  /** Whether nobody gave these answers, which is then said wherever they are shown. */
  get isSimulated(): boolean {
    return isSimulated(this.workshop)
  }

  conceptName(concept: string): string {
    return this.part.texts.concepts[concept]?.name ?? concept
  }

  placeOf(concept: string): Place {
    const found = this.part.questionnaire.concepts.find(({ id }) => id === concept)
    return found?.kept ? 'kept' : (found?.place ?? 'up')
  }

  itemText(item: string): string {
    return this.part.texts.items[item]?.text ?? item
  }

  /** What the client calls a level, as plain text, or where it stands if it has no name. */
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

  /** Whose room it is, on one line. */
  get name(): string {
    const { name, client } = this.workshop
    return [name, client].filter(Boolean).join(' · ')
  }

  /** The same, beginning with that it is simulated where it is. */
  get over(): string {
    return this.isSimulated ? `${this.texts.simulated} · ${this.name}` : this.name
  }

  get sizeSentence(): string {
    const { total, levels, notSaid } = this.view.size
    return this.texts.size(
      total,
      levels.map(({ size }, index) => ({ label: this.level(index), size })),
      notSaid,
    )
  }

  /** Why something is not shown. */
  why({ why }: Suppressed): string {
    return this.texts.why[why](this.view.smallestGroup)
  }

  /** The same for what only experts read, which may also not apply. */
  whyNot(hidden: Extract<Expert<unknown>, { shown: false }>): string {
    const { why } = hidden
    if (why === 'not-a-scale' || why === 'no-variation' || why === 'no-levels') return this.texts.expert[why]
    return this.texts.why[why](this.view.smallestGroup)
  }

  /** Each reason among these once, as a sentence. */
  reasonsOf(showings: readonly Releasable[]): string[] {
    return [...new Set(showings.flatMap((showing) => (showing.shown ? [] : [this.why(showing)])))]
  }

  /** A mean in figures: "62", "0–13", "41–47". */
  meanFigure(mean: ReleasedMean): string {
    const { texts } = this
    if (mean.is === 'points') return texts.mean.points(mean.points)
    if (mean.is === 'between') return texts.mean.between(mean.low, mean.high)
    return mean.end === 'low' ? texts.mean.low(mean.within) : texts.mean.high(mean.within)
  }

  /** A mean in figures as it stands in a sentence. */
  meanWords(mean: ReleasedMean): string {
    const figure = this.meanFigure(mean)
    return mean.is === 'end' ? `${figure} (${this.texts.mean.atEnd})` : figure
  }

  /** A concept's mean in the words of the response scale; empty where it is not printed in points. */
  meanInScaleWords(concept: string, mean: ReleasedMean): string {
    if (mean.is !== 'points') return ''
    const options = this.ticksOf(concept)
    const placed = describeScore(mean.points, options)
    return placed.is === 'around' ? this.texts.around(placed.option) : this.texts.amid(placed.lower, placed.upper)
  }

  /** A count of people in words. */
  counted(printed: ReleasedRoomCount): string {
    const { counted } = this.texts
    switch (printed.is) {
      case 'number':
      case 'fewer-than':
      case 'all-but-fewer-than':
        return counted[printed.is](printed.number)
      case 'under-half':
      case 'half-or-more':
        return counted[printed.is]
      case 'between':
        return counted.between(printed.low, printed.high)
    }
  }

  /** What a count says, or why it is not shown. */
  countedOrWhy(printed: Released<ReleasedRoomCount>): string {
    return printed.shown ? this.counted(printed) : this.why(printed)
  }

  /** The answer options of an item, lowest first, as they stand within a sentence. */
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

  /** What a finding says, in the client's names for the levels. */
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

/** Where a printed mean is drawn: a point, or only between what it lies. */
export function drawnMean(mean: ReleasedMean): { at: number | null; low: number; high: number } {
  const { low, high } = meaningOf(mean)
  return { at: low === high ? low : null, low, high }
}
