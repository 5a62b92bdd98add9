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

/** Why nothing is named to examine: too little was answered, the answers are too alike, or none lies above the middle of the scale. */
export type NothingToExamine = 'little-answered' | 'too-alike' | 'none-reported'

export interface ConstraintsToExamine {
  /**
   * The steps above the middle of the scale, highest first. Constraints in one group
   * stand level. The highest that the lead's own statements point to come before all,
   * from the middle of the scale on. In the first group, those come first whose
   * statement is asked about, then those that the respondent can see.
   */
  readonly groups: readonly ConstraintGroup[]
  /** Why there are no groups; `null` where there are. */
  readonly nothing: NothingToExamine | null
  /** Whether the first group is of the lead's own statements. */
  readonly isOfLead: boolean
  /** Constraints of which no item was given an option. */
  readonly unseen: readonly ConstraintReading[]
}

/** Below this share of the statements about the organisation, none of their conditions is picked out. */
const ENOUGH_ANSWERED = 0.5

/** Grouped by the highest step at which a statement that counts points to them, from the middle on; ties level. */
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

/** Why a result in which nothing stands out picks out no condition either. */
function nothingIn({ questionnaire, response, quality }: Reading): NothingToExamine | null {
  const items = questionnaire.items.filter(isConceptItem)
  const answered = items.filter(({ id }) => stepOf(response.answers, id) !== null)
  if (answered.length < ENOUGH_ANSWERED * items.length) return 'little-answered'
  return quality.notes.has('same-answer') || quality.notes.has('flat') ? 'too-alike' : null
}

/**
 * The constraints a response points to. METHOD 12. What is examined first belongs to
 * what leads: the highest constraints of its own statements come first, and only then
 * those that other statements report more. Where nothing leads, the highest are a place
 * to begin, unless the answers are too few, too alike, or nowhere above the middle.
 *
 * @param own the statements that the lead rests on
 */
export function constraintsToExamine(reading: Reading, own: readonly string[]): ConstraintsToExamine {
  const { above, unseen } = groupsOf(reading, () => true)
  const [first] = groupsOf(reading, ({ id }) => own.includes(id)).ordered
  if (!first) {
    const nothing = nothingIn(reading) ?? (above.length === 0 ? 'none-reported' : null)
    return { groups: nothing === null ? above : [], nothing, isOfLead: false, unseen }
  }
  const named = new Set(first.constraints.map(({ constraint }) => constraint))
  const others = above.flatMap(({ step, constraints }): ConstraintGroup[] => {
    const left = constraints.filter(({ constraint }) => !named.has(constraint))
    return left.length > 0 ? [{ step, constraints: left }] : []
  })
  return { groups: [first, ...others], nothing: null, isOfLead: true, unseen }
}

/** The same, with the constraints of the first group in another order: those with the highest weight first. */
export function orderFirst(
  examine: ConstraintsToExamine,
  weigh: (constraint: ConstraintReading) => number,
): ConstraintsToExamine {
  const [first, ...others] = examine.groups
  if (!first) return examine
  const constraints = first.constraints.toSorted((a, b) => weigh(b) - weigh(a))
  return { ...examine, groups: [{ ...first, constraints }, ...others] }
}

/** Whether the respondent can see one of the statements that point to a constraint. */
export function isInSight({ questionnaire, response }: Reading, { items }: ConstraintReading): boolean {
  const { vantage } = response
  const pointing = questionnaire.items.filter(isConceptItem).filter(({ id }) => items.includes(id))
  return vantage !== 'not-said' && pointing.some(({ visibleFrom }) => visibleFrom.includes(vantage))
}
