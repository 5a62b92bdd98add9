import { sealIdentity } from './identity.ts'
import type { Workshop } from './workshop.ts'

/** Tells another check of the same leader where only a ledger of one is left, which names nobody. */
export const markOfLeader = ({ check }: Pick<Workshop, 'check'>, key: string): string =>
  sealIdentity(key, `leader:${check?.leader.toLowerCase() ?? ''}`)
