import type { RoomReading } from './room-reading.ts'

/**
 * The name of a room's file: the workshop's name, the view and its day, and in
 * front of them a word for the sample room.
 */
export function fileNameOf({ view, workshop, texts, isSimulated }: RoomReading, ending: string): string {
  const name = workshop.name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const first = isSimulated ? [texts.file.simulated] : []
  return `${[...first, texts.file.room, ...(name ? [name] : []), view.takenOn, String(view.snapshot)].join('-')}.${ending}`
}
