/**
 * Where a facilitator is in front of a room. Every step starts covered, so that
 * the room answers its question before it sees the figure and nobody anchors.
 * One button of a clicker is enough: it uncovers a step, then moves on.
 */
export class Presenting {
  readonly #steps: number
  #at = $state.raw(0)
  #uncovered = $state.raw<ReadonlySet<number>>(new Set())

  /** @param steps how many there are, at least one */
  constructor(steps: number) {
    this.#steps = steps
  }

  /** Counted from 0. */
  get at(): number {
    return this.#at
  }

  get isCovered(): boolean {
    return !this.#uncovered.has(this.#at)
  }

  get isFirst(): boolean {
    return this.#at === 0
  }

  /** Whether nothing is left to uncover or to move on to. */
  get isOver(): boolean {
    return this.#at === this.#steps - 1 && !this.isCovered
  }

  /** Uncovers the step, or goes to the next one, which is as it was left. */
  forward(): void {
    if (this.isCovered) this.toggle()
    else if (!this.isOver) this.#at += 1
  }

  /** Goes to the step before, which is as it was left. */
  back(): void {
    if (!this.isFirst) this.#at -= 1
  }

  /** Covers what is seen, or uncovers it. */
  toggle(): void {
    const uncovered = new Set(this.#uncovered)
    if (!uncovered.delete(this.#at)) uncovered.add(this.#at)
    this.#uncovered = uncovered
  }
}
