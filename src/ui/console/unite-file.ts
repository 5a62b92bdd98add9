import { CollectedIndex } from '../../core/workshop/collected-index.ts'
import { areCopies } from '../../core/workshop/copies.ts'
import { copyUnder } from '../../core/workshop/copy-under.ts'
import { byPieces } from '../../core/workshop/piecework.ts'
import { sealAhead } from '../../core/workshop/seal-ahead.ts'
import { keepingOut } from '../../core/workshop/taken-out.ts'
import { toKnowAgain } from '../../core/workshop/to-know-again.ts'
import { unitingViews, withViewsOf } from '../../core/workshop/united-views.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import { nextFrame } from './next-frame.ts'
import type { WorkshopChange } from './workshop-repository.svelte.ts'

export { withViewElsewhere } from '../../core/workshop/united-views.ts'

/** Does something with two states of a workshop whose people have to be known again, without holding the page up. */
async function knowing<T>(one: KeptWorkshop, other: KeptWorkshop, action: () => T | Promise<T>): Promise<T> {
  const unknown = await byPieces(toKnowAgain(one, other), nextFrame)
  return sealAhead(unknown, one.identityKey ?? other.identityKey, nextFrame, action)
}

/**
 * A file's workshop, bound by the removals and views of the same on this device, and of its copies.
 *
 * @param kept those on this device, workshops and ledgers
 * @param newKey draws a key for workshops that have none yet
 */
export async function boundByKept(
  file: KeptWorkshop,
  kept: readonly KeptWorkshop[],
  newKey: () => string,
): Promise<KeptWorkshop> {
  let bound = file
  for (const here of kept.filter((one) => one.workshop.id === file.workshop.id || areCopies(file, one)))
    bound = await knowing(bound, here, async () => {
      const without = await byPieces(keepingOut(here, bound), nextFrame)
      return byPieces(unitingViews(here, without, newKey()), nextFrame)
    })
  await indexed(bound)
  return bound
}

/** Builds ahead what the next response is looked up in. */
const indexed = ({ collected }: KeptWorkshop): Promise<void> => byPieces(CollectedIndex.preparing(collected), nextFrame)

/** A file of a workshop that is here, and what it becomes beside that. */
export interface Beside {
  readonly file: KeptWorkshop
  /** The file's workshop, bound by what is here. */
  readonly bound: KeptWorkshop
  /** The workshop that is here. */
  readonly before: KeptWorkshop
  readonly id: string
  readonly name: string
  readonly newKey: () => string
  /** Changes the one that is here. */
  readonly change: (to: WorkshopChange) => Promise<unknown>
}

/** Binds the workshop that is here by the views that a file of it knows of. Returns the file's as a copy with its own id. */
export async function besideKept({ file, bound, before, id, name, newKey, change }: Beside): Promise<KeptWorkshop> {
  const copy = copyUnder(bound, id, name)
  await indexed(copy)
  // By their key they are known as copies, also once one of them is deleted.
  const identityKey = before.identityKey ?? copy.identityKey ?? newKey()
  await knowing(before, file, async () => {
    const united = await byPieces(unitingViews(file, before, identityKey), nextFrame)
    await change((here) => {
      const now = here && (here === before ? united : withViewsOf(file, here, identityKey))
      return now && { ...now, identityKey: now.identityKey ?? identityKey }
    })
  })
  return { ...copy, identityKey: copy.identityKey ?? identityKey }
}
