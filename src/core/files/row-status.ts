import { foldWords } from './answer-words.ts'
import { foldName } from './known-columns.ts'

/** Why a row is not counted as a response: what the tool says of it, that no statement is answered in it, or that it sums up others. */
export const SET_APART = [
  'preview',
  'test',
  'unfinished',
  'screened-out',
  'deleted',
  'duplicate',
  'spam',
  'empty',
  'summary',
] as const
export type SetApart = (typeof SET_APART)[number]

/** Says of a cell whether its row is set apart. */
type Test = (cell: string) => SetApart | null

/** As the interfaces of the tools are: in English, French, German, Spanish, Italian, Dutch and Portuguese. */
const wordSet = (words: string) => new Set(words.split(', '))
const NO = wordSet(
  'false, 0, no, n, f, faux, non, incomplete, incomplet, [not completed], not completed, unfinished, in progress, partial, ' +
    'falsch, nein, unvollständig, falso, incompleto, incompleta, onwaar, nee, onvolledig, não, inacabado',
)
const YES = wordSet(
  'true, 1, yes, y, t, vrai, oui, complete, completed, finished, 2, unverified, complet, terminé, ' +
    'wahr, ja, vollständig, verdadero, sí, si, completo, completa, vero, sì, waar, volledig, verdadeiro, sim',
)

/** Words of status columns, and the numbers that Qualtrics exports in their place. */
const STATUS_WORDS: Readonly<Record<SetApart, string>> = {
  preview:
    'survey preview, preview, offline survey preview, survey preview spam, aperçu, ' +
    "aperçu de l'enquête, aperçu du sondage, umfragevorschau, vorschau, vista previa, vista previa de la encuesta, " +
    'anteprima, anteprima sondaggio, voorbeeld, enquêtevoorbeeld, visualização, visualização da pesquisa',
  test:
    "survey test, test, offline survey test, test de l'enquête, test d'enquête, umfragetest, prueba, " +
    'prueba de la encuesta, test sondaggio, enquêtetest, teste, teste da pesquisa',
  unfinished:
    'partial, incomplete, in progress, started, unfinished, partially completed, abandoned, partiel, incomplet, en cours, ' +
    'teilweise, unvollständig, abgebrochen, parcial, incompleto, en curso, parziale, gedeeltelijk, onvolledig',
  'screened-out': 'screened, screened out, disqualified, terminated, quotamet, quota met, over quota',
  deleted: 'deleted',
  duplicate: 'duplicate, doublon',
  spam: 'spam, imported spam',
  empty: '',
  summary: '',
}
const status = new Map(
  SET_APART.flatMap((why) =>
    [...wordSet(STATUS_WORDS[why])].flatMap((word) => (word === '' ? [] : [[word, why] as const])),
  ),
)

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
const finishedAndFilled: Test = (cell) => filled(cell) ?? finished(cell)
const duplicate: Test = (cell) => (YES.has(cell) ? 'duplicate' : null)
const flaggedTest: Test = (cell) => (YES.has(cell) ? 'test' : null)
const worded: Test = (cell) => status.get(cell) ?? null
/** KoboToolbox and ODK keep what people think of a submission: of any but a good one it is asked. */
const reviewed: Test = () => null
const ofChannel: Test = (cell) => worded(cell)
/** Wufoo writes 0 and 1 where others have words. */
const completion: Test = (cell) => worded(cell) ?? finished(cell)
const coded: Test = (cell) => STATUS_CODES.get(cell) ?? worded(cell)

/** SoSci Survey says how an interview was started. */
const started: Test = (cell) => (cell === 'pretest' || cell === 'debug' || cell === 'admin' ? 'test' : worded(cell))
/** A row of somebody who only looked at the questionnaire. */
const viewed: Test = (cell) => (YES.has(cell) ? 'preview' : null)
/** EFS Survey numbers how far somebody is: in the tens before the survey, in the twenties within it. */
const disposed: Test = (cell) => (/^[12]\d$/.test(cell) ? 'unfinished' : cell === '37' ? 'screened-out' : null)

/** Whether a heading is of the column that REDCap writes behind the fields of each form. */
const isFormStatus = (name: string): boolean => /_complete$|^complete\?$|^complet ?\?$/i.test(name)

/**
 * The tests of columns by their folded names. Qualtrics: Status, Finished, Progress,
 * DistributionChannel, Q_RelevantIDDuplicate, Q_DuplicateRespondent,
 * Q_BallotBoxStuffing, Q_TerminateFlag.
 * LimeSurvey: submitdate, empty until the last page. REDCap: FORM_complete and
 * FORM_timestamp. Alchemer: Status, which is Deleted in what its interface hands out (apihelp.alchemer.com,
 * "SurveyResponse Sub-Object"), and is_test_data ("SurveyResponse Returned Fields v5"). SoSci Survey, known by QUESTNNR:
 * MODE and Q_VIEWER (soscisurvey.de, "Additional Variables in the Data Set"). EFS Survey, known by lfdn: tester and
 * dispcode (its documentation, "Disposition Codes"). Wufoo: Completion Status. Le Sphinx: PROGRESSION.
 */
