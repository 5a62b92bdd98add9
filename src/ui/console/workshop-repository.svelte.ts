import type { WorkshopFailure, WorkshopStore } from '../../core/ports.ts'
import { nextFrame } from './next-frame.ts'
import { byPieces } from '../../core/workshop/piecework.ts'
import {
  readAhead,
  readingStored,
  readStored,
  type ReadStored,
  writesBetween,
  type WorkshopNews,
  type WorkshopStamp,
  type WorkshopWrites,
} from '../../core/workshop/stored-workshop.ts'
import { isSimulated } from '../../core/workshop/simulated.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'

/**
 * Makes the next state of a workshop from the present one; `null` leaves it
 * unchanged. Must have no other effect: it may be tried twice.
 */
export type WorkshopChange = (before: KeptWorkshop | null) => KeptWorkshop | null

/** A kept workshop that this release cannot read. It stays unchanged. */
export interface UnreadableWorkshop {
  readonly id: string
  readonly text: string
}

/** The device's copy of a workshop, as far as this tab knows. */
interface Held {
  readonly stamp: WorkshopStamp
  /** The names of its parts. */
  readonly parts: Set<string>
  /** The readable part of it; `null` where nothing can be read. */
  readonly kept: KeptWorkshop | null
  /** Damaged parts, which are left out. */
  readonly damaged: ReadonlySet<string>
  /** Whether it is still kept as one text, to which no parts can be added. */
  readonly isWhole: boolean
}

/** An unreadable workshop as one text, to be exported. */
const textOf = ({ head, parts }: WorkshopNews) =>
  parts.size === 0 ? head : JSON.stringify({ head, parts: Object.fromEntries(parts) })

/** The same writes, with the names of the parts once these are written. */
function named(writes: WorkshopWrites): WorkshopWrites & { readonly names: Set<string> } {
  const names = new Set<string>()
  const { put } = writes
  const noted = {
    size: put.size,
    *[Symbol.iterator]() {
      for (const part of put) {
        names.add(part[0])
        yield part
      }
    },
  }
  return { ...writes, put: noted, names }
}

/** The device's copy after writes to it. */
function written(
  before: Held | null,
  stamp: WorkshopStamp,
  kept: KeptWorkshop,
  { names, remove }: ReturnType<typeof named>,
): Held {
  const isAnew = remove === 'all' || before === null
  const parts = isAnew ? names : before.parts
  for (const name of isAnew ? [] : remove) parts.delete(name)
  for (const name of isAnew ? [] : names) parts.add(name)
  return { stamp, parts, kept, damaged: isAnew ? new Set() : before.damaged, isWhole: false }
}

/**
 * The workshops on the facilitator's device. Each change is made to the device's
 * copy at that moment, so that responses taken in by two tabs add up, and of two
 * settings the later counts. Where the device keeps nothing, changes are made in
 * this tab, and `failure` has the reason.
 */
export class WorkshopRepository {
  readonly #store: WorkshopStore
  readonly #held = new Map<string, Held>()
  #latest: Promise<unknown> = Promise.resolve()
  #kept = $state.raw<ReadonlyMap<string, KeptWorkshop>>(new Map())
  /** The ledgers of deleted workshops. */
  #ledgers = $state.raw<ReadonlyMap<string, KeptWorkshop>>(new Map())
  #unreadable = $state.raw<readonly UnreadableWorkshop[]>([])
  #damaged = $state.raw<ReadonlyMap<string, number>>(new Map())
  #unsaved = $state.raw<ReadonlySet<string>>(new Set())
  #failure = $state.raw<WorkshopFailure | null>(null)
  #isLoaded = $state.raw(false)
  #isErased = $state.raw(false)

