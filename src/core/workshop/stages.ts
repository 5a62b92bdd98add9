import type { Stage } from '../address/console-fragment.ts'
import { shownHere } from './snapshot.ts'
import type { KeptWorkshop } from './workshop-file.ts'

type Shown = Pick<KeptWorkshop, 'closed' | 'snapshots'>

/** Whether there is something to say to the room: a view, or why there is none. */
export const isRoomReached = ({ closed, snapshots }: Shown): boolean => closed || shownHere(snapshots).length > 0

/** The stage that a workshop is at: it collects until a view of it can be shown. */
export const stageThatFits = ({ closed, snapshots }: Shown): Stage =>
  closed && shownHere(snapshots).length > 0 ? 'room' : 'collect'
