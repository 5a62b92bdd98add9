/** True, false, or `null` for unknown. */
export type Known = boolean | null

/** Kleene's strong conjunction: one false decides, else one unknown does. An empty list is true. */
export function allOf(values: readonly Known[]): Known {
  if (values.includes(false)) return false
  return values.includes(null) ? null : true
}

/** Kleene's strong disjunction: one true decides, else one unknown does. An empty list is false. */
export function anyOf(values: readonly Known[]): Known {
  if (values.includes(true)) return true
  return values.includes(null) ? null : false
}

/** The opposite; unknown stays unknown. */
export function negate(value: Known): Known {
  return value === null ? null : !value
}

/** Whether at least `minimum` are true, which an unknown can leave open. */
export function atLeast(values: readonly Known[], minimum: number): Known {
  const certain = values.filter((value) => value === true).length
  if (certain >= minimum) return true
  return certain + values.filter((value) => value === null).length >= minimum ? null : false
}
