/**
 * The fates of answers that arrived, in the order of their numbers in a receipt: they
 * count; later ones of the same person do; collection was closed; they were given under
 * other promises or to another workshop; they were taken out; the workshop can hold no
 * more; they may be of somebody whose answers came in another way.
 */
export const RECEIPT_OUTCOMES = [
  'counted',
  'older',
  'closed',
  'other-terms',
  'taken-out',
  'full',
  'not-counted',
] as const

export type ReceiptOutcome = (typeof RECEIPT_OUTCOMES)[number]

/** How long nothing is said of a relay that does not answer, in milliseconds. */
export const PATIENCE = 20_000

/** A code that was sealed for handing over, as it is kept on the participant's device. */
export interface SentCode {
  /** Identifies what was handed over. */
  readonly mark: string
  /** In base64url. */
  readonly envelope: string
  /** The key by which its receipt is known: 32 bytes in base64url. */
  readonly receiptKey: string
  /** The day it was sealed, as 2026-11-22. */
  readonly sentOn: string
  /** The answer of the facilitator's device; `null` before. */
  readonly outcome: ReceiptOutcome | null
}
