import { LARGEST_COLLECTED, LARGEST_FILE, LARGEST_SHEET, LONGEST_PASTE, MOST_ENTRIES } from '../bounds/bounds.ts'
import type { TableDraft } from '../files/table-draft.ts'
import type { ReadResponses } from '../files/read-responses.ts'
import { readResponseCsv } from '../files/response-csv.ts'
import { isCheck } from './check-terms.ts'
import { CollectedIndex } from './collected-index.ts'
import { lengthOf, type Collected, type CollectedEntry } from './collected.ts'
import { findCodes } from './find-codes.ts'
import type { Fate, Outcome } from './outcome.ts'
import { settle } from './settle.ts'
import { readFoundCode } from './read-found-code.ts'
import { promisesOf } from './promises.ts'
import { readJson } from './read-json.ts'
import type { PeopleRules } from './people.ts'
import { rowsOf, tableReading, type ReadTable } from './read-table.ts'
import { sealRow } from './seal-row.ts'
import { takeTable } from './take-table.ts'
import { Taker } from './taker.ts'
import { layoutOfWorkshop, type CollectSetting, type ReadCandidate } from './setting.ts'

/** One code by itself, as sources deliver it: no JSON and no table is one word of these signs. */
const BARE_CODE = /^[0-9A-Z]{20,200}$/

export interface TakenIn {
  readonly collected: Collected
  /** One for each passage found, in the order of the text; at least one. */
  readonly outcomes: readonly Outcome[]
  /** Remarks on a table as a whole; `null` where the text was no table. */
  readonly table: Pick<Extract<ReadTable, { ok: true }>, 'ignored' | 'missing' | 'numbered'> | null
  /** The guesses about a table that is not certain enough to be read. */
  readonly draft?: TableDraft
}

/**
 * The outcome of a reading in a check, which takes only what was handed over under its own promises by
 * somebody close to the work. Plain codes, files and tables may be anybody's, the leader's too.
 */
function inCheck(read: ReadCandidate, { workshop }: CollectSetting): ReadCandidate {
  if (!read.ok || !isCheck(workshop)) return read
  const { line, excerpt, entry } = read.candidate
  if (entry.promises === undefined) return { ok: false, outcome: { line, excerpt, outcome: 'other-promises' } }
  return entry.level === null ? { ok: false, outcome: { line, excerpt, outcome: 'other-levels' } } : read
}

function* readCodes(text: string, setting: CollectSetting): Generator<ReadCandidate> {
  const to = layoutOfWorkshop(setting)
  let promises: string | null = null
  const own = () => (promises ??= promisesOf(setting.workshop))
  for (const found of findCodes(text, setting.layouts)) yield inCheck(readFoundCode(found, setting, to, own), setting)
}

/** A table with its rows sealed, or why none was read and whether it is one all the same. */
export type JudgedTable =
  | Extract<ReadTable, { ok: true }>
  | (Extract<ReadTable, { ok: false }> & { readonly isTable: boolean })

/** The verdict on a table, wherever it was read. Never throws. */
export function judgeTable(read: ReadResponses, setting: CollectSetting, rules: PeopleRules): JudgedTable {
  if (isCheck(setting.workshop))
    return { ok: false, issues: [{ code: 'no-items', line: 1, example: '' }], isTable: false }
  if (read.ok) {
    const table = rowsOf(read, setting, layoutOfWorkshop(setting), { admit: rules.admit ?? null })
    // Refused before anything is changed: half of a table is nobody's wish.
    if (table.rows.length > MOST_ENTRIES)
      return { ok: false, issues: [{ code: 'too-many-rows', most: MOST_ENTRIES }], isTable: true }
    return { ...table, rows: table.rows.map((row) => sealRow(row, rules.key)) }
  }
  const [issue] = read.issues
  const isTable =
    issue !== undefined && issue.code !== 'no-items' && issue.code !== 'empty' && issue.code !== 'heading-quotes'
  return { ...read, isTable }
}

/** The outcomes of a table that was not read, one for each issue. */
export function refusalOf({
  issues,
  draft,
}: Pick<Extract<JudgedTable, { ok: false }>, 'issues' | 'draft'>): Omit<TakenIn, 'collected'> {
  const outcomes = issues.map((issue): Outcome => ({
    line: 'line' in issue ? issue.line : 1,
    excerpt: '',
    outcome: 'table',
    issue,
  }))
  return { outcomes, table: null, ...(draft ? { draft } : {}) }
}

/**
 * Takes in whatever a facilitator pasted, scanned, typed or dropped: any text with
 * codes in it, a response file, a survey tool's table, a raw export. README.md
 * beside this file says what counts once and what twice. Trusts nothing in the
 * text, and takes time in proportion to it.
 *
 * @param nextId gives a new entry's id, unique in this workshop
 * @param rules what is known about who is who: whoever may be in already waits
 * @throws RangeError where the workshop's questionnaire is not among the layouts.
 */
