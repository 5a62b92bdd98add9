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
  const memberships = new Map<string, number[]>()
  for (const [index, group] of groups.entries())
    for (const id of group) {
      const found = memberships.get(id)
      if (found) found.push(index)
      else memberships.set(id, [index])
    }
  const together = new Map<string, { size: number; column: number[] }>()
  for (const indices of memberships.values()) {
    const found = together.get(indices.join())
    if (found) found.size++
    else together.set(indices.join(), { size: 1, column: groups.map((_, index) => (indices.includes(index) ? 1 : 0)) })
  }
  const sets = [...together.values()]
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
