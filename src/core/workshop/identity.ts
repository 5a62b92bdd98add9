import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { workshopIdOf } from '../codes/workshop-id.ts'

/** Declared here because `core` compiles without the DOM's types; every browser and Node have it. */
declare class TextEncoder {
  encode(text: string): Uint8Array
}

/** How many symbols of thirty random bits a key has: 150 bits. */
const KEY_PARTS = 5

const SYMBOLS = 6

/** Whether a text can be a workshop's key. */
export const isIdentityKey = (text: string): boolean =>
  new RegExp(`^[0-9A-HJKMNP-TV-Z]{${KEY_PARTS * SYMBOLS}}$`).test(text)

/**
 * A key for the identities in one workshop.
 *
 * @param draw a whole number drawn at random, from 0 to below 2^30
 */
export const drawIdentityKey = (draw: () => number): string =>
  Array.from({ length: KEY_PARTS }, () => workshopIdOf(draw())).join('')

/** 128 bits, as hexadecimal digits. */
const DIGITS = 32

/** The state of an HMAC after its key, which is the same for all identities of a workshop. */
let keyed: { readonly key: string; readonly start: ReturnType<typeof hmac.create> } | null = null

/**
 * An identity as it is kept: an HMAC (RFC 2104, SHA-256) under the workshop's key,
 * so that a person is known again and the file of a workshop names nobody to
 * whoever lacks the key; two workshops keep one person under two identities.
 */
export function sealIdentity(key: string, identity: string): string {
  const encoder = new TextEncoder()
  if (keyed?.key !== key) keyed = { key, start: hmac.create(sha256, encoder.encode(key)) }
  return bytesToHex(keyed.start.clone().update(encoder.encode(identity)).digest()).slice(0, DIGITS)
}

/** A tombstone, as `sealIdentity` makes it. */
export const SEALED = /^[0-9a-f]{32}$/

/** Sealed identities of one person as they are kept: each behind its kind, with spaces between. */
export const SEALED_PERSONS = /^[a-z]{1,12}:[0-9a-f]{32}( [a-z]{1,12}:[0-9a-f]{32}){0,7}$/

/** The sealed number of a response, behind that of its survey from the second survey on. */
export const SEALED_RECORD = /^([1-9][0-9]{0,2}:)?[0-9a-f]{32}$/

/** The survey of a sealed number, counted from 0. Surveys may all number from 1. */
export const surveyOf = (record: string): number => Number(/^(\d+):/.exec(record)?.[1] ?? 0)

/** A sealed number as one of a survey's. */
export const recordIn = (survey: number, sealed: string): string => (survey === 0 ? sealed : `${survey}:${sealed}`)
