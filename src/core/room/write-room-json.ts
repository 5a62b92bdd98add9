import type { Workshop } from '../workshop/workshop.ts'
import type { RoomView } from './room-view.ts'
import { isSimulated } from './simulate-room.ts'

/** What the file calls itself. */
const ROOM_FORMAT = 'leadership-diagnostic-room'

/**
 * What may be shown of a snapshot as JSON: the view as it is, with whose it is.
 * No response is in it, and everything hidden carries its reason.
 */
export function writeRoomJson(workshop: Workshop, view: RoomView): string {
  const { id, name, client, questionnaire, language, levels } = workshop
  const file = {
    format: ROOM_FORMAT,
    formatVersion: 1,
    simulated: isSimulated(workshop),
    workshop: { id, name, client, questionnaire, language, levels },
    room: view,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
