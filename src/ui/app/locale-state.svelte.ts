import type { TakePart } from '../../core/questionnaire/parts.ts'
import { DEFAULT_LANGUAGE, type Language } from '../locales/index.ts'
import type { TakeTexts } from '../locales/en/take.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'

/** The parts of a language: the questionnaire's statements, and the interface's texts. */
export interface LoadedLanguage {
  readonly part: TakePart
  readonly texts: TakeTexts
}

/** The language a person reads in. Changing it changes words alone, never answers or scores. */
export class LocaleState {
  readonly available: readonly Language[]
  readonly #session: TakeSession
  readonly #load: (language: Language) => Promise<LoadedLanguage>
  readonly #changed: (language: Language) => void
  #language = $state.raw<Language>(DEFAULT_LANGUAGE)
  #texts = $state.raw() as TakeTexts
  #failed = $state.raw(false)

  /**
   * @param load loads a language
   * @param changed called with the language after a change, for the page around
   */
  constructor(
    session: TakeSession,
    start: { language: Language; texts: TakeTexts; available: readonly Language[] },
    load: (language: Language) => Promise<LoadedLanguage>,
    changed: (language: Language) => void,
  ) {
    this.#session = session
    this.available = start.available
    this.#language = start.language
    this.#texts = start.texts
    this.#load = load
    this.#changed = changed
  }

  get language(): Language {
    return this.#language
  }

  get texts(): TakeTexts {
    return this.#texts
  }

  /** Whether the language asked for last could not be loaded. */
  get hasFailed(): boolean {
    return this.#failed
  }

  async change(language: Language): Promise<void> {
    try {
      const { part, texts } = await this.#load(language)
      this.#session.speak(part)
      this.#texts = texts
      this.#language = language
      this.#failed = false
      this.#changed(language)
    } catch {
      this.#failed = true
    }
  }
}
