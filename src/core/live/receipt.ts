import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Fate } from '../workshop/outcome.ts'
import { RECEIPT_OUTCOMES, type ReceiptOutcome } from '../workshop/sent-code.ts'
import { asciiBytes, joinBytes, sameBytes } from './bytes.ts'

const VERSION = 1
const HEAD = 2

/** The MAC is that of SHA-256, whole. */
const RECEIPT_LENGTH = HEAD + 32

/** Only who opened the envelope has its key, so nobody else can write a receipt that is believed. */
const macOf = (key: Uint8Array, head: Uint8Array, topic: string) =>
  hmac(sha256, key, joinBytes(asciiBytes('ld1 receipt\n'), head, asciiBytes(topic)))

/** The answer to an envelope, to be laid at the receipt's topic. */
export function writeReceipt(key: Uint8Array, topic: string, outcome: ReceiptOutcome): Uint8Array {
  const head = Uint8Array.of(VERSION, RECEIPT_OUTCOMES.indexOf(outcome))
  return joinBytes(head, macOf(key, head, topic))
}

/** Reads the answer to an envelope; `null` for anything else: a forged one, or one to an earlier envelope. Never throws. */
export function readReceipt(key: Uint8Array, topic: string, bytes: Uint8Array): ReceiptOutcome | null {
  if (bytes.length !== RECEIPT_LENGTH) return null
  const head = bytes.slice(0, HEAD)
  if (head[0] !== VERSION || !sameBytes(bytes.slice(HEAD), macOf(key, head, topic))) return null
  return RECEIPT_OUTCOMES[head[1] ?? RECEIPT_OUTCOMES.length] ?? null
}

const OF_FATES: Readonly<Partial<Record<Fate['outcome'], ReceiptOutcome>>> = {
  taken: 'counted',
  replaced: 'counted',
  'already-there': 'counted',
  'same-again': 'counted',
  older: 'older',
  closed: 'closed',
  'taken-out': 'taken-out',
  full: 'full',
  'may-be-same': 'not-counted',
  'other-workshop': 'other-terms',
  'other-questionnaire': 'other-terms',
  'other-version': 'other-terms',
  'other-promises': 'other-terms',
  'other-levels': 'other-terms',
}

/** Whether an outcome is of a console that collects or keeps no more, while another may have counted the answers. */
export const isRefusal = (outcome: ReceiptOutcome): boolean => !['counted', 'older', 'taken-out'].includes(outcome)

/** The outcome to tell a participant about the fate of their code; `null` where nothing can be said yet. */
export const receiptOutcomeOf = (fate: Fate['outcome']): ReceiptOutcome | null => OF_FATES[fate] ?? null
