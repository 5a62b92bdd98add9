import { isConceptItem } from '../questionnaire/lookup.ts'
import type { Pace } from '../response/pace.ts'
import { keyStep } from '../scoring/keyed.ts'
import { QUALITY_LIMITS } from '../scoring/response-quality.ts'
import type { AnswerColumn, RoomData } from './room-data.ts'

/** Whether somebody is flagged, by their pace and their answers to the items of concepts, in the order of the columns. */
export type Flagging = (answers: ArrayLike<number>, pace: Pace | undefined) => boolean

/**
 * The verdict that `checkResponseQuality` gives (METHOD 3), for thousands at once. Of
 * the pace of a response in a workshop only the time class is known.
 *
 * @param items the columns of concept items
 */
export function flagging(items: readonly Pick<AnswerColumn, 'item' | 'options'>[]): Flagging {
  const names = [...new Set(items.map(({ item }) => (isConceptItem(item) ? item.concept : '')))]
  /** For each item, twice the number of its concept, and one more where it is reversed. */
  const sides = Int32Array.from(items, ({ item }) =>
    isConceptItem(item) ? 2 * names.indexOf(item.concept) + (item.reversed ? 1 : 0) : 0,
  )
  /** The keyed step of each answer to each item. */
  const keyed = items.map(({ options }, at) =>
    Float64Array.from({ length: options + 1 }, (_, step) => keyStep(step, options, sides[at]! % 2 === 1)),
  )
  const longString = QUALITY_LIMITS.longStringShare * items.length
  const sums = new Float64Array(2 * names.length)
  const counts = new Int32Array(2 * names.length)

  /** Mean distance of forward and turned reversed items over the concepts; 0 where no concept has both. */
  const inconsistency = () => {
    let gaps = 0
    let found = 0
    for (let side = 0; side < sums.length; side += 2) {
      if (counts[side] === 0 || counts[side + 1] === 0) continue
      gaps += Math.abs(sums[side]! / counts[side]! - sums[side + 1]! / counts[side + 1]!)
      found++
    }
    return found === 0 ? 0 : gaps / found
  }

  return (answers, pace) => {
    sums.fill(0)
    counts.fill(0)
    let longest = 0
    let run = 0
    let previous = 0
    let n = 0
    let total = 0
    let squares = 0
    for (let at = 0; at < items.length; at++) {
      const step = Math.max(0, answers[at]!)
      run = step === 0 ? 0 : step === previous ? run + 1 : 1
      previous = step
      if (run > longest) longest = run
      if (step === 0) continue
      n++
      total += step
      squares += step * step
      const side = sides[at]!
      sums[side]! += keyed[at]![step]!
      counts[side]!++
    }
    let hits = pace === 'fast' ? 1 : 0
    if (longest >= longString) hits++
    if (n > 1 && Math.sqrt(Math.max(0, n * squares - total * total) / (n * (n - 1))) < QUALITY_LIMITS.deviation) hits++
    if (inconsistency() > QUALITY_LIMITS.inconsistency) hits++
    return hits >= QUALITY_LIMITS.hits
  }
}

/** Flags by person: 1 or 0. */
export function flagPeople({ columns, paces }: Pick<RoomData, 'columns' | 'paces'>): Uint8Array {
  const items = columns.filter(({ item }) => isConceptItem(item))
  const isFlagged = flagging(items)
  const answersTo = items.map(({ answers }) => answers)
  const own = new Int8Array(items.length)
  const flagged = new Uint8Array(paces.length)
  for (let person = 0; person < paces.length; person++) {
    for (let at = 0; at < answersTo.length; at++) own[at] = answersTo[at]![person]!
    if (isFlagged(own, paces[person])) flagged[person] = 1
  }
  return flagged
}
