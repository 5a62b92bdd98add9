const NAME = '[a-z2-7]{26}'

const ROOM_TOPIC = new RegExp(`^ld1/(${NAME})/(?:(r/[0-9a-f]|a)/${NAME}|l)$`)
const JOIN_TOPIC = new RegExp(`^ld1/j/${NAME}$`)
const MANY = new RegExp(`^ld1/(${NAME})/(?:r/[0-9a-f]|a)/\\+$`)
const ROOM = new RegExp(`^${NAME}$`)

/** A topic that can hold a message: somebody's answer, its receipt, the ledger of a room, or an invitation to join. */
export type Topic =
  | { readonly kind: 'answer' | 'receipt' | 'ledger'; readonly room: string }
  | { readonly kind: 'join' }

/** The kind and the room of a topic; `null` where it is none of this protocol. */
export function readTopic(topic: string): Topic | null {
  if (JOIN_TOPIC.test(topic)) return { kind: 'join' }
  const [, room, part] = ROOM_TOPIC.exec(topic) ?? []
  if (!room) return null
  if (!part) return { kind: 'ledger', room }
  return { kind: part === 'a' ? 'receipt' : 'answer', room }
}

/** The room of a filter for one sixteenth of its answers, or for its receipts; `null` where it is none. */
export const roomOfMany = (filter: string): string | null => MANY.exec(filter)?.[1] ?? null

export const isRoomName = (name: string): boolean => ROOM.test(name)
