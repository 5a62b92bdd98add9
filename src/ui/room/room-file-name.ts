import type { RoomReading } from './room-reading.ts'

/** What a file of a room is called: the workshop's name, the view and its day, and first of all that it is simulated where it is. */
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