  constructor(store: WorkshopStore) {
    this.#store = store
    store.onEmptied((by) => {
      if (by === 'request') this.forgetAll()
      // Parts that the browser erased are written again with the next change.
      else this.#held.clear()
    })
    store.onChange((id) => void this.#inTurn(() => this.#readAnew(id)))
  }

  /** The readable workshops, by name. */
  get all(): readonly KeptWorkshop[] {
    return [...this.#kept.values()].toSorted((one, other) => one.workshop.name.localeCompare(other.workshop.name))
  }

  get unreadable(): readonly UnreadableWorkshop[] {
    return this.#unreadable
  }

  /** Why the device did not keep the latest change; `null` where it did. */
  get failure(): WorkshopFailure | null {
    return this.#failure
  }

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  /** Whether everything was deleted, elsewhere, while this tab was open. It keeps and writes nothing any more. */
  get isErased(): boolean {
    return this.#isErased
  }

  /** Forgets everything for good, because somebody has deleted everything on this device. */
  forgetAll(): void {
    this.#isErased = true
    this.#held.clear()
    this.#kept = new Map()
    this.#ledgers = new Map()
    this.#unreadable = []
    this.#damaged = new Map()
    this.#unsaved = new Set()
    this.#failure = null
  }

  find(id: string): KeptWorkshop | undefined {
    return this.#kept.get(id)
  }

  /** The ledgers of deleted workshops: their views and tombstones. */
  get ledgers(): readonly KeptWorkshop[] {
    return [...this.#ledgers.values()]
  }

  ledger(id: string): KeptWorkshop | undefined {
    return this.#ledgers.get(id)
  }

  /** Whether the device lacks a change of this workshop, which is lost when the tab is closed. */
  isUnsaved(id: string): boolean {
    return this.#unsaved.has(id)
  }

  get hasUnsaved(): boolean {
    return this.#unsaved.size > 0
  }

  /** The number of a workshop's responses that cannot be read, and do not count. */
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

  /**
   * Changes a workshop, or adds one. Returns its new state; `null` where nothing was
   * changed. One of many changes need not be shown before the last.
   */
  change(id: string, change: WorkshopChange, { isShown = true } = {}): Promise<KeptWorkshop | null> {
    return this.#inTurn(() => this.#changeNow(id, change, isShown))
  }

  /**
   * Removes a workshop for good, but for its ledger. Returns whether the device did so.
   *
   * @param draw a whole number drawn at random, from 0 to below 2^30
   */
  remove(id: string, draw: () => number): Promise<boolean> {
    return this.#inTurn(async () => {
      if (await this.#leaveLedger(id, draw)) return true
      const removed = await this.#store.remove(id)
      if (!removed.ok) this.#failure = removed.failure
      if (removed.ok || this.#unsaved.has(id)) this.#drop(id)
      return removed.ok || !this.#kept.has(id)
    })
  }

  /** Whether a ledger stands in a workshop's place now. One of which nothing was shown or taken out leaves none. */
  async #leaveLedger(id: string, draw: () => number): Promise<boolean> {
    const kept = this.#kept.get(id)
    const isBare = kept?.snapshots.length === 0 && kept.takenOut === undefined
    if (!kept || isBare || isSimulated(kept.workshop)) return false
    const parts = [
      import('../../core/workshop/ledger.ts'),
      import('../../core/workshop/identity.ts'),
      import('../../core/workshop/seal-ahead.ts'),
    ] as const
    // A part that cannot be loaded keeps nobody from deleting.
    const loaded = await Promise.all(parts).catch(() => null)
    if (!loaded) return false
    const [{ ledgerOf }, { drawIdentityKey }, { sealAhead }] = loaded
    const newKey = drawIdentityKey(draw)
    const { entries, former } = kept.collected
    const left = await sealAhead([...entries, ...former], kept.identityKey ?? newKey, nextFrame, async () => {
      const ledger = ledgerOf(kept, newKey)
      await nextFrame()
      const leave = (before: KeptWorkshop | null) => (before === kept ? ledger : before && ledgerOf(before, newKey))
      return this.#changeNow(id, leave, true)
    })
    return left !== null && !this.#unsaved.has(id)
  }

  /** Runs actions one after the other, so that each starts from the result of the one before. */
  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.#latest.then(action)
    this.#latest = turn.catch(() => undefined)
    return turn
  }

  async #changeNow(id: string, change: WorkshopChange, isShown: boolean): Promise<KeptWorkshop | null> {
    if (this.#isErased) return null
    let next: KeptWorkshop | null = null
    let held: Held | null = null
    let writes: ReturnType<typeof named> | null = null
    let wasDeleted = false
    const changed = await this.#store.change(id, this.#held.get(id) ?? null, (news) => {
      held = news && this.#catchUp(id, news)
      // It was on the device, and another tab has deleted it.
      wasDeleted = held === null && this.#held.has(id)
      next = change(wasDeleted ? null : this.#before(id, held))
      writes = next && named(writesBetween(held?.isWhole === false ? held.kept : null, next))
      return writes
    })
    if (this.#isErased) return null
    this.#failure = changed.ok ? null : changed.failure
    if (changed.ok && wasDeleted && !next) this.#drop(id)
    else if (!changed.ok) {
      next = change(this.#kept.get(id) ?? null)
      if (next) this.#unsaved = new Set([...this.#unsaved, id])
    } else this.#hold(id, held)
    if (changed.ok && changed.value && next && writes) {
      this.#hold(id, written(held, changed.value, next, writes))
      this.#unsaved = new Set([...this.#unsaved].filter((other) => other !== id))
    }
    if (next && (isShown || !changed.ok)) this.#show(id, next)
    return next
  }

  /**
   * The state that a change starts from: this tab's own where the device could not
   * keep an earlier change, or was emptied by the browser; else the device's.
   */
  #before(id: string, held: Held | null): KeptWorkshop | null {
    const kept = held === null || this.#unsaved.has(id) ? (this.#kept.get(id) ?? null) : held.kept
    // A deleted workshop takes nothing in.
    return kept?.deleted ? null : kept
  }

  /**
   * The device's copy, from the one this tab held and the parts it lacked. Has no
   * effect: a change may still fail.
   *
   * @param known what was read of it already
   */
  #catchUp(id: string, news: WorkshopNews, known?: ReadStored): Held {
    const before = this.#held.get(id) ?? null
    if (before && this.#isHeld(id, news)) return before
    const read = known ?? readStored(before?.kept ?? null, news)
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

  /** The same without holding the page up, which a hundred thousand responses would for seconds. */
  async #catchUpByPieces(id: string, news: WorkshopNews): Promise<Held> {
    if (this.#isHeld(id, news)) return this.#catchUp(id, news)
    const ahead = await readAhead(news.parts, nextFrame)
    const read = await byPieces(readingStored(this.#held.get(id)?.kept ?? null, news, ahead), nextFrame)
    const held = this.#catchUp(id, news, read)
    // It is shown by another task than it is remembered by.
    await nextFrame()
    return held
  }

  #isHeld(id: string, { stamp }: WorkshopNews): boolean {
    const before = this.#held.get(id)
    return before?.stamp.edition === stamp.edition && before.stamp.change === stamp.change
  }

  /** Remembers the device's copy. An unreadable one is forgotten, so that all of it is read the next time. */
  #hold(id: string, held: Held | null): void {
    if (held?.kept) this.#held.set(id, held)
    else this.#held.delete(id)
  }

  #show(id: string, kept: KeptWorkshop): void {
    const others = [...this.#ledgers].filter(([other]) => other !== id)
    this.#ledgers = new Map(kept.deleted ? [...others, [id, kept]] : others)
    if (kept.deleted) {
      this.#kept = new Map([...this.#kept].filter(([other]) => other !== id))
      return
    }
    this.#kept = new Map([...this.#kept, [id, kept]])
    this.#damaged = new Map([...this.#damaged, [id, this.#held.get(id)?.damaged.size ?? 0]])
    this.#unreadable = this.#unreadable.filter((other) => other.id !== id)
  }

  #drop(id: string): void {
    this.#held.delete(id)
    this.#ledgers = new Map([...this.#ledgers].filter(([other]) => other !== id))
    this.#kept = new Map([...this.#kept].filter(([other]) => other !== id))
    this.#unreadable = this.#unreadable.filter((other) => other.id !== id)
    this.#unsaved = new Set([...this.#unsaved].filter((other) => other !== id))
  }

  async #readAnew(id: string): Promise<void> {
    const stored = await this.#store.read(id, this.#held.get(id) ?? null)
    if (this.#isErased) return
    if (!stored.ok) {
      this.#failure = stored.failure
      return
    }
    const news = stored.value
    const wasDeleted = news === null && this.#held.has(id)
    if (this.#unsaved.has(id) && !wasDeleted) return
    if (news === null) return this.#drop(id)
    const held = await this.#catchUpByPieces(id, news)
    if (this.#isErased) return
    const isWhole = !this.#held.has(id)
    this.#hold(id, held)
    if (held.kept) this.#show(id, held.kept)
    else if (!isWhole) await this.#readAnew(id)
    else this.#unreadable = [...this.#unreadable.filter((other) => other.id !== id), { id, text: textOf(news) }]
  }
}
