import type { OfferedQuestionnaire } from './workshop-tools.ts'
import { inLanguage } from '../locales/in-language.ts'
import type { Language } from '../locales/index.ts'

/** The title of a questionnaire, in this language if it has it. */
export const titleOf = ({ id, parts }: OfferedQuestionnaire, language: Language): string =>
  inLanguage(parts, language)?.texts.title ?? id
