import { AEAD_AES_128_GCM, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke'
import type { Sealing } from '../core/live/sealing.ts'
import { hpkeSealing } from './hpke-sealing.ts'

/** Whether the browser itself can do what the suite needs: not on a page without encryption, nor in older browsers. */
async function hasOwn({ subtle }: Crypto): Promise<boolean> {
  try {
    await subtle.generateKey({ name: 'X25519' }, false, ['deriveBits'])
    return true
  } catch {
    return false
  }
}

/** Seals by the browser's own cryptography, or where it has none by a library that is loaded then. */
export async function browserSealing(crypto: Crypto): Promise<Sealing> {
  if (await hasOwn(crypto))
    return hpkeSealing({ kem: KEM_DHKEM_X25519_HKDF_SHA256, kdf: KDF_HKDF_SHA256, aead: AEAD_AES_128_GCM })
  const { scriptedSealing } = await import('./scripted-sealing.ts')
  return scriptedSealing()
}
