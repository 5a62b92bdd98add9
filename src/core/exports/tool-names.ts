import type { SurveyTool } from './tools.ts'

/** What the tools are called, where one is chosen before any file is written. */
export const SURVEY_TOOL_NAMES: Readonly<Record<SurveyTool, string>> = {
  qualtrics: 'Qualtrics',
  limesurvey: 'LimeSurvey',
  redcap: 'REDCap',
  xlsform: 'XLSForm (ODK, KoboToolbox)',
  surveyjs: 'SurveyJS',
  forms: 'Google Forms, Microsoft Forms',
}
