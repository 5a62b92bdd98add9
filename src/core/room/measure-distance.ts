import { releaseDifference, releasePairs } from '../disclosure/release-difference.ts'
import { isByCohort } from '../disclosure/release-concept.ts'
import { suppress } from '../disclosure/released.ts'
import { cliffsDelta } from '../statistics/cliffs-delta.ts'
import { apartBy } from './apart-by.ts'
import { placeAll } from './place-all.ts'
import { spreadOf } from './group-scores.ts'
import type { RoomPeople } from './room-data.ts'
import { placesIn, type ScoreTally } from './tally-scores.ts'
import type { ConceptDistance, ConceptView, Distance, ItemDistance, ItemView } from './room-view.ts'

/** The distance on one concept, where both levels are shown. @param top its kinds of people */
export function conceptDistance(
  view: Omit<ConceptView, 'above' | 'bands'>,
  tally: ScoreTally,
  top: Int32Array,
  work: Int32Array,
): ConceptDistance {
  const [one, other] = [view.levels[0]!, view.levels.at(-1)!]
  const concept = view.concept
  const hidden = one.shown ? (other.shown ? null : other) : one
  if (hidden) return { concept, difference: hidden, pairs: hidden }
  if (isByCohort(one) || isByCohort(other)) {
    const near = suppress('near-end')
    return { concept, difference: near, pairs: near }
  }
  const [above, below] = [placesIn(tally, top), placesIn(tally, work)]
  const [first, second] = [spreadOf(tally, above), spreadOf(tally, below)]
  const difference = releaseDifference(first, second)
  const at = (places: readonly number[], all: readonly number[]) => places.map((place) => all[place]!)
  const delta = cliffsDelta(
    at(above, tally.scores),
    at(below, tally.scores),
    at(above, tally.people),
    at(below, tally.people),
  )
  return {
    concept,
    difference,
    pairs:
      difference.shown && delta ? releasePairs(delta.delta, Math.min(first.n, second.n)) : suppressedOf(difference),
  }
}

function suppressedOf(difference: ConceptDistance['difference']): ConceptDistance['pairs'] {
  return difference.shown ? { shown: false, why: 'too-few' } : difference
}

/**
 * The distance between the level nearest the top and the one closest to the work:
 * on each concept, and item by item from the released means. METHOD 10.
 */
export function measureDistance(
  concepts: readonly ConceptView[],
  items: readonly ItemView[],
  tallies: readonly ScoreTally[],
  { levels }: RoomPeople,
): Distance {
  const work = levels.length - 1
  const apart = items.flatMap((item): Omit<ItemDistance, 'place'>[] => {
    const [one, other] = [item.levels[0]!, item.levels[work]!]
    if (!one.shown || !other.shown) return []
    const [{ shown: _one, ...above }, { shown: _other, ...below }] = [one, other]
    return [{ item: item.item, top: above, work: below, ...apartBy(one, other) }]
  })
  return {
    top: 0,
    work,
    concepts: concepts.map((view, index) => conceptDistance(view, tallies[index]!, levels[0]!, levels[work]!)),
    items: placeAll(apart, ({ atLeast }) => atLeast),
    hiddenItems: items.flatMap(({ item, levels: means }) => {
      const hidden = [means[0]!, means[work]!].find(({ shown }) => !shown)
      return hidden && !hidden.shown ? [{ item, showing: hidden }] : []
    }),
  }
}
