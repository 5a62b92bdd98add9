import { foldWords } from './answer-words.ts'
import { foldName } from './known-columns.ts'

/** Why a tool does not count a row as a response. */
export const SET_APART = ['preview', 'test', 'unfinished', 'screened-out', 'duplicate', 'spam'] as const
export type SetApart = (typeof SET_APART)[number]

/** Says of a cell whether its row is set apart. */
type Test = (cell: string) => SetApart | null

const NO = new Set(['false', '0', 'no', 'faux', 'non', 'incomplete', 'incomplet', '[not completed]'])
const YES = new Set(['true', '1', 'yes', 'vrai', 'oui'])

/** Words of status columns, and the numbers that Qualtrics exports in their place. */
const STATUS_WORDS: Readonly<Record<SetApart, readonly string[]>> = {
  preview: ['survey preview', 'preview', 'offline survey preview', 'survey preview spam', 'aperçu'],
  test: ['survey test', 'test', 'offline survey test'],
  unfinished: ['partial', 'incomplete', 'in progress', 'started', 'unfinished', 'partiel', 'incomplet', 'en cours'],
  'screened-out': ['screened', 'screened out', 'disqualified', 'terminated', 'quotamet', 'quota met', 'over quota'],
  duplicate: ['duplicate', 'doublon'],
  spam: ['spam', 'imported spam'],
}
const status = new Map(SET_APART.flatMap((why) => STATUS_WORDS[why].map((word) => [word, why] as const)))

const STATUS_CODES = new Map<string, SetApart>([
  ['1', 'preview'],
  ['2', 'test'],
  ['8', 'spam'],
  ['9', 'preview'],
  ['12', 'spam'],
  ['17', 'preview'],
])

const finished: Test = (cell) => (NO.has(cell) ? 'unfinished' : null)
const filled: Test = (cell) => (cell === '' ? 'unfinished' : null)
const duplicate: Test = (cell) => (YES.has(cell) ? 'duplicate' : null)
const worded: Test = (cell) => status.get(cell) ?? null
const coded: Test = (cell) => STATUS_CODES.get(cell) ?? worded(cell)

/**
 * The tests of columns by their folded names. Qualtrics: Status, Finished, Progress,
 * DistributionChannel, Q_RelevantIDDuplicate, Q_DuplicateRespondent, Q_TerminateFlag.
 * LimeSurvey: submitdate, empty until the last page. REDCap: FORM_complete and
 * FORM_timestamp.
 */
function testOf(name: string, all: ReadonlySet<string>): Test | null {
  const folded = foldName(name)
  switch (folded) {
    case 'status':
    case 'responsetype':
    case 'responsestatus':
    case 'completionstatus':
    case 'statut':
      return all.has('finished') || all.has('progress') ? coded : worded
    case 'distributionchannel':
      return worded
    case 'finished':
    case 'completed':
    case 'termine':
      return finished
    case 'progress':
      // Finished decides where it is there: a survey closed by hand has it at less than 100.
      return all.has('finished') ? null : (cell) => (/^\d{1,2}([.,]\d+)?%?$/.test(cell) ? 'unfinished' : null)
    case 'submitdate':
    case 'datesubmitted':
    case 'datedesoumission':
      return filled
    case 'qrelevantidduplicate':
    case 'qduplicaterespondent':
    case 'duplicaterespondent':
      return duplicate
    case 'qterminateflag':
      return (cell) => (cell === '' ? null : 'screened-out')
    default:
      return /_complete$|^complete\?$|_timestamp$/i.test(name) ? finished : null
  }
}

/** The columns of a table that say of a row whether it counts. */
export type StatusColumns = readonly { readonly column: number; readonly test: Test }[]

/** Finds the status columns in a heading. */
export function findStatusColumns(names: readonly string[]): StatusColumns {
  const all = new Set(names.map(foldName))
  return names.flatMap((name, column) => {
    const test = testOf(name, all)
    return test ? [{ column, test }] : []
  })
}

/** Why the tool does not count this row; `null` where it does. Of several reasons, the first of `SET_APART`. */
export function setApart(columns: StatusColumns, cells: readonly string[]): SetApart | null {
  const found = columns.map(({ column, test }) => test(foldWords(cells[column] ?? '')))
  return SET_APART.find((why) => found.includes(why)) ?? null
}
