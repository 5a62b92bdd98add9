import { BOUNDS } from './bounds.ts'
import { readTopic, roomOfMany, type Topic } from './topics.ts'

/** The role of a connection: somebody who hands over or joins, or the console of one room. */
export type Role = { readonly kind: 'participant' } | { readonly kind: 'console'; readonly room: string }

/** The messages that are kept, as far as they decide what may be added. */
export interface Kept {
  isRoom(room: string): boolean
  has(topic: string): boolean
  /** How many topics of a kind a room has. */
  count(room: string, kind: Topic['kind']): number
  /** How many topics a room has. */
  countAll(room: string): number
  /** All retained messages, of every room. */
  readonly messages: number
  /** The room to which an invitation belongs. */
  ownerOf(joinTopic: string): string | null
}

export interface Message {
  readonly topic: string
  readonly bytes: number
  readonly qos: number
  readonly retain: boolean
}

/** Why something is refused. */
export type Refusal = 'not-allowed' | 'no-such-room' | 'too-large' | 'full'

const BYTES: Readonly<Record<Topic['kind'], number>> = {
  answer: BOUNDS.answerBytes,
  receipt: BOUNDS.receiptBytes,
  ledger: BOUNDS.ledgerBytes,
  join: BOUNDS.joinBytes,
}

const TOPICS: Readonly<Record<Topic['kind'], number>> = {
  answer: BOUNDS.answers,
  receipt: BOUNDS.receipts,
  ledger: 1,
  join: BOUNDS.joins,
}

/** Whether the role has anything to write there, whatever is kept already. */
function mayWrite(role: Role, to: Topic, message: Message, kept: Kept): boolean {
  if (role.kind === 'participant') return to.kind === 'answer' && message.bytes > 0
  if (to.kind === 'join') return [null, role.room].includes(kept.ownerOf(message.topic))
  return to.room === role.room
}

/**
 * Why a message is not taken; `null` where it is. Participants write answers into
 * rooms that a console has claimed. A console writes receipts, its ledger and its
 * invitations, and clears answers or leaves in their place that they were refused, in
 * its own room alone.
 */
export function refuseMessage(role: Role, message: Message, kept: Kept): Refusal | null {
  const to = readTopic(message.topic)
  if (!to || message.qos !== 1 || !message.retain || !mayWrite(role, to, message, kept)) return 'not-allowed'
  const room = role.kind === 'console' ? role.room : to.kind === 'join' ? null : to.room
  if (room === null || !kept.isRoom(room)) return 'no-such-room'
  if (message.bytes > BYTES[to.kind]) return 'too-large'
  if (message.bytes === 0 || kept.has(message.topic)) return null
  if (kept.count(room, to.kind) >= TOPICS[to.kind]) return 'full'
  return kept.messages >= BOUNDS.messages && kept.countAll(room) >= BOUNDS.messagesOfARoom ? 'full' : null
}

/**
 * Why a subscription is not granted; `null` where it is. Only a console asks for more
 * than one topic at once: for one sixteenth of its own answers at a time, and for its
 * receipts, by which it knows what another console of its workshop has said.
 *
 * @param granted what was granted in this connection before
 */
export function refuseFilter(role: Role, filter: string, granted: ReadonlySet<string>, kept: Kept): Refusal | null {
  const of = readTopic(filter)
  if (role.kind === 'console') {
    const room = roomOfMany(filter) ?? (of && of.kind !== 'join' && of.kind !== 'receipt' ? of.room : null)
    const isOwn = of?.kind === 'join' ? kept.ownerOf(filter) === role.room : room === role.room
    if (!isOwn) return 'not-allowed'
    return granted.has(filter) || granted.size < BOUNDS.consoleFilters ? null : 'full'
  }
  if (of?.kind !== 'receipt' && of?.kind !== 'join') return 'not-allowed'
  if (of.kind === 'receipt' && !kept.isRoom(of.room)) return 'no-such-room'
  const most = of.kind === 'join' ? BOUNDS.participantJoins : BOUNDS.participantReceipts
  const asked = [...granted].filter((one) => readTopic(one)?.kind === of.kind)
  return granted.has(filter) || asked.length < most ? null : 'full'
}
