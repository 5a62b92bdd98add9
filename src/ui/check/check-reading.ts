import type { Beside, CheckedConcept, CheckedItem, CheckView } from '../../core/check/check-view.ts'
import { meaningOf, type ReleasedMean } from '../../core/disclosure/release-mean.ts'
import { CANT_TELL, type Answer } from '../../core/response/response.ts'
import { describeScore } from '../../core/scoring/describe-score.ts'
import type { CheckTexts } from '../locales/en/check.ts'
import type { RoomReading } from '../room/room-reading.ts'

/** A check's figures together with the texts for them. */
export class CheckReading {
  readonly view: CheckView
  readonly room: RoomReading
  readonly texts: CheckTexts['result']

  constructor(view: CheckView, room: RoomReading, texts: CheckTexts) {
    this.view = view
    this.room = room
    this.texts = texts.result
  }

  /** Whether there are so few people that only some of it is shown. */
  get isSmall(): boolean {
    return this.view.items.length === this.view.guessedItems.length
  }

  #option(item: string, answer: Answer | null): string | null {
    return typeof answer === 'number' ? (this.room.optionsOf(item)[answer - 1] ?? null) : null
  }

  /** A mean in the words of the response scale. */
  #says(options: readonly string[], mean: ReleasedMean): string {
    const { low, high } = meaningOf(mean)
    const [from, to] = [describeScore(low, options), describeScore(high, options)]
    if (low === high && from.is === 'around') return this.texts.around(from.option)
    return this.texts.amid(from.is === 'around' ? from.option : from.lower, to.is === 'around' ? to.option : to.upper)
  }

  /** What people say of a statement, in as few words as fit a table. */
  groupIn({ item, group }: CheckedItem): string {
    if (!group.shown) return this.texts.hidden(this.room.why(group))
    const options = this.room.optionsOf(item)
    return group.is === 'mean'
      ? this.#says(options, group.mean)
      : this.texts.amid(options[group.option] ?? '', options[group.option] ?? '')
  }

  /** The leader's answer or guess to a statement, in as few words as fit a table. */
  givenIn({ item }: CheckedItem, answer: Answer | null, none: string): string {
    if (answer === null) return this.texts.open
    return answer === CANT_TELL ? none : (this.#option(item, answer) ?? this.texts.open)
  }

  #judged(one: Beside | null, outside: (away: number, more: boolean) => string, within: string): string[] {
    if (!one?.side) return []
    return [one.side === 'within' ? within : outside(one.away ?? 0, one.side === 'above')]
  }

  /** What was expected of a statement and what people say, in words first. */
  sentencesOf(item: CheckedItem): string[] {
    const { texts } = this
    const { group, own, guess } = item
    const expected = this.#option(item.item, guess)
    const answered = this.#option(item.item, own)
    const mine = answered ? [texts.own(answered)] : own === CANT_TELL ? [texts.ownUnseen] : []
    if (!group.shown) return [texts.hidden(this.room.why(group)), ...mine]
    const options = this.room.optionsOf(item.item)
    if (group.is === 'nearly-all')
      return [
        ...(expected ? [texts.expected(expected)] : []),
        texts.nearlyAll(group.n, options[group.option] ?? ''),
        ...mine,
      ]
    const says = this.#says(options, group.mean)
    return [
      expected ? texts.expectedAnd(expected, group.n, says) : texts.noGuess(group.n, says),
      ...this.#judged(item.guessBeside, texts.outsideGuess, texts.withinGuess),
      ...mine,
    ]
  }

  /** A concept's scores beside each other. */
  conceptSentences({ concept, own, group, guessed }: CheckedConcept): string[] {
    const { texts } = this
    if (!group.shown) return [texts.hidden(this.room.why(group))]
    const { mean, interval } = group
    const options = this.room.ticksOf(concept)
    const says = ({ points }: Beside) => this.#says(options, { is: 'points', points })
    const they = {
      say: this.#says(options, mean),
      figure: [this.room.meanFigure(mean), ...(interval ? [texts.interval(interval.low, interval.high)] : [])].join(
        ', ',
      ),
    }
    return [
      own ? texts.ownScore(says(own), own.points, they) : texts.onlyGroup(they),
      ...this.#judged(own, texts.outside, texts.within),
      ...(guessed
        ? [
            texts.guessScore(says(guessed.guess), guessed.guess.points, guessed.statements, {
              say: this.#says(options, guessed.group.mean),
              figure: this.room.meanFigure(guessed.group.mean),
            }),
            ...this.#judged(guessed.guess, texts.outsideGuess, texts.withinGuess),
          ]
        : []),
    ]
  }
}
