import type { Questionnaire } from '../questionnaire/schema.ts'
import { answerWords } from './answer-words.ts'
import type { GuessedColumn } from './guess-columns.ts'
import { foldName } from './known-columns.ts'
import { oncePerPair } from './once-per-pair.ts'
import type { SheetWords } from './sheet-words.ts'

/** The words of all answers, folded as names. */
const wordsOf = oncePerPair(
  (scales: Questionnaire['scales'], texts: SheetWords['texts']): ReadonlySet<string> =>
    new Set(
      Object.keys(scales)
        .flatMap((scale) => [...answerWords({ scales }, scale, texts).keys()])
        .map(foldName)
        .filter((word) => /\p{L}/u.test(word)),
    ),
)

/**
 * The first of the columns that hold one answer each, as surveys of several choices are
 * exported: "Never" of a statement, "Rarely" of it, and so on. `null` where there are
 * none, and where a column beside them has the statement's answer.
 *
 * @param headings everything that the heading calls a column, by column
 */
export function findChoiceColumn(
  columns: readonly GuessedColumn[],
  headings: readonly (readonly string[])[],
  { scales }: Pick<Questionnaire, 'scales'>,
  { texts }: SheetWords,
): GuessedColumn | null {
  const words = wordsOf(scales, texts)
  const isChoice = ({ beside }: GuessedColumn, at: number) =>
    words.has(beside.letters) || (headings[at] ?? []).some((heading) => words.has(foldName(heading)))
  const own = columns.flatMap((column, at) =>
    column.meaning.is === 'statement' && !column.isSaid
      ? [{ column, statement: column.meaning.statement, isOne: isChoice(column, at) }]
      : [],
  )
  const whole = new Set(own.flatMap(({ statement, isOne }) => (isOne ? [] : [statement])))
  return own.find(({ statement, isOne }) => isOne && !whole.has(statement))?.column ?? null
}
