import { foldName, identityIn } from './known-columns.ts'
import type { SheetColumns } from './read-row.ts'

/** In rows: of fewer, a column of groups has a different one in each by chance. */
const LEAST_GROUPS = 3

/** The share of rows with a number of people. */
const COUNTED = 0.9

const PEOPLE =
  'raters|evaluators|reviewers|assessors|voters|responses|respondents|participants|people|persons|employees|completes|answers|reponses|repondants|personnes|' +
  'antworten|teilnehmer|teilnehmenden?|befragten?|personen|mitarbeiter|respuestas|encuestados|participantes|personas|' +
  'risposte|rispondenti|partecipanti|persone|respondenten|deelnemers|reacties|antwoorden|respostas|respondentes|pessoas'

/** Headings of a column that says how many people stand behind each row, folded. */
const COUNT_NAMES = new RegExp(
  '^(n|count|counts|freq|frequency|frequencies|frequence|haufigkeit|sample|base|headcount|effectifs?|anzahl|aantal|(team|group|sample|base)?size|taille|' +
    `(total|valid|completed)?(no|nr|nb|nbre|number|numero|nombre|anzahl|zahl|aantal|amount|count|total|n)?(of|des?|d|di|der|van)?(${PEOPLE})(count|n)?|` +
    '(response|respondent|participant|answer)(count|n))$',
)

/** Headings of a column of groups, folded. */
const GROUP_NAMES =
  /^(team|group|department|dept|division|unit|businessunit|orgunit|site|location|branch|office|squad|tribe|equipe|groupe|departement|service|direction|unite|abteilung|gruppe|bereich|standort|einheit|equipo|grupo|departamento|squadra|gruppo|reparto|afdeling|groep|equipa)(s?name)?$/

/** Such headings that ask somebody, too, how many people they lead; and those of columns with somebody's name. */
const ASKED_OF_PEOPLE =
  /^((team|group)?size|taille|headcount|(numberof|nombrede|anzahl)?(people|persons|employees|personnes|personen|mitarbeiter))$/
const NAMES =
  /^(full|first|last|family|given|sur)?name$|^(nom|prenom|nomcomplet|vorname|nachname|nombre|apellido|cognome|naam|achternaam|voornaam)$/

/** A day or a time, as tools write beside each response. */
const WHEN = /\d[-/.]\d{1,2}[-/.]\d|\d:\d\d/

/** What a row is that may be a group: the column says how many answered, or is one of groups with a row for each. */
export interface FoundGroups {
  readonly why: 'counts' | 'groups'
  /** From 0. */
  readonly column: number
}

interface SeenColumn {
  readonly column: number
  readonly why: FoundGroups['why']
  /** Cells that are a number of people, or names of groups of which each is another one. */
  fitting: number
  /** Numbers above 1. */
  several: number
  /** Whether the numbers go on by one from row to row, as those of rows. */
  isSequence: boolean
  last: number
  readonly names: Set<string>
}

/**
 * Finds tables with a row for each group: a column says how many answered, or has
 * another team in each row and nobody's level. Where rows have addresses, numbers of
 * responses or days, they are people's.
 */
export class RowsOfGroups {
  readonly #laidOut: SheetColumns
  readonly #columns: readonly SeenColumn[]
  #rows = 0
  /** Rows with somebody's name or number, and those of them that are somebody's for sure. */
  #named = 0
  #ofPeople = 0
  /** Rows with somebody's level: people of as many teams are not their averages. */
  #levelled = 0
  readonly #beside: readonly number[]

  /**
   * @param headings everything that the heading calls a column, by column
   * @param isFree whether nothing is known of the column, nor said of it
   */
  constructor(laidOut: SheetColumns, headings: readonly (readonly string[])[], isFree: (column: number) => boolean) {
    this.#laidOut = laidOut
    const statements = new Set(laidOut.items.flatMap(({ column, others }) => [column, ...others]))
    this.#beside = headings.flatMap((_, column) => (statements.has(column) ? [] : [column]))
    const areNamed = headings.some((names) => names.some((name) => NAMES.test(foldName(name))))
    this.#columns = headings.flatMap((names, column) => {
      const isMeant = (name: string) => !areNamed || !ASKED_OF_PEOPLE.test(name)
      const folded = isFree(column) ? names.map(foldName).filter(isMeant) : []
      const why = folded.some((name) => COUNT_NAMES.test(name))
        ? 'counts'
        : folded.some((name) => GROUP_NAMES.test(name))
          ? 'groups'
          : null
      return why === null
        ? []
        : [{ column, why, fitting: 0, several: 0, isSequence: true, last: Number.NaN, names: new Set<string>() }]
    })
  }

  /** Sees a row that counts, or would if it could be read. */
  see(cells: readonly string[]): void {
    if (this.#columns.length === 0) return
    this.#rows++
    const { persons, records, names, vantage } = this.#laidOut
    if (vantage !== null && (cells[vantage] ?? '') !== '') this.#levelled++
    const own = persons.flatMap(({ column }) => identityIn(cells[column] ?? '') ?? [])
    // A column “ID” may number teams.
    const isNumbered = records.some((column) => foldName(names[column] ?? '') !== 'id' && (cells[column] ?? '') !== '')
    if (own.length > 0) this.#named++
    if (own.some((identity) => identity.includes('@')) || isNumbered || this.#isDated(cells)) this.#ofPeople++
    for (const seen of this.#columns) {
      const cell = cells[seen.column] ?? ''
      if (seen.why === 'counts') {
        if (!/^\d{1,6}([.,]0+)?$/.test(cell)) continue
        const number = Number.parseInt(cell, 10)
        seen.fitting++
        if (number > 1) seen.several++
        if (!Number.isNaN(seen.last) && number !== seen.last + 1) seen.isSequence = false
        seen.last = number
      } else if (/\p{L}/u.test(cell) && seen.fitting === this.#rows - 1 && !seen.names.has(cell)) {
        // Of a column that has one group twice, nothing more is kept.
        seen.fitting++
        seen.names.add(cell)
      } else seen.names.clear()
    }
  }

  #isDated(cells: readonly string[]): boolean {
    return this.#beside.some((column) => WHEN.test(cells[column] ?? ''))
  }

  /** The column that says so; `null` where each row is a person's as far as anybody can tell. */
  found(): FoundGroups | null {
    const isOf = ({ why, fitting, several, isSequence }: SeenColumn) =>
      why === 'counts'
        ? this.#rows > 1 && fitting >= COUNTED * this.#rows && several * 2 >= fitting && !isSequence
        : this.#rows >= LEAST_GROUPS && fitting === this.#rows && this.#named === 0 && this.#levelled === 0
    if (this.#ofPeople * 2 > this.#rows) return null
    const found = this.#columns.filter(isOf)
    const [first] = [...found.filter(({ why }) => why === 'counts'), ...found]
    return first ? { why: first.why, column: first.column } : null
  }
}
