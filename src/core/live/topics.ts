import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { isTag, NAME_LENGTH, SIGNS } from '../workshop/live-room.ts'
import { asciiBytes } from './bytes.ts'

const SHARDS = '0123456789abcdef'

/** Base 32 of the first bits, so many signs of five each. */
export function signsOf(bytes: Uint8Array, amount: number): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: amount }, (_, at) => SIGNS[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)]).join('')
}

const derived = (secret: Uint8Array, label: string, length: number) =>
  hkdf(sha256, secret, undefined, asciiBytes(label), length)

/**
 * The name of a room at the relay, which nobody can guess without its invitation:
 * HKDF-SHA256 (RFC 5869) of its public key.
 */
export const roomOf = (publicKey: Uint8Array): string => signsOf(derived(publicKey, 'ld1 topic', 17), NAME_LENGTH)

/** The word by which a console proves that a room is its own, derived from the private key: 32 bytes. */
export const claimOf = (privateKey: Uint8Array): Uint8Array => derived(privateKey, 'ld1 claim', 32)

/** The shard of a tag, one of sixteen: no relay is asked for all that it keeps of a room at once. */
const shardOf = (tag: string): string => SHARDS[(sha256(asciiBytes(tag))[0] ?? 0) % SHARDS.length] ?? '0'

/** Where a participant's envelope lies. */
export const envelopeTopic = (room: string, tag: string): string => `ld1/${room}/r/${shardOf(tag)}/${tag}`

/** Where the receipt for a participant lies. */
export const receiptTopic = (room: string, tag: string): string => `ld1/${room}/a/${tag}`

/** All of a room's receipts. */
export const receiptTopics = (room: string): string => `ld1/${room}/a/+`

/** Where the room's ledger lies. */
export const ledgerTopic = (room: string): string => `ld1/${room}/l`

/** All of a room's envelopes, shard by shard. */
export const shardTopics = (room: string): readonly string[] =>
  Array.from(SHARDS, (shard) => `ld1/${room}/r/${shard}/+`)

/** The tag in the topic of an envelope of this room; `null` for any other topic. Trusts nothing. */
export function tagIn(topic: string, room: string): string | null {
  const tag = topic.slice(topic.lastIndexOf('/') + 1)
  return isTag(tag) && topic === envelopeTopic(room, tag) ? tag : null
}
