import type { KeyValueStore } from '../../core/ports.ts'
import { OWN_KEYS } from '../parts/own-keys.ts'
import { readDraftFields, type DraftFields } from './workshop-draft.svelte.ts'

const KEY = `${OWN_KEYS}workshop-set-up`

/** Keeps a set-up that is being typed, so that loading the page anew loses nothing of it. One at a time. */
export class DraftKeeper {
  readonly #store: KeyValueStore

  constructor(store: KeyValueStore) {
    this.#store = store
  }

  /** What was typed for this workshop, `new` for one that is not yet there; otherwise what it starts with. */
  read(of: string, start: DraftFields): DraftFields {
    const kept = this.#store.read(KEY)
    const text = kept.ok ? kept.value : null
    if (!text?.startsWith(`${of} `)) return start
    return readDraftFields(text.slice(of.length + 1), start) ?? start
  }

  keep(of: string, fields: DraftFields): void {
    this.#store.write(KEY, `${of} ${JSON.stringify(fields)}`)
  }

  drop(): void {
    this.#store.remove(KEY)
  }
}
