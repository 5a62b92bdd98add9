import { VANTAGE_COLUMN } from '../files/known-columns.ts'
import type { FormChoice, SurveyForm } from './survey-form.ts'

/** A text on one line, in which nothing is a tag of the format or of HTML. */
const inline = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\[(?=\[)/g, '[ ')

/** Recoded values are numbers: *can't tell* and places take their position. */
const choices = (all: readonly FormChoice[]) => [
  '[[AdvancedChoices]]',
  ...all.flatMap(({ text }, at) => [`[[Choice:${at + 1}]]`, inline(text)]),
]

const question = (id: string, text: string, all: readonly FormChoice[]) => [
  '[[Question:MC:SingleAnswer:Vertical]]',
  `[[ID:${id}]]`,
  inline(text),
  ...choices(all),
  '',
]

/**
 * Advanced Format TXT (Qualtrics support: Import & Export Surveys, Preparing an
 * Advanced Format TXT File). Question ids become the headings of the export.
 */
export function writeQualtrics({ title, lead, place, parts }: SurveyForm): string {
  return [
    '[[AdvancedFormat]]',
    '',
    `[[Block:${inline(title)}]]`,
    '',
    '[[Question:DB]]',
    inline(lead),
    '',
    ...question(VANTAGE_COLUMN, place.question, place.choices),
    ...parts.flatMap(({ stem, choices: answers, statements }) => [
      '[[PageBreak]]',
      '',
      '[[Question:DB]]',
      inline(stem),
      '',
      ...statements.flatMap(({ id, text }) => question(id, text, answers)),
    ]),
  ].join('\n')
}
