import type { StoreFailure, WorkshopStore } from '../../core/ports.ts'
import {
  readStored,
  writesBetween,
  type WorkshopNews,
  type WorkshopStamp,
  type WorkshopWrites,
} from '../../core/workshop/stored-workshop.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'

/** Makes the next state of a workshop of the one before, or leaves it with `null`. Has no effect but that: it may be tried twice. */
export type WorkshopChange = (before: KeptWorkshop | null) => KeptWorkshop | null

/** Something kept that this release cannot read. It stays as it is. */
export interface UnreadableWorkshop {
  readonly id: string
  readonly text: string
}

/** What the device has of a workshop, as far as this tab knows. */
interface Held {
  readonly stamp: WorkshopStamp
  /** The names of its parts. */
  readonly parts: Set<string>
  /** What can be read of it; `null` where that is nothing. */
  readonly kept: KeptWorkshop | null
  /** Parts that are not sound and are left out. */
  readonly damaged: ReadonlySet<string>
  /** Whether it is still kept as one text, to which nothing can be added. */
  readonly isWhole: boolean
}

/** What is there where this release can read none of it, as a text to be taken elsewhere. */
const textOf = ({ head, parts }: WorkshopNews) =>
  parts.size === 0 ? head : JSON.stringify({ head, parts: Object.fromEntries(parts) })

/** What the device has after it was written to. */
function written(before: Held | null, stamp: WorkshopStamp, kept: KeptWorkshop, { put, remove }: WorkshopWrites): Held {
  const isAnew = remove === 'all' || before === null
  const parts = isAnew ? new Set<string>() : before.parts
  for (const name of isAnew ? [] : remove) parts.delete(name)
  for (const name of put.keys()) parts.add(name)
  return { stamp, parts, kept, damaged: isAnew ? new Set() : before.damaged, isWhole: false }
}

/**
 * The workshops on the facilitator's device. Each change is made on what the
 * device has at that moment, so that what two tabs take in adds up, and of two
 * settings the later stands. Where the device keeps nothing, changes are made in
 * this tab, and `failure` says so.
 */
export class WorkshopRepository {
  readonly #store: WorkshopStore
  readonly #held = new Map<string, Held>()
  #latest: Promise<unknown> = Promise.resolve()
  #kept = $state.raw<ReadonlyMap<string, KeptWorkshop>>(new Map())
  #unreadable = $state.raw<readonly UnreadableWorkshop[]>([])
  #damaged = $state.raw<ReadonlyMap<string, number>>(new Map())
  #unsaved = $state.raw<ReadonlySet<string>>(new Set())
  #failure = $state.raw<StoreFailure | null>(null)
  #isLoaded = $state.raw(false)

  constructor(store: WorkshopStore) {
    this.#store = store
    store.onChange((id) => void this.#inTurn(() => this.#readAnew(id)))
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

  /** How many responses of a workshop cannot be read, and do not count. */
  damagedIn(id: string): number {
    return this.#damaged.get(id) ?? 0
  }

  /** Reads everything that is kept. */
  async load(): Promise<void> {
    const listed = await this.#store.list()
    if (listed.ok) for (const id of listed.value) await this.#inTurn(() => this.#readAnew(id))
    else this.#failure = listed.failure
    this.#isLoaded = true
  }

  /** Changes a workshop, or adds one. Returns it as it then is; `null` where nothing was changed. */
  change(id: string, change: WorkshopChange): Promise<KeptWorkshop | null> {
    return this.#inTurn(() => this.#changeNow(id, change))
  }

  /** Removes a workshop for good. Returns whether the device let it go. */
  remove(id: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const removed = await this.#store.remove(id)
      if (!removed.ok) this.#failure = removed.failure
      if (removed.ok || this.#unsaved.has(id)) this.#drop(id)
      return removed.ok || !this.#kept.has(id)
    })
  }

  /** One after the other, so that each starts from what the one before has left. */
  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.#latest.then(action)
    this.#latest = turn.catch(() => undefined)
    return turn
  }

