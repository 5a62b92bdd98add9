import type { RoomQuestion } from '../core/ports.ts'
import type { RoomView } from '../core/room/room-view.ts'

/** A request from the page to the worker. */
export interface RoomRequest {
  readonly number: number
  readonly question: RoomQuestion
}

/** The worker's reply: the room's view, or an error's message. */
export type RoomReply = { readonly number: number } & (
  { readonly ok: true; readonly view: RoomView } | { readonly ok: false; readonly message: string }
)
