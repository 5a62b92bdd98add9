import type { Beside, CheckedConcept, CheckedItem, CheckView, GroupMean } from '../../core/check/check-view.ts'
import { meaningOf, type ReleasedMean } from '../../core/disclosure/release-mean.ts'
import { CANT_TELL, type Answer } from '../../core/response/response.ts'
import { describeScore } from '../../core/scoring/describe-score.ts'
import type { CheckTexts, Said } from '../locales/en/check.ts'
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

  /** Whether the leader guessed at anything, or said not to know. */
  get hasGuess(): boolean {
    return this.view.guessedItems.some(({ guess }) => guess !== null)
  }

  /** The sentence on what to take up first: only of what can be found on the page. */
  get firstStep(): string {
    const { take } = this.texts.next
    const items = this.view.guessedItems
    if (items.some(({ guessBeside }) => guessBeside?.side === 'below' || guessBeside?.side === 'above'))
      return take.outside
    return items.some((item) => this.#isSaidOtherwise(item)) ? take.otherwise : take.any
  }

  /** Whether what people say, in words, leaves out what was expected. */
  #isSaidOtherwise({ item, group, guess }: CheckedItem): boolean {
    const option = this.#option(item, guess)
    if (!group.shown || option === null) return false
    const options = this.room.optionsOf(item)
    if (group.is === 'nearly-all') return options[group.option] !== option
    const [from, to] = this.#span(options, group.mean)
    return options.indexOf(option) < options.indexOf(from) || options.indexOf(option) > options.indexOf(to)
  }

  #option(item: string, answer: Answer | null): string | null {
    return typeof answer === 'number' ? (this.room.optionsOf(item)[answer - 1] ?? null) : null
  }

  /** The options between which a mean lies. */
  #span(options: readonly string[], mean: ReleasedMean): [from: string, to: string] {
    const { low, high } = meaningOf(mean)
    const [from, to] = [describeScore(low, options), describeScore(high, options)]
    return [from.is === 'around' ? from.option : from.lower, to.is === 'around' ? to.option : to.upper]
  }

  /** A mean in the words of the response scale. */
  #says(options: readonly string[], mean: ReleasedMean): string {
    const [from, to] = this.#span(options, mean)
    return from === to && mean.is === 'points' ? this.texts.around(from) : this.texts.amid(from, to)
  }

  /** A mean in the words of the scale, and in figures with its interval, where one is shown. */
  #they(options: readonly string[], { mean, interval }: Pick<GroupMean, 'mean' | 'interval'>): Said {
    const figures = [
      this.room.meanFigure(mean),
      ...(interval ? [this.texts.interval(interval.low, interval.high)] : []),
    ]
    return { say: this.#says(options, mean), figure: figures.join(', ') }
  }

  /** The group's answers to a statement, in as few words as fit a table. */
  groupIn({ item, group }: CheckedItem): string {
    if (!group.shown) return this.texts.hidden(this.room.why(group))
    const options = this.room.optionsOf(item)
    if (group.is === 'nearly-all') return this.texts.table.nearlyAll(options[group.option] ?? '')
    return this.texts.table.given(this.#they(options, group))
  }

  /** An option and where it lies, in as few words as fit a table. */
  #givenIn(item: string, answer: Answer | null, beside: Beside | null): string | null {
    const say = this.#option(item, answer)
    if (say === null) return null
    return beside ? this.texts.table.given({ say, figure: this.room.texts.number(beside.points) }) : say
  }

  /** The leader's answer to a statement, in as few words as fit a table. */
  ownIn({ item, own, ownBeside }: CheckedItem): string {
    const { table } = this.texts
    return this.#givenIn(item, own, ownBeside) ?? (own === CANT_TELL ? table.unseen : table.open)
  }

  /** The leader's guess at a statement, in as few words as fit a table. */
  guessIn({ item, guess, guessBeside }: CheckedItem): string {
    const { table } = this.texts
    return this.#givenIn(item, guess, guessBeside) ?? (guess === CANT_TELL ? table.unknown : table.notGuessed)
  }

  /** Says that the leader's answer to a statement lies outside the limits of the mean; empty where it does not. */
  judgementOf({ ownBeside }: CheckedItem): string {
    return ownBeside?.side === 'within' ? '' : this.#judged(ownBeside, this.texts.outsideAnswer, '').join('')
  }

  #judged(one: Beside | null, outside: (away: number, more: boolean) => string, within: string): string[] {
    if (!one?.side) return []
    return [one.side === 'within' ? within : outside(one.away ?? 0, one.side === 'above')]
  }

  /** An option in quotes and where it lies. */
  #given(item: CheckedItem, answer: Answer | null, beside: Beside | null): string | null {
    const option = this.#option(item.item, answer)
    return option && this.texts.given(option, beside && this.room.texts.number(beside.points))
  }

  /** The guess on a statement and the group's answers: in words first, then in figures. */
  sentencesOf(item: CheckedItem): string[] {
    const { texts } = this
    const { group, own, guess } = item
    const expected = this.#given(item, guess, item.guessBeside)
    const answered = this.#given(item, own, item.ownBeside)
    const mine = answered ? [texts.own(answered)] : own === CANT_TELL ? [texts.ownUnseen] : []
    const unsaid = guess === CANT_TELL ? [texts.unknown] : this.hasGuess ? [texts.notGuessed] : []
    if (!group.shown) return [texts.hidden(this.room.why(group)), ...mine]
    const options = this.room.optionsOf(item.item)
    return [
      ...(expected ? [texts.expected(expected)] : unsaid),
      group.is === 'nearly-all'
        ? texts.nearlyAll(group.n, options[group.option] ?? '')
        : texts.groupSays(group.n, this.#they(options, group)),
      ...this.#judged(item.guessBeside, texts.outsideGuess, texts.withinGuess),
      ...mine,
    ]
  }

  /** A concept's scores beside each other. */
  conceptSentences({ concept, own, group, guessed }: CheckedConcept): string[] {
    const { texts } = this
    if (!group.shown) return [texts.hidden(this.room.why(group))]
    const options = this.room.ticksOf(concept)
    const says = ({ points }: Beside) => this.#says(options, { is: 'points', points })
    const they = this.#they(options, group)
    return [
      own ? texts.ownScore(says(own), own.points, they) : texts.onlyGroup(they),
      ...this.#judged(own, texts.outside, texts.within),
      ...(guessed
        ? [
            texts.guessScore(
              says(guessed.guess),
              guessed.guess.points,
              guessed.statements,
              this.#they(options, guessed.group),
            ),
            ...this.#judged(guessed.guess, texts.outsideGuess, texts.withinGuess),
          ]
        : []),
    ]
  }
}
