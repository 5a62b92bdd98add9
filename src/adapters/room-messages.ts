import type { RoomQuestion } from '../core/ports.ts'
import type { CollectedEntry } from '../core/workshop/collected.ts'
import type { Snapshot } from '../core/workshop/snapshot.ts'
import type { RoomView } from '../core/room/room-view.ts'

/**
 * A request from the page to the worker, which comes in pieces, because all of it at once
 * would be copied for longer than a frame: responses and snapshots, and in the end what is
 * asked of them.
 */
export type RoomRequest = { readonly number: number } & (
  | { readonly is: 'entries'; readonly entries: readonly CollectedEntry[] }
  | { readonly is: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly is: 'end'; readonly question: Pick<RoomQuestion, 'part' | 'workshop'> }
)

/** The worker's reply: the room's view, or an error's message. */
export type RoomReply = { readonly number: number } & (
  | { readonly ok: true; readonly view: RoomView }
  | { readonly ok: false; readonly message: string }
)
