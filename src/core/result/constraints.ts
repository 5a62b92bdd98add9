import type { Reading } from '../findings/reading.ts'
import { isConceptItem, scaleOf } from '../questionnaire/lookup.ts'
import { stepOf } from '../response/response.ts'
import { keyedStepOf } from '../scoring/keyed.ts'

export interface ConstraintReading {
  readonly constraint: string
  /** The items that speak of it. */
  readonly items: readonly string[]
}

export interface ConstraintGroup {
  /** The highest keyed step at which one of the items was answered. */
  readonly step: number
  readonly constraints: readonly ConstraintReading[]
}

export interface ConstraintsToExamine {
  /**
   * The steps above the middle of the scale, highest first; where nothing lies
   * above, the middle itself. Constraints in one group stand level.
   */
  readonly groups: readonly ConstraintGroup[]
  /** None of the items that speak of them was given an option. */
  readonly unseen: readonly ConstraintReading[]
}

/** The constraints a response points to, grouped by answer step, ties level. METHOD 12. */
export function constraintsToExamine(reading: Reading): ConstraintsToExamine {
  const { questionnaire, response } = reading
  const groups = new Map<number, ConstraintReading[]>()
  const unseen: ConstraintReading[] = []
  let middle = 0
  for (const { id: constraint } of questionnaire.constraints) {
    const items = questionnaire.items.filter(isConceptItem).filter((item) => item.constraints?.includes(constraint))
    const answered = items.filter((item) => stepOf(response.answers, item.id) !== null)
    const steps = answered.map((item) => keyedStepOf(questionnaire, response.answers, item) ?? 0)
    const step = Math.max(0, ...steps)
    if (answered.length === 0) unseen.push({ constraint, items: items.map(({ id }) => id) })
    else if (answered.some((item) => step >= (1 + scaleOf(questionnaire, item).options.length) / 2)) {
      middle = (1 + scaleOf(questionnaire, answered[0]!).options.length) / 2
      const pointing = answered.filter((_, index) => steps[index] === step).map(({ id }) => id)
      groups.set(step, [...(groups.get(step) ?? []), { constraint, items: pointing }])
    }
  }
  const ordered = [...groups].toSorted(([a], [b]) => b - a).map(([step, constraints]) => ({ step, constraints }))
  const above = ordered.filter(({ step }) => step > middle)
  return {
    groups: above.length > 0 ? above : ordered,
    unseen,
  }
}
