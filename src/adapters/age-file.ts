import { Decrypter, Encrypter } from 'age-encryption'

/** Two systems may type the same letter as one character or as two. */
const typed = (passphrase: string) => passphrase.normalize('NFC')

/** Locks bytes with a passphrase, in the format of age. Takes a second or two, on purpose: so does every guess. */
export async function lockBytes(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(typed(passphrase))
  return encrypter.encrypt(bytes)
}

/** Opens what `lockBytes` or another program locked. `null` where the passphrase is another, or the bytes are damaged. */
export async function unlockBytes(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(typed(passphrase))
  try {
    return await decrypter.decrypt(bytes)
  } catch {
    return null
  }
}
