import type { Clock } from '../../core/ports.ts'
import { LONGEST_SECONDS, minutesLeft } from '../../core/response/minutes-left.ts'
import { EMPTY_PROGRESS, LONGEST_ABOUT, type Place, type Progress } from '../../core/response/progress.ts'
import type { Answer, GivenVantage, Response } from '../../core/response/response.ts'
import type { TakePart } from '../../core/questionnaire/parts.ts'
import type { Notice } from '../../core/response/notices.ts'
import type { KeptRun } from './kept-run.ts'

/** One person taking one questionnaire: where they are, what they answered, and what they have been told. */
export class TakeSession {
  #part = $state.raw() as TakePart
  readonly #kept: KeptRun
  readonly #clock: Clock
  readonly #unfollow: () => void
  #progress = $state.raw<Progress>(EMPTY_PROGRESS)
  #notices = $state.raw<readonly Notice[]>([])
  /** The first item was answered before the position was asked for, so it is not asked again. */
  #answeredFirst = false
  /** Opened from the list, so moving on leads to what is still unanswered. */
  #jumped = false
  /** The latest answer was the last one missing, so what follows is the result. */
  #completed = false
  #shownAt: number
  /** Changed since the run was last kept. */
  #keeping = false
  #isKept = false
  #moved = false
  /** What was kept was removed in another tab, so nothing is kept again before the next answer. */
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
    )
  }

  /** The questionnaire as it is asked, in the language of the moment. */
  get part(): TakePart {
    return this.#part
  }

  /** Goes on in another language. Items, order and scales are the same in each. */
  speak(part: TakePart): void {
    this.#part = part
  }

  /** Ends what was begun to follow other tabs. */
  end(): void {
    this.#unfollow()
  }

  /** Whether what was kept was removed elsewhere, and no answer was given since. */
  get isWithdrawn(): boolean {
    return this.#withdrawn
  }

  /** When this run was begun, which tells it from others. */
  get run(): number | null {
    return this.#progress.run
  }

  get vantage(): GivenVantage | null {
    return this.#progress.vantage
  }

  /** Which of a workshop's levels the person said, counted from 0 at the top. */
  get level(): number | null {
    return this.#progress.level
  }

  get about(): string {
    return this.#progress.about
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

  /** Whether what is here is on the device too, so that loading the page anew would lose nothing. */
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

  /** @param level which of a workshop's levels it is, counted from 0 at the top */
  chooseVantage(vantage: GivenVantage, level: number | null = null): void {
    this.#change({ vantage, level })
  }

  setAbout(about: string): void {
    this.#change({ about: about.slice(0, LONGEST_ABOUT) })
  }

  setQuick(quick: boolean): void {
    this.#change({ quick })
  }

  /** Takes a position for granted until the person says otherwise. Nothing is kept before they act. */
  presume(vantage: GivenVantage | null, place: Place): void {
    this.#progress = { ...this.#progress, vantage, place }
  }

  /** Answers the first item before anything else, then asks what is left to ask. */
  answerFirst(answer: Answer): void {
    const [first] = this.part.items
    if (!first) return
    this.#answeredFirst = true
    this.answer(first.id, answer)
    this.#goTo({ on: 'vantage' })
    if (this.vantage !== null) this.moveOn()
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
      // A result of other answers is another day's.
      completedOn: answers[item] === answer ? this.#progress.completedOn : null,
      timed: first ? { seconds: timed.seconds + seconds, items: timed.items + 1 } : timed,
    })
  }

  /** To the next item; after the last, or after a jump, to what is still unanswered, the list, or the result. */
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

  /** To the item before, or the vantage question. Answers stay. */
  moveBack(): void {
    this.#jumped = false
    const previous = this.part.items[this.index - 1]
    this.#goTo(previous ? { on: 'item', item: previous.id } : { on: 'vantage' })
  }

  jumpTo(item: string): void {
    this.#jumped = true
    this.#goTo({ on: 'item', item })
  }

  /** To the vantage question from the list, to which moving on then leads back. */
  showVantage(): void {
    this.#jumped = true
    this.#goTo({ on: 'vantage' })
  }

  showList(): void {
    this.#jumped = false
    this.#goTo({ on: 'list' })
  }

  showResult(): void {
    this.#jumped = false
    this.#moved = true
    this.#change({ completedOn: this.#progress.completedOn ?? this.#clock.today(), place: { on: 'result' } })
  }

  /** Throws this run away, here and on the device. The choice of quick answering stays. */
  startAgain(): void {
    this.#jumped = false
    this.#answeredFirst = false
    this.#moved = true
    this.#notices = []
    this.#withdrawn = false
    this.#keeping = false
    this.#progress = { ...EMPTY_PROGRESS, quick: this.#progress.quick }
    const notice = this.#kept.discard(this.#progress)
    if (notice) this.#tell(notice)
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
    // An answer and the move after it are kept as one, in the same task.
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
