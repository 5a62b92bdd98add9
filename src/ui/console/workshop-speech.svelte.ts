import { DEFAULT_LANGUAGE, listedLanguages, type Language } from '../locales/index.ts'
import type { ConsoleTexts } from '../locales/en/console.ts'

/** The language the facilitator reads in, which need not be the participants'. Every language is there from the start. */
export class ConsoleSpeech {
  readonly #all: Readonly<Record<Language, ConsoleTexts>>
  readonly #changed: (language: Language) => void
  #language = $state.raw<Language>(DEFAULT_LANGUAGE)

  readonly texts = $derived.by(() => this.#all[this.#language])

  /** @param changed told of the language from then on, for the page around */
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
