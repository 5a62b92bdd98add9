import { arrivingCrowd } from '../../core/workshop/crowds.ts'
import type { Outcome } from '../../core/workshop/outcome.ts'
import type { PeopleRules } from '../../core/workshop/people.ts'
import type { CollectSetting } from '../../core/workshop/setting.ts'
import { takeInAll, type TakenIn } from '../../core/workshop/take-in.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'

type Taken = Pick<TakenIn, 'outcomes' | 'table' | 'draft'>

const isThere = ({ outcome }: Outcome) => ['already-there', 'older', 'taken-out'].includes(outcome)

const CLOSED: Pick<TakenIn, 'outcomes' | 'table'> = {
  outcomes: [{ line: 1, excerpt: '', outcome: 'closed' }],
  table: null,
}

/** The outcomes of several texts, each with the number of its text as its line. */
export const numbered = (taken: readonly Pick<TakenIn, 'outcomes'>[], first: number): readonly Outcome[] =>
  taken.flatMap(({ outcomes }, index) => outcomes.map((outcome) => ({ ...outcome, line: first + index })))

/** Takes in what a source delivered. After closing nothing is; what was in before is said to be, whatever came since. */
export function takeArrivals(
  kept: KeptWorkshop,
  texts: readonly string[],
  setting: CollectSetting,
  nextId: () => string,
  rules: PeopleRules,
): { readonly collected: KeptWorkshop['collected']; readonly taken: readonly Taken[] } {
  const crowd = kept.workshop.live ? arrivingCrowd(kept) : null
  const own = crowd === null ? rules : { ...rules, crowd }
  const { collected, taken } = takeInAll(kept.collected, texts, setting, nextId, own)
  if (!kept.closed) return { collected, taken }
  return { collected: kept.collected, taken: taken.map((one) => (one.outcomes.every(isThere) ? one : CLOSED)) }
}
