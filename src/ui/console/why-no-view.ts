import type { SnapshotDecision } from '../../core/disclosure/next-snapshot.ts'
import type { WorkshopSession } from './workshop-session.svelte.ts'

/** Why what is collected now is in no view, once collection is closed; `null` where it is in one. */
export function whyNoView(session: WorkshopSession): Extract<SnapshotDecision, { ok: false }> | null {
  const { kept, current, verdict } = session
  return kept?.closed && !current && verdict && !verdict.ok ? verdict : null
}
