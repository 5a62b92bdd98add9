/** With more small sets than this the answer is yes, because the search would take too long. */
const MOST_SMALL_SETS = 24

/** Rank is decided on small whole numbers; elimination leaves errors far below this. */
const ROUNDING = 1e-9

/** The rank of a matrix. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  const columns = rows[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < columns && rank < rows.length; column++) {
    const best = rows.reduce(
      (top, row, at) => (at > rank && Math.abs(row[column]!) > Math.abs(rows[top]![column]!) ? at : top),
      rank,
    )
    if (Math.abs(rows[best]![column]!) < ROUNDING) continue
    ;[rows[rank], rows[best]] = [rows[best]!, rows[rank]!]
    for (let at = rank + 1; at < rows.length; at++) {
      const factor = rows[at]![column]! / rows[rank]![column]!
      if (factor !== 0) for (let c = column; c < columns; c++) rows[at]![c]! -= factor * rows[rank]![c]!
    }
    rank++
  }
  return rank
}

/** The people who are in exactly the same groups: how many, and a column that says in which groups. */
function membersTogether(groups: readonly (readonly string[])[]) {
  const sets: { size: number; readonly in: readonly number[] }[] = [{ size: 0, in: [] }]
  const setOf = new Map<string, number>()
  for (const [index, group] of groups.entries()) {
    // Each group splits every set into those who are in it and those who are not.
    const splits = new Map<number, number>()
    for (const id of group) {
      const before = setOf.get(id) ?? 0
      let after = splits.get(before)
      if (after === undefined) {
        after = sets.push({ size: 0, in: [...sets[before]!.in, index] }) - 1
        splits.set(before, after)
      }
      if (before > 0) sets[before]!.size--
      sets[after]!.size++
      setOf.set(id, after)
    }
  }
  return sets
    .filter(({ size }) => size > 0)
    .map(({ size, in: own }) => ({ size, column: groups.map((_, index) => (own.includes(index) ? 1 : 0)) }))
}

/**
 * Whether differencing discloses a small group: whether the sums over some groups,
 * added and subtracted in any way, give a sum over fewer than k people: the room less its levels, one snapshot less
 * another, or four snapshots against each other.
 *
 * People who are in exactly the same groups can only appear together. A set of
 * such people can be singled out if leaving it out makes the groups dependent:
 * then some combination of groups cancels for everybody else.
 *
 * Groups abcdef and abcde single out f at k = 5.
 *
 * @param groups entry ids, each once per group
 */
export function disclosesByDifferencing(groups: readonly (readonly string[])[], k: number): boolean {
  const [only] = groups
  // Alone a group tells of itself and nothing else.
  if (only && groups.length === 1) return only.length > 0 && only.length < k
  const sets = membersTogether(groups)
  const small = sets.filter(({ size }) => size < k)
  if (small.length > MOST_SMALL_SETS) return true

  const rank = rankOf(sets.map(({ column }) => column))
  const search = (from: number, room: number, left: readonly (typeof sets)[number][]): boolean => {
    for (let at = from; at < small.length; at++) {
      const set = small[at]!
      if (set.size > room) continue
      const others = left.filter((other) => other !== set)
      if (rankOf(others.map(({ column }) => column)) < rank || search(at + 1, room - set.size, others)) return true
    }
    return false
  }
  return search(0, k - 1, sets)
}
