import type { Collected, CollectedEntry } from './collected.ts'

/**
 * Finds the entries that count by participant number or mark. It moves from each
 * state of a workshop to the next, so that one more response is looked up and not
 * compared with all. Only the latest state has it; for an earlier one it is built
 * anew.
 */
export class CollectedIndex {
  static readonly #latest = new WeakMap<Collected, CollectedIndex>()

  readonly #byParticipant = new Map<number, CollectedEntry>()
  readonly #byMark = new Map<string, CollectedEntry[]>()

  private constructor(entries: readonly CollectedEntry[]) {
    for (const entry of entries) this.add(entry)
  }

  /** Takes the index from a state, to be given to the next state. */
  static from(collected: Collected): CollectedIndex {
    const index = CollectedIndex.#latest.get(collected)
    CollectedIndex.#latest.delete(collected)
    return index ?? new CollectedIndex(collected.entries)
  }

  /** Gives the index to the state with its entries. Returns the state. */
  giveTo(collected: Collected): Collected {
    CollectedIndex.#latest.set(collected, this)
    return collected
  }

  ofParticipant(participant: number): CollectedEntry | undefined {
    return this.#byParticipant.get(participant)
  }

  ofMark(mark: string): readonly CollectedEntry[] {
    return this.#byMark.get(mark) ?? []
  }

  /** How many entries have each mark. */
  countMarks(): ReadonlyMap<string, number> {
    return new Map([...this.#byMark].map(([mark, entries]) => [mark, entries.length]))
  }

  add(entry: CollectedEntry): void {
    const { participant, mark } = entry
    if (participant !== null) this.#byParticipant.set(participant, entry)
    else if (mark !== null) {
      const same = this.#byMark.get(mark)
      if (same) same.push(entry)
      else this.#byMark.set(mark, [entry])
    }
  }

  remove({ id, participant, mark }: CollectedEntry): void {
    if (participant !== null && this.#byParticipant.get(participant)?.id === id) this.#byParticipant.delete(participant)
    if (mark === null) return
    const others = this.ofMark(mark).filter((other) => other.id !== id)
    if (others.length > 0) this.#byMark.set(mark, others)
    else this.#byMark.delete(mark)
  }
}
