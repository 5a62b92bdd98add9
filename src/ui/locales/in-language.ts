import { DEFAULT_LANGUAGE } from './index.ts'

/** The value for a language, else for the default one, else for any; `undefined` for none. */
export const inLanguage = <T>(there: Readonly<Record<string, T>>, language: string): T | undefined =>
  there[language] ?? there[DEFAULT_LANGUAGE] ?? Object.values(there)[0]
