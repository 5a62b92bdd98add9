import { writeFormsSheet } from './forms-sheet.ts'
import { writeLimeSurvey } from './limesurvey.ts'
import { writeQualtrics } from './qualtrics.ts'
import { writeRedcap } from './redcap.ts'
import { writeSurveyJs } from './survey-js.ts'
import type { SurveyForm } from './survey-form.ts'
import { writeXlsForm } from './xls-form.ts'

interface Tool {
  readonly extension: string
  readonly type: string
  readonly write: (form: SurveyForm) => string | Uint8Array
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Every survey tool that a questionnaire can be exported for. */
export const SURVEY_TOOLS = {
  qualtrics: { extension: 'txt', type: 'text/plain', write: writeQualtrics },
  limesurvey: { extension: 'txt', type: 'text/tab-separated-values', write: writeLimeSurvey },
  redcap: { extension: 'csv', type: 'text/csv', write: writeRedcap },
  xlsform: { extension: 'xlsx', type: XLSX, write: writeXlsForm },
  surveyjs: { extension: 'json', type: 'application/json', write: writeSurveyJs },
  forms: { extension: 'xlsx', type: XLSX, write: writeFormsSheet },
} as const satisfies Record<string, Tool>

export type SurveyTool = keyof typeof SURVEY_TOOLS

export const isSurveyTool = (name: string): name is SurveyTool => Object.hasOwn(SURVEY_TOOLS, name)

/** A questionnaire as a file that a survey tool imports. Never throws. */
export function exportFor(tool: SurveyTool, form: SurveyForm) {
  const { extension, type, write }: Tool = SURVEY_TOOLS[tool]
  return { name: `${form.id}-${tool}-${form.language}.${extension}`, type, content: write(form) }
}
