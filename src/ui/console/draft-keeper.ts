import type { KeyValueStore } from '../../core/ports.ts'
import { OWN_KEYS } from '../parts/own-keys.ts'
import { readDraftFields, type DraftFields } from './workshop-draft.svelte.ts'

const KEY = `${OWN_KEYS}workshop-set-up`
const FILE_KEY = `${KEY}-questionnaire`

/** Keeps a set-up that is being typed, one at a time, so that reloading the page loses nothing of it. */
export class DraftKeeper {
  readonly #store: KeyValueStore

  constructor(store: KeyValueStore) {
    this.#store = store
  }

  /** The fields typed for this workshop, or for a new one under `new`; else the initial ones. */
  read(of: string, start: DraftFields): DraftFields {
    const kept = this.#store.read(KEY)
    const text = kept.ok ? kept.value : null
    if (!text?.startsWith(`${of} `)) return start
    return readDraftFields(text.slice(of.length + 1), start) ?? start
  }

  keep(of: string, fields: DraftFields): void {
    this.#store.write(KEY, `${of} ${JSON.stringify(fields)}`)
  }

  /** The text of the questionnaire from a file that was opened for it last; `null` for none. */
  get questionnaire(): string | null {
    const kept = this.#store.read(FILE_KEY)
    return kept.ok ? kept.value : null
  }

  keepQuestionnaire(text: string): void {
    this.#store.write(FILE_KEY, text)
  }

  drop(): void {
    this.#store.remove(KEY)
    this.#store.remove(FILE_KEY)
  }
}
