import type { SurveyTool } from './tools.ts'

/** The tools' names, for choosing one before any file is written. */
export const SURVEY_TOOL_NAMES: Readonly<Record<SurveyTool, string>> = {
  qualtrics: 'Qualtrics',
  limesurvey: 'LimeSurvey',
  redcap: 'REDCap',
  xlsform: 'XLSForm (ODK, KoboToolbox)',
  surveyjs: 'SurveyJS',
  forms: 'Google Forms, Microsoft Forms',
}
