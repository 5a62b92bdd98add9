import { foldWords } from './answer-words.ts'
import type { SheetColumns } from './read-row.ts'

const wordSet = (words: string) => new Set(words.split(', '))

/** Names of a row that sums up the others, as spreadsheets and people write them, in seven languages. */
const SUMMARY = wordSet(
  'average, averages, avg, mean, means, median, total, totals, grand total, sum, std dev, std. dev, stdev, standard deviation, ' +
    'moyenne, moyennes, médiane, mediane, total général, somme, écart-type, écart type, ecart-type, effectif, ' +
    'durchschnitt, mittelwert, mittel, summe, gesamt, gesamtergebnis, gesamtsumme, standardabweichung, ø, ' +
    'promedio, suma, mediana, total general, desviación estándar, totale, somma, deviazione standard, ' +
    'gemiddelde, totaal, eindtotaal, mediaan, standaarddeviatie, média, soma, total geral, desvio padrão',
)

/** The same that may be somebody's name or department where no column says who it is. */
const AMONG_IDENTITIES = wordSet('media, n, count, minimum, maximum, anzahl, aantal, nombre, conteggio')

/** Names that people give a row that is nobody's, of whichever kind. */
const NOBODYS = wordSet(
  'overall, everyone, benchmark, variance, std, sd, ' +
    'responses, respondents, max score, maximum score, weight, weights, example, answer key, correct answer, ensemble, ' +
    'réponses, répondants, résultat, résultats, exemple, ergebnis, antworten, beispiel, insgesamt, ejemplo, respuestas, risposte, esempio',
)

/** What people write before a row that others are compared with, of which nobody is sure. */
const COMPARED = wordSet(
  'all, target, targets, mode, ziel, goal, objective, baseline, reference, ideal, expected, actual, difference, gap, delta, ' +
    'best, worst, top, best in class, best practice, top quartile, ideal profile, last survey, last time, previous survey, norm group, normgruppe, ' +
    'company, whole company, organisation, organization, industry, sector, previous, last year, whole group, all teams, ' +
    'cible, objectif, référence, écart, entreprise, tous, toutes, global, soll, sollwert, zielwert, vorjahr, differenz, ' +
    'alle, unternehmen, objetivo, meta, todos, obiettivo, tutti, doel, streefwaarde, iedereen',
)
/** The same that are people's first names, too. */
const NAMES_TOO = wordSet('max, min, norm')

/** Behind what it is compared with: "Industry benchmark", "Company target". */
const COMPARED_ENDING =
  /(?<![\p{L}@.])(benchmarks?|targets?|(top|bottom) (box|[23] box|quartile)|(external|internal|industry|sector|company|group|national|team) norms?|baseline|reference|zielwert|sollwert)$|^(target|benchmark|cible|référence|objectif|ziel)(?!\p{L}) ?(group|score|value|20\d\d|de|du|für|for|level)?/u

/** The same behind what is summed up, where people are named: "Group mean", "senior Average", "Moyenne générale". */
const ENDING =
  /(?<![\p{L}@.])((average|avg|mean|median|(sub-?)?total|moyenne|médiane|durchschnitt|mittelwert|promedio|gemiddelde)s?|(moyenne|médiane) (générale|globale|totale)|media general|std\.? ?dev(iation)?|x̄)$|(durchschnitts?|mittel|gesamt)(wert|durchschnitt|summe)$/u

/** The same before what is summed up: "Average of all", "Count of responses", "Sub-total Paris". */
const BEFORE =
  /^(ø|%|resp(onse)?\.? count|sub-?total|(average|mean|median|total|sum|count|number) (of|for)|(moyenne|médiane|total|somme|nombre) (de|des|du|d')|(durchschnitt|mittelwert|summe|anzahl|gesamt) (von|der|aller|für)|(promedio|total|suma) (de|del)|(totale|somma|media) (di|del)|(gemiddelde|totaal|aantal) (van|voor)|(média|soma) (de|do|da))(?!\p{L})/u

const COUNT = /^n\s*=\s*\d+$/

/** Behind a word for what is summed up: "Average score", "Mean (n = 12)", "Total:". */
const BEHIND = /\s*(\(.*\)|[:=.]|\bscores?\b|\bresponses?\b|\bn\s*=\s*\d+|\b(19|20)\d\d\b)+$/

const isWord = (cell: string, words: ReadonlySet<string>): boolean => {
  const folded = foldWords(cell)
  return COUNT.test(folded) || BEFORE.test(folded) || words.has(folded) || words.has(folded.replace(BEHIND, ''))
}

/** Whether a cell is a word for what sums up others. */
export const isSummaryWord = (cell: string): boolean =>
  isWord(cell, SUMMARY) || isWord(cell, AMONG_IDENTITIES) || isWord(cell, NOBODYS) || mayNameNobody(cell)

/** Whether a cell is a word for what others are compared with, where people are named. */
export const mayBeCompared = (cell: string): boolean =>
  isWord(cell, COMPARED) || COMPARED_ENDING.test(foldWords(cell).replace(BEHIND, ''))

/** Whether a cell is a word for a sum or what others are compared with, and a name that somebody may have. */
export const mayNameNobody = (cell: string): boolean => isWord(cell, NAMES_TOO) || mayBeCompared(cell)

/** Whether a cell names nobody where people are named. */
export const isNobodysName = (cell: string): boolean =>
  isWord(cell, NOBODYS) || ENDING.test(foldWords(cell).replace(BEHIND, ''))

/**
 * Whether a row sums up the others and is nobody's: a word for that where people are
 * named, or before everything else, and nothing beside it but more of them.
 */
export function isSummary({ persons, records, id, items, vantage }: SheetColumns, cells: readonly string[]): boolean {
  const statements = new Set(items.flatMap(({ column, others }) => [column, ...others]))
  const [first, ...beside] = cells.flatMap((cell, column) =>
    cell === '' || statements.has(column) || column === vantage ? [] : [{ cell, column }],
  )
  if (!first || beside.some(({ cell }) => !isSummaryWord(cell))) return false
  const isNaming = persons.some(({ column }) => column === first.column) || [...records, id].includes(first.column)
  return (
    isWord(first.cell, SUMMARY) || (isNaming && (isWord(first.cell, AMONG_IDENTITIES) || isNobodysName(first.cell)))
  )
}
