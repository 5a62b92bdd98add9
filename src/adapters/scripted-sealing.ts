import { AEAD_AES_128_GCM, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from '@panva/hpke-noble'
import type { Sealing } from '../core/live/sealing.ts'
import { hpkeSealing } from './hpke-sealing.ts'

/** Seals by a library in JavaScript alone: on a page without encryption, browsers lend no cryptography of their own. */
export const scriptedSealing = (): Sealing =>
  hpkeSealing({ kem: KEM_DHKEM_X25519_HKDF_SHA256, kdf: KDF_HKDF_SHA256, aead: AEAD_AES_128_GCM })
