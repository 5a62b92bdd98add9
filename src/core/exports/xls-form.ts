import { underscored } from '../files/tool-codes.ts'
import { VANTAGE_COLUMN } from '../files/known-columns.ts'
import type { FormChoice, SurveyForm } from './survey-form.ts'
import { writeWorkbook } from './write-workbook.ts'

/**
 * An XLSForm (xlsform.org: the survey, choices and settings worksheets), for ODK,
 * KoboToolbox and others. A scale's question is each statement's hint, because
 * phones show one question at a time; no groups, whose names would come back before
 * those of the statements.
 */
export function writeXlsForm({ id, title, lead, language, place, parts }: SurveyForm): Uint8Array {
  const listOf = (name: string, choices: readonly FormChoice[]) =>
    choices.map(({ code, text }) => [name, underscored(code), text])
  const lists = new Map(parts.map(({ scale, choices }) => [underscored(scale), choices]))
  return writeWorkbook([
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label', 'hint'],
        ['note', 'lead', lead, ''],
        [`select_one ${VANTAGE_COLUMN}_list`, VANTAGE_COLUMN, place.question, ''],
        ...parts.flatMap(({ scale, stem, statements }) =>
          statements.map((one) => [`select_one ${underscored(scale)}`, underscored(one.id), one.text, stem]),
        ),
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', 'label'],
        ...listOf(`${VANTAGE_COLUMN}_list`, place.choices),
        ...[...lists].flatMap(([name, choices]) => listOf(name, choices)),
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'default_language'],
        [title, underscored(id), language],
      ],
    },
  ])
}
