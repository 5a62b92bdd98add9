import { SMALLEST_GROUP } from '../disclosure/thresholds.ts'
import { NOTHING_COLLECTED } from '../workshop/collected.ts'
import type { KeptWorkshop } from '../workshop/workshop-file.ts'

/** The most people whom a check can be said to ask. */
export const MOST_EXPECTED = 1000

/** How many people are asked, as typed; `null` for anything but a whole number from five on. */
export function wholeNumberOf(text: string): number | null {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0
  return number >= SMALLEST_GROUP && number <= MOST_EXPECTED ? number : null
}

export interface CheckToMake {
  readonly id: string
  readonly questionnaire: { readonly id: string; readonly version: string }
  readonly language: string
  /** The name of its one level, in that language. */
  readonly level: string
  readonly leader: string
  /** Empty on the leader's own device. */
  readonly keeper: string
  readonly expected: number
  /** The leader's result code. */
  readonly code: string
  /** `null` where answers come as codes alone. */
  readonly live: {
    readonly publicKey: string
    readonly privateKey: string
    readonly relay: string
    readonly identityKey: string
  } | null
}

/** A check with nothing collected. */
export function makeCheck({
  id,
  questionnaire,
  language,
  level,
  leader,
  keeper,
  expected,
  code,
  live,
}: CheckToMake): KeptWorkshop {
  return {
    workshop: {
      id,
      name: leader,
      client: '',
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
      language,
      levels: [level],
      smallestGroup: SMALLEST_GROUP,
      rawExport: false,
      ...(live ? { live: { publicKey: live.publicKey, relay: live.relay } } : {}),
      check: { leader, keeper },
    },
    expected: [expected],
    collected: NOTHING_COLLECTED,
    snapshots: [],
    closed: false,
    ...(live ? { liveKey: live.privateKey, identityKey: live.identityKey } : {}),
    leader: { code: code.replaceAll('-', '') },
  }
}
