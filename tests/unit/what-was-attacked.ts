import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SmallRoom } from './every-room.ts'

/*
 * The tables of what was attacked in the README on what may be released: a row for each attack,
 * written by the attack. A table begins after a comment with its name.
 */

const FILE = join(import.meta.dirname, '../../src/core/disclosure/README.md')

/** Which part of a text is a table's rows, after its heading. */
function placeOf(text: string, table: string): { readonly from: number; readonly to: number } {
  const begin = text.indexOf(`<!-- ${table} -->`)
  const rows = /\n\|[ -]+\|[-| ]*\n/g
  rows.lastIndex = begin
  if (begin < 0 || !rows.exec(text)) throw new Error(`no table ${table}`)
  const from = rows.lastIndex
  const end = text.indexOf('\n\n', from)
  return { from, to: end < 0 ? text.length : Math.max(from, end + 1) }
}

const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const splitRows = (rows: string) =>
  rows
    .split('\n')
    .filter((row) => row.startsWith('|'))
    .map(cellsOf)

/** The cells of a table's rows. */
export function attacked(table: string): string[][] {
  const text = readFileSync(FILE, 'utf8')
  const { from, to } = placeOf(text, table)
  return splitRows(text.slice(from, to))
}

/**
 * Writes what an attack found into its row, which begins with the same cells, or adds it.
 *
 * @param named how many cells say what was attacked
 */
export async function recordAttack(table: string, cells: readonly (string | number)[], named: number): Promise<void> {
  const text = readFileSync(FILE, 'utf8')
  const { from, to } = placeOf(text, table)
  const row = cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell))
  const is = (other: readonly string[]) => other.slice(0, named).join('|') === row.slice(0, named).join('|')
  const rows = splitRows(text.slice(from, to))
  const written = rows.some(is) ? rows.map((other) => (is(other) ? row : other)) : [...rows, row]
  const lines = written.map((own) => `| ${own.join(' | ')} |\n`).join('')
  const { format } = await import('oxfmt')
  const { code, errors } = await format(FILE, text.slice(0, from) + lines + text.slice(to))
  if (errors.length > 0) throw new Error(`the table cannot be written: ${errors[0]!.message}`)
  writeFileSync(FILE, code)
}

/** "5", "5 and 6", "5, 6 and 7". */
export const sayAll = (values: readonly (number | string)[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} and ${values.at(-1)!}`

/** What was attacked, as the first two cells of its row. */
export function nameOf({
  sizes,
  none = 0,
  later = [],
  items,
  options,
  areExplanations,
  or,
}: SmallRoom): [string, string] {
  const people = [
    sayAll(sizes),
    ...(none > 0 ? [`${none} without a level`] : []),
    ...(later.length > 0 ? [`${sayAll(later)} more before a second view`] : []),
  ]
  const instead = or === undefined ? '' : or === 'skipped' ? ', or skipped' : ', or can’t tell'
  return [people.join('; '), `${areExplanations ? 'explanations, ' : ''}${items} of ${options}${instead}`]
}
