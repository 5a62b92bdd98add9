import type { ReleasedItem } from '../disclosure/release-item.ts'
import { dissent } from '../statistics/dissent.ts'
import { vanDerEijkAgreement } from '../statistics/van-der-eijk-agreement.ts'
import { placeAll } from './place-all.ts'
import type { DiscussFirst, ItemView } from './room-view.ts'

/** The fewest answers in which two camps may be named. METHOD 9. */
const FEWEST_FOR_CAMPS = 12

/** Whether released answers form two camps; `null` below twelve, and where no distribution is released. */
export function hasTwoCamps({ answered, distribution }: ReleasedItem): boolean | null {
  if (!answered.shown || !distribution.shown || answered.n < FEWEST_FOR_CAMPS) return null
  if (distribution.is === 'nearly-all') return false
  return vanDerEijkAgreement(distribution.counts)! < 0
}

/**
 * The items that a room should discuss first. METHOD 9: ranked by dissent, from ten
 * answers on; with five to nine only in words, without an order. Computed from the
 * released distributions, so the order tells nothing that they do not.
 */
export function discussFirst(items: readonly ItemView[]): DiscussFirst {
  const ranked = items.flatMap((item) => {
    const { answered, distribution } = item
    if (!answered.shown || !distribution.shown || distribution.is !== 'counts') return []
    const { counts } = distribution
    const value = Math.round(100 * dissent(counts)!) / 100
    return [{ item: item.item, n: answered.n, counts, dissent: value, twoCamps: hasTwoCamps(item) }]
  })
  const others = items.filter(({ distribution }) => !distribution.shown)
  return {
    ranked: placeAll(ranked, (item) => item.dissent),
    apart: others.filter(({ agreement }) => agreement.shown && !agreement.close).map(({ item }) => item),
    hidden: others
      .filter(({ agreement }) => !agreement.shown)
      .map(({ item, agreement }) => ({ item, showing: agreement.shown ? { shown: true } : agreement })),
  }
}
