/** The languages of the interface, by their own names. */
export const LANGUAGES = { en: 'English', fr: 'Français' } as const

export type Language = keyof typeof LANGUAGES

/** What is said where the words of a language could not be loaded. */
export const LOAD_FAILED: Readonly<Record<Language, string>> = {
  en: 'This page could not be loaded in full. Check the connection, then load it again.',
  fr: 'Cette page n’a pas pu être chargée en entier. Vérifiez la connexion, puis rechargez-la.',
}

const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code)

/**
 * The first of the languages wished for that the interface has, by its first
 * part: "fr-CA" is French. English where none is.
 *
 * @param wishes language tags, what is wished for most first
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  const codes = wishes.map((wish) => wish?.toLowerCase().split('-')[0] ?? '')
  return codes.find(isLanguage) ?? 'en'
}
