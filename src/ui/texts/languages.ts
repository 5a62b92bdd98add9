/** The languages of the interface, by their own names. */
export const LANGUAGES = { en: 'English', fr: 'Français' } as const

export type Language = keyof typeof LANGUAGES

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