export function takeIn(
  collected: Collected,
  text: string,
  setting: CollectSetting,
  nextId: () => string,
  rules: PeopleRules,
): TakenIn {
  const to = layoutOfWorkshop(setting)
  const alone = (fate: Fate): TakenIn => ({
    collected,
    outcomes: [{ line: 1, excerpt: '', ...fate }],
    table: null,
  })
  if (text.length > LARGEST_SHEET) return alone({ outcome: 'too-large', most: LARGEST_SHEET })
  const takeBy = (settleWith: (taker: Taker) => Outcome[], sheet: TakenIn['table'] = null): TakenIn => {
    const taker = new Taker(collected, nextId, rules)
    const outcomes = settleWith(taker)
    return { collected: taker.finish(), outcomes, table: sheet }
  }
  if (isCheck(setting.workshop)) {
    if (text.length > LONGEST_PASTE) return alone({ outcome: 'too-large', most: LONGEST_PASTE })
    const taken = takeBy((taker) => settle(readCodes(text, setting), (candidate) => taker.take(candidate)))
    return taken.outcomes.length > 0 ? taken : alone({ outcome: 'nothing-found' })
  }
  if (BARE_CODE.test(text)) {
    const taken = takeBy((taker) => settle(readCodes(text, setting), (candidate) => taker.take(candidate)))
    if (taken.outcomes.length > 0) return taken
  }
  const json = readJson(text.replace(/^\ufeff/, '').trim(), setting, to)
  if (json.kind === 'one') return takeBy((taker) => settle([json.read], (candidate) => taker.take(candidate)))

  const { admit = null, mapping = null } = rules
  const reading = tableReading(setting, { admit, mapping })
  reading.pushWhole(text)
  const table = judgeTable(reading.finish(), setting, rules)
  if (table.ok) {
    const { ignored, missing, numbered } = table
    return takeBy((taker) => takeTable(taker, table, rules), { ignored, missing, numbered })
  }
  const foreign = text.length > LARGEST_FILE ? null : readResponseCsv(text, setting.layouts)
  if (foreign?.ok) return alone({ outcome: 'other-questionnaire', questionnaire: foreign.layout.id })
  if (foreign?.issue.code === 'questionnaire')
    return alone({ outcome: 'other-questionnaire', questionnaire: foreign.issue.id })
  const { draft } = table
  const refused = (): TakenIn => ({ collected, ...refusalOf(table) })
  // A text in brackets looks like JSON, and it or a mail that is kept as a page may have codes in it all the same.
  const isJson = ['broken-json', 'no-records', 'other-kind'].includes(table.issues[0]?.code ?? '')
  if (table.isTable && !isJson) return refused()
  if (text.length > LONGEST_PASTE)
    return draft || isJson ? refused() : alone({ outcome: 'too-large', most: LONGEST_PASTE })
  // A mail with commas looks like a table too, so codes are looked for first.
  const taken = takeBy((taker) => settle(readCodes(text, setting), (candidate) => taker.take(candidate)))
  if (taken.outcomes.length > 0) return taken
  return draft || isJson ? refused() : alone({ outcome: 'nothing-found' })
}

/**
 * Takes in several texts, one after the other, with the outcomes of each.
 *
 * @throws RangeError as `takeIn` does.
 */
export function takeInAll(
  collected: Collected,
  texts: readonly string[],
  setting: CollectSetting,
  nextId: () => string,
  rules: PeopleRules,
): { readonly collected: Collected; readonly taken: readonly TakenIn[] } {
  let latest = collected
  const taken = texts.map((text) => {
    const one = takeIn(latest, text, setting, nextId, rules)
    latest = one.collected
    return one
  })
  return { collected: latest, taken }
}

/** Removes an entry from those that count. Its participant may hand over again. Never throws. */
export function removeEntry(collected: Collected, id: string): Collected {
  const removed = collected.entries.filter((entry) => entry.id === id)
  if (removed.length === 0) return collected
  const index = CollectedIndex.from(collected)
  for (const entry of removed) index.remove(entry)
  return index.giveTo({
    entries: collected.entries.filter((entry) => entry.id !== id),
    former: [...collected.former, ...removed],
  })
}

/** Counts a repeated response as another person's. The same spare counts once. Never throws. */
export function countAgain(collected: Collected, spare: CollectedEntry): Collected {
  const isThere = [...collected.entries, ...collected.former].some(({ id }) => id === spare.id)
  if (isThere || collected.entries.length >= MOST_ENTRIES) return collected
  const index = CollectedIndex.from(collected)
  if (index.length + lengthOf(spare) > LARGEST_COLLECTED) return index.giveTo(collected)
  index.add(spare)
  return index.giveTo({ ...collected, entries: [...collected.entries, spare] })
}
