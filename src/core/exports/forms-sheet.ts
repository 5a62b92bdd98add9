import type { SurveyForm } from './survey-form.ts'
import { writeWorkbook } from './write-workbook.ts'

/**
 * A sheet to copy from, for tools that import nothing, as Google Forms and Microsoft
 * Forms: a row for each question with its number, text and answers. These come back
 * by their texts.
 */
export function writeFormsSheet({ title, lead, place, parts }: SurveyForm): Uint8Array {
  let position = 0
  return writeWorkbook([
    {
      name: 'Form',
      rows: [
        ['', title],
        ['', lead],
        [],
        [String(++position), place.question, ...place.choices.map(({ text }) => text)],
        ...parts.flatMap(({ stem, choices, statements }) => [
          [],
          ['', stem],
          ...statements.map(({ text }) => [String(++position), text, ...choices.map((choice) => choice.text)]),
        ]),
      ],
    },
  ])
}
