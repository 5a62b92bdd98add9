import type { Releasable } from '../disclosure/released.ts'
import { auditItems, type AuditedConcept, type Coarsening } from './audit-items.ts'
import type { ConceptColumn } from './group-scores.ts'
import { guessHistory, hideGuesses } from './guess-history.ts'
import type { ConceptGuesses } from './release-guesses.ts'
import type { RoomData } from './room-data.ts'

/** What the audit of one concept comes to. */
export interface ConceptAudit {
  readonly coarsening: Coarsening
  /** What is released of its guesses in the last view, by level from the top; `null` where none are asked for. */
  readonly guesses: readonly ConceptGuesses[] | null
}

export interface ConceptToAudit {
  readonly column: ConceptColumn
  readonly data: RoomData
  /** For each view, which levels' scores are released. */
  readonly scored: readonly (readonly Releasable[])[]
  readonly k: number
  readonly isSame: AuditedConcept['isSame']
}

function historyOf({ column: { concept, columns }, data, scored, k }: Omit<ConceptToAudit, 'isSame'>) {
  return guessHistory(concept, data, scored, (id) => columns.findIndex(({ item }) => item.id === id), k)
}

/** What is released of a concept before the audit: of invented rooms, never of what people answered. */
export function leaveConcept(concept: Omit<ConceptToAudit, 'isSame'>): ConceptAudit {
  return { coarsening: 'none', guesses: historyOf(concept)?.views.at(-1) ?? null }
}

/**
 * Audits everything that is released of a concept: its items, as far as they have to be
 * coarsened (`auditItems`), with what is told of own answers beside guesses, which is
 * left out first, for all levels alike. What earlier views told of that counts either
 * way. What people expect is decided by sizes alone.
 */
export function auditConcept(concept: ConceptToAudit): ConceptAudit {
  const { column, data, k, isSame } = concept
  const { snapshots } = data
  const history = historyOf(concept)
  const audit = (also: readonly number[]) => {
    const isSameToo: AuditedConcept['isSame'] = (change, coarsening) =>
      (history?.isSame(change, also) ?? true) && isSame(change, coarsening)
    return auditItems({ columns: column.columns, snapshots, k, isSame: isSameToo })
  }
  const numbers = snapshots.map((_, number) => number)
  if (!history) return { coarsening: audit([]), guesses: null }
  const last = history.views.at(-1)!
  const whole = audit(numbers)
  if (whole === 'none') return { coarsening: whole, guesses: last }
  return {
    coarsening: audit(numbers.slice(0, -1)),
    guesses: last.map((one) => hideGuesses(one, 'would-reveal-others', 'own')),
  }
}
