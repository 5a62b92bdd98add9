import { DEFAULT_LANGUAGE, type Language } from './index.ts'

/**
 * The first available language among the wishes, by the first part of each tag:
 * "fr-CA" is French. The default language where none is available.
 *
 * @param there the available languages, as keys
 * @param wishes language tags, the most wished for first
 */
export function chooseLanguage(
  there: Readonly<Record<Language, unknown>>,
  wishes: readonly (string | null | undefined)[],
): Language {
  const has = (code: string): code is Language => Object.hasOwn(there, code)
  return wishes.map((wish) => wish?.toLowerCase().split('-')[0] ?? '').find(has) ?? DEFAULT_LANGUAGE
}
