import { readBase64url } from '../codes/base64url.ts'

/** The key and the relay that a workshop which collects live names to its participants. */
export interface LiveRoom {
  /** The key that answers are sealed for: 32 bytes in base64url. */
  readonly publicKey: string
  /** The address of the relay, "wss://…"; empty for the one that the participant's page itself comes with. */
  readonly relay: string
}

/** The suite that answers are sealed with: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
export const SUITE = 1

/** Of a public or private key, in bytes. */
export const KEY_LENGTH = 32

export const isKey = (text: string): boolean => readBase64url(text)?.length === KEY_LENGTH

/** In characters. */
const LONGEST_RELAY = 200
const RELAY = /^wss?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(\/[\w./-]*)?$/

/** Whether a text can be the address of a relay. Which ones are used is decided where the site is built. */
export const isRelay = (text: string): boolean => text === '' || (text.length <= LONGEST_RELAY && RELAY.test(text))

export const isLiveRoom = ({ publicKey, relay }: LiveRoom): boolean => isKey(publicKey) && isRelay(relay)

/** The length of a room's name at the relay, and of a participant's: 130 bits. */
export const NAME_LENGTH = 26

const NAME = new RegExp(`^[a-z2-7]{${NAME_LENGTH}}$`)

/** Whether a text can be a participant's name at the relay. */
export const isTag = (text: string): boolean => NAME.test(text)

/** RFC 4648's base 32 in lower case, which every relay takes in a topic. */
export const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * A participant's name at the relay, drawn once for each device and workshop and
 * apart from the participant number: the relay's log says nothing of who is who in
 * a table.
 *
 * @param draw gives a whole number drawn at random, from 0 to below 2^30
 */
export function drawTag(draw: () => number): string {
  let tag = ''
  while (tag.length < NAME_LENGTH) {
    let number = draw()
    for (let sign = 0; sign < 6; sign++) {
      tag += SIGNS[number % 32]
      number = Math.floor(number / 32)
    }
  }
  return tag.slice(0, NAME_LENGTH)
}
