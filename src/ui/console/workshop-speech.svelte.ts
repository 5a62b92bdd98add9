import { DEFAULT_LANGUAGE, listedLanguages, type Language } from '../locales/index.ts'
import type { ConsoleTexts } from '../locales/en/console.ts'

/** The texts of the language that is spoken, and the others that are there. */
export type Speech = Pick<ConsoleSpeech, 'texts' | 'language' | 'available' | 'change'>

/**
 * The facilitator's language, which need not be the participants'. The texts of
 * every language are loaded from the start.
 */
export class ConsoleSpeech {
  readonly #all: Readonly<Record<Language, ConsoleTexts>>
  readonly #changed: (language: Language) => void
  #language = $state.raw<Language>(DEFAULT_LANGUAGE)

  readonly texts = $derived.by(() => this.#all[this.#language])

  /** @param changed called with the language after a change, for the page around */
  constructor(
    all: Readonly<Record<Language, ConsoleTexts>>,
    language: Language,
    changed: (language: Language) => void,
  ) {
    this.#all = all
    this.#language = language
    this.#changed = changed
  }

  get language(): Language {
    return this.#language
  }

  get available(): readonly Language[] {
    return listedLanguages()
  }

  change(language: Language): void {
    this.#language = language
    this.#changed(language)
  }
}
