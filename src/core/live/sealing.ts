/** A sealed content: HPKE's encapsulated key and ciphertext. */
interface Sealed {
  /** The encapsulated key, 32 bytes. */
  readonly encapsulated: Uint8Array
  /** The content and a tag of 16 bytes. */
  readonly ciphertext: Uint8Array
}

interface Bound {
  /** Names the protocol and the recipient. */
  readonly info: Uint8Array
  /** Authenticated with the content, and not sent. */
  readonly aad: Uint8Array
  /** The purpose of the exported secret, as HPKE's exporter context. */
  readonly context: Uint8Array
}

export interface Opened {
  readonly content: Uint8Array
  /** A secret of 32 bytes that both sides know, and nobody else. */
  readonly exported: Uint8Array
}

export interface RoomKeys {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

/**
 * Seals for the owner of a key pair, and opens. HPKE (RFC 9180) in base mode, with
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM.
 */
export interface Sealing {
  /** A new key pair, each key 32 bytes. */
  drawKeys(): Promise<RoomKeys>
  seal(
    publicKey: Uint8Array,
    what: Bound & { readonly content: Uint8Array },
  ): Promise<Sealed & Pick<Opened, 'exported'>>
  /** `null` for whatever was not sealed for these keys, or has been changed. Never rejects. */
  open(keys: RoomKeys, what: Bound & Sealed): Promise<Opened | null>
}
