import { CollectedIndex } from '../../core/workshop/collected-index.ts'
import { entriesToShow } from '../../core/workshop/entries-to-show.ts'
import { byPieces } from '../../core/workshop/piecework.ts'
import { takeOut } from '../../core/workshop/taken-out.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import { nextFrame } from './next-frame.ts'

/**
 * The change that takes somebody's answers out, worked out ahead of it with pauses: of a
 * hundred thousand people, finding them by everything they are known by, and who is in a
 * view with them, takes longer than a frame each.
 *
 * @param newKey a key for workshops that have none yet
 */
export async function takeOutAhead(
  kept: KeptWorkshop | undefined,
  entry: string,
  newKey: string,
): Promise<(now: KeptWorkshop) => KeptWorkshop> {
  if (!kept) return (now) => takeOut(now, entry, newKey)
  await nextFrame()
  await byPieces(CollectedIndex.preparing(kept.collected), nextFrame)
  await nextFrame()
  const next = takeOut(kept, entry, newKey)
  await nextFrame()
  entriesToShow(next)
  await nextFrame()
  return (now) => (now === kept ? next : takeOut(now, entry, newKey))
}
