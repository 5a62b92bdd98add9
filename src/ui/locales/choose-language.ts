import { DEFAULT_LANGUAGE, type Language } from './index.ts'

/**
 * The first of the languages wished for that there is, by its first part: "fr-CA"
 * is French. The default language where none is.
 *
 * @param there what there is, by language
 * @param wishes language tags, what is wished for most first
 */
export function chooseLanguage(
  there: Readonly<Record<Language, unknown>>,
  wishes: readonly (string | null | undefined)[],
): Language {
  const has = (code: string): code is Language => Object.hasOwn(there, code)
  return wishes.map((wish) => wish?.toLowerCase().split('-')[0] ?? '').find(has) ?? DEFAULT_LANGUAGE
}
