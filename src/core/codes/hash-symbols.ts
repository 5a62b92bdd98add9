import { sha256 } from '@noble/hashes/sha2.js'
import { ALPHABET } from './alphabet.ts'
import { writeUtf8 } from './utf-8.ts'

/** So many symbols, of five bits each, from the beginning of the SHA-256 (FIPS 180-4) of a text in UTF-8. */
export function hashSymbols(text: string, amount: number): string {
  const bits = Array.from(sha256(Uint8Array.from(writeUtf8(text))), (byte) => byte.toString(2).padStart(8, '0'))
  const digits = bits.join('').match(/.{5}/g) ?? []
  return digits
    .slice(0, amount)
    .map((five) => ALPHABET[Number.parseInt(five, 2)])
    .join('')
}
