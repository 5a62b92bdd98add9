import type { OfferedQuestionnaire } from './workshop-tools.ts'
import type { Language } from '../locales/index.ts'

/** What a questionnaire is called, in this language or in the first that it has. */
export const titleOf = ({ id, parts }: OfferedQuestionnaire, language: Language): string =>
  (parts[language] ?? Object.values(parts)[0])?.texts.title ?? id
