const MINUTE = 60_000

/** How much of something may happen in a minute. What was not used is there at once, up to that. */
export class Allowance {
  readonly #perMinute: number
  #left: number
  #since: number

  constructor(perMinute: number, now: number) {
    this.#perMinute = perMinute
    this.#left = perMinute
    this.#since = now
  }

  /** Takes one, and tells how many milliseconds to wait before it: 0 where it is there. */
  take(now: number): number {
    this.#left = Math.min(this.#perMinute, this.#left + ((now - this.#since) * this.#perMinute) / MINUTE) - 1
    this.#since = now
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left * MINUTE) / this.#perMinute)
  }
}
