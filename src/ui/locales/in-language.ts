import { DEFAULT_LANGUAGE } from './index.ts'

/** What there is in a language, else in the default one, else in any. `undefined` where there is nothing at all. */
export const inLanguage = <T>(there: Readonly<Record<string, T>>, language: string): T | undefined =>
  there[language] ?? there[DEFAULT_LANGUAGE] ?? Object.values(there)[0]
