import type { Clock } from '../../core/ports.ts'
import { LONGEST_SECONDS, minutesLeft } from '../../core/response/minutes-left.ts'
import {
  EMPTY_PROGRESS,
  LONGEST_ABOUT,
  LONGEST_PRIORITY,
  type Place,
  type Progress,
} from '../../core/response/progress.ts'
import type { Answer, GivenVantage, Response } from '../../core/response/response.ts'
import type { TakePart } from '../../core/questionnaire/parts.ts'
import type { Notice } from '../../core/response/notices.ts'
import type { KeptRun } from './kept-run.ts'

const isSame = (one: Place, other: Place) =>
  one.on === other.on && (one.on !== 'item' || other.on !== 'item' || one.item === other.item)

/** One person taking one questionnaire: their place, their answers, and the notices they have seen. */
export class TakeSession {
  #part = $state.raw() as TakePart
  readonly #kept: KeptRun
  readonly #clock: Clock
  readonly #unfollow: () => void
  #progress = $state.raw<Progress>(EMPTY_PROGRESS)
  #notices = $state.raw<readonly Notice[]>([])
  /** The first item was answered before the vantage was asked, so it is not shown again. */
  #answeredFirst = false
  #isPassed = false
  /** Opened from the list, so moving on leads to the next unanswered item. */
  #jumped = false
  /** The latest answer was the last one missing, so moving on leads to the result. */
  #completed = false
  #shownAt: number
  /** Changed since the run was last kept. */
  #keeping = false
  #isKept = false
  #moved = false
  /** The guesses of others' answers, once loaded: asked for in the result's place, and deleted with the run. */
  guess?: { leadIn: () => boolean; discard: () => void }
  /** The kept run was removed in another tab, so nothing is kept again before the next answer. */
  #withdrawn = $state.raw(false)

