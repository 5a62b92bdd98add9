import { MOST_SURVEYS } from '../bounds/bounds.ts'
import { comparePersons } from '../files/same-person.ts'
import { recordIn } from './identity.ts'
import type { PeopleQuestion } from './outcome.ts'
import { personsOf, rowKind, type PeopleRules } from './people.ts'
import type { Candidate } from './setting.ts'
import type { Taker } from './taker.ts'

/** Of how many rows it is asked whether their survey is known: enough to tell, whatever the length of the table. */
const MOST_COMPARED = 1000

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
export class Surveys {
  /** The numbers of the surveys that fit, the likeliest first. */
  readonly fitting: readonly number[]
  /** Whether its numbers are in with other answers, and no survey fits. */
  readonly isUnclear: boolean
  readonly #new: number

  constructor(candidates: readonly Candidate[], known: Taker['known'], said: PeopleRules['said']) {
    const every = Math.ceil(candidates.length / MOST_COMPARED)
    const compared = candidates.filter((_, at) => at % every === 0)
    const tallies = Array.from({ length: known.surveys }, (_, survey) => {
      const tally = { survey, same: 0, changed: 0 }
      for (const { who, entry } of compared) {
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

  /**
   * A row's number in the survey in which it is known, else in the likeliest, else in a
   * new one. Beyond the most surveys a row has none, and is known in other ways.
   */
  place(candidate: Candidate, known: Taker['known']): Candidate {
    const { who, entry } = candidate
    if (who?.record == null || entry.record === undefined) return candidate
    const sealed = entry.record
    const own = this.fitting.find((survey) => known.ofRecord(recordIn(survey, sealed)) !== undefined)
    const survey = own ?? this.fitting[0] ?? this.#new
    if (survey >= MOST_SURVEYS) {
      const { record: _none, ...rest } = entry
      return { ...candidate, entry: rest }
    }
    return { ...candidate, entry: { ...entry, record: recordIn(survey, sealed) } }
  }
}

/** Why a new row cannot count before the facilitator has said who it is; `null` where it can. */
export class Doubt {
  readonly #kinds: ReadonlySet<string>
  readonly #rules: PeopleRules
  readonly #isExportAgain: boolean
  /** The kinds of rows of earlier slices of this table that count. */
  readonly #taken = new Set<string>()

  constructor(known: Taker['known'], rules: PeopleRules, surveys: Surveys) {
    this.#kinds = new Set(known.kinds)
    this.#rules = rules
    this.#isExportAgain = surveys.fitting.length > 0
  }

  /** @param beside the kinds of rows that count in the same slice of the table */
  about(
    entry: Candidate['entry'],
    isDoubtful: boolean,
    hasCodes: boolean,
    beside: ReadonlySet<string>,
  ): PeopleQuestion | 'may-be-same' | null {
    const { mixing, said } = this.#rules
    if (hasCodes && mixing !== 'others') return mixing === 'same' ? 'may-be-same' : 'codes-and-tables'
    const isAnswered = said?.about === 'other-people' || (entry.person === undefined && entry.record !== undefined)
    const isSafe = !isDoubtful && this.#canTell(rowKind(entry), beside)
    return isSafe || (isAnswered && said?.areOthers === true) ? null : 'other-people'
  }

  /** Whether everybody who is in could be known again as the person of such a row. */
  #canTell(kind: string, beside: ReadonlySet<string>): boolean {
    const all = [...new Set([...this.#kinds, ...this.#taken, ...beside])]
    // Numbers of responses tell people apart only within one survey, rows of nobody
    // only within one table.
    if (kind === 'record')
      return all.every((other) => other === kind) && (this.#kinds.size === 0 || this.#isExportAgain)
    if (kind === 'unknown') return this.#kinds.size === 0 && all.every((other) => other === kind)
    const own = kind.split(' ')
    return all.every((other) => other.split(' ').some((one) => own.includes(one)))
  }

  noteKind(kind: string): void {
    this.#taken.add(kind)
  }
}
