import { lengthOf, type Collected, type CollectedEntry } from './collected.ts'
import { areApart, comparePersons } from '../files/same-person.ts'
import { FoundOf } from './found-of.ts'
import { surveyOf } from './identity.ts'
import { atOnce, through, type Piecework } from './piecework.ts'
import { isRow, personsOf, rowKind } from './people.ts'

const kindOf = (entry: CollectedEntry) => (isRow(entry) ? `row:${rowKind(entry)}` : 'code')

/** The people in a workshop that a row can be of. */
export interface RowsPeople {
  readonly found: readonly CollectedEntry[]
  /** Whether nobody can say which of several people it is, or whether it is one of them. */
  readonly isDoubtful: boolean
}

/**
 * Finds the entries that count by participant number, identity or mark. It moves from each
 * state of a workshop to the next, so that one more response is looked up and not
 * compared with all. Only the latest state has it; for an earlier one it is built
 * anew.
 */
export class CollectedIndex {
  static readonly #latest = new FoundOf<Collected, CollectedIndex>()

  readonly #byParticipant = new Map<number, CollectedEntry>()
  readonly #byMark = new Map<string, CollectedEntry[]>()
  readonly #byPerson = new Map<string, CollectedEntry>()
  readonly #byRecord = new Map<string, CollectedEntry>()
  /** How many entries are of each kind: `code`, or `row` and how its person is known. */
  readonly #kinds = new Map<string, number>()
  #surveys = 0
  #length = 0

  private constructor() {}

  static *#building({ entries, former }: Collected): Piecework<CollectedIndex> {
    const index = new CollectedIndex()
    yield* through(entries, (entry) => index.add(entry))
    yield* through(former, (entry) => {
      index.#noteSurvey(entry)
      index.#length += lengthOf(entry)
    })
    return index
  }

  /** Builds the index of a state ahead of when it is needed. */
  static *preparing(collected: Collected): Piecework<void> {
    const known = CollectedIndex.#latest.get(collected)
    if (!known) (yield* CollectedIndex.#building(collected)).giveTo(collected)
  }

  /** Takes the index from a state, to be given to the next state. */
  static from(collected: Collected): CollectedIndex {
    const index = CollectedIndex.#latest.get(collected)
    CollectedIndex.#latest.set(collected, undefined)
    return index ?? atOnce(CollectedIndex.#building(collected))
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

  ofPerson(identity: string): CollectedEntry | undefined {
    return this.#byPerson.get(identity)
  }

  ofRecord(record: string): CollectedEntry | undefined {
    return this.#byRecord.get(record)
  }

  /**
   * The entries of a row's person: those with an identity in common and none that is
   * preferred differing, and those of the same response. Where these are told apart,
   * or an identity is in common and a preferred one differs, who it is is doubtful.
   *
   * @param records the numbers of the person's responses, with their surveys
   */
  ofRow(row: Pick<CollectedEntry, 'person'>, records: readonly string[]): RowsPeople {
    const persons = personsOf(row)
    const alike = persons.flatMap((identity) => this.#byPerson.get(identity) ?? [])
    const likeness = alike.map((entry) => comparePersons(persons, personsOf(entry)))
    const same = alike.filter((_, at) => likeness[at] === 'same')
    const responses = records
      .flatMap((record) => this.#byRecord.get(record) ?? [])
      .filter((entry) => !areApart(persons, personsOf(entry)))
    const found = [...new Set([...same, ...responses])]
    const isSplit = found.some((one) => found.some((other) => areApart(personsOf(one), personsOf(other))))
    return { found: isSplit ? [] : found, isDoubtful: isSplit || likeness.includes('doubtful') }
  }

  /** Whether an entry's person counts: the same participant, one of their identities, or the same response. */
  isIn(entry: CollectedEntry): boolean {
    const { participant, record } = entry
    if (participant !== null) return this.#byParticipant.has(participant)
    const persons = personsOf(entry)
    if (persons.length > 0) return persons.some((identity) => this.#byPerson.has(identity))
    return record !== undefined && this.#byRecord.has(record)
  }

  /** How many surveys gave their responses numbers. */
  get surveys(): number {
    return this.#surveys
  }

  /** The characters that all entries take, those that no longer count included, as views may name them. */
  get length(): number {
    return this.#length
  }

  #noteSurvey({ record }: CollectedEntry): void {
    if (record !== undefined) this.#surveys = Math.max(this.#surveys, surveyOf(record) + 1)
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
    const { participant, mark, record } = entry
    const kind = kindOf(entry)
    this.#length += lengthOf(entry)
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    for (const identity of personsOf(entry)) this.#byPerson.set(identity, entry)
    this.#noteSurvey(entry)
    if (record !== undefined) this.#byRecord.set(record, entry)
    if (participant !== null) this.#byParticipant.set(participant, entry)
    else if (mark !== null) {
      const same = this.#byMark.get(mark)
      if (same) same.push(entry)
      else this.#byMark.set(mark, [entry])
    }
  }

  remove(entry: CollectedEntry): void {
    const { id, participant, mark, record } = entry
    const kind = kindOf(entry)
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) - 1)
    for (const identity of personsOf(entry))
      if (this.#byPerson.get(identity)?.id === id) this.#byPerson.delete(identity)
    if (record !== undefined && this.#byRecord.get(record)?.id === id) this.#byRecord.delete(record)
    if (participant !== null && this.#byParticipant.get(participant)?.id === id) this.#byParticipant.delete(participant)
    if (mark === null) return
    const others = this.ofMark(mark).filter((other) => other.id !== id)
    if (others.length > 0) this.#byMark.set(mark, others)
    else this.#byMark.delete(mark)
  }
}
