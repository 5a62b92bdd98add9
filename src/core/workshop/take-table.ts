import { MOST_FOUND } from '../bounds/bounds.ts'
import { saysTheSame, type CollectedEntry } from './collected.ts'
import { sealIdentity } from './identity.ts'
import type { Fate, Outcome, PeopleQuestion } from './outcome.ts'
import { rowKind, type PeopleRules } from './people.ts'
import type { ReadTable } from './read-table.ts'
import type { Candidate, ReadCandidate } from './setting.ts'
import type { Taker } from './taker.ts'

type Table = Extract<ReadTable, { ok: true }>

/** The fewest responses with a known number and other answers that look like another survey. */
const FEWEST_CHANGED = 3

/** A row with its identity sealed. A row that is known by an identity needs no mark. */
function seal(candidate: Candidate, key: string): Candidate {
  const { who, entry } = candidate
  if (!who || (who.person === null && who.record === null)) return candidate
  const kind = who.person?.slice(0, who.person.indexOf(':'))
  const person = who.person === null ? {} : { person: `${kind}:${sealIdentity(key, who.person)}` }
  const sealRecord = (record: string) => sealIdentity(key, `record:${record}`)
  const record = who.record === null ? {} : { record: sealRecord(who.record) }
  const earlier = who.earlier.map(sealRecord)
  return { ...candidate, who: { ...who, earlier }, entry: { ...entry, mark: null, ...person, ...record } }
}

/** Whether most known responses in a table have other answers: numbers that count from 1 are in every survey. */
function isAnotherSurvey(candidates: readonly Candidate[], known: Taker['known']): boolean {
  let same = 0
  let changed = 0
  for (const { entry } of candidates) {
    if (entry.person !== undefined || entry.record === undefined) continue
    const [there] = known.ofRow(entry)
    if (!there) continue
    if (saysTheSame(there, entry)) same++
    else changed++
  }
  return changed >= FEWEST_CHANGED && changed > same
}

/** Why a new row cannot count before the facilitator has said who it is; `null` where it can. */
class Doubt {
  readonly #kinds: ReadonlySet<string>
  readonly #hasCodes: boolean
  readonly #rules: PeopleRules
  readonly #isExportAgain: boolean
  /** The kinds of rows of this table that count. */
  readonly #taken = new Set<string>()

  constructor(candidates: readonly Candidate[], known: Taker['known'], rules: PeopleRules) {
    this.#kinds = new Set(known.kinds)
    this.#hasCodes = known.hasCodes
    this.#rules = rules
    this.#isExportAgain = candidates.some(({ entry }) => entry.record !== undefined && known.ofRow(entry).length > 0)
  }

  about(entry: Candidate['entry']): PeopleQuestion | 'may-be-same' | null {
    const { mixing, areOthers } = this.#rules
    if (this.#hasCodes && mixing !== 'others') return mixing === 'same' ? 'may-be-same' : 'codes-and-tables'
    const kind = rowKind(entry)
    const others = [...new Set([...this.#kinds, ...this.#taken])].filter((other) => other !== kind)
    const isSafe =
      others.length === 0 &&
      // Rows of persons add up over tables; numbers of responses only where it is the
      // same survey again; rows of nobody only within one table.
      (this.#kinds.size === 0 || (kind === 'record' ? this.#isExportAgain : kind !== 'unknown'))
    return isSafe || areOthers === true ? null : 'other-people'
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
  const { areOthers, admit } = rules
  const isOther = areOthers !== false && isAnotherSurvey(candidates, known)
  const doubt = new Doubt(candidates, known, rules)
  // Numbers that another survey gave, too, identify nobody.
  const sealed =
    isOther && areOthers === true
      ? read.map((row, at) => (row.ok && row.candidate.entry.person === undefined ? (table.rows[at] ?? row) : row))
      : read
  const before = taker.countMarks()
  const seen = new Map<string, number>()
  const mark = (entry: CollectedEntry | Candidate['entry']) => entry.mark ?? ''

  const take = (candidate: Candidate): Fate => {
    const { entry, who } = candidate
    if (entry.participant !== null) return taker.take(candidate)
    if (isOther && areOthers !== true && entry.person === undefined && entry.record !== undefined)
      return { outcome: 'asks', about: 'other-survey', rows: 1 }
    const there = [entry, ...(who?.earlier ?? []).map((record) => ({ ...entry, record }))]
      .flatMap((row) => known.ofRow(row))
      .filter((one, at, all) => all.indexOf(one) === at)
    // What the tool does not count never takes the place of what counts.
    if (there[0] && admit !== undefined) return { outcome: 'already-there', entry: there[0].id }
    if (there.length > 0) return taker.takeAgain(candidate, there)
    if (entry.mark !== null) {
      // Two rows of one table are two people; rows that were there before the table
      // are the same rows again.
      const index = seen.get(mark(entry)) ?? 0
      seen.set(mark(entry), index + 1)
      const same = index < (before.get(mark(entry)) ?? 0) ? taker.marked(mark(entry), index) : undefined
      if (same) return taker.takeMarked(candidate, same)
    }
    if (who === undefined) return taker.takeNew(candidate)
    const about = doubt.about(entry)
    if (about === 'may-be-same') return { outcome: 'may-be-same' }
    if (about !== null) return { outcome: 'asks', about, rows: 1 }
    const fate = taker.takeMarked(candidate, undefined)
    if (fate.outcome === 'taken') doubt.taken(entry)
    return fate
  }

  // Persons first: whoever cannot be told apart from them waits.
  const order = ({ ok, ...row }: ReadCandidate) =>
    !ok || !('candidate' in row) || row.candidate.entry.person !== undefined ? 0 : 1
  const outcomes: Outcome[] = []
  for (const one of sealed.toSorted((row, other) => order(row) - order(other))) {
    const { line } = one.ok ? one.candidate : one.outcome
    if (outcomes.length === MOST_FOUND) {
      outcomes.push({ line, excerpt: '', outcome: 'too-many', most: MOST_FOUND })
      break
    }
    outcomes.push(one.ok ? { line, excerpt: one.candidate.excerpt, ...take(one.candidate) } : one.outcome)
  }
  return inOne(outcomes.toSorted((one, other) => one.line - other.line))
}
