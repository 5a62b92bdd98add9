import { areAlike } from '../files/look-alike.ts'
import { dayNumber } from '../response/day-number.ts'
import { isoDay } from '../response/numbered-day.ts'
import { decideSnapshot } from '../room/decide-snapshot.ts'
import type { SnapshotDecision } from '../disclosure/next-snapshot.ts'
import { isCheck } from '../workshop/check-terms.ts'
import { markOfLeader } from '../workshop/leader-mark.ts'
import { isSimulated } from '../workshop/simulated.ts'
import type { KeptWorkshop } from '../workshop/workshop-file.ts'
import type { Workshop } from '../workshop/workshop.ts'

/**
 * How many days lie between what two checks of one leader and questionnaire show. METHOD
 * 16: people have a number of their own in each, so nobody can tell who is in both, and no
 * rule can look at both.
 */
export const DAYS_BETWEEN = 28

interface Own extends Pick<Workshop, 'id' | 'check' | 'questionnaire'> {
  /** The code of the leader's own answers, where it is known. */
  readonly code?: string | undefined
}

/**
 * Names are typed, and the same leader may be named in two ways: whoever keeps their own
 * check on a device is one leader there, and so is whoever has the same answers.
 */
function isOfLeader({ workshop, leader, identityKey }: KeptWorkshop, own: Own): boolean {
  if (!own.check || !workshop.check || workshop.questionnaire.id !== own.questionnaire.id) return false
  if (own.check.keeper === '' && workshop.check.keeper === '') return true
  if (leader && 'mark' in leader) return identityKey !== undefined && leader.mark === markOfLeader(own, identityKey)
  return areAlike(workshop.check.leader, own.check.leader) || (own.code !== undefined && leader?.code === own.code)
}

/** Every other check of the same leader and questionnaire, ledgers of deleted ones among them. */
export const checksBeside = (own: Own, all: readonly KeptWorkshop[]): readonly KeptWorkshop[] =>
  all.filter(
    (other) =>
      isCheck(other.workshop) && other.workshop.id !== own.id && !isSimulated(other.workshop) && isOfLeader(other, own),
  )

/**
 * The first day on which this check may show something, as 2026-12-28, beside what others
 * of the same leader have shown; `null` where it may today. Never throws.
 *
 * @param all the checks on this device, and the ledgers of deleted ones
 */
export function waitsUntil(own: Own, all: readonly KeptWorkshop[], today: string): string | null {
  const now = dayNumber(today) ?? 0
  const shown = checksBeside(own, all).flatMap(({ snapshots }) =>
    snapshots.map(({ takenOn }) => dayNumber(takenOn) ?? 0),
  )
  const free = Math.max(0, ...shown.map((day) => day + DAYS_BETWEEN))
  return free > now ? isoDay(free) : null
}

/** The check of the same leader that has shown something last and is still there; `null` for none. */
export const shownBeside = (own: Own, all: readonly KeptWorkshop[]): KeptWorkshop | null => {
  const lastShown = ({ snapshots }: KeptWorkshop) => snapshots.at(-1)?.takenOn ?? ''
  const shown = checksBeside(own, all).filter((other) => !other.deleted && lastShown(other) !== '')
  return shown.toSorted((one, other) => (lastShown(one) < lastShown(other) ? 1 : -1))[0] ?? null
}

/** The check that is still collecting for the same leader and questionnaire; `null` for none. */
export const collectingBeside = (own: Own, all: readonly KeptWorkshop[]): KeptWorkshop | null =>
  checksBeside(own, all).find(({ closed, deleted }) => !closed && !deleted) ?? null

export type CheckDecision = SnapshotDecision | { readonly ok: false; readonly why: 'too-soon'; readonly until: string }

/** Whether a check may show what it has collected. Never throws. */
export function decideCheck(kept: KeptWorkshop, all: readonly KeptWorkshop[], today: string): CheckDecision {
  const code = kept.leader && 'code' in kept.leader ? kept.leader.code : undefined
  const until = waitsUntil({ ...kept.workshop, code }, all, today)
  return until === null ? decideSnapshot(kept) : { ok: false, why: 'too-soon', until }
}
