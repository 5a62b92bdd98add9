import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { RANDOM_NUMBERS } from '../codes/workshop-id.ts'
import { LAST_REVISION, type Handed } from '../codes/hand-over-code.ts'
import { asciiBytes, joinBytes } from './bytes.ts'
import { drawBytes } from './draw-bytes.ts'

/*
 * The note that a closed console leaves in the place of answers that it refused: whose
 * they were, and by which key they are answered, and nothing of the answers. Another
 * console of the workshop may have counted them and ended before it could say so. It is
 * sealed with a key that only the private key gives, for the topic where it lies.
 */

/** Envelopes, which lie at the same topics, have another. */
const VERSION = 2
const NONCE_BYTES = 24
const HEAD = 1 + NONCE_BYTES
const KEY_BYTES = 32
/** Four of the participant number, and one of the revision. */
const HANDED_BYTES = 5
const TAG_BYTES = 16
const LENGTH = HEAD + KEY_BYTES + HANDED_BYTES + TAG_BYTES

export interface Refused extends Handed {
  readonly receiptKey: Uint8Array
}

const keyOf = (privateKey: Uint8Array) => hkdf(sha256, privateKey, undefined, asciiBytes('ld1 refused'), 32)

/** @param draw gives a whole number drawn at random, from 0 to below 2^30 */
export function sealRefused(
  privateKey: Uint8Array,
  topic: string,
  { receiptKey, participant, revision }: Refused,
  draw: () => number,
): Uint8Array {
  const content = new Uint8Array(KEY_BYTES + HANDED_BYTES)
  content.set(receiptKey)
  const view = new DataView(content.buffer, KEY_BYTES)
  view.setUint32(0, participant)
  view.setUint8(4, Math.min(revision, LAST_REVISION))
  const nonce = drawBytes(NONCE_BYTES, draw)
  const sealed = xchacha20poly1305(keyOf(privateKey), nonce, asciiBytes(topic)).encrypt(content)
  return joinBytes(Uint8Array.of(VERSION), nonce, sealed)
}

/** Opens a console's refusal at a topic; `null` for anything that this workshop's key does not open. Never throws. */
export function openRefused(privateKey: Uint8Array, topic: string, laid: Uint8Array): Refused | null {
  if (laid.length !== LENGTH || laid[0] !== VERSION) return null
  try {
    const cipher = xchacha20poly1305(keyOf(privateKey), laid.slice(1, HEAD), asciiBytes(topic))
    const content = cipher.decrypt(laid.slice(HEAD))
    const view = new DataView(content.buffer, content.byteOffset + KEY_BYTES)
    const participant = view.getUint32(0)
    if (participant >= RANDOM_NUMBERS) return null
    return { receiptKey: content.slice(0, KEY_BYTES), participant, revision: view.getUint8(4) }
  } catch {
    return null
  }
}
