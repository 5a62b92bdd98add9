/** With more small sets than this the answer is yes, because the search would take too long. */
const MOST_SMALL_SETS = 24

/** Rank is decided on small whole numbers; elimination leaves errors far below this. */
const ROUNDING = 1e-9

/**
 * Eliminates columns, in place: each of the first rows is left with a column that is 0
 * in all others, its pivot; the rows after these are 0 in all columns before `to`.
 *
 * @returns the pivots; as many as the columns before `to` have rank
 */
function eliminate(rows: Float64Array[], to: number): number[] {
  const pivots: number[] = []
  for (let column = 0; column < to && pivots.length < rows.length; column++) {
    const rank = pivots.length
    let best = rank
    for (let at = rank + 1; at < rows.length; at++)
      if (Math.abs(rows[at]![column]!) > Math.abs(rows[best]![column]!)) best = at
    const own = rows[best]!
    if (Math.abs(own[column]!) < ROUNDING) continue
    rows[best] = rows[rank]!
    rows[rank] = own
    for (const [at, row] of rows.entries()) {
      const factor = at === rank ? 0 : row[column]! / own[column]!
      if (factor !== 0) for (let c = column; c < row.length; c++) row[c]! -= factor * own[c]!
    }
    pivots.push(column)
  }
  return pivots
}

/** People who are in exactly the same groups: how many, and in which. */
interface Together {
  size: number
  readonly in: readonly number[]
}

function membersTogether<Id>(groups: readonly Iterable<Id>[], sizeOf: (id: Id) => number): Together[] {
  const sets: Together[] = [{ size: 0, in: [] }]
  const setOf = new Map<Id, number>()
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
      if (before > 0) sets[before]!.size -= sizeOf(id)
      sets[after]!.size += sizeOf(id)
      setOf.set(id, after)
    }
  }
  return sets.filter(({ size }) => size > 0)
}

/**
 * Whether differencing discloses a small group: whether the sums over some groups,
 * added and subtracted in any way, give a sum over fewer than k people: the room less its levels, one snapshot less
 * another, or four snapshots against each other.
 *
 * People who are in exactly the same groups can only appear together. A set of
 * such people can be singled out if some combination of groups cancels for
 * everybody else. So the combinations that cancel for all large sets are worked out
 * once, and small sets are looked for in what is left of these, which is seldom
 * anything.
 *
 * Groups abcdef and abcde single out f at k = 5.
 *
 * @param groups entry ids, each once per group; or numbers of kinds of people
 * @param sizeOf how many people an id stands for
 */
export function disclosesByDifferencing<Id>(
  groups: readonly Iterable<Id>[],
  k: number,
  sizeOf: (id: Id) => number = () => 1,
): boolean {
  const sets = membersTogether(groups, sizeOf)
  // Alone a group tells of itself and nothing else.
  if (groups.length === 1) return sets.some(({ size }) => size < k)
  const small = sets.filter(({ size }) => size < k)
  if (small.length > MOST_SMALL_SETS) return true
  if (small.length === 0) return false

  const large = sets.length - small.length
  const rows = groups.map(() => new Float64Array(sets.length))
  for (const [column, set] of [...sets.filter(({ size }) => size >= k), ...small].entries())
    for (const group of set.in) rows[group]![column] = 1
  // The groups that are left, after those that cannot cancel for the large sets.
  const left = rows.slice(eliminate(rows, large).length).map((row) => row.slice(large))
  const pivots = eliminate(left, small.length)
  const others = small.flatMap((_, column) => (pivots.includes(column) ? [] : [column]))

  /** 1 for each small set that is tried at the moment. */
  const tried = new Uint8Array(small.length)
  /** Whether a combination is 0 for all sets but these. Only rows whose pivots are among them can be part of it. */
  const areSingledOut = () => {
    const own = left.filter((_, row) => row < pivots.length && tried[pivots[row]!] === 1)
    const outside = others.filter((set) => tried[set] === 0 && own.some((row) => Math.abs(row[set]!) >= ROUNDING))
    if (outside.length === 0 || own.length === 1) return outside.length < own.length
    const rest = own.map((row) => Float64Array.from(outside, (set) => row[set]!))
    return eliminate(rest, outside.length).length < own.length
  }
  // The pivots first: without one of them nothing is singled out.
  const inOrder = [...pivots, ...others]
  const search = (from: number, to: number, room: number): boolean => {
    for (let at = from; at < to; at++) {
      const set = inOrder[at]!
      const { size } = small[set]!
      if (size > room) continue
      tried[set] = 1
      if (areSingledOut() || search(at + 1, inOrder.length, room - size)) return true
      tried[set] = 0
    }
    return false
  }
  return search(0, pivots.length, k - 1)
}
