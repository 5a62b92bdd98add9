import { VANTAGES } from '../questionnaire/vantages.ts'
import type { GivenVantage } from '../response/response.ts'
import { answerWords, foldCell, foldWords } from './answer-words.ts'
import { missingIn } from './cell-codes.ts'
import { ID_COLUMNS, kindOfPersonColumn, PERSON_KINDS } from './known-columns.ts'
import { mappedCells, mappedLevels, type ColumnMeaning, type Mapping } from './mapping.ts'
import type { SheetColumns } from './read-row.ts'
import { seatReader } from './read-seat.ts'
import type { Asked, SheetWords } from './sheet-words.ts'
import type { DraftColumn } from './table-draft.ts'
import { spellings } from './tool-codes.ts'

/** Every way to write a vantage, folded. An empty cell is the same as not saying. */
function vantageWords(words: SheetWords): Map<string, GivenVantage> {
  const known = new Map<string, GivenVantage>([['', 'not-said']])
  for (const vantage of [...VANTAGES, 'not-said' as const])
    for (const word of [...spellings(vantage), ...(words.vantages?.[vantage] ?? [])])
      known.set(foldWords(word), vantage)
  return known
}

/** In cells; beyond it a table has texts, and no answers that come again. */
const MOST_REMEMBERED = 10_000

/** A function of texts that is worked out once for each. */
function remembered(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = of(text)
    if (known.size < MOST_REMEMBERED) known.set(text, value)
    return value
  }
}

/**
 * The columns as they are read.
 *
 * @param headings everything that the heading calls a column, by column
 */
export function layOutColumns(
  columns: readonly DraftColumn[],
  headings: readonly (readonly string[])[],
  asked: Asked,
  words: SheetWords,
  { mapping = null, own = [] }: { readonly mapping?: Mapping | null; readonly own?: readonly string[] },
) {
  const names = columns.map(({ name }) => name)
  const folded = names.map(foldWords)
  const at = (is: ColumnMeaning['is']) => columns.flatMap(({ meaning }, column) => (meaning.is === is ? [column] : []))
  const persons = PERSON_KINDS.flatMap((kind) =>
    at('person').flatMap((column) => (kindOfPersonColumn(headings[column] ?? []) === kind ? [{ column, kind }] : [])),
  )
  const records = at('response')
  const isFree = (column: number) => !(columns[column]?.isSaid === true && columns[column].meaning.is === 'nothing')
  const named = ID_COLUMNS.map((name) => folded.findIndex((one, column) => one === name && isFree(column))).find(
    (column) => column >= 0,
  )
  const answersOn = new Map(Object.keys(asked.scales).map((scale) => [scale, answerWords(asked, scale, words.texts)]))
  const vantages = vantageWords(words)
  const laidOut: SheetColumns = {
    names,
    id: named ?? persons[0]?.column ?? records[0] ?? null,
    persons,
    records,
    vantage: at('level')[0] ?? null,
    vantages,
    seatOf: remembered(seatReader(mappedLevels(mapping), vantages)),
    cells: mappedCells(mapping),
    missing: missingIn(headings.flat()),
    fold: remembered(foldCell),
    own: own.flatMap((name) => (folded.includes(name) ? [{ name, column: folded.indexOf(name) }] : [])),
    items: asked.items.flatMap(({ id, scale }) => {
      const [column, ...others] = columns.flatMap(({ meaning }, index) =>
        meaning.is === 'statement' && meaning.statement === id ? [index] : [],
      )
      const answers = answersOn.get(scale)
      const options = asked.scales[scale]?.options ?? []
      return column === undefined || !answers ? [] : [{ id, column, others, answers, options }]
    }),
  }
  return laidOut
}
