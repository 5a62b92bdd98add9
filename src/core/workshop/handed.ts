import type { Handed } from '../codes/hand-over-code.ts'
import type { Collected } from './collected.ts'
import type { Fate } from './outcome.ts'

export type HandedFate = Extract<Fate['outcome'], 'already-there' | 'older'>

/** The fate of a hand-over that comes again; `null` where neither it nor a later one of the person counts. */
export function fateOfHanded({ entries }: Collected, { participant, revision }: Handed): HandedFate | null {
  const own = entries.find((entry) => entry.participant === participant)
  if (!own || (own.revision ?? 0) < revision) return null
  return own.revision === revision ? 'already-there' : 'older'
}
