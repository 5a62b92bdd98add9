import { allOf, anyOf, atLeast, negate, type Known } from '../../logic/three-valued.ts'
import type { Interval } from '../../statistics/interval.ts'

/** The outcome of testing a condition: whether it holds, and the items it rests on. */
export interface Outcome {
  readonly known: Known
  readonly items: readonly string[]
}

/** The outcome of a condition that rests on no single items. */
export const plain = (known: Known): Outcome => ({ known, items: [] })

/** At least `minimum` items pass; the outcome rests on those that do. */
export function overItems(items: readonly string[], minimum: number, test: (item: string) => Known): Outcome {
  const known = items.map(test)
  return { known: atLeast(known, minimum), items: items.filter((_, index) => known[index] === true) }
}

/** Whether a value between two limits is at least `limit`. */
export function reaches(value: Interval | null, limit: number): Known {
  if (value === null) return null
  return value.low >= limit ? true : value.high < limit ? false : null
}

/** A share computed from whole numbers of people may miss a limit by a rounding error. */
const ROUNDING = 1e-9

export const reachesShare = (value: Interval | null, share: number): Known => reaches(value, share - ROUNDING)

export interface RuleOf<Condition> {
  readonly all?: readonly Condition[] | undefined
  readonly any?: readonly Condition[] | undefined
  readonly none?: readonly Condition[] | undefined
}

/** Whether a rule holds, and the outcomes of those of its conditions that can support it. */
export interface RuleOutcome {
  readonly known: Known
  readonly outcomes: readonly Outcome[]
}

/** All of these, at least one of those, none of these, in three values. An empty rule is true. */
export function testRule<Condition>(rule: RuleOf<Condition>, test: (condition: Condition) => Outcome): RuleOutcome {
  const all = (rule.all ?? []).map(test)
  const any = (rule.any ?? []).map(test)
  const known = (outcomes: readonly Outcome[]) => outcomes.map((outcome) => outcome.known)
  return {
    known: allOf([
      allOf(known(all)),
      rule.any ? anyOf(known(any)) : true,
      negate(anyOf(known((rule.none ?? []).map(test)))),
    ]),
    outcomes: [...all, ...any],
  }
}
