import { foldWords } from './answer-words.ts'
import type { TableHeading } from './heading.ts'
import { foldName, isLevelColumn, isRecordColumn, isToolColumn, personKind, VANTAGE_COLUMN } from './known-columns.ts'
import type { ColumnMeaning } from './mapping.ts'
import type { StatementMatcher } from './match-statement.ts'
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
 * What a column most likely holds, by all rows of its heading.
 *
 * @param cells as the rows have them
 * @param headings everything that they call the column
 * @param questions how it is asked where people sit, folded as names
 */
export function guessColumn(
  cells: readonly string[],
  headings: readonly string[],
  matcher: StatementMatcher,
  questions: ReadonlySet<string>,
) {
  const matches = cells.flatMap((cell) => {
    const match = matcher.match(cell)
    return match && (match.isSure || !isToolColumn(cell)) ? [match] : []
  })
  const [first] = matches
  const sure = matches.find(({ isSure }) => isSure) ?? first
  if (sure) {
    const isSure = sure.isSure && matches.every((one) => !one.isSure || one.statement === sure.statement)
    return { meaning: { is: 'statement', statement: sure.statement } as const, isDoubtful: !isSure }
  }
  const is = (): ColumnMeaning['is'] => {
    if (headings.some((cell) => personKind(cell) !== null)) return 'person'
    if (headings.some(isRecordColumn)) return 'response'
    if (headings.some((cell) => isLevelColumn(cell) || questions.has(foldName(cell)))) return 'level'
    return 'nothing'
  }
  return { meaning: { is: is() } as Exclude<ColumnMeaning, { is: 'statement' }>, isDoubtful: false }
}

/** Of two columns that say where people sit, the product's own goes before a tool's. */
export function oneLevel(columns: readonly DraftColumn[]): DraftColumn[] {
  const levels = columns.filter(({ meaning }) => meaning.is === 'level')
  const own = levels.filter(({ name }) => foldWords(name) === VANTAGE_COLUMN)
  if (levels.length < 2 || own.length === 0) return [...columns]
  return columns.map((column) =>
    column.meaning.is === 'level' && !own.includes(column) ? { ...column, meaning: { is: 'nothing' } } : column,
  )
}

/** Columns that occur twice where only one can count, by their folded names. */
export function findTwice(columns: readonly DraftColumn[], id: number | null): string[] {
  const keys = columns.map(({ meaning, name }, at) => {
    if (meaning.is === 'statement') return `statement ${meaning.statement}`
    if (meaning.is === 'level') return 'level'
    // Two columns of one name: nobody can tell which names the respondent.
    return id !== null && foldWords(name) === foldWords(columns[id]?.name ?? '') ? 'id' : `${at}`
  })
  return columns.flatMap(({ name, meaning }, at) =>
    keys.indexOf(keys[at]!) === at && keys.lastIndexOf(keys[at]!) !== at
      ? [meaning.is === 'statement' ? meaning.statement : foldWords(name)]
      : [],
  )
}
