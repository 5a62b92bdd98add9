import { MOST_FOUND } from '../bounds/bounds.ts'
import { comparePersons, kindOfIdentity } from '../files/same-person.ts'
import type { CollectedEntry } from './collected.ts'
import { recordIn, sealIdentity } from './identity.ts'
import type { Fate, Outcome, PeopleQuestion } from './outcome.ts'
import { personsOf, rowKind, type PeopleRules } from './people.ts'
import type { ReadTable } from './read-table.ts'
import type { Candidate, ReadCandidate } from './setting.ts'
import type { Taker } from './taker.ts'

type Table = Extract<ReadTable, { ok: true }>

/** A row with its identity sealed, its number not in any survey yet. A row that is known by an identity needs no mark. */
function seal(candidate: Candidate, key: string): Candidate {
  const { who, entry } = candidate
  if (!who || (who.persons.length === 0 && who.record === null)) return candidate
  const persons = who.persons.map((identity) => `${kindOfIdentity(identity)}:${sealIdentity(key, identity)}`)
  const person = persons.length === 0 ? {} : { person: persons.join(' ') }
  const sealRecord = (record: string) => sealIdentity(key, `record:${record}`)
  const record = who.record === null ? {} : { record: sealRecord(who.record) }
  const earlier = who.earlier.map(sealRecord)
  return { ...candidate, who: { ...who, earlier }, entry: { ...entry, mark: null, ...person, ...record } }
}

/**
 * Whether two responses of one number can be one, before it was completed and after:
 * nothing that both say differs. `null` where they say nothing in common.
 */
function canBeOne(one: Candidate['entry'], other: Candidate['entry']): boolean | null {
  const both = Object.keys(one.answers).filter((item) => other.answers[item] !== undefined)
  if (both.length === 0) return null
  const isMoved = one.level !== null && other.level !== null && one.level !== other.level
  return !isMoved && both.every((item) => one.answers[item] === other.answers[item])
}

/**
 * Which of the surveys in a workshop a table's numbers are of. Every survey may count
 * from 1, so a number says nothing by itself: a survey fits where at least as many
 * responses of one number can be the same as cannot.
 */
class Surveys {
  /** Those that fit, the likeliest first. */
  readonly fitting: readonly number[]
  /** Whether its numbers are in with other answers, and no survey fits. */
  readonly isUnclear: boolean
  readonly #new: number

  constructor(candidates: readonly Candidate[], known: Taker['known'], said: PeopleRules['said']) {
    const tallies = Array.from({ length: known.surveys }, (_, survey) => {
      const tally = { survey, same: 0, changed: 0 }
      for (const { who, entry } of candidates) {
        const there =
          who?.record == null || entry.record === undefined ? undefined : known.ofRecord(recordIn(survey, entry.record))
        if (!there) continue
        const likeness = comparePersons(personsOf(entry), personsOf(there))
        const isOne = likeness === 'unknown' ? canBeOne(there, entry) : likeness === 'same'
        if (isOne === true) tally.same++
        else if (isOne === false) tally.changed++
      }
      return tally
    })
    const touched = tallies.filter(({ same, changed }) => same + changed > 0)
    const fitting = touched.filter(({ same, changed }) => same > 0 && same >= changed)
    const isAnswered = said?.about === 'other-survey'
    // The same survey, although its answers are others: the one with most of the numbers.
    const nearest = touched.toSorted((one, other) => other.same + other.changed - one.same - one.changed).slice(0, 1)
    const chosen = fitting.length === 0 && isAnswered && !said.areOthers ? nearest : fitting
    this.fitting = chosen.toSorted((one, other) => other.same - one.same).map(({ survey }) => survey)
    this.isUnclear = touched.length > 0 && this.fitting.length === 0 && !isAnswered
    this.#new = known.surveys
  }

  /** Every record that a row's number, and those of the person's earlier rows, can be of. */
  recordsOf({ who, entry }: Candidate): readonly string[] {
    if (who?.record == null && entry.record !== undefined) return [entry.record]
    const own = entry.record === undefined ? [] : [entry.record]
    return [...own, ...(who?.earlier ?? [])].flatMap((sealed) => this.fitting.map((survey) => recordIn(survey, sealed)))
  }

  /** A row's number in the survey in which it is known, else in the likeliest, else in a new one. */
  place(candidate: Candidate, known: Taker['known']): Candidate {
    const { who, entry } = candidate
    if (who?.record == null || entry.record === undefined) return candidate
    const sealed = entry.record
    const own = this.fitting.find((survey) => known.ofRecord(recordIn(survey, sealed)) !== undefined)
    const survey = own ?? this.fitting[0] ?? this.#new
    return { ...candidate, entry: { ...entry, record: recordIn(survey, sealed) } }
  }
}

/** Why a new row cannot count before the facilitator has said who it is; `null` where it can. */
class Doubt {
  readonly #kinds: ReadonlySet<string>
  readonly #hasCodes: boolean
  readonly #rules: PeopleRules
  readonly #isExportAgain: boolean
  /** The kinds of rows of this table that count. */
  readonly #taken = new Set<string>()

  constructor(known: Taker['known'], rules: PeopleRules, surveys: Surveys) {
    this.#kinds = new Set(known.kinds)
    this.#hasCodes = known.hasCodes
    this.#rules = rules
    this.#isExportAgain = surveys.fitting.length > 0
  }

