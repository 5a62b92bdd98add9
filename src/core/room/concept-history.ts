import { isAlwaysAtEnd, releaseScore } from '../disclosure/release-mean.ts'
import { suppress, type Releasable, type WhySuppressed } from '../disclosure/released.ts'
import { suppressBeside, type ReleasedGroups } from '../disclosure/suppress-beside.ts'
import { suppressGroups } from '../disclosure/suppress-groups.ts'
import { sizesIn } from './counted-people.ts'
import { everybody, type RoomPeople } from './room-data.ts'

/** The releases of one concept so far, and the decision on the next. */
export interface ConceptHistory {
  /**
   * Decides which groups of these people, all with a score, may be shown.
   *
   * @param present everybody with a score in the snapshot, where these are only
   * some of them
   * @param may which levels may be shown at all (`showLevels`), where somebody in the snapshot has no score
   */
  decide(people: RoomPeople, present?: RoomPeople, may?: readonly Releasable[]): ReleasedGroups
  /** Records that the groups that may be shown were released. */
  remember(people: RoomPeople, shown: ReleasedGroups): void
}

/** How many people some kinds are together, and the sum of their scores. */
interface Gathered {
  people: number
  sum: number
}

const gathered = (): Gathered => ({ people: 0, sum: 0 })

/** The order in which reasons are given where several apply. */
const FIRST: readonly WhySuppressed[] = ['others-left', 'too-few-new', 'would-reveal-others', 'near-end']

/** A group that was released: its kinds of people, and a 1 at each of their indices. */
interface Released {
  readonly kinds: Int32Array
  readonly holds: Uint8Array
}

/**
 * Remembers the groups whose mean on a concept was released. A later group is
 * shown only if all of them together tell about no fewer than k people
 * (`suppressBeside`), and only if neither the people by whom it differs from an
 * earlier one nor those who are in both lie at an end of the scale: the difference
 * of two means would place them more exactly than the mean of so few may be released.
 *
 * Eight people with a mean of 50 and then thirteen with 69 would say of the five
 * who joined that all scored near 100; of them alone "at the end" is all that is said.
 *
 * @param sums the sum of the scores of each kind of people; everybody's score, where
 * each is a kind
 * @param sizes how many people of each kind have a score
 * @param step `stepOfScores`
 */
