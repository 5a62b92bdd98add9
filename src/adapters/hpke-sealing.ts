import { CipherSuite, type KeyPair, type AEADFactory, type KDFFactory, type KEMFactory } from 'hpke'
import type { RoomKeys, Sealing } from '../core/live/sealing.ts'

const EXPORTED = 32

/** The three algorithms of the live room's suite, from one implementation. */
export interface SuiteParts {
  readonly kem: KEMFactory
  readonly kdf: KDFFactory
  readonly aead: AEADFactory
}

/** HPKE (RFC 9180) by an implementation of its parts. */
export function hpkeSealing({ kem, kdf, aead }: SuiteParts): Sealing {
  const suite = new CipherSuite(kem, kdf, aead)
  /** Keys as the implementation has them: a console opens thousands of envelopes with one pair. */
  const pairs = new WeakMap<RoomKeys, Promise<KeyPair>>()
  const pairOf = (keys: RoomKeys): Promise<KeyPair> => {
    const known = pairs.get(keys)
    if (known) return known
    const reading = Promise.all([
      suite.DeserializePublicKey(keys.publicKey),
      suite.DeserializePrivateKey(keys.privateKey, false),
    ]).then(([publicKey, privateKey]) => ({ publicKey, privateKey }))
    pairs.set(keys, reading)
    return reading
  }
  return {
    async drawKeys(): Promise<RoomKeys> {
      const pair = await suite.GenerateKeyPair(true)
      const [publicKey, privateKey] = await Promise.all([
        suite.SerializePublicKey(pair.publicKey),
        suite.SerializePrivateKey(pair.privateKey),
      ])
      return { publicKey, privateKey }
    },
    async seal(publicKey, { info, aad, context, content }) {
      const key = await suite.DeserializePublicKey(publicKey)
      const { encapsulatedSecret, ctx } = await suite.SetupSender(key, { info })
      const ciphertext = await ctx.Seal(content, aad)
      return { encapsulated: encapsulatedSecret, ciphertext, exported: await ctx.Export(context, EXPORTED) }
    },
    async open(keys, { encapsulated, ciphertext, info, aad, context }) {
      try {
        const opening = await suite.SetupRecipient(await pairOf(keys), encapsulated, { info })
        const content = await opening.Open(ciphertext, aad)
        return { content, exported: await opening.Export(context, EXPORTED) }
      } catch {
        return null
      }
    },
  }
}
