import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { deflateSync, inflateSync } from 'fflate'
import { readUtf8, writeUtf8 } from '../codes/utf-8.ts'
import { asciiBytes, joinBytes } from './bytes.ts'
import { drawBytes } from './draw-bytes.ts'

/*
 * The record of a workshop's views, as it lies at the relay for whoever has the workshop's
 * file on another device: sealed with a key that only the private key gives.
 */

const VERSION = 1
const NONCE_BYTES = 24
const HEAD = 1 + NONCE_BYTES

/** Relays take nothing longer. */
const LONGEST = 500_000

/** Far above what a ledger of that length holds unpacked. */
const LONGEST_TEXT = 16 * 1024 * 1024

const LABEL = asciiBytes('ld1 ledger')

const keyOf = (privateKey: Uint8Array) => hkdf(sha256, privateKey, undefined, LABEL, 32)

/**
 * @param draw gives a whole number drawn at random, from 0 to below 2^30
 * @returns `null` where it is too long to lie at a relay: of more than some 12,000 people in all views
 */
export function sealLedger(privateKey: Uint8Array, text: string, draw: () => number): Uint8Array | null {
  const nonce = drawBytes(NONCE_BYTES, draw)
  const packed = deflateSync(Uint8Array.from(writeUtf8(text)))
  const sealed = xchacha20poly1305(keyOf(privateKey), nonce, LABEL).encrypt(packed)
  return HEAD + sealed.length > LONGEST ? null : joinBytes(Uint8Array.of(VERSION), nonce, sealed)
}

/** The text of a ledger; `null` for whatever was not sealed with this workshop's key. Never throws. */
export function openLedger(privateKey: Uint8Array, laid: Uint8Array): string | null {
  if (laid.length > LONGEST || laid.length <= HEAD || laid[0] !== VERSION) return null
  try {
    const nonce = laid.slice(1, HEAD)
    const packed = xchacha20poly1305(keyOf(privateKey), nonce, LABEL).decrypt(laid.slice(HEAD))
    // Only somebody with the key can seal one, and could do worse than fill this device's memory.
    const bytes = inflateSync(packed)
    return bytes.length > LONGEST_TEXT ? null : readUtf8([...bytes])
  } catch {
    return null
  }
}
