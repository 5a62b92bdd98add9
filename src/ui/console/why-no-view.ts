import type { SnapshotDecision } from '../../core/disclosure/next-snapshot.ts'
import type { WorkshopSession } from './workshop-session.svelte.ts'

/** Why what is collected now is in no view, once collection is closed; `null` where it is in one. */
export function whyNoView(session: WorkshopSession): Extract<SnapshotDecision, { ok: false }> | null {
  // The verdict takes long where many people are in earlier views, so it is asked for last.
  if (!session.kept?.closed || session.current) return null
  const { verdict } = session
  return verdict && !verdict.ok ? verdict : null
}
