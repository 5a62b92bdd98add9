import type { Collection } from '../../core/ports.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'

type Change = (change: (kept: KeptWorkshop) => KeptWorkshop | null) => Promise<KeptWorkshop | null>

/** Loaded late: uniting two states of a workshop needs code that the start does without. */
const sharedLedger = () => import('../../core/workshop/shared-ledger.ts')

/** A workshop's views and tombstones, shared with its consoles on other devices through the relay. */
export class RelayLedger {
  readonly #find: () => KeptWorkshop | undefined
  readonly #change: Change

  constructor(find: () => KeptWorkshop | undefined, change: Change) {
    this.#find = find
    this.#change = change
  }

  /** Leaves for other consoles what was shown and taken out here. Resolves with whether they know it then. */
  async lay(collection: Collection): Promise<boolean> {
    const { writeSharedLedger } = await sharedLedger()
    const kept = this.#find()
    const text = kept ? writeSharedLedger(kept) : null
    return text === null || (await collection.layLedger?.(text)) === true
  }

  /** Binds this console by what another one has left, and tells that one what it lacks. */
  async bindBy(collection: Collection, text: string): Promise<void> {
    const { bindBySharedLedger } = await sharedLedger()
    let knowsMore = false
    await this.#change((kept) => {
      const bound = bindBySharedLedger(kept, text)
      knowsMore = bound?.knowsMore ?? false
      return bound && bound.kept !== kept ? bound.kept : null
    })
    if (knowsMore) await this.lay(collection)
  }

  /** Notes that on this day, as 2026-11-22, the relay was looked at. */
  async noteLook(day: string): Promise<void> {
    await this.#change((kept) => (kept.lookedOn === day ? null : { ...kept, lookedOn: day }))
  }

  /** Notes that a copy of the live room's key was offered, and taken or not. */
  async noteKeyOffered(): Promise<void> {
    await this.#change((kept) => ({ ...kept, keyOffered: true }))
  }
}
