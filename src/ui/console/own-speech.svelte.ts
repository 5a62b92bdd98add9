import { isCheck } from '../../core/workshop/check-terms.ts'
import type { Workshop } from '../../core/workshop/workshop.ts'
import type { Language } from '../locales/index.ts'
import type { Speech } from './workshop-speech.svelte.ts'
import type { ConsoleTools } from './workshop-tools.ts'

/** The console's texts about one workshop, in the words of a check where it is one. */
export class OwnSpeech implements Speech {
  readonly #tools: Pick<ConsoleTools, 'speech' | 'checkConsole'>
  readonly #workshop: () => Workshop | undefined

  readonly #isCheck = $derived.by(() => {
    const workshop = this.#workshop()
    return workshop !== undefined && isCheck(workshop)
  })
  readonly texts = $derived.by(() => {
    const { speech, checkConsole } = this.#tools
    return this.#isCheck ? checkConsole[speech.language](speech.texts) : speech.texts
  })

  constructor(tools: Pick<ConsoleTools, 'speech' | 'checkConsole'>, workshop: () => Workshop | undefined) {
    this.#tools = tools
    this.#workshop = workshop
  }

  get language(): Language {
    return this.#tools.speech.language
  }

  get available(): readonly Language[] {
    return this.#tools.speech.available
  }

  change(language: Language): void {
    this.#tools.speech.change(language)
  }
}
