import type { RuleOf } from '../findings/conditions/outcome.ts'

/**
 * Bends towards a whole rule: first the conditions of `none`, since those of `all`
 * may restore some of the answers that they bend; of `any`, one for each attempt in
 * turn.
 *
 * @param attempt from 0
 */
export function bendTo<Condition>(
  { all = [], any = [], none = [] }: RuleOf<Condition>,
  attempt: number,
  bend: (condition: Condition, holds: boolean) => void,
): void {
  for (const condition of none) bend(condition, false)
  for (const condition of all) bend(condition, true)
  const one = any[attempt % (any.length || 1)]
  if (one !== undefined) bend(one, true)
}
