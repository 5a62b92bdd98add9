import type { RoomQuestion } from '../core/ports.ts'
import type { RoomView } from '../core/room/room-view.ts'

/** What the page asks of the worker. */
export interface RoomRequest {
  readonly number: number
  readonly question: RoomQuestion
}

/** What the worker answers: the room, or what went wrong in its own words. */
export type RoomReply = { readonly number: number } & (
  { readonly ok: true; readonly view: RoomView } | { readonly ok: false; readonly message: string }
)
