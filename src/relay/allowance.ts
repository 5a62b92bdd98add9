const MINUTE = 60_000

/** How much of something may happen within a time. What was not used is there at once, up to that. */
export class Allowance {
  readonly #amount: number
  readonly #within: number
  #left: number
  #since: number

  /** @param within in milliseconds; by default a minute */
  constructor(amount: number, now: number, within = MINUTE) {
    this.#amount = amount
    this.#within = within
    this.#left = amount
    this.#since = now
  }

  #refill(now: number): void {
    this.#left = Math.min(this.#amount, this.#left + ((now - this.#since) * this.#amount) / this.#within)
    this.#since = now
  }

  /** Takes one, and tells how many milliseconds to wait before it: 0 where it is there. */
  take(now: number): number {
    this.#refill(now)
    this.#left--
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left * this.#within) / this.#amount)
  }

  /** Takes one where it is there. Where not, asking costs nothing: who asks often keeps nobody else waiting longer. */
  takeIfThere(now: number): boolean {
    this.#refill(now)
    if (this.#left < 1) return false
    this.#left--
    return true
  }
}
