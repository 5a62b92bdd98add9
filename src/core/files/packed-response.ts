import { CANT_TELL, type Answer, type Answers, type GivenVantage, type Response } from '../response/response.ts'

/** Bytes of a packed text that are no step: unanswered, and *can't tell*. Steps stand for themselves, far below. */
const NO_ANSWER = 0
const TELLS_NOT = 255

/**
 * One row's response with a byte for each statement, from which its answers are made
 * each time they are asked for. As objects, those of 100,000 rows take 30 MB, and
 * 160 where people skip statements: an engine then keeps the shape of each by itself.
 */
export class PackedResponse implements Response {
  readonly vantage: GivenVantage
  /** Tables of other tools do not say it. */
  readonly secondsPerItem = null
  readonly #items: readonly { readonly id: string }[]
  readonly #packed: string

  /**
   * @param items shared by all rows of a table
   * @param answers in the order of the items, `null` for unanswered; steps from 1 to 254
   */
  constructor(vantage: GivenVantage, items: readonly { readonly id: string }[], answers: readonly (Answer | null)[]) {
    this.vantage = vantage
    this.#items = items
    const codes = answers.map((answer) => (answer === CANT_TELL ? TELLS_NOT : (answer ?? NO_ANSWER)))
    this.#packed = String.fromCharCode(...codes)
  }

  get answers(): Answers {
    const answers: Record<string, Answer> = {}
    for (const [at, { id }] of this.#items.entries()) {
      const code = this.#packed.charCodeAt(at)
      if (code !== NO_ANSWER) answers[id] = code === TELLS_NOT ? CANT_TELL : code
    }
    return answers
  }
}
