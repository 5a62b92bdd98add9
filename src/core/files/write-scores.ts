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

/**
 * Writes one row for each respondent under a heading: `row, line, id, vantage`,
 * seven columns for each concept, and the quality notes, separated by spaces.
 * Numbers are not rounded; missing scores are empty.
 */
export function writeScoresCsv(
  concepts: readonly { readonly id: string }[],
  scored: readonly ScoredResponse[],
): string {
  const fields = [
    'row',
    'line',
    'id',
    'vantage',
    ...concepts.flatMap(({ id }) => CONCEPT_COLUMNS.map((column) => `${id}_${column}`)),
    'quality',
  ]
  const data = scored.map((one) => [
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
  return `${Papa.unparse({ fields, data })}\r\n`
}

/** The same as JSON, with ids as in the file, trimmed, and `null` for missing scores. */
export function writeScoresJson(
  { id, version }: Pick<Questionnaire, 'id' | 'version'>,
  scored: readonly ScoredResponse[],
): string {
  const respondents = scored.map((one) => ({
    ...one,
    concepts: one.concepts.map(({ concept, score, band, answered, cantTell, bounds }) => ({
      concept,
      score,
      band,
      answered,
      cantTell,
      bounds,
    })),
  }))
  return `${JSON.stringify({ questionnaire: { id, version }, respondents }, null, 2)}\n`
}
