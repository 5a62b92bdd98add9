import { VANTAGE_COLUMN } from '../files/known-columns.ts'
import type { FormChoice, SurveyForm } from './survey-form.ts'

/** A step as a number, as the library's own scales have it. */
const choices = (all: readonly FormChoice[]) =>
  all.map(({ code, text }) => ({ value: /^\d+$/.test(code) ? Number(code) : code, text }))

const question = (name: string, title: string, all: readonly FormChoice[]) => ({
  type: 'radiogroup',
  name,
  title,
  choices: choices(all),
})

/**
 * A survey in JSON (SurveyJS documentation: Create a Survey in JSON; Panel; Radio
 * Button Group). No matrix: its answers would come back within one value.
 */
export function writeSurveyJs({ title, lead, language, place, parts }: SurveyForm): string {
  const survey = {
    title,
    description: lead,
    locale: language,
    pages: [
      { name: 'place', elements: [question(VANTAGE_COLUMN, place.question, place.choices)] },
      ...parts.map(({ scale, stem, choices: answers, statements }, at) => ({
        name: `${scale}-${at + 1}`,
        title: stem,
        elements: statements.map(({ id, text }) => question(id, text, answers)),
      })),
    ],
  }
  return `${JSON.stringify(survey, null, 2)}\n`
}
