import { QUALITY_LIMITS } from '../scoring/response-quality.ts'
import type { Pace } from './workshop.ts'

/** How long statements were looked at, as a workshop tells it. `null`, where it was not timed, is not known. */
export function paceOf(secondsPerItem: number | null): Pace {
  if (secondsPerItem === null) return 'unknown'
  return secondsPerItem < QUALITY_LIMITS.secondsPerItem ? 'fast' : 'usual'
}
