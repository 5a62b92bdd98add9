import { CANT_TELL, type Answer, type Answers, type GivenVantage } from '../response/response.ts'
import { hasNumber } from '../response/numbered-day.ts'
import type { CodeLayout } from '../response/layout.ts'
import { LAST_REVISION } from '../codes/hand-over-code.ts'
import { foldWords } from '../files/answer-words.ts'
import { GUESS } from '../files/response-csv.ts'
import type { Mapping } from '../files/mapping.ts'
import type { SetApart } from '../files/row-status.ts'
import type { TableDraft } from '../files/table-draft.ts'
import type { SheetIssue } from '../files/score-file-issues.ts'
import { TableReading, type ReadResponses } from '../files/read-responses.ts'
import type { SheetResponse } from '../files/read-row.ts'
import { SEALED_PERSONS, SEALED_RECORD } from './identity.ts'
import { MILLISECONDS_COLUMN, RAW_COLUMNS } from './raw-columns.ts'
import { paceOf, type Pace } from '../response/pace.ts'
import { RANDOM_NUMBERS } from '../codes/workshop-id.ts'
import type { CollectedEntry } from './collected.ts'
import { guessesToKeep } from './guesses.ts'
import { markOf } from './mark-of.ts'
import type { Fate, Outcome } from './outcome.ts'
import { levelCode } from '../files/tool-codes.ts'
import { levelOfVantage, vantageOfLevel, type Candidate, type CollectSetting, type ReadCandidate } from './setting.ts'

/** The facilitator's choices about a table, made before it is read. */
export interface TableChoices {
  readonly admit?: SetApart | null
  readonly mapping?: Mapping | null
}

export type ReadTable =
  | {
      readonly ok: true
      readonly rows: readonly ReadCandidate[]
      /** Unknown columns, counted from 1. */
      readonly ignored: readonly { readonly column: number; readonly name: string }[]
      /** Items without a column. */
      readonly missing: readonly string[]
      /** How many rows are known by the number of the response alone, so that nobody can tell whether somebody answered twice. */
      readonly numbered: number
    }
  | { readonly ok: false; readonly issues: readonly SheetIssue[]; readonly draft?: TableDraft }

const PACES: readonly Pace[] = ['fast', 'usual', 'unknown']

/** The words that each vantage is read from in a table: the diagnostic's own, and the workshop's. */
function vantageWords(levels: readonly string[], { vantages = {} }: CollectSetting['places']) {
  const words: Partial<Record<GivenVantage, readonly string[]>> = { ...vantages }
  for (const [index, level] of levels.entries()) {
    const vantage = vantageOfLevel(index, levels.length)
    words[vantage] = [...(words[vantage] ?? []), level, levelCode(index)]
  }
  return words
}

/** The columns with a meaning beside vantage and items: only a raw export names its workshop, and has more. */
function columnsIn(names: readonly string[]): ReadonlySet<string> {
  const { workshop, questionnaire, version, completedOn } = RAW_COLUMNS
  const isRawExport = names.some((name) => foldWords(name) === workshop)
  const known = isRawExport ? Object.values(RAW_COLUMNS) : [questionnaire, version, completedOn, MILLISECONDS_COLUMN]
  return new Set([...known, ...names.map(foldWords).filter((name) => name.startsWith(GUESS))])
}

/** The mean time per item as a time class; unknown where the cell is empty. */
function paceIn(milliseconds: string): Pace {
  return paceOf(/^\d{1,8}$/.test(milliseconds) ? Number(milliseconds) / 1000 : null)
}

/** A number in a cell, within bounds; `null` for anything else. */
function numberIn(cell: string, least: number, most: number): number | null {
  const number = /^\d{1,10}$/.test(cell) ? Number(cell) : -1
  return number >= least && number <= most ? number : null
}

type Said = Pick<CollectedEntry, 'level' | 'pace' | 'completedOn' | 'answers' | 'guesses'> & {
  readonly levelLost: boolean
}

class RowReader {
  readonly #setting: CollectSetting
  readonly #to: CodeLayout

  constructor(setting: CollectSetting, to: CodeLayout) {
    this.#setting = setting
    this.#to = to
  }

