import type { KeyValueStore } from '../../core/ports.ts'
import { decodeGuesses, encodeGuesses, mergeGuesses, type GuessProgress } from '../../core/guess/guess-progress.ts'
import { isAskedToGuess } from '../../core/guess/is-asked.ts'
import type { Questionnaire } from '../../core/questionnaire/schema.ts'
import { layoutOf } from '../../core/response/layout.ts'
import type { Place } from '../../core/response/progress.ts'
import type { Answer, Answers } from '../../core/response/response.ts'
import { OWN_KEYS } from '../parts/own-keys.ts'
import type { TakeSession } from './take-session.svelte.ts'

const NONE: Answers = {}

const keyOf = (questionnaire: string, workshop: string) =>
  `${OWN_KEYS}guess.${questionnaire}${workshop && `.${workshop}`}`

type Asked = Pick<Questionnaire, 'id' | 'version' | 'items' | 'scales' | 'guess'>

/**
 * One person's guesses of others' answers, after their own answers. Kept under a key of its
 * own, so that the first load, which keeps the answers, carries nothing of it. A run
 * has its guesses for as long as it is the present one.
 */
export class GuessRun {
  readonly #session: TakeSession
  readonly #store: KeyValueStore
  readonly #key: string
  readonly #items: readonly { readonly id: string; readonly options: number }[]
  #progress = $state.raw<GuessProgress | null>(null)
  /** As this tab last read or wrote them. */
  #seen: GuessProgress | null = null

  /** A later release keeps them in its own format. */
  #isLater = false

  readonly #own = $derived.by(() => (this.#progress?.run === this.#session.run ? this.#progress : null))
  /** Whether this person is asked at all. */
  readonly isAsked = $derived.by(() => this.#items.length > 0 && isAskedToGuess(this.#session.vantage))
  /** Whether they still have to be asked, or to say that they would rather not. */
  readonly isDue = $derived.by(() => this.isAsked && this.#own?.isDone !== true)
  /** Their guesses; none from a place that is not asked. */
  readonly guesses = $derived.by(() => (this.isAsked ? (this.#own?.guesses ?? NONE) : NONE))

  /**
   * @param questionnaire without its guess part where nobody is to be asked
   * @param workshop the id of the workshop that the run is for; its guesses are kept apart, as its answers are
   */
  constructor(session: TakeSession, questionnaire: Asked, store: KeyValueStore, workshop = '') {
    this.#session = session
    this.#store = store
    this.#key = keyOf(questionnaire.id, workshop)
    this.#items = layoutOf(questionnaire).items.filter(({ guessed }) => guessed)
    this.#progress = this.#seen = this.#read()
    session.guess = this
    // The person was here before what asks for guesses was.
    if (session.hasMoved && session.place.on === 'result') this.leadIn()
  }

  /** The ids of the items that are guessed at, in the order that they are asked. */
  get asked(): readonly string[] {
    return this.#items.map(({ id }) => id)
  }

  /** The number of the guess that a place is for, from 1, 0 for the screen that asks for them; `null` for other places. */
  stepAt({ on }: Place): number | null {
    const step = on.startsWith('guess-') ? Number(on.slice('guess-'.length)) : null
    return step === null || !this.isAsked || step > this.#items.length ? null : step
  }

  /** Leads to what asks for guesses, where they are due. Returns whether they are. */
  leadIn(): boolean {
    this.#hear()
    if (this.isDue) this.#session.travelTo({ on: 'guess-0' })
    return this.isDue
  }

  guess(item: string, answer: Answer): void {
    this.#change({ guesses: { ...this.guesses, [item]: answer } })
  }

  /** Goes on to the result, with what was guessed until now. */
  finish(): void {
    this.#change({ isDone: true })
    this.#session.showResult()
  }

  /** Follows other tabs. Returns a function that unsubscribes. */
  follow(): () => void {
    const unhear = this.#store.onChange(OWN_KEYS, () => (this.#progress = this.#seen = null))
    const unfollow = this.#store.onChange(this.#key, () => this.#hear())
    return () => {
      unfollow()
      unhear()
    }
  }

  /** Deletes them, here and on the device. */
  discard(): void {
    this.#progress = this.#seen = null
    this.#store.remove(this.#key)
  }

  /** Takes in what another tab has kept. */
  #hear(): void {
    const theirs = this.#read()
    this.#progress = this.#own ? mergeGuesses(this.#seen, this.#own, theirs) : theirs
    this.#seen = theirs
  }

  #read(): GuessProgress | null {
    const read = this.#store.read(this.#key)
    const kept = read.ok ? decodeGuesses(this.#items, read.value) : null
    this.#isLater = kept === 'later'
    return kept === 'later' ? null : kept
  }

  #change(change: Partial<GuessProgress>): void {
    const { run } = this.#session
    if (run === null) return
    const mine = { run, guesses: this.#own?.guesses ?? NONE, isDone: this.#own?.isDone ?? false, ...change }
    this.#progress = mergeGuesses(this.#seen, mine, this.#read())
    this.#seen = this.#progress
    // Where nothing can be kept they last as long as the tab, of which the page has told already.
    if (!this.#isLater && !this.#session.isWithdrawn) this.#store.write(this.#key, encodeGuesses(this.#progress))
  }
}