  async #changeNow(id: string, change: WorkshopChange): Promise<KeptWorkshop | null> {
    let next: KeptWorkshop | null = null
    let held: Held | null = null
    let writes: WorkshopWrites | null = null
    const changed = await this.#store.change(id, this.#held.get(id) ?? null, (news) => {
      held = news && this.#catchUp(id, news)
      next = change(this.#before(id, held))
      writes = next && writesBetween(held?.isWhole === false ? held.kept : null, next)
      return writes
    })
    this.#failure = changed.ok ? null : changed.failure
    if (!changed.ok) {
      next = change(this.#kept.get(id) ?? null)
      if (next) this.#unsaved = new Set([...this.#unsaved, id])
    } else this.#hold(id, held)
    if (changed.ok && changed.value && next && writes) {
      this.#hold(id, written(held, changed.value, next, writes))
      this.#unsaved = new Set([...this.#unsaved].filter((other) => other !== id))
    }
    if (next) this.#show(id, next)
    return next
  }

  /**
   * What a change starts from. In this tab it is ahead where the device could not
   * keep what came before, or has been emptied; another tab's removal was heard of.
   */
  #before(id: string, held: Held | null): KeptWorkshop | null {
    return held === null || this.#unsaved.has(id) ? (this.#kept.get(id) ?? null) : held.kept
  }

  /** What the device has, by what this tab held and what it lacked. Has no effect: a change may still fail. */
  #catchUp(id: string, news: WorkshopNews): Held {
    const before = this.#held.get(id) ?? null
    const isSame = before?.stamp.edition === news.stamp.edition && before.stamp.change === news.stamp.change
    if (before && isSame) return before
    const read = readStored(before?.kept ?? null, news)
    const parts = new Set(before?.parts)
    const damaged = new Set(before?.damaged)
    for (const name of news.gone) {
      parts.delete(name)
      damaged.delete(name)
    }
    for (const name of news.parts.keys()) parts.add(name)
    if (!read.ok) return { stamp: news.stamp, parts, kept: null, damaged, isWhole: false }
    for (const name of read.damaged) damaged.add(name)
    return { stamp: news.stamp, parts, kept: read.kept, damaged, isWhole: read.isWhole }
  }

  /** Notes what the device has. What cannot be read is asked for whole the next time. */
  #hold(id: string, held: Held | null): void {
    if (held?.kept) this.#held.set(id, held)
    else this.#held.delete(id)
  }

  #show(id: string, kept: KeptWorkshop): void {
    this.#kept = new Map([...this.#kept, [id, kept]])
    this.#damaged = new Map([...this.#damaged, [id, this.#held.get(id)?.damaged.size ?? 0]])
    this.#unreadable = this.#unreadable.filter((other) => other.id !== id)
  }

  #drop(id: string): void {
    this.#held.delete(id)
    this.#kept = new Map([...this.#kept].filter(([other]) => other !== id))
    this.#unreadable = this.#unreadable.filter((other) => other.id !== id)
    this.#unsaved = new Set([...this.#unsaved].filter((other) => other !== id))
  }

  async #readAnew(id: string): Promise<void> {
    const stored = await this.#store.read(id, this.#held.get(id) ?? null)
    if (!stored.ok) {
      this.#failure = stored.failure
      return
    }
    if (this.#unsaved.has(id)) return
    const news = stored.value
    if (news === null) return this.#drop(id)
    const held = this.#catchUp(id, news)
    const isWhole = !this.#held.has(id)
    this.#hold(id, held)
    if (held.kept) this.#show(id, held.kept)
    else if (!isWhole) await this.#readAnew(id)
    else this.#unreadable = [...this.#unreadable.filter((other) => other.id !== id), { id, text: textOf(news) }]
  }
}
