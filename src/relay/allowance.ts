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

  #refill(now: number): void {
    this.#left = Math.min(this.#perMinute, this.#left + ((now - this.#since) * this.#perMinute) / MINUTE)
    this.#since = now
  }

  /** Takes one, and tells how many milliseconds to wait before it: 0 where it is there. */
  take(now: number): number {
    this.#refill(now)
    this.#left--
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left * MINUTE) / this.#perMinute)
  }

  /** Takes one where it is there. Where not, asking costs nothing: who asks often keeps nobody else waiting longer. */
  takeIfThere(now: number): boolean {
    this.#refill(now)
    if (this.#left < 1) return false
    this.#left--
    return true
  }
}
