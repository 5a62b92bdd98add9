import { KEY_LENGTH, SUITE } from '../workshop/live-room.ts'
import { asciiBytes, asciiText, joinBytes } from './bytes.ts'
import type { Opened, RoomKeys, Sealing } from './sealing.ts'

/*
 * A hand-over code, sealed for the console of one room: version, suite, the
 * encapsulated key, and the ciphertext of kind, length, code and zeros. README.md
 * beside this file describes it byte by byte.
 */

export const ENVELOPE_VERSION = 1

const TAG_LENGTH = 16
const HAND_OVER = 1

/** Contents are filled up to a multiple of this, so that the length says nothing of the answers. */
const STEP = 128

/** Relays take no envelope that is longer. */
export const LONGEST_ENVELOPE = 1024

const HEAD = 2
const LENGTH_BYTES = 2
const LONGEST_CODE = LONGEST_ENVELOPE - HEAD - KEY_LENGTH - TAG_LENGTH - STEP

const CONTEXT = asciiBytes('ld1 receipt')

const infoOf = (publicKey: Uint8Array) => joinBytes(asciiBytes('ld1 hand-over'), publicKey)

/** Kind, length, code, and zeros to the next step. */
function contentOf(code: string): Uint8Array {
  if (code.length > LONGEST_CODE || !BARE_CODE.test(code)) throw new RangeError('this is no hand-over code')
  const used = 1 + LENGTH_BYTES + code.length
  const content = new Uint8Array(Math.ceil(used / STEP) * STEP)
  content.set([HAND_OVER, code.length >>> 8, code.length & 255])
  content.set(asciiBytes(code), 1 + LENGTH_BYTES)
  return content
}

/** A hand-over code of the latest format as it is sealed, without hyphens: nothing else is taken in from a relay. */
const BARE_CODE = /^3[0-9A-HJKMNP-TV-Z]+$/

/** The code in what an envelope held; `null` for anything that `contentOf` does not write. */
function codeIn(content: Uint8Array): string | null {
  const [kind, high = 0, low = 0] = content
  const from = 1 + LENGTH_BYTES
  const length = high * 256 + low
  if (kind !== HAND_OVER || from + length > content.length || content.length % STEP !== 0) return null
  if (content.slice(from + length).some((byte) => byte !== 0)) return null
  const text = asciiText(content.slice(from, from + length))
  return text !== null && BARE_CODE.test(text) ? text : null
}

export interface SealedCode {
  readonly envelope: Uint8Array
  /** Known to whoever sealed the envelope and to whoever opens it: receipts are made with it. */
  readonly receiptKey: Uint8Array
}

/**
 * Seals a hand-over code for the owner of a public key. It opens at this topic
 * alone, and no two envelopes of one code are alike.
 *
 * @throws RangeError for a code that is longer than any, or with signs that no code has.
 */
export async function sealCode(
  sealing: Sealing,
  publicKey: Uint8Array,
  topic: string,
  code: string,
): Promise<SealedCode> {
  const { encapsulated, ciphertext, exported } = await sealing.seal(publicKey, {
    info: infoOf(publicKey),
    aad: asciiBytes(topic),
    context: CONTEXT,
    content: contentOf(code),
  })
  return { envelope: joinBytes(Uint8Array.of(ENVELOPE_VERSION, SUITE), encapsulated, ciphertext), receiptKey: exported }
}

export interface OpenedCode {
  readonly code: string
  readonly receiptKey: Uint8Array
}

/** Opens an envelope that lay at a topic; `null` for whatever was not sealed for this key and topic. Never throws. */
export async function openEnvelope(
  sealing: Sealing,
  keys: RoomKeys,
  topic: string,
  envelope: Uint8Array,
): Promise<OpenedCode | null> {
  if (envelope.length > LONGEST_ENVELOPE || envelope.length <= HEAD + KEY_LENGTH + TAG_LENGTH) return null
  if (envelope[0] !== ENVELOPE_VERSION || envelope[1] !== SUITE) return null
  const opened: Opened | null = await sealing.open(keys, {
    encapsulated: envelope.slice(HEAD, HEAD + KEY_LENGTH),
    ciphertext: envelope.slice(HEAD + KEY_LENGTH),
    info: infoOf(keys.publicKey),
    aad: asciiBytes(topic),
    context: CONTEXT,
  })
  const code = opened && codeIn(opened.content)
  return opened && code !== null ? { code, receiptKey: opened.exported } : null
}
