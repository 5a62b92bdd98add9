/**
 * A facilitator's place in a presentation. Every step starts covered, so that the
 * room answers its question before it sees the figure and nobody anchors. One
 * button of a clicker is enough: it uncovers a step, then moves on.
 */
export class Presenting {
  readonly #steps: number
  #at = $state.raw(0)
  #uncovered = $state.raw<ReadonlySet<number>>(new Set())

  /** @param steps the number of steps, at least one */
  constructor(steps: number) {
    this.#steps = steps
  }

  /** The step, counted from 0. */
  get at(): number {
    return this.#at
  }

  get isCovered(): boolean {
    return !this.#uncovered.has(this.#at)
  }

  get isFirst(): boolean {
    return this.#at === 0
  }

  /** Whether the last step is uncovered. */
  get isOver(): boolean {
    return this.#at === this.#steps - 1 && !this.isCovered
  }

  /** Uncovers the step, or moves to the next one, which keeps its cover as it was left. */
  forward(): void {
    if (this.isCovered) this.toggle()
    else if (!this.isOver) this.#at += 1
  }

  /** Moves to the step before, which keeps its cover as it was left. */
  back(): void {
    if (!this.isFirst) this.#at -= 1
  }

  /** Covers the step, or uncovers it. */
  toggle(): void {
    const uncovered = new Set(this.#uncovered)
    if (!uncovered.delete(this.#at)) uncovered.add(this.#at)
    this.#uncovered = uncovered
  }
}
