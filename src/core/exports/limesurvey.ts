import { shortCode } from '../files/tool-codes.ts'
import { VANTAGE_COLUMN } from '../files/known-columns.ts'
import type { FormChoice, SurveyForm } from './survey-form.ts'

const COLUMNS = [
  'id',
  'related_id',
  'class',
  'type/scale',
  'name',
  'relevance',
  'text',
  'help',
  'language',
  'validation',
  'mandatory',
  'encrypted',
  'other',
  'default',
  'same_default',
] as const
type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>

/** The longest code of a question, in letters and digits. */
const LONGEST_CODE = 20

/**
 * The question codes of statements: ids without hyphens, cut. Where two would be
 * alike, a number; these come back by their text alone.
 */
export function limeSurveyCodes(ids: readonly string[]): ReadonlyMap<string, string> {
  const cut = ids.map((id) => id.replaceAll('-', '').slice(0, LONGEST_CODE))
  return new Map(
    ids.map((id, at) => {
      const code = cut[at] ?? ''
      return [id, cut.indexOf(code) === cut.lastIndexOf(code) ? code : `q${at + 1}`]
    }),
  )
}

/** A text on one line as HTML, without the braces of expressions. */
const inline = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')

const answers = (choices: readonly FormChoice[], language: string, id: string): Row[] =>
  choices.map(({ code, text }) => ({
    id,
    class: 'A',
    'type/scale': '0',
    name: shortCode(code),
    text: inline(text),
    language,
  }))

/**
 * Tab-separated survey structure (LimeSurvey manual: Tab Separated Value survey
 * structure; Question codes; Answer codes have at most five letters and digits).
 * Each statement is a list of radio buttons, type L: the codes of an array's rows
 * would come back within its own.
 */
export function writeLimeSurvey({ title, lead, language, place, parts }: SurveyForm): string {
  const codes = limeSurveyCodes(parts.flatMap(({ statements }) => statements.map(({ id }) => id)))
  let questions = 0
  const question = (name: string, text: string, choices: readonly FormChoice[]): Row[] => {
    const id = String(++questions)
    const row = { id, class: 'Q', 'type/scale': 'L', name, relevance: '1', text: inline(text), language }
    return [{ ...row, mandatory: 'N', other: 'N' }, ...answers(choices, language, id)]
  }
  const group = (id: number, name: string, text: string): Row => ({
    id: String(id),
    class: 'G',
    name: inline(name),
    relevance: '1',
    text: inline(text),
    language,
  })
  const rows: Row[] = [
    { class: 'S', name: 'language', text: language },
    { class: 'S', name: 'format', text: 'G' },
    { class: 'SL', name: 'surveyls_title', text: inline(title), language },
    { class: 'SL', name: 'surveyls_welcometext', text: inline(lead), language },
    group(1, title, ''),
    ...question(VANTAGE_COLUMN, place.question, place.choices),
    ...parts.flatMap(({ stem, choices, statements }, at) => [
      group(at + 2, `${title} ${at + 1}`, stem),
      ...statements.flatMap(({ id, text }) => question(codes.get(id) ?? id, text, choices)),
    ]),
  ]
  const lines = rows.map((row) => COLUMNS.map((column) => row[column] ?? '').join('\t'))
  // With a mark, by which the import knows UTF-8.
  return `\ufeff${[COLUMNS.join('\t'), ...lines].join('\n')}\n`
}
