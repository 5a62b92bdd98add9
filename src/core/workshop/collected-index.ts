import type { Collected, CollectedEntry } from './collected.ts'
import { isRow, rowKind } from './people.ts'

const kindOf = (entry: CollectedEntry) => (isRow(entry) ? `row:${rowKind(entry)}` : 'code')

/**
 * Finds the entries that count by participant number, identity or mark. It moves from each
 * state of a workshop to the next, so that one more response is looked up and not
 * compared with all. Only the latest state has it; for an earlier one it is built
 * anew.
 */
export class CollectedIndex {
  static readonly #latest = new WeakMap<Collected, CollectedIndex>()

  readonly #byParticipant = new Map<number, CollectedEntry>()
  readonly #byMark = new Map<string, CollectedEntry[]>()
  readonly #byPerson = new Map<string, CollectedEntry>()
  readonly #byRecord = new Map<string, CollectedEntry>()
  /** How many entries are of each kind: `code`, or `row` and how its person is known. */
  readonly #kinds = new Map<string, number>()

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

  /** The entries of a row's person: of the same person, and of the same response. */
  ofRow({ person, record }: Pick<CollectedEntry, 'person' | 'record'>): readonly CollectedEntry[] {
    const same = person === undefined ? undefined : this.#byPerson.get(person)
    const one = record === undefined ? undefined : this.#byRecord.get(record)
    // A response that is known as somebody else's is no longer this record's alone.
    const isOthers = person !== undefined && one?.person !== undefined && one.person !== person
    return [...new Set([same, isOthers ? undefined : one])].filter((entry) => entry !== undefined)
  }

  /** The entry of the same person, known in the same way. */
  ofIdentity({ participant, person, record }: CollectedEntry): CollectedEntry | undefined {
    if (participant !== null) return this.ofParticipant(participant)
    if (person !== undefined) return this.#byPerson.get(person)
    return record === undefined ? undefined : this.#byRecord.get(record)
  }

  /** Whether there is a response that did not come in a table. */
  get hasCodes(): boolean {
    return (this.#kinds.get('code') ?? 0) > 0
  }

  get hasRows(): boolean {
    return this.rowKinds().length > 0
  }

  /** How people of rows are known, each way once. */
  rowKinds(): readonly string[] {
    return [...this.#kinds].flatMap(([kind, count]) => (kind !== 'code' && count > 0 ? [kind.slice(4)] : []))
  }

  /** How many entries have each mark. */
  countMarks(): ReadonlyMap<string, number> {
    return new Map([...this.#byMark].map(([mark, entries]) => [mark, entries.length]))
  }

  add(entry: CollectedEntry): void {
    const { participant, mark, person, record } = entry
    const kind = kindOf(entry)
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    if (person !== undefined) this.#byPerson.set(person, entry)
    if (record !== undefined) this.#byRecord.set(record, entry)
    if (participant !== null) this.#byParticipant.set(participant, entry)
    else if (mark !== null) {
      const same = this.#byMark.get(mark)
      if (same) same.push(entry)
      else this.#byMark.set(mark, [entry])
    }
  }

  remove(entry: CollectedEntry): void {
    const { id, participant, mark, person, record } = entry
    const kind = kindOf(entry)
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) - 1)
    if (person !== undefined && this.#byPerson.get(person)?.id === id) this.#byPerson.delete(person)
    if (record !== undefined && this.#byRecord.get(record)?.id === id) this.#byRecord.delete(record)
    if (participant !== null && this.#byParticipant.get(participant)?.id === id) this.#byParticipant.delete(participant)
    if (mark === null) return
    const others = this.ofMark(mark).filter((other) => other.id !== id)
    if (others.length > 0) this.#byMark.set(mark, others)
    else this.#byMark.delete(mark)
  }
}
