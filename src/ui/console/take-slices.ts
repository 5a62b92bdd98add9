import type { Outcome } from '../../core/workshop/outcome.ts'
import type { PeopleRules } from '../../core/workshop/people.ts'
import type { ReadTable } from '../../core/workshop/read-table.ts'
import { inOrder, TableTaking, type TakenRows } from '../../core/workshop/take-table.ts'
import { Taker } from '../../core/workshop/taker.ts'
import { nextFrame } from './next-frame.ts'
import type { WorkshopRepository } from './workshop-repository.svelte.ts'

/** Of how many rows one change consists, so that it takes less than a frame. */
const SLICE = 250

/**
 * Takes in a large table, one change for each slice of its rows, and shows them once
 * all are in. Returns the outcomes; `null` where collection was closed meanwhile.
 *
 * @param note is told how many rows are in
 */
export async function takeSlices(
  repository: WorkshopRepository,
  id: string,
  table: Extract<ReadTable, { ok: true }>,
  rules: PeopleRules,
  nextId: () => string,
  note: (rows: number) => void,
): Promise<readonly Outcome[] | null> {
  const outcomes: Outcome[] = []
  let taking: TableTaking | null = null
  const last = Math.max(0, table.rows.length - 1)
  for (let at = 0; at <= last; at += SLICE) {
    let begun: TableTaking | null = null
    let taken: TakenRows | null = null
    const isLast = at + SLICE > last
    await repository.change(
      id,
      (kept) => {
        taken = null
        if (!kept || kept.closed) return null
        const taker = new Taker(kept.collected, nextId, rules)
        begun = taking ?? new TableTaking(table, taker, rules)
        taken = begun.take(taker, at, at + SLICE)
        return { ...kept, collected: taker.finish() }
      },
      { isShown: isLast },
    )
    const done = taken as TakenRows | null
    if (!done) {
      await repository.change(id, (kept) => kept && { ...kept })
      return at === 0 ? null : inOrder([...outcomes, { line: 1, excerpt: '', outcome: 'closed' }])
    }
    taking = begun
    done.remember()
    outcomes.push(...done.outcomes)
    note(Math.min(at + SLICE, table.rows.length))
  }
  // The progress of the last slice is drawn before the outcomes are.
  await nextFrame()
  const all = inOrder(outcomes)
  await nextFrame()
  return all
}
