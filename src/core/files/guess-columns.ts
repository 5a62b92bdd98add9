import { foldWords } from './answer-words.ts'
import type { TableHeading } from './heading.ts'
import {
  foldName,
  isLevelColumn,
  isRecordColumn,
  isToolColumn,
  personKind,
  roleInTool,
  VANTAGE_COLUMN,
} from './known-columns.ts'
import type { ColumnMeaning } from './mapping.ts'
import { RECODED, type Beside, type StatementMatcher } from './match-statement.ts'
import type { DraftColumn } from './table-draft.ts'

/** The name of each column: the first that a heading row has for it. */
export function namesOf({ rows }: TableHeading): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  return Array.from(
    { length: width },
    (_, at) => rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '',
  )
}

/**
 * The likeliest meaning of a column, by all rows of its heading.
 *
 * @param cells as the rows have them
 * @param headings everything that they call the column
 * @param questions how it is asked where people sit, folded as names
 * @param all every heading of the table, folded as names
 */
export function guessColumn(
  cells: readonly string[],
  headings: readonly string[],
  matcher: StatementMatcher,
  questions: ReadonlySet<string>,
  all: ReadonlySet<string>,
) {
  const matches = cells.flatMap((cell) => {
    const match = matcher.match(cell)
    const isMeant = match && (match.isSure || !isToolColumn(cell))
    return isMeant ? [{ ...match, beside: matcher.beside(cell, match.statement) }] : []
  })
  const [first] = matches
  const sure = matches.find(({ isSure }) => isSure) ?? first
  if (sure) {
    const isSure = sure.isSure && matches.every((one) => !one.isSure || one.statement === sure.statement)
    const own = matches.filter(({ statement }) => statement === sure.statement)
    const beside = own.find((one) => one.isSure && one.beside.letters === '')?.beside ?? sure.beside
    const isRecoded = own.some((one) => one.isRecoded || RECODED.test(one.beside.letters))
    return {
      meaning: { is: 'statement', statement: sure.statement } as const,
      isDoubtful: !isSure || isRecoded,
      ...(isRecoded ? { isRecoded } : {}),
      beside,
    }
  }
  const is = (): ColumnMeaning['is'] => {
    if (headings.some((cell) => personKind(cell) !== null)) return 'person'
    const [inTool] = headings.flatMap((cell) => roleInTool(cell, all) ?? [])
    if (inTool) return inTool
    if (headings.some(isRecordColumn)) return 'response'
    return headings.some((cell) => isLevelColumn(cell) || questions.has(foldName(cell))) ? 'level' : 'nothing'
  }
  return {
    meaning: { is: is() } as Exclude<ColumnMeaning, { is: 'statement' }>,
    isDoubtful: false,
    beside: NOTHING_BESIDE,
  }
}

export const NOTHING_BESIDE: Beside = { letters: '', isWordy: false }

/** A column with what its heading says beside the statement. */
export type GuessedColumn = DraftColumn & { readonly beside: Beside }

/** How many headings say each thing beside their statement. */
function countBeside(columns: readonly GuessedColumn[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { meaning, beside } of columns)
    if (meaning.is === 'statement') counts.set(beside.letters, (counts.get(beside.letters) ?? 0) + 1)
  return counts
}

/**
 * Doubts statements whose heading alone says more than a word or two beside them, as
 * "Please comment on": a grid says the same above all of its statements.
 */
export function doubtLonelyWords(columns: readonly GuessedColumn[]): GuessedColumn[] {
  const counts = countBeside(columns)
  return columns.map((column) =>
    column.meaning.is === 'statement' &&
    !column.isSaid &&
    column.beside.isWordy &&
    counts.get(column.beside.letters) === 1
      ? { ...column, isDoubtful: true }
      : column,
  )
}

/**
 * Of several columns of one statement, the likeliest stays: the one whose heading says
 * what most headings say. The others are remarks, scores or times.
 */
export function guessOfTwice(columns: readonly GuessedColumn[]): GuessedColumn[] {
  const counts = countBeside(columns)
  const [usual] = [...counts].toSorted(([one, many], [other, more]) => more - many || one.length - other.length)
  const kept = new Set(
    columns.flatMap(({ meaning, beside }) =>
      meaning.is === 'statement' && beside.letters === usual?.[0] ? [meaning.statement] : [],
    ),
  )
  return columns.map((column) => {
    const { meaning, beside, isSaid } = column
    const isOther = meaning.is === 'statement' && kept.has(meaning.statement) && beside.letters !== usual?.[0]
    return isOther && !isSaid ? { ...column, meaning: { is: 'nothing' }, isDoubtful: true } : column
  })
}

/** Of two columns that say where people sit, the product's own goes before a tool's. */
export function oneLevel(columns: readonly GuessedColumn[]): GuessedColumn[] {
  const levels = columns.filter(({ meaning }) => meaning.is === 'level')
  const own = levels.filter(({ name }) => foldWords(name) === VANTAGE_COLUMN)
  if (levels.length < 2 || own.length === 0) return [...columns]
  return columns.map((column) =>
    column.meaning.is === 'level' && !own.includes(column) ? { ...column, meaning: { is: 'nothing' } } : column,
  )
}

/** A statement, or a folded name, that several columns have; their numbers count from 1. */
export interface Repeated {
  readonly column: string
  readonly numbers: readonly number[]
}

/**
 * Columns that occur twice where only one can count, sorted by their folded names. Several
 * that somebody has said to be one statement are read as one.
 */
export function findTwice(columns: readonly DraftColumn[], id: number | null): Repeated[] {
  const guessed = new Set(
    columns.flatMap(({ meaning, isSaid }) => (meaning.is === 'statement' && !isSaid ? [meaning.statement] : [])),
  )
  const keys = columns.map(({ meaning, name, isSaid }, at) => {
    if (meaning.is === 'statement')
      return guessed.has(meaning.statement) ? `statement ${meaning.statement}` : `column ${at}`
    if (meaning.is === 'level') return 'level'
    // Two columns of one name: nobody can tell which names the respondent.
    const isId = id !== null && foldWords(name) === foldWords(columns[id]?.name ?? '')
    return isId && !(isSaid && meaning.is === 'nothing') ? 'id' : `${at}`
  })
  const found = columns.flatMap(({ name, meaning }, at): Repeated[] =>
    keys.indexOf(keys[at]!) === at && keys.lastIndexOf(keys[at]!) !== at
      ? [
          {
            column: meaning.is === 'statement' ? meaning.statement : foldWords(name),
            numbers: columns.flatMap(({ number }, other) => (keys[other] === keys[at] ? [number] : [])),
          },
        ]
      : [],
  )
  return found.toSorted((one, other) => (one.column < other.column ? -1 : 1))
}
