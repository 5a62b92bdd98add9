import type { HeldWorkshop } from '../core/ports.ts'
import type { WorkshopStamp } from '../core/workshop/stored-workshop.ts'

/** A change as the tab that made it tells the others: where it led, and the parts that it wrote and removed. */
export interface ToldChange {
  readonly id: string
  readonly stamp: WorkshopStamp
  readonly put: readonly string[]
  readonly removed: readonly string[]
}

/** Names of parts, and changes. A tab that lacks more compares all names. */
export const MOST_TOLD = 2000

/** How much there is to tell of a change. */
const lengthOf = ({ put, removed }: ToldChange) => 1 + put.length + removed.length

/** Names of parts: of those that a tab lacks, sorted, and of those that it holds and that are gone. */
export interface MissedParts {
  readonly lacking: readonly string[]
  readonly gone: readonly string[]
}

/**
 * The changes to workshops that other tabs told of, in memory alone: a device that kept
 * it would keep the order in which responses came.
 */
export class HeardChanges {
  readonly #byId = new Map<string, ToldChange[]>()

  hear(told: ToldChange): void {
    const before = this.#byId.get(told.id) ?? []
    const isNext = before.at(-1)?.stamp.edition === told.stamp.edition
    const heard = isNext ? [...before, told] : [told]
    let length = heard.reduce((sum, one) => sum + lengthOf(one), 0)
    while (length > MOST_TOLD) length -= lengthOf(heard.shift()!)
    this.#byId.set(told.id, heard)
  }

  /** The parts that a tab missed between two states of a workshop; `null` where not every change was heard of. */
  since(id: string, held: HeldWorkshop, to: WorkshopStamp): MissedParts | null {
    const from = held.stamp
    const isLater = ({ stamp }: ToldChange) =>
      stamp.edition === to.edition && stamp.change > from.change && stamp.change <= to.change
    const later = (this.#byId.get(id) ?? []).filter(isLater)
    if (from.edition !== to.edition || later.length !== to.change - from.change) return null
    const isThere = new Map<string, boolean>()
    // Two tabs may be heard in another order than they wrote.
    for (const { put, removed } of later.toSorted((one, other) => one.stamp.change - other.stamp.change)) {
      for (const name of removed) isThere.set(name, false)
      for (const name of put) isThere.set(name, true)
    }
    const names = [...isThere.keys()].toSorted()
    return {
      lacking: names.filter((name) => isThere.get(name) && !held.parts.has(name)),
      gone: names.filter((name) => !isThere.get(name) && held.parts.has(name)),
    }
  }
}
