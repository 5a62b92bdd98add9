import { facetMean } from '../findings/facet-mean.ts'
import type { Reading } from '../findings/reading.ts'
import { itemsOf, scaleOf } from '../questionnaire/lookup.ts'
import type { ConceptItem } from '../questionnaire/schema.ts'
import { CANT_TELL } from '../response/response.ts'
import { keyedStepOf } from '../scoring/keyed.ts'

/** Items that are level: answered at one step, reversed items turned. */
export interface StepGroup {
  readonly step: number
  readonly items: readonly string[]
}

/** From this many items on, no further step is added to the drivers. */
const ENOUGH = 4

const middleOf = (reading: Reading, item: ConceptItem) => (1 + scaleOf(reading.questionnaire, item).options.length) / 2

/** A concept's answered items grouped by keyed step, highest first. Ties share a group. */
export function groupBySteps(reading: Reading, items: readonly ConceptItem[]): StepGroup[] {
  const groups = new Map<number, string[]>()
  for (const item of items) {
    const step = keyedStepOf(reading.questionnaire, reading.response.answers, item)
    if (step !== null) groups.set(step, [...(groups.get(step) ?? []), item.id])
  }
  return [...groups].toSorted(([a], [b]) => b - a).map(([step, ids]) => ({ step, items: ids }))
}

/**
 * The answers that drove a concept's score: the steps above the middle of the
 * scale, highest first, a further step only while few items are listed. Answers in
 * the middle weigh neither way, and are not among them.
 */
export function driversOf(reading: Reading, concept: string): StepGroup[] {
  const items = itemsOf(reading.questionnaire, concept)
  const first = items[0]
  if (!first) return []
  const middle = middleOf(reading, first)
  const groups = groupBySteps(reading, items)
  let listed = 0
  return groups.filter((group) => {
    const shown = group.step > middle && listed < ENOUGH
    listed += group.items.length
    return shown
  })
}

/**
 * The item whose question is worth asking this week: of those answered at the
 * highest step, the one whose facet is reported most, then the first shown. Where
 * no answer lies above "rarely", an unseen item is worth more.
 *
 * @returns `null` only for a concept without items.
 */
export function askAbout(reading: Reading, concept: string): string | null {
  const items = itemsOf(reading.questionnaire, concept)
  const [highest] = groupBySteps(reading, items)
  if (highest && items[0] && highest.step >= middleOf(reading, items[0])) {
    const weight = (id: string) => {
      const facet = items.find((item) => item.id === id)?.facet
      return (facet && facetMean(reading, concept, facet)) || 0
    }
    return highest.items.toSorted((a, b) => weight(b) - weight(a))[0] ?? null
  }
  const unseen = items.find((item) => reading.response.answers[item.id] === CANT_TELL)
  return (unseen?.id ?? groupBySteps(reading, items)[0]?.items[0] ?? items[0]?.id) || null
}
