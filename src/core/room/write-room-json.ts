import type { Workshop } from '../workshop/workshop.ts'
import type { RoomView } from './room-view.ts'
import { isSimulated } from '../workshop/simulated.ts'

/** The format's name in the file. */
const ROOM_FORMAT = 'leadership-diagnostic-room'

/**
 * A snapshot's released figures as JSON: the view unchanged, with the workshop it
 * belongs to. It holds no response, and every hidden figure has its reason.
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
