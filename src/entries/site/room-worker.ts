import type { RoomReply, RoomRequest } from '../../adapters/room-messages.ts'
import type { RoomQuestion } from '../../core/ports.ts'
import { summariseRoom } from '../../core/room/summarise-room.ts'
import type { CollectedEntry } from '../../core/workshop/collected.ts'
import type { Snapshot } from '../../core/workshop/snapshot.ts'

/** The pieces of a question that have arrived. */
let heard = { number: 0, entries: [] as CollectedEntry[], snapshots: [] as Snapshot[] }

function answer({ part, workshop }: Pick<RoomQuestion, 'part' | 'workshop'>): RoomReply {
  const { number, entries, snapshots } = heard
  try {
    return { number, ok: true, view: summariseRoom(part, workshop, entries, snapshots) }
  } catch (error) {
    return { number, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

addEventListener('message', ({ data }: MessageEvent<RoomRequest>) => {
  if (heard.number !== data.number) heard = { number: data.number, entries: [], snapshots: [] }
  if (data.is === 'entries') heard.entries.push(...data.entries)
  else if (data.is === 'snapshot') heard.snapshots.push(data.snapshot)
  else {
    postMessage(answer(data.question))
    heard = { number: 0, entries: [], snapshots: [] }
  }
})
