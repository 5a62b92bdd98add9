import Papa from 'papaparse'
import { underscored } from '../files/tool-codes.ts'
import { VANTAGE_COLUMN } from '../files/known-columns.ts'
import type { FormChoice, SurveyForm } from './survey-form.ts'

const HEADING = [
  'Variable / Field Name',
  'Form Name',
  'Section Header',
  'Field Type',
  'Field Label',
  'Choices, Calculations, OR Slider Labels',
  'Field Note',
  'Text Validation Type OR Show Slider Number',
  'Text Validation Min',
  'Text Validation Max',
  'Identifier?',
  'Branching Logic (Show field only if...)',
  'Required Field?',
  'Custom Alignment',
  'Question Number (surveys only)',
  'Matrix Group Name',
  'Matrix Ranking?',
  'Field Annotation',
] as const
type Row = Readonly<Partial<Record<(typeof HEADING)[number], string>>>

const list = (choices: readonly FormChoice[]) =>
  choices.map(({ code, text }) => `${underscored(code)}, ${text.replaceAll('|', '/')}`).join(' | ')

/**
 * A data dictionary (REDCap help: Data Dictionary; columns A to R). Statements of one
 * scale are a matrix under its question.
 */
export function writeRedcap({ id, place, parts }: SurveyForm): string {
  const form = { 'Form Name': underscored(id) }
  const rows: Row[] = [
    { ...form, 'Variable / Field Name': 'record_id', 'Field Type': 'text', 'Field Label': 'Record ID' },
    {
      ...form,
      'Variable / Field Name': VANTAGE_COLUMN,
      'Field Type': 'radio',
      'Field Label': place.question,
      'Choices, Calculations, OR Slider Labels': list(place.choices),
    },
    ...parts.flatMap(({ scale, stem, choices, statements }, part) =>
      statements.map((statement, at): Row => ({
        ...form,
        'Variable / Field Name': underscored(statement.id),
        'Section Header': at === 0 ? stem : '',
        'Field Type': 'radio',
        'Field Label': statement.text,
        'Choices, Calculations, OR Slider Labels': list(choices),
        'Matrix Group Name': `${underscored(scale)}_${part + 1}`,
      })),
    ),
  ]
  return Papa.unparse([[...HEADING], ...rows.map((row) => HEADING.map((column) => row[column] ?? ''))])
}
