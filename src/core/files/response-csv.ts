import Papa from 'papaparse'
import { VANTAGES } from '../questionnaire/vantages.ts'
import { CANT_TELL, type Answer } from '../response/response.ts'
import { hasNumber } from '../response/numbered-day.ts'
import type { CodeLayout } from '../response/layout.ts'
import { findHeading, normaliseLines, parseRows } from './parse-rows.ts'
import type { FileIssue } from './response-file-issues.ts'
import { findLayout, guessable, SLOWEST, type FiledResponse, type ReadFile } from './response-file.ts'

/** The columns before the items'. */
export const FIRST_COLUMNS = ['questionnaire', 'version', 'completed_on', 'vantage', 'milliseconds_per_item'] as const

/** The beginning of the column of a guess; the item's id follows. */
export const GUESS = 'guess.'

/**
 * One response as a row under its heading, items as columns, in the order of the
 * questionnaire, then guesses where there are any; a step, "cant-tell", or nothing where it was left open. Every
 * cell is a number or a word that begins with a letter, so no spreadsheet takes
 * one for a formula; the writer would put an apostrophe before it if it were.
 */
export function writeResponseCsv(layout: CodeLayout, filed: FiledResponse): string {
  const { questionnaire, completedOn, vantage, millisecondsPerItem, answers, guesses } = filed
  const guessed = guesses ? layout.items.filter((item) => item.guessed) : []
  const row = [questionnaire.id, questionnaire.version, completedOn, vantage, millisecondsPerItem ?? '']
  const fields = [...FIRST_COLUMNS, ...layout.items.map(({ id }) => id), ...guessed.map(({ id }) => GUESS + id)]
  const cells = [...layout.items.map(({ id }) => answers[id]), ...guessed.map(({ id }) => guesses?.[id])]
  const data = [[...row, ...cells.map((given) => given ?? '')]]
  return `${Papa.unparse({ fields, data }, { escapeFormulae: true })}\r\n`
}

/** A cell as an answer; `undefined` for an unanswered item, `null` for anything else. */
function answerIn(cell: string, options: number): Answer | null | undefined {
  if (cell === '') return undefined
  if (cell === CANT_TELL) return CANT_TELL
  const step = /^[1-9]$/.test(cell) ? Number(cell) : 0
  return step >= 1 && step <= options ? step : null
}

/**
 * Reads the file of `writeResponseCsv` back, also after a spreadsheet saved it with
 * semicolons or tabs. Trusts nothing in it, and never throws.
 */
export function readResponseCsv(text: string, layouts: readonly CodeLayout[]): ReadFile {
  const fail = (issue: FileIssue): ReadFile => ({ ok: false, issue })
  const lines = normaliseLines(text)
  const found = findHeading(lines, (cell) => FIRST_COLUMNS.some((column) => column === cell))
  const heading = found?.row.cells ?? []
  if (!found || heading[0] !== FIRST_COLUMNS[0]) return fail({ code: 'neither' })
  const rows: (readonly string[])[] = []
  parseRows(lines, found.delimiter, ({ line, cells }) => {
    if (line !== found.row.line) rows.push(cells)
    return true
  })
  const [row = []] = rows
  if (rows.length !== 1) return fail({ code: 'rows', rows: rows.length })
  const twice = heading.find((column, index) => heading.indexOf(column) !== index)
  if (twice !== undefined) return fail({ code: 'twice', column: twice })
  if (row.length < heading.length) return fail({ code: 'short', cells: row.length, columns: heading.length })
  if (row.length > heading.length) return fail({ code: 'cell', column: '', value: row[heading.length] ?? '' })
  const missing = FIRST_COLUMNS.find((column) => !heading.includes(column))
  if (missing) return fail({ code: 'column', column: missing })
  const cell = (column: string) => row[heading.indexOf(column)] ?? ''

  const [id, version, completedOn] = [cell('questionnaire'), cell('version'), cell('completed_on')]
  const layout = findLayout(layouts, id, version)
  if ('code' in layout) return fail(layout)
  if (!/^\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(version)) return fail({ code: 'version', version })
  if (!hasNumber(completedOn)) return fail({ code: 'day', value: completedOn })
  const vantage = [...VANTAGES, 'not-said' as const].find((value) => value === cell('vantage'))
  if (!vantage) return fail({ code: 'cell', column: 'vantage', value: cell('vantage') })
  const pace = cell('milliseconds_per_item')
  if (!/^\d{0,8}$/.test(pace) || Number(pace) > SLOWEST)
    return fail({ code: 'cell', column: 'milliseconds_per_item', value: pace })

  const isGuess = (column: string) => column.startsWith(GUESS)
  const columns = heading.filter((column) => !FIRST_COLUMNS.some((first) => first === column))
  const read = (own: CodeLayout['items'], before: string) => {
    const given: Record<string, Answer> = {}
    const named = columns.filter((column) => isGuess(column) === (before === GUESS))
    for (const column of named) {
      const item = own.find((one) => before + one.id === column)
      if (!item) return { code: 'item', item: column } as const
      const answer = answerIn(cell(column), item.options)
      if (answer === null) return { code: 'answer', item: column, value: cell(column) } as const
      if (answer !== undefined) given[item.id] = answer
    }
    const lost = own.find((one) => !named.includes(before + one.id))
    return lost ? ({ code: 'column', column: before + lost.id } as const) : { given }
  }
  const answered = read(layout.items, '')
  if (!('given' in answered)) return fail(answered)
  const guessed = columns.some(isGuess) ? read(guessable(layout, vantage), GUESS) : { given: {} }
  if (!('given' in guessed)) return fail(guessed)
  const isGuessed = Object.keys(guessed.given).length > 0
  const column = columns.find(isGuess)
  if (column !== undefined && !isGuessed) return fail({ code: 'cell', column, value: '' })
  const millisecondsPerItem = pace === '' ? null : Number(pace)
  return {
    ok: true,
    layout,
    filed: {
      questionnaire: { id, version },
      completedOn,
      vantage,
      millisecondsPerItem,
      answers: answered.given,
      ...(isGuessed ? { guesses: guessed.given } : {}),
    },
  }
}
