import type { Outcome } from './outcome.ts'

/** What a source is told of one text that it handed over. */
export type Receipt =
  /** The device has it, and would after a crash. Never none: a text that was refused has an outcome, too. */
  | { readonly kept: true; readonly outcomes: readonly Outcome[] }
  /** At most this tab has it. It is to be handed over again. */
  | { readonly kept: false }

export const NOT_KEPT: Receipt = { kept: false }

/** Where a source hands over what arrives. */
export interface Intake {
  /** Resolves when more may be handed over. What is handed over before is not lost, and waits. */
  readonly ready: Promise<void>
  /** Hands over one text. Resolves when it is dealt with and never before, and never rejects. */
  take(text: string): Promise<Receipt>
}

/** For how long arrivals are gathered to be taken in together, in milliseconds. */
export const GATHERED_FOR = 250

/** How many may wait until a source is to hold back. */
export const MOST_WAITING = 500

interface Arrival {
  readonly text: string
  readonly settle: (receipt: Receipt) => void
}

/**
 * Gathers what arrives, so that a burst is one change of the workshop. One batch
 * is taken in after the other; what arrives meanwhile is the next.
 */
export class BatchedIntake implements Intake {
  readonly #takeIn: (texts: readonly string[]) => Promise<readonly Receipt[]>
  readonly #wait: (milliseconds: number) => Promise<void>
  #waiting: Arrival[] = []
  #isTaking = false
  /** While too many wait: what sources wait for, and how it is settled. */
  #full: { readonly room: Promise<void>; readonly settle: () => void } | null = null

  /** @param takeIn gives one receipt for each text, and never rejects */
  constructor(
    takeIn: (texts: readonly string[]) => Promise<readonly Receipt[]>,
    wait: (milliseconds: number) => Promise<void>,
  ) {
    this.#takeIn = takeIn
    this.#wait = wait
  }

  get ready(): Promise<void> {
    return this.#full?.room ?? Promise.resolve()
  }

  take(text: string): Promise<Receipt> {
    return new Promise((settle) => {
      this.#waiting.push({ text, settle })
      if (this.#waiting.length >= MOST_WAITING) this.#holdBack()
      if (!this.#isTaking) void this.#takeAll()
    })
  }

  #holdBack(): void {
    if (this.#full) return
    let settle = () => {}
    const room = new Promise<void>((resolve) => (settle = resolve))
    this.#full = { room, settle }
  }

  #goOn(): void {
    this.#full?.settle()
    this.#full = null
  }

  async #takeAll(): Promise<void> {
    this.#isTaking = true
    while (this.#waiting.length > 0) {
      await this.#wait(GATHERED_FOR)
      const batch = this.#waiting
      this.#waiting = []
      const receipts = await this.#takeIn(batch.map(({ text }) => text))
      for (const [index, { settle }] of batch.entries()) settle(receipts[index] ?? NOT_KEPT)
      if (this.#waiting.length < MOST_WAITING) this.#goOn()
    }
    this.#isTaking = false
  }
}
