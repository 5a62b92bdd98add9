import { createSubscriber } from 'svelte/reactivity'
import type { Collection, CollectionStatus, RelayFailure } from '../../core/ports.ts'
import { fateOfHanded } from '../../core/workshop/handed.ts'
import type { WorkshopSession } from './workshop-session.svelte.ts'

/** A source that delivers by itself, with the state that is shown. */
export class WorkshopSource {
  readonly collection: Collection<RelayFailure>
  readonly #watch: () => void

  constructor(collection: Collection<RelayFailure>) {
    this.collection = collection
    this.#watch = createSubscriber((update) => collection.onChange(update))
  }

  get status(): CollectionStatus<RelayFailure> {
    this.#watch()
    return this.collection.status
  }

  /** How many of its messages cannot be opened. */
  get unreadable(): number {
    this.#watch()
    return this.collection.unreadable ?? 0
  }
}

/** The sources of a workshop that deliver by themselves while it is open, whatever of it is looked at. */
export class WorkshopSources {
  readonly #session: WorkshopSession
  #all = $state.raw<readonly WorkshopSource[]>([])
  #before = $state.raw<string | null>(null)
  #isUnshared = $state.raw(false)
  /** How much of what was shown and taken out other consoles know already. */
  #known = 0

  constructor(session: WorkshopSession) {
    this.#session = session
  }

  /** The connected sources. */
  get all(): readonly WorkshopSource[] {
    return this.#all
  }

  /** The day they were looked at last, where that was not today; as it was when they were connected. */
  get before(): string | null {
    return this.#before
  }

  /** Whether other consoles do not know all that was shown and taken out here. */
  get isUnshared(): boolean {
    return this.#isUnshared
  }

  readonly isLive: boolean = $derived.by(() => this.#all.some(({ status }) => status.state === 'live'))

  /** Connects all of them. Returns a function that disconnects them. */
  connect(): () => void {
    const { kept, tools, ledger } = this.#session
    if (!kept) return () => undefined
    this.#before = kept.lookedOn === tools.clock.today() ? null : (kept.lookedOn ?? null)
    this.#all = tools.sources.flatMap((open) => {
      const collection = open(kept)
      return collection ? [new WorkshopSource(collection)] : []
    })
    this.#known = 0
    this.#isUnshared = false
    this.close(kept.closed)
    for (const { collection } of this.#all) {
      collection.onLedger?.((text) => void ledger.bindBy(collection, text))
      collection.lookUpBy?.((handed) => fateOfHanded((this.#session.kept ?? kept).collected, handed))
    }
    const stops = this.#all.map(({ collection }) => this.#session.connect(collection))
    return () => {
      stops.forEach((stop) => stop())
      this.#all = []
    }
  }

  /** Tells them whether collection is closed. */
  close(isClosed: boolean): void {
    for (const { collection } of this.#all) collection.close?.(isClosed)
  }

  /** Leaves for other consoles what was shown and taken out, where that is more than they know. */
  share(): void {
    const { kept, ledger } = this.#session
    const amount = (kept?.snapshots.length ?? 0) + (kept?.takenOut?.length ?? 0)
    // After a break the ledger is laid again: a relay may have lost what it kept.
    if (!this.isLive) this.#known = 0
    if (amount <= this.#known || !this.isLive) return
    this.#known = amount
    for (const { collection } of this.#all)
      void ledger.lay(collection).then((isThere) => {
        this.#isUnshared = !isThere && this.isLive
      })
  }
}
