import type { OfferedQuestionnaire } from './workshop-tools.ts'
import { inLanguage } from '../locales/in-language.ts'
import type { Language } from '../locales/index.ts'

/** What a questionnaire is called, in this language if it has that. */
export const titleOf = ({ id, parts }: OfferedQuestionnaire, language: Language): string =>
  inLanguage(parts, language)?.texts.title ?? id
