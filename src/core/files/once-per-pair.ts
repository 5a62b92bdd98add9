/**
 * Works something out once for two objects that nobody changes, as a questionnaire's items and its texts, and forgets
 * it with them. For what every table is read by, whichever it is.
 */
export function oncePerPair<One extends object, Other extends object, Value>(
  of: (one: One, other: Other) => Value,
): (one: One, other: Other) => Value {
  const known = new WeakMap<One, WeakMap<Other, Value>>()
  return (one, other) => {
    const own = known.get(one) ?? new WeakMap<Other, Value>()
    known.set(one, own)
    const before = own.get(other)
    if (before !== undefined) return before
    const value = of(one, other)
    own.set(other, value)
    return value
  }
}
