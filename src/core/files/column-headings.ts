import { foldName, MARKUP } from './known-columns.ts'
import type { SheetRow } from './parse-rows.ts'

/** A number in front of a question, as "3. ", "Q3: " or "3) ". */
const NUMBERING = /^\s*Q?\d{1,3}\s*[.):\u2013-]\s+/i

/** The codes that LimeSurvey writes before the texts of its own columns and of participants, and ours. */
const LIMESURVEY_CODES = new Set(
  'id submitdate lastpage startlanguage seed startdate datestamp ipaddr refurl token email vantage'.split(' '),
)

/** Of how many columns such a table begins with a code at least: fewer can be anybody's words. */
const LEAST_CODES = 3

const codeIn = (cell: string): string | null => {
  const [code = ''] = /^[a-z]+(?=[^a-z])/i.exec(cell) ?? []
  return LIMESURVEY_CODES.has(code.toLowerCase()) && foldName(cell) !== code.toLowerCase() ? code.toLowerCase() : null
}

/**
 * By column, everything that a heading calls it: each row's cell as it stands, the
 * same without tags and number, and the code that LimeSurvey writes before a text.
 */
export function columnHeadings(rows: readonly SheetRow[]): readonly (readonly string[])[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const own = Array.from({ length: width }, (_, at) =>
    rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== ''),
  )
  const codes = own.map((cells) => cells.flatMap((cell) => codeIn(cell) ?? []))
  const hasCodes = codes.filter(([code]) => code !== undefined).length >= LEAST_CODES
  return own.map((cells, at) => {
    const plain = cells.map((cell) => cell.replaceAll(MARKUP, ' ').replace(NUMBERING, '').trim())
    return [...new Set([...(hasCodes ? (codes[at] ?? []) : []), ...cells, ...plain])].filter((cell) => cell !== '')
  })
}
