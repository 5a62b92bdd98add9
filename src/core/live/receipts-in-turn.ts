/** So many people are answered at once after each time the relay was asked. */
const AT_ONCE = 200

/** So many of the others are on their way at once: a relay takes its time to keep each, and others may send meanwhile. */
const TOGETHER = 100

/**
 * When receipts are laid. What lay at a relay may be ten thousand envelopes, and a
 * receipt costs a cluster more than an envelope does to deliver: the first people are
 * answered at once, and the others when all that lay there has been taken in. None is
 * forgotten as long as the console is open; at its next opening the envelopes lie there
 * still, and are answered anew.
 */
export class ReceiptsInTurn {
  readonly #atOnce: number
  /** The latest of each participant, by their tags. */
  readonly #waiting = new Map<string, () => Promise<unknown>>()
  #isAsking = false
  #laid = 0
  #inWork = 0
  /** How many of the others are on their way. */
  #laying = 0

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce
  }

  /** Notes that the relay is asked for what lies there, or that it has been. */
  ask(isAsking: boolean): void {
    this.#isAsking = isAsking
    if (isAsking) this.#laid = 0
    else this.#goOn()
  }

  /** Follows one message that lay there until it has been dealt with. */
  async follow(work: Promise<void>): Promise<void> {
    this.#inWork++
    await work.catch(() => {})
    this.#inWork--
    this.#goOn()
  }

  /**
   * Lays a participant's receipt in its turn, in place of one that waits.
   *
   * @param lay must look whether it is still the participant's latest
   */
  async add(tag: string, lay: () => Promise<unknown>, isRetained: boolean): Promise<void> {
    this.#waiting.delete(tag)
    const isLate = isRetained && (this.#isAsking || this.#inWork > 0) && this.#laid >= this.#atOnce
    if (isLate) {
      this.#waiting.set(tag, lay)
      return
    }
    this.#laid++
    await lay()
  }

  /** Lays all that wait, before what they answer is cleared. */
  hurry(): void {
    const all = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const lay of all) void lay()
  }

  #goOn(): void {
    while (this.#laying < TOGETHER && !this.#isAsking && this.#inWork === 0) {
      const [next] = this.#waiting
      if (!next) return
      const [tag, lay] = next
      this.#waiting.delete(tag)
      this.#laying++
      void lay().finally(() => {
        this.#laying--
        this.#goOn()
      })
    }
  }
}