  read({ line, persons, record, earlier, seat, response, own: others }: SheetResponse): ReadCandidate {
    const cell = (name: string) => others[name] ?? ''
    const { workshop } = this.#setting
    const refuse = (fate: Fate): ReadCandidate => ({ ok: false, outcome: { line, excerpt: '', ...fate } })
    const questionnaire = cell(RAW_COLUMNS.questionnaire)
    if (questionnaire !== '' && questionnaire !== workshop.questionnaire.id)
      return refuse({ outcome: 'other-questionnaire', questionnaire })
    const day = cell(RAW_COLUMNS.completedOn)
    const completedOn = hasNumber(day) ? day : null
    const { answers } = response
    const own = cell(RAW_COLUMNS.workshop)
    if (own === '') {
      const place = this.#levelIn(seat, response.vantage)
      const pace = paceIn(cell(MILLISECONDS_COLUMN))
      const { candidate, mark } = this.#candidate(line, {
        ...place,
        pace,
        completedOn,
        answers,
        ...this.#guesses(place.level, cell),
      })
      // A table of one response is a response's own file, which names nobody.
      if (questionnaire !== '') return { ok: true, candidate }
      const entry = { ...candidate.entry, via: 'row' as const }
      return { ok: true, candidate: { ...candidate, entry, who: { persons, record, mark, earlier } } }
    }

    if (own !== workshop.id) return refuse({ outcome: 'other-workshop', workshop: own })
    const wrong = (column: string) => refuse({ outcome: 'cell', column })
    const [levelCell, paceCell] = [cell(RAW_COLUMNS.level), cell(RAW_COLUMNS.pace)]
    const level = numberIn(levelCell, 1, workshop.levels.length)
    if (levelCell !== '' && level === null) return wrong(RAW_COLUMNS.level)
    const pace = PACES.find((one) => one === paceCell)
    if (!pace) return wrong(RAW_COLUMNS.pace)
    const at = level === null ? null : level - 1
    const said = { level: at, levelLost: false, pace, completedOn, answers, ...this.#guesses(at, cell) }
    if (cell(RAW_COLUMNS.participant) === '') return this.#withoutNumber(line, said, cell)
    const participant = numberIn(cell(RAW_COLUMNS.participant), 0, RANDOM_NUMBERS - 1)
    if (participant === null) return wrong(RAW_COLUMNS.participant)
    const revision = numberIn(cell(RAW_COLUMNS.revision), 1, LAST_REVISION)
    if (revision === null) return wrong(RAW_COLUMNS.revision)
    const { levelLost, ...rest } = said
    const entry = { ...rest, participant, revision, via: 'file' as const, mark: null }
    return { ok: true, candidate: { line, excerpt: '', entry, fitted: null, levelLost } }
  }

  #levelIn(word: string, vantage: GivenVantage) {
    const { levels } = this.#setting.workshop
    const labelled = levels.findIndex((label) => foldWords(label) === word)
    const level = word === '' || labelled >= 0 ? labelled : levels.findIndex((_, at) => levelCode(at) === word)
    return level >= 0 ? { level, levelLost: false } : levelOfVantage(vantage, levels.length)
  }

  /** The guesses in the columns of a response's own file or a raw export. */
  #guesses(level: number | null, cell: (name: string) => string): { readonly guesses?: Answers } {
    const guesses: Record<string, Answer> = {}
    for (const { id, options } of this.#to.items) {
      const text = cell(GUESS + id)
      const step = text === CANT_TELL ? CANT_TELL : numberIn(text, 1, options)
      if (step !== null) guesses[id] = step
    }
    return guessesToKeep(this.#setting.workshop, this.#to, level, guesses)
  }

  /** A row of a raw export without a participant number, which has what identified it in the workshop. */
  #withoutNumber(line: number, said: Said, cell: (name: string) => string): ReadCandidate {
    const [person, record] = [cell(RAW_COLUMNS.person), cell(RAW_COLUMNS.record)]
    const known = {
      ...(SEALED_PERSONS.test(person) ? { person } : {}),
      ...(SEALED_RECORD.test(record) ? { record } : {}),
    }
    const { candidate, mark } = this.#candidate(line, said, cell(RAW_COLUMNS.mark))
    if (Object.keys(known).length === 0) return { ok: true, candidate }
    const entry = { ...candidate.entry, ...known, mark: null, via: 'row' as const }
    return { ok: true, candidate: { ...candidate, entry, who: { persons: [], record: null, mark, earlier: [] } } }
  }

  /** @param known the mark in a raw export */
  #candidate(line: number, said: Said, known = ''): { readonly candidate: Candidate; readonly mark: string } {
    const { levelLost, ...rest } = said
    const mark = /^[0-9a-f]{16}$/.test(known) ? known : markOf(this.#to, rest)
    const entry = { ...rest, participant: null, revision: null, via: 'file' as const, mark }
    return { candidate: { line, excerpt: '', entry, fitted: null, levelLost }, mark }
  }
}

const placeOf = ({ line, character }: Pick<Outcome, 'line' | 'character'>) => ({
  line,
  ...(character === undefined ? {} : { character }),
  excerpt: '',
})

const isNumberedAlone = (row: ReadCandidate): boolean =>
  row.ok && row.candidate.who?.persons.length === 0 && row.candidate.who.record !== null

/** The columns beside those of any table whose cells are read here. */
const OWN_COLUMNS = [...Object.values(RAW_COLUMNS), MILLISECONDS_COLUMN]

/**
 * Begins to read a table that comes in pieces.
 *
 * @param mapping what the facilitator has said about the table
 * @param admit the rows to read, of those that the tool does not count, and no others
 */
export function tableReading(
  { asked, texts, places, workshop }: CollectSetting,
  { admit = null, mapping = null }: TableChoices,
): TableReading {
  return new TableReading(
    asked,
    { ...places, texts, vantages: vantageWords(workshop.levels, places) },
    {
      admitted: admit === null ? [] : [admit],
      mapping,
      own: [...OWN_COLUMNS, ...asked.items.map(({ id }) => GUESS + id)],
    },
  )
}

/**
 * The rows of a table as they are taken in: a survey tool's, a response file, or a
 * workshop's own raw export, which alone has participant numbers. Never throws.
 */
export function rowsOf(
  read: Extract<ReadResponses, { ok: true }>,
  setting: CollectSetting,
  to: CodeLayout,
  { admit = null }: TableChoices,
): Extract<ReadTable, { ok: true }> {
  const reader = new RowReader(setting, to)
  const rows = [
    ...read.responses.filter((row) => admit === null || row.apart === admit).map((row) => reader.read(row)),
    ...(admit === null ? read.leftOut : []).map((left): ReadCandidate => ({
      ok: false,
      outcome:
        left.why === 'earlier'
          ? { ...placeOf(left), outcome: 'earlier', by: left.by }
          : { ...placeOf(left), outcome: 'set-apart', why: left.why, rows: 1 },
    })),
    ...(admit === null ? read.issues : []).map((issue): ReadCandidate => ({
      ok: false,
      outcome: { ...placeOf(issue), outcome: 'row', issue },
    })),
  ]
  return {
    ok: true,
    rows,
    ignored: read.ignored.filter(({ name }) => !columnsIn(read.names).has(foldWords(name))),
    missing: read.missing,
    numbered: rows.filter(isNumberedAlone).length,
  }
}
