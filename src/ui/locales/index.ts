/** Every text in a language. English has all of them, and the others follow its types. */
export type Locale = typeof import('./en/index.ts')

/** A language's own name. Does not compile where a text is missing from its folder. */
type NameOf<Texts extends Locale> = Texts extends Locale ? string : never

/**
 * The languages of the interface, by their own names, and the only list of them:
 * a language is a line here and the folder that the line names.
 */
export const LANGUAGES = {
  en: 'English' satisfies NameOf<typeof import('./en/index.ts')>,
  fr: 'Français' satisfies NameOf<typeof import('./fr/index.ts')>,
} as const

export type Language = keyof typeof LANGUAGES

/** The language that pages are served in, and the fallback for anything that is not written in another. */
export const DEFAULT_LANGUAGE = 'en' satisfies Language

/** Loaders of texts, by language. */
export type TextLoaders<Texts> = Readonly<Record<Language, () => Promise<Texts>>>

export const listedLanguages = () => Object.keys(LANGUAGES) as Language[]

export const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code)
