import { isConceptItem } from '../questionnaire/lookup.ts'
import { keyStep } from '../scoring/keyed.ts'
import { QUALITY_LIMITS } from '../scoring/response-quality.ts'
import type { AnswerColumn, RoomData } from './room-data.ts'

/**
 * Flags by person: 1 or 0. The same verdict as `checkResponseQuality` gives each of
 * them (METHOD 3), for thousands at once. Of the pace of a response in a workshop
 * only the time class is known.
 */
export function flagPeople({ columns, paces }: Pick<RoomData, 'columns' | 'paces'>): Uint8Array {
  const items = columns.filter(({ item }) => isConceptItem(item))
  const concepts = new Map<string, AnswerColumn[]>()
  for (const column of items)
    if (isConceptItem(column.item))
      concepts.set(column.item.concept, [...(concepts.get(column.item.concept) ?? []), column])
  const flagged = new Uint8Array(paces.length)
  for (let person = 0; person < paces.length; person++) {
    let hits = paces[person] === 'fast' ? 1 : 0
    let longest = 0
    let run = 0
    let previous = 0
    let n = 0
    let total = 0
    let squares = 0
    for (const { answers } of items) {
      const step = Math.max(0, answers[person]!)
      run = step === 0 ? 0 : step === previous ? run + 1 : 1
      previous = step
      longest = Math.max(longest, run)
      if (step === 0) continue
      n++
      total += step
      squares += step * step
    }
    if (longest >= QUALITY_LIMITS.longStringShare * items.length) hits++
    if (n > 1 && Math.sqrt(Math.max(0, n * squares - total * total) / (n * (n - 1))) < QUALITY_LIMITS.deviation) hits++
    const gap = inconsistencyOf(concepts, person)
    if (gap !== null && gap > QUALITY_LIMITS.inconsistency) hits++
    if (hits >= QUALITY_LIMITS.hits) flagged[person] = 1
  }
  return flagged
}

/** Mean distance of forward and turned reversed items over the concepts; `null` where no concept has both. */
function inconsistencyOf(concepts: ReadonlyMap<string, readonly AnswerColumn[]>, person: number): number | null {
  let gaps = 0
  let found = 0
  for (const columns of concepts.values()) {
    const sums = [0, 0]
    const counts = [0, 0]
    for (const { item, options, answers } of columns) {
      const step = answers[person]!
      if (step <= 0) continue
      const reversed = isConceptItem(item) && item.reversed === true
      sums[reversed ? 1 : 0]! += keyStep(step, options, reversed)
      counts[reversed ? 1 : 0]!++
    }
    if (counts[0]! > 0 && counts[1]! > 0) {
      gaps += Math.abs(sums[0]! / counts[0]! - sums[1]! / counts[1]!)
      found++
    }
  }
  return found === 0 ? null : gaps / found
}
