import { minutesLeft } from '../../core/response/minutes-left.ts'
import type { Answer } from '../../core/response/response.ts'
import type { Texts } from '../../core/questionnaire/schema.ts'
import type { GuessTexts } from '../locales/en/guess.ts'
import type { GuessRun } from './guess-run.svelte.ts'
import type { TakeSession } from './take-session.svelte.ts'

/** The session that the screen of a statement is given to ask for guesses instead of answers. */
export class GuessSession {
  readonly #session: TakeSession
  readonly #guess: GuessRun
  /** The statements that are guessed at, under the question for them. */
  readonly part: TakeSession['part']

  constructor(session: TakeSession, guess: GuessRun, words: Texts['guess'], texts: GuessTexts) {
    this.#session = session
    this.#guess = guess
    const { part } = session
    const scales = Object.entries(part.scales).map(([id, scale]) => [
      id,
      { ...scale, stem: words?.question ?? '', cantTell: texts.dontKnow },
    ])
    this.part = {
      ...part,
      items: part.items.filter(({ id }) => guess.asked.includes(id)),
      scales: Object.fromEntries(scales),
    }
  }

  get index(): number {
    return (this.#guess.stepAt(this.#session.place) ?? 0) - 1
  }

  get unanswered(): number {
    return this.part.items.filter(({ id }) => this.answerOf(id) === undefined).length
  }

  get minutesLeft(): number {
    return minutesLeft(this.unanswered, { seconds: 0, items: 0 })
  }

  get quick(): boolean {
    return this.#session.quick
  }

  answerOf(item: string): Answer | undefined {
    return this.#guess.guesses[item]
  }

  answer(item: string, answer: Answer): void {
    this.#guess.guess(item, answer)
  }

  moveOn(): void {
    const next = this.index + 2
    if (next > this.part.items.length) this.#guess.finish()
    else this.#session.travelTo({ on: `guess-${next}` })
  }

  moveBack(): void {
    this.#session.travelTo({ on: `guess-${this.index}` })
  }

  /** In the place of the list of statements: on to the result, with what was guessed until now. */
  showList(): void {
    this.#guess.finish()
  }
}
