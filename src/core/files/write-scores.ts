import Papa from 'papaparse'
import type { Questionnaire } from '../questionnaire/schema.ts'
import type { ScoredResponse } from './score-responses.ts'

/** The columns of each concept, behind its id and an underscore. */
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
 * A text from outside as a cell that no spreadsheet takes for a formula, on one
 * line: an apostrophe goes before what could begin one, also after a semicolon,
 * since where that separates cells a spreadsheet splits a quoted cell at it.
 */
export function guardCell(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(/(^|;)(["\s]*)(?=[=+\-@＝＋－＠])/g, "$1$2'")
}

/**
 * One row for each respondent under a heading: `row, line, id, vantage`, seven
 * columns for each concept, and the notes on how it was answered, separated by
 * spaces. Numbers are as exact as they are; what could not be scored is empty.
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

/** The same as JSON, with ids as the file had them, trimmed, and `null` for what could not be scored. */
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
