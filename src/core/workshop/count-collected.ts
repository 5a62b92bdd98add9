import type { Collected } from './collected.ts'

export interface CollectedCounts {
  readonly all: number
  readonly levels: readonly number[]
  readonly noLevel: number
  /** Responses whose person is not known, by how they arrived. */
  readonly plainCodes: number
  readonly rows: number
  /** Responses that carry no promises: of the formats before, plain codes, files and tables. */
  readonly unpromised: number
}

/** How many responses count in a workshop of so many levels. */
export function countCollected(entries: Collected['entries'], ofLevels: number): CollectedCounts {
  const levels = Array.from({ length: ofLevels }, () => 0)
  let [noLevel, plainCodes, rows, unpromised] = [0, 0, 0, 0]
  for (const { level, via, participant, person, promises } of entries) {
    if (promises === undefined) unpromised++
    if (level === null) noLevel++
    else levels[level] = (levels[level] ?? 0) + 1
    if (participant !== null) continue
    if (via === 'plain-code') plainCodes++
    else if (person === undefined) rows++
  }
  return { all: entries.length, levels, noLevel, plainCodes, rows, unpromised }
}
