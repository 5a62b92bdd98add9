import { CipherSuite, type AEADFactory, type KDFFactory, type KEMFactory } from 'hpke'
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
    async open(privateKey, { encapsulated, ciphertext, info, aad, context }) {
      try {
        // The public key, which is part of what is derived, is worked out of it.
        const key = await suite.DeserializePrivateKey(privateKey, true)
        const opening = await suite.SetupRecipient(key, encapsulated, { info })
        const content = await opening.Open(ciphertext, aad)
        return { content, exported: await opening.Export(context, EXPORTED) }
      } catch {
        return null
      }
    },
  }
}
