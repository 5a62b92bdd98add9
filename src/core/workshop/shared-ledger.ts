import { ledgerOf } from './ledger.ts'
import { keepOut } from './taken-out.ts'
import { withViewsOf } from './united-views.ts'
import { readWorkshopFile, writeWorkshopFile, type KeptWorkshop } from './workshop-file.ts'

/*
 * The ledger that several consoles of one workshop share: which views were shown, and
 * whose answers were taken out. There is no name, answer, figure or key to answers in
 * it, but for the key by which its tombstones are known.
 */

/** A workshop's views and tombstones, as a text for its other consoles; `null` where it has none. Never throws. */
export function writeSharedLedger(kept: KeptWorkshop): string | null {
  const { identityKey } = kept
  const ledger = identityKey === undefined ? null : ledgerOf(kept, identityKey)
  if (!ledger) return null
  const { fingerprint: _file, ...questionnaire } = ledger.workshop.questionnaire
  return [...writeWorkshopFile({ ...ledger, workshop: { ...ledger.workshop, questionnaire } })].join('')
}

const sizeOf = ({ snapshots, takenOut = [] }: Pick<KeptWorkshop, 'snapshots' | 'takenOut'>) =>
  snapshots.length + takenOut.length

/** A workshop bound by what another console of it has told. */
export interface BoundByOther {
  readonly kept: KeptWorkshop
  /** Whether that console lacks something that is known here. */
  readonly knowsMore: boolean
}

/**
 * Binds a workshop by what another console has written: views that it lacks are added,
 * and what was taken out there is taken out here.
 *
 * @returns `null` for anything that is no ledger of this workshop. Never throws.
 */
export function bindBySharedLedger(kept: KeptWorkshop, text: string): BoundByOther | null {
  const read = readWorkshopFile(text)
  if (!read.ok || read.kept.workshop.id !== kept.workshop.id) return null
  const back = new Set(kept.letBack)
  const { takenOut = [], ...rest } = read.kept
  // A response that was let back here stays in, also where another console does not know of it.
  const ledger: KeptWorkshop = { ...rest, takenOut: takenOut.filter((stone) => !back.has(stone)) }
  const { identityKey } = ledger
  if (identityKey === undefined || identityKey !== (kept.identityKey ?? identityKey)) return null
  const bound = withViewsOf(ledger, keepOut(ledger, kept), identityKey)
  const isNew = sizeOf(bound) > sizeOf(kept) || bound.collected.entries.length < kept.collected.entries.length
  return { kept: isNew ? bound : kept, knowsMore: sizeOf(bound) > sizeOf(ledger) }
}
