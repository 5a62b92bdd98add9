import type { StoreFailure, WorkshopStore } from '../../core/ports.ts'
import { readWorkshopFile, writeWorkshopFile, type KeptWorkshop } from '../../core/workshop/workshop-file.ts'

/** Makes the next state of a workshop of the one before, or leaves it with `null`. Has no effect but that: it may be tried twice. */
export type WorkshopChange = (before: KeptWorkshop | null) => KeptWorkshop | null

/** Something kept that this release cannot read. It stays as it is. */
export interface UnreadableWorkshop {
  readonly id: string
  readonly text: string
}

/**
 * The workshops on the facilitator's device. Each change is made on what the
 * device has at that moment, so that what two tabs take in adds up, and of two
 * settings the later stands. Where the device keeps nothing, changes are made in
 * this tab, and `failure` says so.
 */
export class WorkshopRepository {
  readonly #store: WorkshopStore
  readonly #texts = new Map<string, string>()
  #kept = $state.raw<ReadonlyMap<string, KeptWorkshop>>(new Map())
  #unreadable = $state.raw<readonly UnreadableWorkshop[]>([])
  #unsaved = $state.raw<ReadonlySet<string>>(new Set())
  #failure = $state.raw<StoreFailure | null>(null)
  #isLoaded = $state.raw(false)

  constructor(store: WorkshopStore) {
    this.#store = store
    store.onChange((id) => void this.#readAnew(id))
  }

  /** Those that can be read, by their ids. */
  get all(): readonly KeptWorkshop[] {
    return [...this.#kept.values()].toSorted((one, other) => one.workshop.name.localeCompare(other.workshop.name))
  }

  get unreadable(): readonly UnreadableWorkshop[] {
    return this.#unreadable
  }

  /** Why the device did not keep the latest change, if it did not. */
  get failure(): StoreFailure | null {
    return this.#failure
  }

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  find(id: string): KeptWorkshop | undefined {
    return this.#kept.get(id)
  }

  /** Whether the device lacks something of a workshop, which is gone when the tab is closed. */
  isUnsaved(id: string): boolean {
    return this.#unsaved.has(id)
  }

  get hasUnsaved(): boolean {
    return this.#unsaved.size > 0
  }

  /** Reads everything that is kept. */
  async load(): Promise<void> {
    const listed = await this.#store.list()
    if (listed.ok) for (const id of listed.value) await this.#readAnew(id)
    else this.#failure = listed.failure
    this.#isLoaded = true
  }

  /** Changes a workshop, or adds one. Returns it as it then is; `null` where nothing was changed. */
  async change(id: string, change: WorkshopChange): Promise<KeptWorkshop | null> {
    let next: KeptWorkshop | null = null
    const changed = await this.#store.change(id, (text) => {
      next = change(this.#before(id, text))
      return next && writeWorkshopFile(next)
    })
    if (!changed.ok) {
      next = change(this.#kept.get(id) ?? null)
      if (next) this.#unsaved = new Set([...this.#unsaved, id])
    } else if (next) this.#unsaved = new Set([...this.#unsaved].filter((other) => other !== id))
    this.#failure = changed.ok ? null : changed.failure
    if (next) this.#take(id, writeWorkshopFile(next), next)
    return next
  }

  /** Removes a workshop for good. Returns whether the device let it go. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.#store.remove(id)
    if (!removed.ok) this.#failure = removed.failure
    if (removed.ok || this.#unsaved.has(id)) this.#drop(id)
    return removed.ok || !this.#kept.has(id)
  }

  /**
   * What a change starts from. In this tab it is ahead where the device could not
   * keep what came before, or has been emptied; another tab's removal was heard of.
   */
  #before(id: string, text: string | null): KeptWorkshop | null {
    const own = this.#kept.get(id) ?? null
    if (text === null || this.#unsaved.has(id) || text === this.#texts.get(id)) return own
    const read = readWorkshopFile(text)
    return read.ok ? read.kept : null
  }

  #take(id: string, text: string, kept: KeptWorkshop): void {
    this.#texts.set(id, text)
    this.#kept = new Map([...this.#kept, [id, kept]])
    this.#unreadable = this.#unreadable.filter((other) => other.id !== id)
  }

  #drop(id: string): void {
    this.#texts.delete(id)
    this.#kept = new Map([...this.#kept].filter(([other]) => other !== id))
    this.#unreadable = this.#unreadable.filter((other) => other.id !== id)
    this.#unsaved = new Set([...this.#unsaved].filter((other) => other !== id))
  }

  async #readAnew(id: string): Promise<void> {
    const stored = await this.#store.read(id)
    if (!stored.ok) {
      this.#failure = stored.failure
      return
    }
    if (this.#unsaved.has(id)) return
    const text = stored.value
    if (text === null) return this.#drop(id)
    const read = readWorkshopFile(text)
    if (read.ok) this.#take(id, text, read.kept)
    else this.#unreadable = [...this.#unreadable.filter((other) => other.id !== id), { id, text }]
  }
}
