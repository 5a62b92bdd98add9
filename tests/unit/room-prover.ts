import type { ReleasedMean } from '../../src/core/disclosure/release-mean.ts'
import type { RoomView } from '../../src/core/room/room-view.ts'

/** What the rules call forced: an answer that each person of a level certainly gave, to everybody or to one who knows their own. */
export interface Proof {
  readonly item: string
  readonly level: number
  readonly says: string
}

/** Every way in which n people can have answered, as people per option from nought up. */
function* waysOf(n: number, options: number): Generator<number[]> {
  if (options === 1) {
    yield [n]
    return
  }
  for (let first = 0; first <= n; first++) for (const rest of waysOf(n - first, options - 1)) yield [first, ...rest]
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count, step) => sum + count * step, 0)

/** The limits that a mean as it is released sets to a sum of steps. */
function sumsOf(mean: ReleasedMean, n: number, top: number): [number, number] {
  const most = n * top
  const at = (points: number) => (points * most) / 100
  switch (mean.is) {
    case 'points':
      return [Math.ceil(at(mean.points - 0.5) - 1e-6), Math.floor(at(mean.points + 0.5) + 1e-6)]
    case 'between':
      return [Math.ceil(at(mean.low) - 1e-6), Math.floor(at(mean.high) + 1e-6)]
    case 'end':
      return mean.end === 'low'
        ? [0, Math.floor(at(mean.within) + 1e-6)]
        : [Math.ceil(at(100 - mean.within) - 1e-6), most]
  }
}

interface Item {
  readonly item: string
  /**
   * By the sums of both levels, turned where the item is reversed: for each level, and
   * for each thing that somebody may know (nothing; an own answer in that level; an own
   * answer in the other), the answers that others of the level may have given, as bits.
   */
  readonly bySums: ReadonlyMap<number, Uint8Array>
}

/** Both sums as one number. */
const SECOND = 10_000

/** Adds what one division of the answers leaves open to what is known of its sums. */
function openUp(masks: Uint8Array, parts: readonly [number[], number[]], options: number): void {
  const knowing = 1 + 2 * options
  for (const [level, counts] of parts.entries()) {
    const other = parts[1 - level]!
    for (let known = 0; known < knowing; known++) {
      const own = known === 0 ? -1 : (known - 1) % options
      const isInside = known > 0 && known <= options
      if (known > 0 && (isInside ? counts : other)[own] === 0) continue
      let mask = 0
      for (const [step, count] of counts.entries()) if (count > (isInside && step === own ? 1 : 0)) mask |= 1 << step
      masks[level * knowing + known]! |= mask
    }
  }
}

/**
 * Attacks a room of two levels that all answered everything, from the figures as
 * they are released and the numbers of people alone: of each item the distribution
 * and the means, and of each concept the means, which are the sums of its items.
 * Tries every division of each item's answers among the levels, and keeps those that
 * some divisions of the other items make up to the concept's means with. It is
 * written from the rules and knows nothing of how figures are coarsened: with figures
 * that are hidden it supposes nothing.
 *
 * @param options of every item
 * @param hasAnswered whether somebody of a level gave this answer, counted from nought: only they know it as their own
 * @returns every proof; of a concept with a hidden distribution none, as it is too much to try
 */
export function proveOf(
  view: RoomView,
  sizes: readonly [number, number],
  options: number,
  hasAnswered: (item: string, level: number, step: number) => boolean,
): Proof[] {
  const [first, second] = sizes
  const top = options - 1
  const within = (mean: { readonly shown: boolean } & Partial<ReleasedMean>, n: number): [number, number] =>
    mean.shown ? sumsOf(mean as ReleasedMean, n, top) : [0, n * top]
  const ways = [...waysOf(first, options)]
  const knowing = 1 + 2 * options
  const masksEach = 2 * knowing

  const proofs: Proof[] = []
  for (const { concept, levels, room } of view.concepts) {
    const items = view.items.filter((item) => item.concept === concept)
    if (items.some(({ distribution }) => !distribution.shown)) continue
    const found = items.map((item): Item => {
      const { distribution } = item
      const wholes =
        distribution.shown && distribution.is === 'counts'
          ? [[...distribution.counts]]
          : [...waysOf(first + second, options)].filter(
              (counts) =>
                distribution.shown &&
                distribution.is === 'nearly-all' &&
                first + second - counts[distribution.option]! <= 2,
            )
      const bySums = new Map<number, Uint8Array>()
      const [one, other] = [within(item.levels[0]!, first), within(item.levels[1]!, second)]
      for (const whole of wholes)
        for (const counts of ways) {
          const rest = whole.map((count, step) => count - counts[step]!)
          if (rest.some((count) => count < 0)) continue
          const [mine, theirs] = [sumOf(counts), sumOf(rest)]
          if (mine < one[0] || mine > one[1] || theirs < other[0] || theirs > other[1]) continue
          const turned = item.reversed ? [first * top - mine, second * top - theirs] : [mine, theirs]
          const key = turned[0]! * SECOND + turned[1]!
          const masks = bySums.get(key) ?? new Uint8Array(masksEach)
          openUp(masks, [counts, rest], options)
          bySums.set(key, masks)
        }
      return { item: item.item, bySums }
    })
    const limits = [levels[0]!, levels[1]!, room].map((scores, at) =>
      within(
        scores.shown ? { ...scores.mean, shown: true } : scores,
        [first, second, first + second][at]! * items.length,
      ),
    )
    const add = (sums: ReadonlySet<number>, item: Item) =>
      new Set([...sums].flatMap((sum) => [...item.bySums.keys()].map((own) => sum + own)))
    const before = [new Set([0])]
    for (const item of found) before.push(add(before.at(-1)!, item))
    const after = [new Set([0])]
    for (const item of found.toReversed()) after.unshift(add(after[0]!, item))
    const fits = (sum: number) => {
      const [mine, theirs] = [Math.floor(sum / SECOND), sum % SECOND]
      return [mine, theirs, mine + theirs].every((value, at) => value >= limits[at]![0] && value <= limits[at]![1])
    }
    for (const [index, item] of found.entries()) {
      const others = new Set([...before[index]!].flatMap((sum) => [...after[index + 1]!].map((rest) => sum + rest)))
      const open = new Uint8Array(masksEach)
      for (const [own, masks] of item.bySums)
        if ([...others].some((sum) => fits(sum + own))) for (const [at, mask] of masks.entries()) open[at]! |= mask
      const proof = open.findIndex((mask, at) => {
        if (mask === 0 || (mask & (mask - 1)) !== 0) return false
        const [level, known] = [Math.floor(at / knowing), at % knowing]
        if (known === 0) return true
        return hasAnswered(item.item, known <= options ? level : 1 - level, (known - 1) % options)
      })
      if (proof >= 0)
        proofs.push({
          item: item.item,
          level: Math.floor(proof / knowing),
          says: proof % knowing === 0 ? 'to everybody' : 'to somebody who took part',
        })
    }
  }
  return proofs
}
