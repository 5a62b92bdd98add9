import { LARGEST_COLLECTED, MOST_ENTRIES } from '../bounds/bounds.ts'
import { CollectedIndex } from './collected-index.ts'
import { lengthOf, saysTheSame, type Collected, type CollectedEntry } from './collected.ts'
import type { Fate } from './outcome.ts'
import { PERSON_KINDS } from '../files/known-columns.ts'
import { joinPersons } from '../files/same-person.ts'
import { personsOf, type PeopleRules } from './people.ts'
import type { Candidate } from './setting.ts'
import { tombstonesOf } from './tombstones.ts'

const personIn = (persons: readonly string[]) => (persons.length === 0 ? {} : { person: persons.join(' ') })

/** Decides which responses count, among all that the workshop already has. */
export class Taker {
  readonly #before: Collected
  readonly #index: CollectedIndex
  readonly #added = new Map<string, CollectedEntry>()
  readonly #replaced = new Map<string, CollectedEntry>()
  readonly #nextId: () => string
  readonly #rules: PeopleRules

  constructor(collected: Collected, nextId: () => string, rules: PeopleRules) {
    this.#before = collected
    this.#index = CollectedIndex.from(collected)
    this.#nextId = nextId
    this.#rules = rules
  }

  /** The resulting state: the same object where nothing was added. To be called once, at the end. */
  finish(): Collected {
    const { entries, former } = this.#before
    if (this.#added.size === 0) return this.#index.giveTo(this.#before)
    const counts = ({ id }: CollectedEntry) => !this.#replaced.has(id)
    return this.#index.giveTo({
      entries: [
        ...(this.#replaced.size > 0 ? entries.filter(counts) : entries),
        ...[...this.#added.values()].filter(counts),
      ],
      former: [...former, ...this.#replaced.values()],
    })
  }

  /** The number of entries of each mark, before a table's rows are taken. */
  countMarks(): ReadonlyMap<string, number> {
    return this.#index.countMarks()
  }

  /** Facts about the workshop before a table, by which its rows are judged. */
  get known(): Pick<CollectedIndex, 'hasCodes' | 'ofRow' | 'ofRecord' | 'surveys'> & {
    readonly kinds: readonly string[]
  } {
    const index = this.#index
    return {
      hasCodes: index.hasCodes,
      surveys: index.surveys,
      kinds: index.rowKinds(),
      ofRow: (row, records) => index.ofRow(row, records),
      ofRecord: (record) => index.ofRecord(record),
    }
  }

  /** Takes a response that came by itself: a code, or a response's own file. */
  take(candidate: Candidate): Fate {
    const { participant, mark } = candidate.entry
    if (participant !== null)
      return this.#index.ofParticipant(participant)
        ? this.#takeParticipant(candidate, participant)
        : (this.takenOut(candidate) ?? this.#waitsForWord() ?? this.#takeParticipant(candidate, participant))
    const known = this.marked(mark ?? '', 0)
    return known ? this.takeMarked(candidate, known) : (this.takenOut(candidate) ?? this.takeNew(candidate))
  }

  /** The fate of a response that was taken out before; `null` for any other. */
  takenOut(candidate: Candidate, records: readonly string[] = []): Fate | null {
    const { takenOut, key } = this.#rules
    if (!takenOut || takenOut.size === 0) return null
    const entry = this.#newOf(candidate)
    const others = records.map((record) => ({ ...entry, record }))
    if (![entry, ...others].some((one) => tombstonesOf(one, key).some((stone) => takenOut.has(stone)))) return null
    return { outcome: 'taken-out', spare: { ...entry, id: this.#nextId() } }
  }

  /** Takes a response that is not in, and did not come in a survey tool's table. */
  takeNew(candidate: Candidate): Fate {
    return this.#waitsForWord() ?? this.takeMarked(candidate, undefined)
  }

  /** Where rows are in, nobody can tell whether a new code is of somebody in them. */
  #waitsForWord(): Fate | null {
    const { mixing } = this.#rules
    if (mixing === 'others' || !this.#index.hasRows) return null
    return mixing === 'same' ? { outcome: 'may-be-same' } : { outcome: 'asks', about: 'codes-and-tables', rows: 1 }
  }

  /**
   * Takes a row whose person or record is known to be in, in the place of what is in.
   * The person is known by everything that is known of them from then on.
   */
  takeAgain({ entry, fitted, levelLost }: Candidate, there: readonly CollectedEntry[]): Fate {
    const [first, ...others] = there
    if (!first) throw new RangeError('nothing is there')
    const persons = joinPersons(PERSON_KINDS, personsOf(entry), ...there.map(personsOf))
    const { person: _person, ...rest } = entry
    const known = this.#ownOf({ ...rest, ...personIn(persons) }, there)
    const isSame = others.length === 0 && saysTheSame(first, entry)
    if (isSame && known.person === first.person) return { outcome: 'already-there', entry: first.id }
    const own = { ...known, id: this.#nextId() }
    if (this.#isTooLong(own)) return this.#full
    for (const one of there) {
      this.#replaced.set(one.id, one)
      this.#index.remove(one)
    }
    this.#add(own)
    if (isSame) return { outcome: 'already-there', entry: own.id }
    return { outcome: 'replaced', before: first.id, entry: own.id, fitted, levelLost }
  }

  /** Takes a row of a person who is not in. */
  takePerson(candidate: Candidate): Fate {
    return this.takeMarked({ ...candidate, entry: this.#newOf(candidate) }, undefined)
  }

  /** The entry of somebody who is not in: known by a mark where there is nothing else. */
  #newOf({ entry, who }: Candidate): Candidate['entry'] {
    const own = this.#ownOf(entry, [])
    const isKnown = own.participant !== null || own.person !== undefined || own.record !== undefined
    return isKnown ? own : { ...own, mark: who?.mark ?? entry.mark }
  }

  /** An entry without the identities and the number that somebody else has. */
  #ownOf(entry: Candidate['entry'], there: readonly CollectedEntry[]): Candidate['entry'] {
    const { person: _person, record, ...rest } = entry
    const isOthers = (holder: CollectedEntry | undefined) => holder !== undefined && !there.includes(holder)
    const persons = personsOf(entry).filter((identity) => !isOthers(this.#index.ofPerson(identity)))
    const number = record === undefined || isOthers(this.#index.ofRecord(record)) ? {} : { record }
    return { ...rest, ...personIn(persons), ...number }
  }

  /** @param known the entry it repeats */
  takeMarked({ entry, fitted, levelLost }: Candidate, known: CollectedEntry | undefined): Fate {
    const own = { ...entry, id: this.#nextId() }
    if (known) return { outcome: 'same-again', entry: known.id, spare: own }
    if (this.#isFull || this.#isTooLong(own)) return this.#full
    this.#add(own)
    return { outcome: 'taken', entry: own.id, fitted, levelLost }
  }

  /** The entry at this index among those with a mark, counted from 0. */
  marked(mark: string, at: number): CollectedEntry | undefined {
    return this.#index.ofMark(mark)[at]
  }

  #takeParticipant({ entry, fitted, levelLost }: Candidate, participant: number): Fate {
    const there = this.#index.ofParticipant(participant)
    const [revision, held] = [entry.revision ?? 0, there?.revision ?? 0]
    if (there && revision < held) return { outcome: 'older', entry: there.id }
    if (there && revision === held && saysTheSame(there, entry)) return { outcome: 'already-there', entry: there.id }
    const own = { ...entry, id: this.#nextId() }
    if ((!there && this.#isFull) || this.#isTooLong(own)) return this.#full
    if (there) {
      this.#replaced.set(there.id, there)
      this.#index.remove(there)
    }
    this.#add(own)
    const as = { entry: own.id, fitted, levelLost }
    return there ? { outcome: 'replaced', before: there.id, ...as } : { outcome: 'taken', ...as }
  }

  get #people(): number {
    return this.#before.entries.length + this.#added.size - this.#replaced.size
  }

  get #isFull(): boolean {
    return this.#people >= MOST_ENTRIES
  }

  #isTooLong(entry: CollectedEntry): boolean {
    return this.#index.length + lengthOf(entry) > LARGEST_COLLECTED
  }

  get #full(): Fate {
    return { outcome: 'full', most: this.#people }
  }

  #add(own: CollectedEntry): void {
    const { crowd } = this.#rules
    const entry = crowd === undefined ? own : { ...own, crowd }
    this.#added.set(entry.id, entry)
    this.#index.add(entry)
  }
}
