import type { Releasable } from '../disclosure/released.ts'
import { roomsBeside, type AuditedConcept } from './audit-items.ts'
import type { ConceptColumn } from './group-scores.ts'
import { guessHistory, hideGuesses } from './guess-history.ts'
import type { ConceptGuesses } from './release-guesses.ts'
import type { RoomData } from './room-data.ts'

/** The outcome of the audit of one concept. */
export interface ConceptAudit {
  /** Whether its items are released. */
  readonly hasItems: boolean
  /** The released guesses of the last view, by level from the top; `null` where none are asked for. */
  readonly guesses: readonly ConceptGuesses[] | null
}

/** A concept of a room before the audit. */
export interface UnauditedConcept {
  readonly column: ConceptColumn
  readonly data: RoomData
  /** For each view, which levels' scores are released. */
  readonly scored: readonly (readonly Releasable[])[]
  readonly k: number
}

/** A concept's answers as the audit counts them, with the comparisons of rooms that are made for it alone. */
export type ToAudit = Omit<AuditedConcept, 'k'>

function historyOf({ column: { concept, columns }, data, scored, k }: UnauditedConcept) {
  return guessHistory(concept, data, scored, (id) => columns.findIndex(({ item }) => item.id === id), k)
}

/** A concept's outcome without an audit: for invented rooms, never for what people answered. */
export function leaveConcept(concept: UnauditedConcept): ConceptAudit {
  return { hasItems: true, guesses: historyOf(concept)?.views.at(-1) ?? null }
}

/**
 * Audits everything that is released of a concept in all views (`roomsBeside`): its items, and
 * what is told of own answers beside guesses. Either both are released or neither, for all
 * levels alike, so that what is hidden does not tell on whose account. What people expect is
 * decided by sizes alone.
 */
export function auditConcept(concept: UnauditedConcept, toAudit: () => ToAudit): ConceptAudit {
  const { columns, snapshots, isSame, isNearlyAll } = toAudit()
  const history = historyOf(concept)
  const beside = roomsBeside({
    columns,
    snapshots,
    k: concept.k,
    isNearlyAll,
    isSame: (change) => (history?.isSame(change) ?? true) && isSame(change),
  })
  const hasItems = beside !== null
  const guesses = history?.views.at(-1) ?? null
  return {
    hasItems,
    guesses: hasItems ? guesses : (guesses?.map((one) => hideGuesses(one, 'would-reveal-others', 'own')) ?? null),
  }
}
