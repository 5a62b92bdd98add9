import type { RelayConnection } from '../ports.ts'

/** So many people are answered at once after each time the relay was asked. */
const AT_ONCE = 200

/** So many of the others are on their way at once: a relay takes its time to keep each, and others may send meanwhile. */
const TOGETHER = 100

/** Where so many others wait, they are answered by so many further connections, too. */
const MANY = 1_000
const FURTHER = 3

/** Lays one receipt, by a further connection where one is given. */
type Lay = (by: RelayConnection | null) => Promise<unknown>

/**
 * When receipts are laid. What lay at a relay may be ten thousand envelopes, and a
 * receipt costs a cluster more than an envelope does to deliver: the first people are
 * answered at once, and the others when all that lay there has been taken in: many of them
 * by several connections, since a cluster keeps what one lays one after the other. None is
 * forgotten as long as the console is open; at its next opening the envelopes lie there
 * still, and are answered anew.
 */
export class ReceiptsInTurn {
  readonly #atOnce: number
  /** The latest of each participant, by their tags. */
  readonly #waiting = new Map<string, Lay>()
  #isAsking = false
  #laid = 0
  #inWork = 0
  /** How many of the others are on their way. */
  #laying = 0

  readonly #open: (() => RelayConnection) | null
  #further: readonly RelayConnection[] = []
  #turn = 0

  /** @param open opens a further connection; `null` where one is enough */
  constructor(atOnce = AT_ONCE, open: (() => RelayConnection) | null = null) {
    this.#atOnce = atOnce
    this.#open = open
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
  async add(tag: string, lay: Lay, isRetained: boolean): Promise<void> {
    this.#waiting.delete(tag)
    const isLate = isRetained && (this.#isAsking || this.#inWork > 0) && this.#laid >= this.#atOnce
    if (isLate) {
      this.#waiting.set(tag, lay)
      return
    }
    this.#laid++
    await lay(null)
  }

  /** Lays all that wait, before what they answer is cleared. */
  hurry(): void {
    const all = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const lay of all) void lay(null)
  }

  /** Lays no more: whoever waits is answered at the next opening. */
  end(): void {
    this.#waiting.clear()
    for (const one of this.#further) one.end()
    this.#further = []
  }

  #goOn(): void {
    const isFree = () => !this.#isAsking && this.#inWork === 0
    if (isFree() && this.#open && this.#further.length === 0 && this.#waiting.size >= MANY)
      this.#further = Array.from({ length: FURTHER }, this.#open)
    while (this.#laying < TOGETHER && isFree()) {
      const [next] = this.#waiting
      if (!next) break
      const [tag, lay] = next
      this.#waiting.delete(tag)
      this.#laying++
      void lay(this.#next()).finally(() => {
        this.#laying--
        this.#goOn()
      })
    }
    if (this.#laying === 0 && this.#waiting.size === 0) this.end()
  }

  /** One connection after the other, of those that are there; `null` for the first. */
  #next(): RelayConnection | null {
    const ways = [null, ...this.#further.filter(({ state }) => state === 'live')]
    return ways[this.#turn++ % ways.length] ?? null
  }
}
