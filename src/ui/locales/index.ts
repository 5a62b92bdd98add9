/** The languages of the interface, by their own names. */
export const LANGUAGES = { en: 'English', fr: 'Français' } as const

export type Language = keyof typeof LANGUAGES

/** What is said where the words of a language could not be loaded. */
export const LOAD_FAILED: Readonly<Record<Language, string>> = {
  en: 'This page could not be loaded in full. Check the connection, then load it again.',
  fr: 'Cette page n’a pas pu être chargée en entier. Vérifiez la connexion, puis rechargez-la.',
}
