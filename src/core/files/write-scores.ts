import Papa from 'papaparse'
import type { Questionnaire } from '../questionnaire/schema.ts'
import type { ScoredResponse } from './score-responses.ts'

/** The columns of each concept; the concept's id and an underscore come before each name. */
const CONCEPT_COLUMNS = [
  'score',
  'band_low',
  'band_high',
  'answered',
  'cant_tell',
  'bounds_low',
  'bounds_high',
] as const

/**
 * A text from outside as a cell on one line that no spreadsheet takes for a
 * formula: an apostrophe goes before every sign that could begin one, also after a
 * semicolon, since spreadsheets that separate cells by semicolons split a quoted
 * cell there.
 */
export function guardCell(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(/(^|;)(["\s]*)(?=[=+\-@＝＋－＠])/g, "$1$2'")
}

/** How many respondents are written at a time. */
const AT_A_TIME = 500

function* inBatches<Value>(all: Iterable<Value>): Generator<readonly Value[], void> {
  let batch: Value[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length < AT_A_TIME) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/**
 * Writes one row for each respondent under a heading: `row, line, id, vantage`,
 * seven columns for each concept, and the quality notes, separated by spaces.
 * Numbers are not rounded; missing scores are empty. In pieces, none of which needs
 * the others.
 */
export function* writeScoresCsv(
  concepts: readonly { readonly id: string }[],
  scored: Iterable<ScoredResponse>,
): Generator<string, void> {
  const heading = [
    'row',
    'line',
    'id',
    'vantage',
    ...concepts.flatMap(({ id }) => CONCEPT_COLUMNS.map((column) => `${id}_${column}`)),
    'quality',
  ]
  yield `${Papa.unparse([heading])}\r\n`
  for (const batch of inBatches(scored)) {
    const rows = batch.map((one) => [
      one.row,
      one.line,
      guardCell(one.id ?? ''),
      one.vantage,
      ...one.concepts.flatMap(({ score, band, answered, cantTell, bounds }) => [
        score ?? '',
        band?.low ?? '',
        band?.high ?? '',
        answered,
        cantTell,
        bounds.low,
        bounds.high,
      ]),
      one.quality.join(' '),
    ])
    yield `${Papa.unparse(rows)}\r\n`
  }
}

/** As `JSON.stringify` writes it with two spaces, this deep within something else. */
const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`)

/** The same as JSON, with ids as in the file, trimmed, and `null` for missing scores; in pieces, too. */
export function* writeScoresJson(
  { id, version }: Pick<Questionnaire, 'id' | 'version'>,
  scored: Iterable<ScoredResponse>,
): Generator<string, void> {
  yield `{\n  "questionnaire": ${indented({ id, version }, 1)},\n  "respondents": [`
  let before = ''
  for (const batch of inBatches(scored)) {
    const written = batch.map((one) => {
      const concepts = one.concepts.map(({ concept, score, band, answered, cantTell, bounds }) => ({
        concept,
        score,
        band,
        answered,
        cantTell,
        bounds,
      }))
      return `\n    ${indented({ ...one, concepts }, 2)}`
    })
    yield before + written.join(',')
    before = ','
  }
  yield before === '' ? ']\n}\n' : '\n  ]\n}\n'
}
