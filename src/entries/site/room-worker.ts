import type { RoomReply, RoomRequest } from '../../adapters/room-messages.ts'
import { summariseRoom } from '../../core/room/summarise-room.ts'

function answer({ number, question }: RoomRequest): RoomReply {
  try {
    const { part, workshop, entries, snapshots } = question
    return { number, ok: true, view: summariseRoom(part, workshop, entries, snapshots) }
  } catch (error) {
    return { number, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

addEventListener('message', ({ data }: MessageEvent<RoomRequest>) => postMessage(answer(data)))
