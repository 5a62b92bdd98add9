import type { KeyValueStore } from '../../core/ports.ts'
import {
  decodeSavedRuns,
  encodeSavedRuns,
  LONGEST_NAME,
  type Plan,
  type ReadSavedRuns,
  type SavedRun,
  type Saving,
} from '../../core/response/saved-runs.ts'
import { OWN_KEYS } from '../parts/own-keys.ts'

const KEY = `${OWN_KEYS}saved-runs`

const NOTHING: ReadSavedRuns = { ok: true, runs: [], others: [] }

/**
 * The finished runs on this device, and those opened from files in this tab.
 * Other tabs share the former, so they are read anew before each change.
 */
export class SavedRuns {
  readonly #store: KeyValueStore
  readonly #unfollow: () => void
  #read = $state.raw<ReadSavedRuns>(NOTHING)
  #isAvailable = $state.raw(true)
  #visiting = $state.raw<readonly SavedRun[]>([])
  /** The workshops whose hold was ended in this tab, which may be all that remembers it. */
  #released = $state.raw<ReadonlySet<string>>(new Set())

  constructor(store: KeyValueStore) {
    this.#store = store
    this.#readAnew()
    const unfollow = store.onChange(KEY, () => this.#readAnew())
    const unhear = store.onChange(OWN_KEYS, () => (this.#visiting = []))
    this.#unfollow = () => {
      unfollow()
      unhear()
    }
  }

  /** Stops following other tabs. */
  end(): void {
    this.#unfollow()
  }

  get #runs(): readonly SavedRun[] {
    return this.#read.ok ? this.#read.runs : []
  }

  /** The runs kept on the device, the one kept last first. */
  get all(): readonly SavedRun[] {
    return this.#runs.toReversed()
  }

  /** Whether some of the kept runs could not be read. */
  get isDamaged(): boolean {
    return !this.#read.ok || this.#read.others.length > 0
  }

  /** Whether this browser lets the page keep anything. */
  get isAvailable(): boolean {
    return this.#isAvailable
  }

  isKept(code: string): boolean {
    return this.#runs.some((run) => run.code === code)
  }

  /**
   * The runs that this tab can show: those kept on the device, the earliest kept
   * first, then those opened from files.
   */
  get known(): readonly SavedRun[] {
    return [...this.#runs, ...this.#visiting]
  }

  /** Keeps a run, replacing one with the same id. A name and a plan of before stay. */
  keep(run: SavedRun): Saving {
    return this.#change((runs) => {
      const before = runs.find((other) => other.id === run.id)
      const others = runs.filter((other) => other.id !== run.id)
      const plan = run.plan ?? before?.plan
      return [...others, { ...run, name: run.name || (before?.name ?? ''), ...(plan ? { plan } : {}) }]
    })
  }

  rename(id: string, name: string): Saving {
    const kept = name.trim().slice(0, LONGEST_NAME)
    this.#readAnew()
    if (!this.#runs.some((run) => run.id === id)) return 'gone'
    return this.#change((runs) => runs.map((other) => (other.id === id ? { ...other, name: kept } : other)))
  }

  /** Keeps what the person means to do about a kept result. */
  plan(id: string, plan: Plan): Saving {
    this.#readAnew()
    if (!this.#runs.some((run) => run.id === id)) return 'gone'
    return this.#change((runs) => runs.map((other) => (other.id === id ? { ...other, plan } : other)))
  }

  /** Whether the hold of a workshop on the person's own results was ended. */
  isReleased(workshop: string): boolean {
    return this.#released.has(workshop) || this.#runs.some(({ hold }) => hold?.workshop === workshop && hold.released)
  }

  /** Ends the hold of a workshop on the person's own results. */
  release(workshop: string): void {
    this.#released = new Set([...this.#released, workshop])
    this.#change((runs) =>
      runs.map((run) => (run.hold?.workshop === workshop ? { ...run, hold: { ...run.hold, released: true } } : run)),
    )
  }

  /** Holds the results of a workshop again, for somebody else. */
  holdAgain(workshop: string): void {
    this.#released = new Set([...this.#released].filter((other) => other !== workshop))
  }

  remove(id: string): Saving {
    return this.#change((runs) => runs.filter((other) => other.id !== id))
  }

  /** Shows a run in this tab without keeping it. */
  visit(run: SavedRun): void {
    this.#visiting = [...this.#visiting.filter(({ code }) => code !== run.code), run]
  }

  /** Removes everything the diagnostic keeps in this browser, and nothing else. */
  removeEverything(): Saving {
    const removed = this.#store.removeAll(OWN_KEYS)
    if (!removed.ok) return removed.failure
    this.#visiting = []
    this.#released = new Set()
    this.#readAnew()
    return 'saved'
  }

  #readAnew(): void {
    const stored = this.#store.read(KEY)
    this.#isAvailable = stored.ok
    this.#read = stored.ok && stored.value !== null ? decodeSavedRuns(stored.value) : NOTHING
  }

  #change(change: (runs: readonly SavedRun[]) => readonly SavedRun[]): Saving {
    this.#readAnew()
    if (!this.#read.ok) return 'unreadable'
    const { others } = this.#read
    const runs = change(this.#read.runs)
    const written = this.#store.write(KEY, encodeSavedRuns(runs, others))
    if (!written.ok) return written.failure
    this.#read = { ok: true, runs, others }
    return 'saved'
  }
}