  about(entry: Candidate['entry'], isDoubtful: boolean): PeopleQuestion | 'may-be-same' | null {
    const { mixing, said } = this.#rules
    if (this.#hasCodes && mixing !== 'others') return mixing === 'same' ? 'may-be-same' : 'codes-and-tables'
    const isAnswered = said?.about === 'other-people' || (entry.person === undefined && entry.record !== undefined)
    const isSafe = !isDoubtful && this.#canTell(rowKind(entry))
    return isSafe || (isAnswered && said?.areOthers === true) ? null : 'other-people'
  }

  /** Whether everybody who is in could be known again as the person of such a row. */
  #canTell(kind: string): boolean {
    const all = [...new Set([...this.#kinds, ...this.#taken])]
    // Numbers of responses tell people apart only within one survey, rows of nobody
    // only within one table.
    if (kind === 'record')
      return all.every((other) => other === kind) && (this.#kinds.size === 0 || this.#isExportAgain)
    if (kind === 'unknown') return this.#kinds.size === 0 && all.every((other) => other === kind)
    const own = kind.split(' ')
    return all.every((other) => other.split(' ').some((one) => own.includes(one)))
  }

  taken(entry: Candidate['entry']): void {
    this.#taken.add(rowKind(entry))
  }
}

/** One outcome for all rows of a kind, in the place of the first. */
function inOne(outcomes: readonly Outcome[]): Outcome[] {
  const firsts = new Map<string, number>()
  const all: Outcome[] = []
  for (const outcome of outcomes) {
    const key =
      outcome.outcome === 'asks' ? outcome.about : outcome.outcome === 'set-apart' ? outcome.why : outcome.outcome
    const isOne = outcome.outcome === 'asks' || outcome.outcome === 'set-apart'
    const at = isOne ? firsts.get(key) : undefined
    const first = at === undefined ? undefined : all[at]
    if (at !== undefined && isOne && first && 'rows' in first) all[at] = { ...first, rows: first.rows + outcome.rows }
    else {
      if (isOne) firsts.set(key, all.length)
      all.push(outcome)
    }
  }
  return all
}

/**
 * Takes in a table. A person who is in already is replaced, a new one counts, and
 * whoever may be somebody who is in already waits until the facilitator has said
 * that these are other people. METHOD 11.
 */
export function takeTable(taker: Taker, table: Table, rules: PeopleRules): Outcome[] {
  const read = table.rows.map((row): ReadCandidate =>
    row.ok ? { ok: true, candidate: seal(row.candidate, rules.key) } : row,
  )
  const candidates = read.flatMap((row) => (row.ok && row.candidate.who !== undefined ? [row.candidate] : []))
  const { known } = taker
  const { admit } = rules
  const surveys = new Surveys(candidates, known, rules.said)
  const doubt = new Doubt(known, rules, surveys)
  const before = taker.countMarks()
  const seen = new Map<string, number>()
  const mark = (entry: CollectedEntry | Candidate['entry']) => entry.mark ?? ''

  const take = (candidate: Candidate): Fate => {
    const { entry, who } = candidate
    if (entry.participant !== null) return taker.take(candidate)
    const hasNumberAlone = who !== undefined && who.record !== null && entry.person === undefined
    if (surveys.isUnclear && hasNumberAlone) return { outcome: 'asks', about: 'other-survey', rows: 1 }
    const { found, isDoubtful } = known.ofRow(entry, surveys.recordsOf(candidate))
    // What the tool does not count never takes the place of what counts.
    if (found[0] && admit !== undefined) return { outcome: 'already-there', entry: found[0].id }
    if (found.length > 0) return taker.takeAgain(surveys.place(candidate, known), found)
    if (entry.mark !== null) {
      // Two rows of one table are two people; rows that were there before the table
      // are the same rows again.
      const index = seen.get(mark(entry)) ?? 0
      seen.set(mark(entry), index + 1)
      const same = index < (before.get(mark(entry)) ?? 0) ? taker.marked(mark(entry), index) : undefined
      if (same) return taker.takeMarked(candidate, same)
    }
    if (who === undefined) return taker.takeNew(candidate)
    const about = doubt.about(entry, isDoubtful)
    if (about === 'may-be-same') return { outcome: 'may-be-same' }
    if (about !== null) return { outcome: 'asks', about, rows: 1 }
    const fate = taker.takePerson(surveys.place(candidate, known))
    if (fate.outcome === 'taken') doubt.taken(entry)
    return fate
  }

  // Persons first: whoever cannot be told apart from them waits.
  const order = ({ ok, ...row }: ReadCandidate) =>
    !ok || !('candidate' in row) || row.candidate.entry.person !== undefined ? 0 : 1
  const outcomes: Outcome[] = []
  for (const one of read.toSorted((row, other) => order(row) - order(other))) {
    const { line } = one.ok ? one.candidate : one.outcome
    if (outcomes.length === MOST_FOUND) {
      outcomes.push({ line, excerpt: '', outcome: 'too-many', most: MOST_FOUND })
      break
    }
    outcomes.push(one.ok ? { line, excerpt: one.candidate.excerpt, ...take(one.candidate) } : one.outcome)
  }
  return inOne(outcomes.toSorted((one, other) => one.line - other.line))
}
