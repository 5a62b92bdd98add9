import { readBase64url } from '../codes/base64url.ts'

/** What a workshop that collects live tells its participants. */
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
