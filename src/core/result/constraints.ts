import type { Reading } from '../findings/reading.ts'
import { isConceptItem, scaleOf } from '../questionnaire/lookup.ts'
import type { ConceptItem } from '../questionnaire/schema.ts'
import { stepOf } from '../response/response.ts'
import { keyedStepOf } from '../scoring/keyed.ts'

export interface ConstraintReading {
  readonly constraint: string
  /** The items that report on it. */
  readonly items: readonly string[]
}

export interface ConstraintGroup {
  /** The highest keyed step among the answers to a constraint's items, equal for all in the group. */
  readonly step: number
  readonly constraints: readonly ConstraintReading[]
}

export interface ConstraintsToExamine {
  /**
   * The steps above the middle of the scale, highest first; where nothing lies
   * above, the middle itself. Constraints in one group are ties. The highest group
   * from statements of the leading concept comes before all others.
   */
  readonly groups: readonly ConstraintGroup[]
  /** Whether the first group comes from the leading concept. */
  readonly isOfLead: boolean
  /** Constraints of which no item was given an option. */
  readonly unseen: readonly ConstraintReading[]
}

/** Constraints grouped by the highest step of the items that `counts` admits; ties share a group. */
function groupsOf(reading: Reading, counts: (item: ConceptItem) => boolean) {
  const { questionnaire, response } = reading
  const groups = new Map<number, ConstraintReading[]>()
  const unseen: ConstraintReading[] = []
  let middle = 0
  for (const { id: constraint } of questionnaire.constraints) {
    const items = questionnaire.items
      .filter(isConceptItem)
      .filter((item) => item.constraints?.includes(constraint) && counts(item))
    const answered = items.filter((item) => stepOf(response.answers, item.id) !== null)
    const steps = answered.map((item) => keyedStepOf(questionnaire, response.answers, item) ?? 0)
    const step = Math.max(0, ...steps)
    if (items.length === 0) continue
    if (answered.length === 0) unseen.push({ constraint, items: items.map(({ id }) => id) })
    else if (answered.some((item) => step >= (1 + scaleOf(questionnaire, item).options.length) / 2)) {
      middle = (1 + scaleOf(questionnaire, answered[0]!).options.length) / 2
      const pointing = answered.filter((_, index) => steps[index] === step).map(({ id }) => id)
      groups.set(step, [...(groups.get(step) ?? []), { constraint, items: pointing }])
    }
  }
  const ordered = [...groups].toSorted(([a], [b]) => b - a).map(([step, constraints]) => ({ step, constraints }))
  return { above: ordered.filter(({ step }) => step > middle), ordered, unseen }
}

/**
 * The constraints that a response points to. METHOD 12. The highest constraints of
 * the leading concepts' own statements come first, where any lies above the middle,
 * and only then those that other concepts report more.
 *
 * @param leads the concepts that lie clear of another and below none
 */
export function constraintsToExamine(reading: Reading, leads: readonly string[]): ConstraintsToExamine {
  const { above, ordered, unseen } = groupsOf(reading, () => true)
  const [first] = groupsOf(reading, ({ concept }) => leads.includes(concept)).above
  if (!first) return { groups: above.length > 0 ? above : ordered, isOfLead: false, unseen }
  const named = new Set(first.constraints.map(({ constraint }) => constraint))
  const others = above.flatMap(({ step, constraints }): ConstraintGroup[] => {
    const left = constraints.filter(({ constraint }) => !named.has(constraint))
    return left.length > 0 ? [{ step, constraints: left }] : []
  })
  return { groups: [first, ...others], isOfLead: true, unseen }
}
