import { MOST_WAITING } from '../bounds/bounds.ts'
import type { Outcome } from './outcome.ts'

/** The answer to a source about one text that it delivered. */
export type Receipt =
  /** The device has kept it, and would after a crash. At least one outcome: a refused text has one, too. */
  | { readonly kept: true; readonly outcomes: readonly Outcome[] }
  /** The device has not kept it; this tab may have. It has to be delivered again. */
  | { readonly kept: false }

export const NOT_KEPT: Receipt = { kept: false }

/** Takes in the texts that sources deliver. */
export interface Intake {
  /** Resolves when more may be delivered. A text delivered earlier is not lost, and waits. */
  readonly ready: Promise<void>
  /** Takes one text. Resolves once it is dealt with, and never rejects. */
  take(text: string): Promise<Receipt>
}

/** How long arrivals are gathered into one batch, in milliseconds. */
export const GATHERED_FOR = 250

interface Arrival {
  readonly text: string
  readonly settle: (receipt: Receipt) => void
}

/**
 * Gathers arriving texts into batches, so that a burst is one change of the
 * workshop. Batches are taken in one after the other; texts that arrive meanwhile
 * form the next.
 */
export class BatchedIntake implements Intake {
  readonly #takeIn: (texts: readonly string[]) => Promise<readonly Receipt[]>
  readonly #wait: (milliseconds: number) => Promise<void>
  #waiting: Arrival[] = []
  #isTaking = false
  /** The promise behind `ready` while too many wait, and its resolver. */
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
      // A batch that cannot be taken in does not keep those to come out.
      const receipts = await this.#takeIn(batch.map(({ text }) => text)).catch((): readonly Receipt[] => [])
      for (const [index, { settle }] of batch.entries()) settle(receipts[index] ?? NOT_KEPT)
      if (this.#waiting.length < MOST_WAITING) this.#goOn()
    }
    this.#isTaking = false
  }
}