function testOf(name: string, all: ReadonlySet<string>): Test | null {
  const folded = foldName(name)
  switch (folded) {
    case 'status':
    case 'responsetype':
    case 'responsestatus':
    case 'statut':
    case 'progression':
      return all.has('finished') || all.has('progress') ? coded : worded
    case 'completionstatus':
      return completion
    case 'validationstatus':
    case 'reviewstate':
      return reviewed
    case 'distributionchannel':
      return ofChannel
    case 'finished':
    case 'completed':
    case 'termine':
      return finishedAndFilled
    case 'surveytimestamp':
    case 'horodatage':
      return finished
    case 'progress':
      // Finished decides where it is there: a survey closed by hand has it at less than 100.
      return all.has('finished') ? null : (cell) => (/^\d{1,2}([.,]\d+)?%?$/.test(cell) ? 'unfinished' : null)
    case 'submitdate':
    case 'datesubmitted':
    case 'datedesoumission':
    case 'datumabgeschickt':
    case 'fechadeenvio':
    case 'datadiinvio':
    case 'datainvio':
    case 'datumingediend':
    case 'datumverzonden':
    case 'datadeenvio':
      return filled
    case 'qrelevantidduplicate':
    case 'qduplicaterespondent':
    case 'duplicaterespondent':
    case 'qballotboxstuffing':
      return duplicate
    case 'istestdata':
      return flaggedTest
    case 'mode':
      return all.has('questnnr') ? started : null
    case 'qviewer':
      return all.has('questnnr') ? viewed : null
    case 'tester':
      return all.has('lfdn') ? flaggedTest : null
    case 'dispcode':
      return all.has('lfdn') ? disposed : null
    case 'qterminateflag':
      return (cell) => (cell === '' ? null : 'screened-out')
    default:
      return isFormStatus(name) ? finishedAndFilled : /_timestamp$/i.test(name) ? finished : null
  }
}

/** Words and numbers of rows that count. */
const COUNTING = wordSet(
  '0, 4, 16, 31, 32, interview, edited, received, validation_status_approved, ip address, imported, offline, offline survey response, submitted, ok, valid, approved, ' +
    'adresse ip, importé, importée, soumis, achevé, ip-adresse, importiert, abgeschlossen, dirección ip, importado, ' +
    'importada, indirizzo ip, importato, ip-adres, geïmporteerd, voltooid, endereço ip',
)

/** Whether a cell of a status column, folded, says that its row counts. */
export const countsAs = (cell: string): boolean => COUNTING.has(cell) || YES.has(cell)

/** The columns of a table that say of a row whether it counts. */
export type StatusColumns = readonly {
  readonly column: number
  readonly test: Test
  /** Whether its words say it, so that a word that nobody knows leaves it open. */
  readonly isWorded: boolean
  /** Whether other columns tell that the tool wrote it. */
  readonly isSure: boolean
}[]

/**
 * Finds the status columns in a heading. Of REDCap's forms, the status of one without
 * any statement says nothing about the answers.
 *
 * @param headings everything that it calls a column, by column
 * @param holds what each column holds: `free` where nothing is known of it yet
 */
export function findStatusColumns(
  headings: readonly (readonly string[])[],
  holds: readonly ('statement' | 'free' | 'other')[],
): StatusColumns {
  const all = new Set(headings.flat().map(foldName))
  let hasStatements = false
  const found = headings.flatMap((names, column) => {
    hasStatements ||= holds[column] === 'statement'
    const [test] = holds[column] === 'free' ? names.flatMap((name) => testOf(name, all) ?? []) : []
    if (!test) return []
    const isOfForm = names.some(isFormStatus)
    const isOfStatements = isOfForm && hasStatements
    if (isOfForm) hasStatements = false
    return [{ column, test, isOfForm, isOfStatements }]
  })
  const isKnown = found.some(({ isOfStatements }) => isOfStatements)
  return found
    .filter(({ isOfForm, isOfStatements }) => !isKnown || !isOfForm || isOfStatements)
    .map(({ column, test }) => ({
      column,
      test,
      isWorded: [worded, coded, completion, finishedAndFilled, reviewed, started, disposed].includes(test),
      isSure: [coded, reviewed, started, disposed].includes(test),
    }))
}

/** Why the tool does not count this row; `null` where it does. Of several reasons, the first of `SET_APART`. */
export function setApart(columns: StatusColumns, cells: readonly string[]): SetApart | null {
  const found = columns.map(({ column, test }) => test(foldWords(cells[column] ?? '')))
  return SET_APART.find((why) => found.includes(why)) ?? null
}
