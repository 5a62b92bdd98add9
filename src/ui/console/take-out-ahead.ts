import { entriesToShow } from '../../core/workshop/entries-to-show.ts'
import { takeOut } from '../../core/workshop/taken-out.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import { nextFrame } from './next-frame.ts'

/**
 * The change that takes somebody's answers out, worked out ahead of it with pauses: of a
 * hundred thousand people, who is in a view with them takes longer than a frame.
 *
 * @param newKey a key for workshops that have none yet
 */
export async function takeOutAhead(
  kept: KeptWorkshop | undefined,
  entry: string,
  newKey: string,
): Promise<(now: KeptWorkshop) => KeptWorkshop> {
  const next = kept && takeOut(kept, entry, newKey)
  await nextFrame()
  if (next) entriesToShow(next)
  await nextFrame()
  return (now) => (next && now === kept ? next : takeOut(now, entry, newKey))
}