  readonly place = $derived(this.#progress.place)
  readonly index = $derived.by(() => {
    const { place } = this.#progress
    return place.on === 'item' ? this.part.items.findIndex(({ id }) => id === place.item) : -1
  })
  readonly unanswered = $derived.by(
    () => this.part.items.filter(({ id }) => this.#progress.answers[id] === undefined).length,
  )
  readonly minutesLeft = $derived(minutesLeft(this.unanswered, this.#progress.timed))

  constructor(part: TakePart, kept: KeptRun, clock: Clock) {
    this.#part = part
    this.#kept = kept
    this.#clock = clock
    this.#shownAt = clock.now()
    const opened = kept.open()
    if (opened.progress) {
      this.#progress = opened.progress
      this.#isKept = true
      const isWhole = opened.notices.length === 0
      if (isWhole && Object.keys(opened.progress.answers).length > 0) this.#tell('resumed')
    }
    for (const notice of opened.notices) this.#tell(notice)
    this.#unfollow = kept.onElsewhere(
      () => this.#progress,
      ({ progress, notice }) => {
        this.#progress = progress
        if (notice === 'removed-elsewhere') {
          this.#withdrawn = true
          this.#isKept = false
          this.dismiss('resumed')
        }
        if (notice) this.#tell(notice)
      },
      () => this.#forget(),
    )
  }

  /** The questionnaire in the present language. */
  get part(): TakePart {
    return this.#part
  }

  /** Switches to another language. Items, order and scales are the same in each. */
  speak(part: TakePart): void {
    this.#part = part
  }

  /** Stops following other tabs. */
  end(): void {
    this.#unfollow()
  }

  /** Whether the kept run was removed in another tab, and no answer was given since. */
  get isWithdrawn(): boolean {
    return this.#withdrawn
  }

  /**
   * When this run was begun, in milliseconds since 1970, which tells runs apart;
   * `null` before its first change.
   */
  get run(): number | null {
    return this.#progress.run
  }

  get vantage(): GivenVantage | null {
    return this.#progress.vantage
  }

  /** The workshop level that the person chose, counted from 0 at the top; `null` for none. */
  get level(): number | null {
    return this.#progress.level
  }

  get about(): string {
    return this.#progress.about
  }

  get priority(): string {
    return this.#progress.priority
  }

  get quick(): boolean {
    return this.#progress.quick
  }

  get completedOn(): string | null {
    return this.#progress.completedOn
  }

  /** Whether the person has moved from where the page opened, so that focus may be moved with them. */
  get hasMoved(): boolean {
    return this.#moved
  }

  /** Whether the present run is on the device, so that reloading the page would lose nothing. */
  get isKept(): boolean {
    return this.#isKept
  }

  get notices(): readonly Notice[] {
    return this.#notices
  }

  get hasBegun(): boolean {
    return this.#progress.vantage !== null || Object.keys(this.#progress.answers).length > 0
  }

  get response(): Response {
    const { vantage, answers, timed } = this.#progress
    return {
      vantage: vantage ?? 'not-said',
      answers,
      secondsPerItem: timed.items > 0 ? timed.seconds / timed.items : null,
    }
  }

  answerOf(item: string): Answer | undefined {
    return this.#progress.answers[item]
  }

  /** @param level the workshop level, counted from 0 at the top */
  chooseVantage(vantage: GivenVantage, level: number | null = null): void {
    this.#change({ vantage, level })
  }

  setAbout(about: string): void {
    this.#change({ about: about.slice(0, LONGEST_ABOUT) })
  }

  setPriority(priority: string): void {
    this.#change({ priority: priority.slice(0, LONGEST_PRIORITY) })
  }

  setQuick(quick: boolean): void {
    this.#change({ quick })
  }

  /**
   * Sets a vantage and place that hold until the person acts. Nothing is kept before that. Without a vantage nobody is
   * asked for it on the way.
   */
  presume(vantage: GivenVantage | null, place: Place): void {
    this.#isPassed = vantage === null
    this.#progress = { ...this.#progress, vantage, place }
  }

  /** Answers the first item before the vantage is chosen, then asks for the vantage where it is missing and not passed. */
  answerFirst(answer: Answer): void {
    const [first] = this.part.items
    if (!first) return
    this.#answeredFirst = true
    this.answer(first.id, answer)
    this.#goTo({ on: 'vantage' })
    if (this.vantage !== null || this.#isPassed) this.moveOn()
  }

  /** Records an answer without moving on. */
  answer(item: string, answer: Answer): void {
    this.#withdrawn = false
    const { answers, timed } = this.#progress
    const first = answers[item] === undefined
    this.#completed = first && this.unanswered === 1
    const seconds = Math.min(LONGEST_SECONDS, Math.max(0, (this.#clock.now() - this.#shownAt) / 1000))
    this.#change({
      answers: { ...answers, [item]: answer },
      // Changed answers give a new result, with a day of its own.
      completedOn: answers[item] === answer ? this.#progress.completedOn : null,
      timed: first ? { seconds: timed.seconds + seconds, items: timed.items + 1 } : timed,
    })
  }

  /**
   * Moves to the next item; after the last, or after a jump, to the next unanswered
   * one, the list, or the result.
   */
  moveOn(): void {
    const { items } = this.part
    const open = (from: number) => items.slice(from).find(({ id }) => this.#progress.answers[id] === undefined)
    if (this.#jumped && this.place.on === 'vantage') return this.showList()
    const skips = this.#jumped || (this.#answeredFirst && this.place.on === 'vantage')
    const next = skips ? open(this.index + 1) : items[this.index + 1]
    if (next) this.#goTo({ on: 'item', item: next.id })
    else if (this.#completed || (this.unanswered === 0 && !this.#jumped)) this.showResult()
    else this.showList()
  }

  /** Moves to the item before, or the vantage question. Answers stay. */
  moveBack(): void {
    this.#jumped = false
    const previous = this.part.items[this.index - 1]
    this.#goTo(previous ? { on: 'item', item: previous.id } : { on: 'vantage' })
  }

  jumpTo(item: string): void {
    this.#jumped = true
    this.#goTo({ on: 'item', item })
  }

  /** Moves from the list to the vantage question; moving on then leads back. */
  showVantage(): void {
    this.#jumped = true
    this.#goTo({ on: 'vantage' })
  }

  showList(): void {
    this.#jumped = false
    this.#goTo({ on: 'list' })
  }

  showResult(): void {
    if (this.guess?.leadIn()) return
    this.#jumped = false
    this.#moved = true
    this.#change({ completedOn: this.#progress.completedOn ?? this.#clock.today(), place: { on: 'result' } })
  }

  /** To a screen the person was on before, as Back leads there. Where nothing is begun, that is the start. */
  travelTo(place: Place): void {
    if (this.#progress.run === null || isSame(place, this.place)) return
    if (place.on === 'result') return this.showResult()
    this.#jumped = false
    this.#goTo(place)
  }

  /** Deletes this run, here and on the device. The choice of quick answering stays. */
  startAgain(): void {
    this.#forget()
    this.guess?.discard()
    const notice = this.#kept.discard(this.#progress)
    if (notice) this.#tell(notice)
  }

  #forget(): void {
    this.#jumped = false
    this.#answeredFirst = false
    this.#moved = true
    this.#notices = []
    this.#withdrawn = false
    this.#keeping = false
    this.#progress = { ...EMPTY_PROGRESS, quick: this.#progress.quick }
  }

  dismiss(notice: Notice): void {
    this.#notices = this.#notices.filter((other) => other !== notice)
  }

  #goTo(place: Place): void {
    this.#shownAt = this.#clock.now()
    this.#moved = true
    this.#completed = false
    this.#change({ place })
  }

  #change(change: Partial<Progress>): void {
    this.#progress = { ...this.#progress, run: this.#progress.run ?? this.#clock.moment(), ...change }
    if (change.place) this.dismiss('resumed')
    if (this.#keeping) return
    // An answer and the move after it are one change: both are kept in one
    // microtask.
    this.#keeping = true
    queueMicrotask(() => this.#keep())
  }

  #keep(): void {
    if (!this.#keeping) return
    this.#keeping = false
    if (this.#withdrawn) return
    const { progress, notice, isKept } = this.#kept.keep(this.#progress)
    this.#progress = progress
    this.#isKept = isKept
    if (notice) this.#tell(notice)
  }

  #tell(notice: Notice): void {
    if (!this.#notices.includes(notice)) this.#notices = [...this.#notices, notice]
  }
}