export function conceptHistory(
  sums: Float64Array,
  k: number,
  sizes: Int32Array = new Int32Array(sums.length).fill(1),
  step = 0,
): ConceptHistory {
  const released: Released[] = []
  /** For each kind a number; equal for those that are in the same released groups. */
  let together = new Int32Array(sums.length)

  const add = (group: Gathered, kind: number) => {
    group.people += sizes[kind]!
    group.sum += sums[kind]!
  }
  const meanIsAtEnd = ({ people, sum }: Gathered) => people > 0 && releaseScore(sum / people, people, step).is === 'end'

  /**
   * The reason why a group, beside one released before, would place some people
   * more exactly than allowed; `undefined` for none.
   *
   * A reason may not tell what the figure would. Some follow from membership alone,
   * which is known: one or two who left, joined or stayed are always "at the end",
   * whatever they answered. These are given first. The others depend on the scores,
   * and there one reason stands for all three sets, without saying which of them
   * lies at an end, nor at which. It is given exactly where a group is hidden that
   * other scores would have allowed, so it tells no more than that the group is
   * hidden.
   */
  function whyPlaced(group: Int32Array, present: ReadonlySet<number>): WhySuppressed | undefined {
    const holds = new Uint8Array(sums.length)
    for (const kind of group) holds[kind] = 1
    const reasons = new Set<WhySuppressed>()
    for (const before of released) {
      const [stayed, joined, left] = [gathered(), gathered(), gathered()]
      let isKnown = false
      let isGone = false
      for (const kind of group) {
        if (before.holds[kind] === 1) add(stayed, kind)
        else {
          add(joined, kind)
          isKnown ||= together[kind]! > 0
        }
      }
      for (const kind of before.kinds)
        if (holds[kind] === 0) {
          add(left, kind)
          isGone ||= !present.has(kind)
        }
      if (stayed.people === 0 || (joined.people === 0 && left.people === 0)) continue
      if (isAlwaysAtEnd(left.people, step)) reasons.add(isGone ? 'others-left' : 'would-reveal-others')
      if (isAlwaysAtEnd(joined.people, step)) reasons.add(isKnown ? 'would-reveal-others' : 'too-few-new')
      if (isAlwaysAtEnd(stayed.people, step)) reasons.add('would-reveal-others')
      if ([stayed, joined, left].some(meanIsAtEnd)) reasons.add('near-end')
    }
    return FIRST.find((why) => reasons.has(why))
  }

  /**
   * The reason why a group that is large enough by itself would tell about fewer
   * than k people beside those released before: from membership alone, so that any
   * reason may be given.
   */
  function whyDifferenced(group: Int32Array, present: ReadonlySet<number>): WhySuppressed {
    const gone = together.reduce((sum, set, kind) => (set > 0 && !present.has(kind) ? sum + sizes[kind]! : sum), 0)
    if (gone > 0 && gone < k) return 'others-left'
    const joined = group.reduce((sum, kind) => (together[kind] === 0 ? sum + sizes[kind]! : sum), 0)
    return joined > 0 && joined < k ? 'too-few-new' : 'would-reveal-others'
  }

  /**
   * Whether every set of people who share all their groups has at least k members:
   * then no sum of groups tells about fewer.
   */
  function allNumberEnough(people: RoomPeople): boolean {
    const groups = [...people.levels, people.none]
    const level = new Int32Array(sums.length)
    for (const [index, group] of groups.entries()) for (const kind of group) level[kind] = index + 1
    const counts = new Map<number, number>()
    for (let kind = 0; kind < sums.length; kind++) {
      if (level[kind] === 0 && together[kind] === 0) continue
      const set = together[kind]! * (groups.length + 1) + level[kind]!
      counts.set(set, (counts.get(set) ?? 0) + sizes[kind]!)
    }
    return [...counts.values()].every((size) => size >= k)
  }

  function releasedByGroups(
    people: RoomPeople,
    present: ReadonlySet<number>,
    may?: readonly Releasable[],
  ): ReleasedGroups {
    const byNumber = suppressGroups(sizesIn(people, sizes), k, may)
    if (released.length === 0 || allNumberEnough(people)) return byNumber
    const beside = suppressBeside(
      released.map((group) => group.kinds),
      people,
      k,
      (kind) => sizes[kind]!,
      may,
    )
    if (!byNumber.room.shown) return beside
    if (!beside.room.shown) {
      const hidden = suppress(whyDifferenced(everybody(people), present))
      return { room: hidden, levels: people.levels.map(() => hidden) }
    }
    return {
      room: beside.room,
      levels: beside.levels.map((level, index) =>
        level.shown || !byNumber.levels[index]!.shown
          ? level
          : suppress(whyDifferenced(people.levels[index]!, present)),
      ),
    }
  }

  return {
    decide(people, present = people, may) {
      const there = new Set(everybody(present))
      const shown = releasedByGroups(people, there, may)
      if (!shown.room.shown || released.length === 0) return { room: shown.room, levels: shown.levels }
      const releasable = (group: Int32Array) => {
        const why = whyPlaced(group, there)
        return why ? suppress(why) : ({ shown: true } as const)
      }
      const room = releasable(everybody(people))
      const levels = shown.levels.map((level, index) =>
        !level.shown ? level : room.shown ? releasable(people.levels[index]!) : room,
      )
      // The room less the others would tell the one.
      const placed = levels.find((level, index) => !level.shown && shown.levels[index]!.shown)
      return { room, levels: placed ? levels.map((level) => (level.shown ? placed : level)) : levels }
    },
    remember(people, shown) {
      if (!shown.room.shown) return
      for (const group of [everybody(people), ...people.levels.filter((_, level) => shown.levels[level]!.shown)]) {
        const holds = new Uint8Array(sums.length)
        for (const kind of group) holds[kind] = 1
        released.push({ kinds: group, holds })
        const numbers = new Map<number, number>([[0, 0]])
        together = together.map((set, kind) => {
          const own = 2 * set + holds[kind]!
          if (!numbers.has(own)) numbers.set(own, numbers.size)
          return numbers.get(own)!
        })
      }
    },
  }
}
