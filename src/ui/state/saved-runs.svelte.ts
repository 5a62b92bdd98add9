import type { KeyValueStore } from '../../core/ports.ts'
import { decodeSavedRuns, encodeSavedRuns, LONGEST_NAME, type SavedRun } from '../../core/response/saved-runs.ts'
import { OWN_KEYS } from './own-keys.ts'

const KEY = `${OWN_KEYS}saved-runs`

/** How a change of what is kept went. */
export type Saving = 'saved' | 'unavailable' | 'full'

/**
 * The finished runs on this device, and those opened from files in this tab.
 * Other tabs share the former, so they are read anew before each change.
 */
export class SavedRuns {
  readonly #store: KeyValueStore
  #runs = $state.raw<readonly SavedRun[]>([])
  #visiting = $state.raw<readonly SavedRun[]>([])
  #unreadable = $state.raw(false)

  constructor(store: KeyValueStore) {
    this.#store = store
    this.#read()
    store.onChange(KEY, () => this.#read())
  }

  /** Those kept on the device, the latest first. */
  get all(): readonly SavedRun[] {
    return this.#runs.toSorted((a, b) => b.run - a.run)
  }

  /** Whether some of what is kept could not be read. */
  get isDamaged(): boolean {
    return this.#unreadable
  }

  isKept(code: string): boolean {
    return this.#runs.some((run) => run.code === code)
  }

  /** The run that a code was kept or opened with. */
  find(code: string): SavedRun | undefined {
    return this.#runs.find((run) => run.code === code) ?? this.#visiting.find((run) => run.code === code)
  }

  /** Keeps a run, in the place of what was kept of the same run before. A name given earlier stays. */
  keep(run: SavedRun): Saving {
    return this.#change((runs) => {
      const before = runs.find((other) => other.run === run.run)
      const others = runs.filter((other) => other.run !== run.run)
      return [...others, { ...run, name: run.name || (before?.name ?? '') }]
    })
  }

  rename(run: number, name: string): Saving {
    const kept = name.trim().slice(0, LONGEST_NAME)
    return this.#change((runs) => runs.map((other) => (other.run === run ? { ...other, name: kept } : other)))
  }

  remove(run: number): Saving {
    return this.#change((runs) => runs.filter((other) => other.run !== run))
  }

  /** Shows a run in this tab without keeping it. */
  visit(run: SavedRun): void {
    this.#visiting = [...this.#visiting.filter(({ code }) => code !== run.code), run]
  }

  /** Removes everything the diagnostic keeps in this browser, and nothing else. */
  removeEverything(): Saving {
    this.#visiting = []
    const removed = this.#store.removeAll(OWN_KEYS)
    this.#read()
    return removed.ok ? 'saved' : removed.failure
  }

  #read(): void {
    const read = this.#store.read(KEY)
    const { runs, unreadable } = decodeSavedRuns(read.ok && read.value !== null ? read.value : encodeSavedRuns([]))
    this.#runs = runs
    this.#unreadable = unreadable > 0
  }

  #change(change: (runs: readonly SavedRun[]) => readonly SavedRun[]): Saving {
    this.#read()
    const runs = change(this.#runs)
    const written = this.#store.write(KEY, encodeSavedRuns(runs))
    if (!written.ok) return written.failure
    this.#runs = runs
    this.#unreadable = false
    return 'saved'
  }
}
