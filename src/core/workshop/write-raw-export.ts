import Papa from 'papaparse'
import type { CodeLayout } from '../response/layout.ts'
import { GUESS } from '../files/response-csv.ts'
import { guardCell } from '../files/write-scores.ts'
import { guessedItems } from './guesses.ts'
import { slicesInNoOrder, type CollectedEntry } from './collected.ts'
import { vantageOfLevel } from './setting.ts'
import { RAW_COLUMNS } from './raw-columns.ts'
import type { Workshop } from './workshop.ts'

/**
 * Every response as a row, items as columns in the order of the questionnaire: a
 * step, "cant-tell", or nothing for an unanswered item; then, where the workshop asks for
 * guesses, what was guessed, in columns that begin with "guess.". Levels count from 1 at the
 * top, with their names beside them; the vantage column has the vantage for each
 * level, so that any tool that scores responses can read the file. Taken in again,
 * each row is recognised by participant number and revision, by its sealed
 * identity, or by its mark. The order of the rows says nothing about the order in
 * which they arrived. In pieces, of which each takes less than a frame to write.
 *
 * @throws RangeError where set-up did not allow it: participants were told so.
 */
export function* writeRawExport(
  workshop: Workshop,
  layout: CodeLayout,
  entries: readonly CollectedEntry[],
): Generator<string> {
  if (!workshop.rawExport) throw new RangeError('this workshop has no raw export')
  const { id, levels, questionnaire } = workshop
  const guessed = guessedItems(workshop, layout)
  const cells = ({ answers, guesses = {} }: CollectedEntry) => [
    ...layout.items.map((item) => answers[item.id] ?? ''),
    ...guessed.map((item) => guesses[item.id] ?? ''),
  ]
  const names = [...layout.items.map((item) => item.id), ...guessed.map((item) => GUESS + item.id)]
  const rowOf = (entry: CollectedEntry) => {
    const first: Record<keyof typeof RAW_COLUMNS, string | number> = {
      workshop: id,
      participant: entry.participant ?? '',
      revision: entry.revision ?? '',
      mark: entry.mark ?? '',
      person: entry.person ?? '',
      record: entry.record ?? '',
      questionnaire: questionnaire.id,
      version: questionnaire.version,
      completedOn: entry.completedOn ?? '',
      pace: entry.pace,
      level: entry.level === null ? '' : entry.level + 1,
      levelName: guardCell(entry.level === null ? '' : (levels[entry.level] ?? '')),
      vantage: vantageOfLevel(entry.level, levels.length),
    }
    const columns = Object.keys(RAW_COLUMNS) as (keyof typeof RAW_COLUMNS)[]
    return [...columns.map((column) => first[column]), ...cells(entry)]
  }
  yield `${Papa.unparse([[...Object.values(RAW_COLUMNS), ...names]])}\r\n`
  for (const slice of slicesInNoOrder(entries)) yield `${Papa.unparse(slice.map(rowOf))}\r\n`
}
