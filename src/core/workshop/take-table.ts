import type { CollectedEntry } from './collected.ts'
import type { Fate, Outcome } from './outcome.ts'
import { rowKind, type PeopleRules } from './people.ts'
import type { ReadTable } from './read-table.ts'
import type { Candidate, ReadCandidate } from './setting.ts'
import { Doubt, Surveys } from './table-doubt.ts'
import type { Taker } from './taker.ts'

type Table = Extract<ReadTable, { ok: true }>

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

const isOfPerson = (row: ReadCandidate) => !row.ok || row.candidate.entry.person !== undefined

const markOf = (entry: CollectedEntry | Candidate['entry']) => entry.mark ?? ''

/** The outcomes of some rows, and what is remembered of them once they are kept. */
export interface TakenRows {
  readonly outcomes: readonly Outcome[]
  /** To be called once the change is made, which may be tried twice. */
  readonly remember: () => void
}

/**
 * Takes in a table, all at once or in slices of its rows. A person who is in already
 * is replaced, a new one counts, and whoever may be somebody who is in already waits
 * until the facilitator has said that these are other people. METHOD 11.
 */
export class TableTaking {
  readonly #rows: readonly ReadCandidate[]
  readonly #rules: PeopleRules
  readonly #surveys: Surveys
  readonly #doubt: Doubt
  /** How many entries had each mark before the table. */
  readonly #before: ReadonlyMap<string, number>
  /** How many rows of the table with each mark were taken. */
  readonly #seen = new Map<string, number>()

  /**
   * @param table with its rows sealed
   * @param taker of the workshop as it is before the table
   */
  constructor({ rows }: Table, taker: Taker, rules: PeopleRules) {
    // Persons first: whoever cannot be told apart from them waits.
    this.#rows = [...rows.filter(isOfPerson), ...rows.filter((row) => !isOfPerson(row))]
    this.#rules = rules
    const candidates = rows.flatMap((row) => (row.ok && row.candidate.who !== undefined ? [row.candidate] : []))
    this.#surveys = new Surveys(candidates, taker.known, rules.said)
    this.#doubt = new Doubt(taker.known, rules, this.#surveys)
    this.#before = taker.countMarks()
  }

  /** Takes the rows from one place to before another, in the order in which they are decided. */
  take(taker: Taker, from = 0, to = this.#rows.length): TakenRows {
    const seen = new Map<string, number>()
    const kinds = new Set<string>()
    const outcomes = this.#rows.slice(from, to).map((row): Outcome => {
      if (!row.ok) return row.outcome
      const { line, excerpt } = row.candidate
      return { line, excerpt, ...this.#takeOne(taker, row.candidate, seen, kinds) }
    })
    return {
      outcomes,
      remember: () => {
        for (const [mark, count] of seen) this.#seen.set(mark, count)
        for (const kind of kinds) this.#doubt.noteKind(kind)
      },
    }
  }

  #takeOne(taker: Taker, candidate: Candidate, seen: Map<string, number>, kinds: Set<string>): Fate {
    const { known } = taker
    const { entry, who } = candidate
    if (entry.participant !== null) return taker.take(candidate)
    const surveys = this.#surveys
    const hasNumberAlone = who !== undefined && who.record !== null && entry.person === undefined
    if (surveys.isUnclear && hasNumberAlone) return { outcome: 'asks', about: 'other-survey', rows: 1 }
    const { found, isDoubtful } = known.ofRow(entry, surveys.recordsOf(candidate))
    // A row that the tool does not count never takes the place of one that counts.
    if (found[0] && this.#rules.admit !== undefined) return { outcome: 'already-there', entry: found[0].id }
    if (found.length > 0) return taker.takeAgain(surveys.place(candidate, known), found)
    const mark = markOf(entry)
    if (mark !== '') {
      // Two rows of one table are two people; rows that were there before the table
      // are the same rows again.
      const index = seen.get(mark) ?? this.#seen.get(mark) ?? 0
      seen.set(mark, index + 1)
      const same = index < (this.#before.get(mark) ?? 0) ? taker.marked(mark, index) : undefined
      if (same) return taker.takeMarked(candidate, same)
    }
    const placed = surveys.place(candidate, known)
    const out = taker.takenOut(placed, surveys.recordsOf(candidate))
    if (out) return out
    if (who === undefined) return taker.takeNew(candidate)
    const about = this.#doubt.about(entry, isDoubtful, known.hasCodes, kinds)
    if (about === 'may-be-same') return { outcome: 'may-be-same' }
    if (about !== null) return { outcome: 'asks', about, rows: 1 }
    const fate = taker.takePerson(placed)
    if (fate.outcome === 'taken') kinds.add(rowKind(entry))
    return fate
  }
}

/** The outcomes of a table's rows in the order of its lines, rows that wait or do not count in one. */
export const inOrder = (outcomes: readonly Outcome[]): Outcome[] =>
  inOne(outcomes.toSorted((one, other) => one.line - other.line))

/** Takes in a table whose rows are sealed. */
export function takeTable(taker: Taker, table: Table, rules: PeopleRules): Outcome[] {
  return inOrder(new TableTaking(table, taker, rules).take(taker).outcomes)
}
