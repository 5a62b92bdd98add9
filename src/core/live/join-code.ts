import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { ALPHABET } from '../codes/alphabet.ts'
import { readBase64url } from '../codes/base64url.ts'
import { LONGEST_INVITATION } from '../workshop/invitation.ts'
import { asciiBytes, asciiText, joinBytes, sameBytes } from './bytes.ts'
import { drawBytes } from './draw-bytes.ts'
import { signsOf } from './topics.ts'
import { NAME_LENGTH } from '../workshop/live-room.ts'

/*
 * A code to type for those whose camera fails. From its ten symbols a slow hash gives
 * a topic and a key; the invitation lies there, sealed with that key. README.md beside
 * this file says what guessing would cost.
 */

/** scrypt (RFC 7914): 32 MiB and a third of a second, on a phone four times slower than a laptop over a second. */
const SLOW = { N: 2 ** 15, r: 8, p: 1 }

const SALT = 'ld1 join'
const MARK_SALT = 'ld1 mark'

/** The symbols of a mark, of five bits each: 30 bits. */
const MARK_SYMBOLS = 6
const TOPIC_BYTES = 17
const KEY_BYTES = 32
const VERSION = 1
const NONCE_BYTES = 24
const TAG_BYTES = 16

/** Invitations are filled up to a multiple of this, so that the length says little of them. */
const STEP = 256
const LENGTH_BYTES = 2

/** Relays take nothing longer. */
const LONGEST = 2048

const HEAD = 1 + KEY_BYTES + NONCE_BYTES

/** The longest invitation that can be had by a code, in characters. */
const LONGEST_LAID = Math.floor((LONGEST - HEAD - TAG_BYTES) / STEP) * STEP - LENGTH_BYTES

/** The place at the relay that a join code leads to. */
export interface JoinPlace {
  readonly topic: string
  readonly key: Uint8Array
  /** Says that whoever sealed knew the code: the relay, which does not, can lay nothing that opens. */
  readonly commitment: Uint8Array
}

/** Works out where a code leads: scrypt of its symbols, cut into topic, key and commitment. Takes a second on a phone. */
export async function placeOf(code: string): Promise<JoinPlace> {
  const length = TOPIC_BYTES + 2 * KEY_BYTES
  const bytes = await scryptAsync(asciiBytes(code), asciiBytes(SALT), { ...SLOW, dkLen: length })
  return {
    topic: `ld1/j/${signsOf(bytes.slice(0, TOPIC_BYTES), NAME_LENGTH)}`,
    key: bytes.slice(TOPIC_BYTES, TOPIC_BYTES + KEY_BYTES),
    commitment: bytes.slice(TOPIC_BYTES + KEY_BYTES),
  }
}

/**
 * The mark of a workshop's public key, as two groups of three symbols: on the wall and on
 * the phone it tells this workshop's invitation from one that somebody else, who has read
 * the code, has laid in its place. Takes a second on a phone.
 *
 * @param publicKey in base64url
 */
export async function joinMark(publicKey: string): Promise<string> {
  const key = Uint8Array.from(readBase64url(publicKey) ?? [])
  const bytes = await scryptAsync(key, asciiBytes(MARK_SALT), { ...SLOW, dkLen: MARK_SYMBOLS })
  const symbols = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length])
  return `${symbols.slice(0, 3).join('')} ${symbols.slice(3).join('')}`
}

/**
 * Seals the fragment of an invitation for whoever has the code.
 *
 * @param draw gives a whole number drawn at random, from 0 to below 2^30
 * @returns `null` where it is too long to lie at a relay
 */
export function sealInvitation(place: JoinPlace, fragment: string, draw: () => number): Uint8Array | null {
  if (fragment.length > LONGEST_LAID) return null
  const content = new Uint8Array(Math.ceil((LENGTH_BYTES + fragment.length) / STEP) * STEP)
  content.set([fragment.length >>> 8, fragment.length & 255])
  content.set(asciiBytes(fragment), LENGTH_BYTES)
  const nonce = drawBytes(NONCE_BYTES, draw)
  const sealed = xchacha20poly1305(place.key, nonce, place.commitment).encrypt(content)
  return joinBytes(Uint8Array.of(VERSION), place.commitment, nonce, sealed)
}

/** Opens what lies where a code leads; `null` for whatever was not sealed with the code. Never throws. */
export function openInvitation(place: JoinPlace, laid: Uint8Array): string | null {
  if (laid.length > LONGEST || laid.length <= HEAD + TAG_BYTES || laid[0] !== VERSION) return null
  if (!sameBytes(laid.slice(1, 1 + KEY_BYTES), place.commitment)) return null
  try {
    const nonce = laid.slice(1 + KEY_BYTES, HEAD)
    const content = xchacha20poly1305(place.key, nonce, place.commitment).decrypt(laid.slice(HEAD))
    const length = (content[0] ?? 0) * 256 + (content[1] ?? 0)
    if (length > LONGEST_INVITATION || LENGTH_BYTES + length > content.length) return null
    return asciiText(content.slice(LENGTH_BYTES, LENGTH_BYTES + length))
  } catch {
    return null
  }
}
