import { meaningOf } from '../disclosure/release-mean.ts'
import type { Known } from '../logic/three-valued.ts'
import { isConceptItem, itemsOf } from '../questionnaire/lookup.ts'
import type { Questionnaire } from '../questionnaire/schema.ts'
import type { Interval } from '../statistics/interval.ts'
import type { ConceptView, ItemView } from './room-view.ts'

type Parts = Pick<Questionnaire, 'items' | 'opposites'>
type View = { readonly concepts: readonly Omit<ConceptView, 'above'>[]; readonly items: readonly ItemView[] }

/**
 * Limits of the room's acquiescence, in points: the mean over the opposite pairs
 * whose means are released, less the middle of the scale. METHOD 4. `null` without
 * such a pair.
 */
function leaningOf({ opposites }: Parts, items: readonly ItemView[]): Interval | null {
  const meanOf = (id: string) => {
    const mean = items.find(({ item }) => item === id)?.mean
    return mean?.shown ? meaningOf(mean) : null
  }
  const leanings = opposites.flatMap((pair) => {
    const means = pair.map(meanOf)
    const [one, other] = means
    return one && other ? [{ low: (one.low + other.low) / 2 - 50, high: (one.high + other.high) / 2 - 50 }] : []
  })
  if (leanings.length === 0) return null
  const mean = (end: 'low' | 'high') => leanings.reduce((sum, leaning) => sum + leaning[end], 0) / leanings.length
  return { low: mean('low'), high: mean('high') }
}

/**
 * The points by which a concept's score rises for each point of acquiescence: 1
 * where no item is reversed, 0 where half are.
 */
function shareOfLeaning(parts: Parts, concept: string): number {
  const items = itemsOf(parts, concept).filter(isConceptItem)
  const weights = items.map(({ weight = 1, reversed }) => ({ weight, signed: reversed ? -weight : weight }))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return sum(weights.map(({ signed }) => signed)) / sum(weights.map(({ weight }) => weight))
}

/**
 * Whether a concept lies clear of another in the room: its released interval lies
 * wholly above the other's, and still does after the room's acquiescence is taken
 * out of both. Unknown where an interval is not released, or where no released pair
 * shows the acquiescence. METHOD 12, from released values alone.
 */
export function clearOf(parts: Parts, { concepts, items }: View, concept: string, other: string): Known {
  const intervalOf = (id: string) => {
    const room = concepts.find((view) => view.concept === id)?.room
    return room?.shown && room.interval.shown ? room.interval : null
  }
  const [upper, lower] = [intervalOf(concept), intervalOf(other)]
  if (!upper || !lower) return null
  const gap = upper.low - lower.high
  if (gap <= 0) return false
  if (parts.opposites.length === 0) return true
  const leaning = leaningOf(parts, items)
  if (!leaning) return null
  const more = shareOfLeaning(parts, concept) - shareOfLeaning(parts, other)
  return gap - Math.max(leaning.low * more, leaning.high * more) > 0
}

/** The concepts that a concept lies clear of. */
export function clearBelow(parts: Parts, view: View, concept: string): string[] {
  return view.concepts
    .map((other) => other.concept)
    .filter((other) => other !== concept && clearOf(parts, view, concept, other) === true)
}
