/**
 * How two people compare by the identities that are known of them. `doubtful`: the
 * most preferred kind that both have differs, and another one is the same.
 */
export type Likeness = 'same' | 'other' | 'doubtful' | 'unknown'

/** The kind of an identity, which stands before it. */
export const kindOfIdentity = (identity: string): string => identity.slice(0, identity.indexOf(':'))

/**
 * Compares two people by their identities, each behind its kind, the preferred
 * first. The most preferred kind that both have decides.
 */
export function comparePersons(one: readonly string[], other: readonly string[]): Likeness {
  const kinds = new Set(other.map(kindOfIdentity))
  const deciding = one.find((identity) => kinds.has(kindOfIdentity(identity)))
  if (deciding === undefined) return 'unknown'
  if (other.includes(deciding)) return 'same'
  return one.some((identity) => other.includes(identity)) ? 'doubtful' : 'other'
}

/** Whether two people are told apart. */
export const areApart = (one: readonly string[], other: readonly string[]): boolean =>
  ['other', 'doubtful'].includes(comparePersons(one, other))

/** All identities of one person: of each kind the one that stands first. */
export function joinPersons(kinds: readonly string[], ...all: readonly (readonly string[])[]): string[] {
  const first = new Map<string, string>()
  for (const identity of all.flat()) {
    const kind = kindOfIdentity(identity)
    if (!first.has(kind)) first.set(kind, identity)
  }
  return kinds.flatMap((kind) => first.get(kind) ?? [])
}
