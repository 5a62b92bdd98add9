import { addCounts, type LevelCounts } from '../../disclosure/nearly-alike.ts'
import { printBands, printConcept, type GroupScores, type PrintedConcept } from '../../disclosure/print-concept.ts'
import { printMean } from '../../disclosure/print-mean.ts'
import { hide, type Hidden, type Printed, type WhyHidden } from '../../disclosure/printed.ts'
import { everybodyIn, groupsOf, shownBeside, shownOf, type Members, type Shown } from '../../disclosure/shown-beside.ts'
import { agreement } from '../../statistics/agreement.ts'
import { SAME_SCORE } from '../../statistics/same-score.ts'
import { cohortsOf } from './cohorts-of.ts'
import { countAnswers } from './count-answers.ts'
import { everybody, type AnswerColumn, type RoomData, type RoomPeople } from './room-data.ts'
import type { PrintedBands } from './room-view.ts'

/** How many bands the scale is cut into for a distribution of scores. */
export const BANDS = 5

/** Everybody's score on one concept, with the items it is made of. */
export interface ConceptColumn {
  readonly concept: string
  readonly columns: readonly AnswerColumn[]
  /** NaN for a person without a score. */
  readonly scores: Float64Array
}

export interface ConceptPrint {
  readonly printed: PrintedConcept
  readonly bands: PrintedBands
  readonly without: PrintedConcept
}

/** Mean, deviation and the farthest score of a group. All are 0 where there is nobody. */
export function groupScores({ scores, columns }: ConceptColumn, people: Int32Array): GroupScores {
  let n = 0
  let sum = 0
  for (const person of people) {
    const score = scores[person]!
    if (Number.isNaN(score)) continue
    n++
    sum += score
  }
  if (n === 0) return { n, mean: 0, deviation: 0, farthest: 0, close: false }
  const mean = sum / n
  let squares = 0
  let farthest = mean
  for (const person of people) {
    const score = scores[person]!
    if (Number.isNaN(score)) continue
    squares += (score - mean) ** 2
    if (Math.abs(score - mean) > Math.abs(farthest - mean) + SAME_SCORE) farthest = score
  }
  return {
    n,
    mean,
    deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : 0,
    farthest,
    close: agreement(columns.map((column) => countAnswers(column, people)))?.agrees ?? false,
  }
}

function membersWith(ids: readonly string[], people: RoomPeople, counts: (person: number) => boolean): Members {
  const own = (group: Int32Array) => {
    const found: string[] = []
    for (const person of group) if (counts(person)) found.push(ids[person]!)
    return found
  }
  return { levels: people.levels.map(own), none: own(people.none) }
}

const bandOf = (score: number) => Math.min(BANDS - 1, Math.floor((score + SAME_SCORE) / (100 / BANDS)))

function bandCounts({ scores }: ConceptColumn, people: RoomPeople): LevelCounts {
  const count = (group: Int32Array) => {
    const counts = Array.from({ length: BANDS }, () => 0)
    for (const person of group) if (!Number.isNaN(scores[person]!)) counts[bandOf(scores[person]!)]!++
    return counts
  }
  return { levels: people.levels.map(count), none: count(people.none) }
}

const everywhere = <T>(levels: readonly unknown[], value: T) => ({ room: value, levels: levels.map(() => value) })

/**
 * The distribution of scores beside those printed before. Each cohort must be one
 * whose distribution could be printed by itself, as two views tell it by their
 * difference.
 */
function bandsBeside(
  column: ConceptColumn,
  earlier: readonly RoomPeople[],
  people: RoomPeople,
  shown: Shown,
): PrintedBands {
  const isScored = (person: number) => !Number.isNaN(column.scores[person]!)
  const { cohorts, left } = cohortsOf(earlier, people, isScored)
  if (!shown.room.shown) return everywhere(people.levels, shown.room)
  if (left > 0) return everywhere(people.levels, hide('others-left'))
  const counted = cohorts
    .map((cohort) => bandCounts(column, cohort))
    .filter(({ levels, none }) => [...levels, none].some((counts) => counts.some((count) => count > 0)))
  const parts = counted.map((counts) => printBands(counts, BANDS))
  const isLater = counted.length > 1
  const refusal = (hidden: Hidden): WhyHidden =>
    isLater && hidden.why === 'too-few-for-spread' ? 'too-few-new' : hidden.why
  const join = (
    figures: readonly Printed<{ readonly counts: readonly number[] }>[],
  ): Printed<{ readonly counts: readonly number[] }> => {
    const hidden = figures.find((figure) => !figure.shown)
    if (hidden && !hidden.shown) return hide(refusal(hidden))
    return {
      shown: true,
      counts: addCounts(
        BANDS,
        figures.flatMap((figure) => (figure.shown ? [figure.counts] : [])),
      ),
    }
  }
  if (parts.length === 0) return everywhere(people.levels, hide('too-few-for-spread'))
  const room = join(parts.map((part) => part.room))
  return {
    room,
    levels: shown.levels.map((may, level) => {
      if (!may.shown) return may
      return room.shown ? join(parts.map(({ levels }) => levels[level]!)) : room
    }),
  }
}

/** A group printed before, with everybody's place in it, by which later groups are compared. */
type Group = ReadonlySet<string>

/**
 * Whether the mean of a group, less that of one printed before, would place those
 * by whom the two differ at an end of the scale: where `printMean` would not say
 * more of them than that, a difference must not either.
 */
function tellsOfJoined(group: readonly string[], earlier: readonly Group[], scoreOf: (id: string) => number): boolean {
  const own = new Set(group)
  return earlier.some((before) => {
    const changed = [group.filter((id) => !before.has(id)), [...before].filter((id) => !own.has(id))]
    if (changed[0]!.length === group.length) return false
    return changed.some((ids) => {
      if (ids.length === 0) return false
      const mean = ids.reduce((sum, id) => sum + scoreOf(id), 0) / ids.length
      return printMean(mean, ids.length).is === 'end'
    })
  })
}

const NOWHERE: PrintedConcept = { room: hide('too-few'), levels: [] }

function print(column: ConceptColumn, people: RoomPeople, shown: Shown, k: number, sizes: Members): PrintedConcept {
  if (!shown.room.shown)
    return { room: shown.room, levels: shown.levels.map((level) => (level.shown ? hide('too-few') : level)) }
  return printConcept(
    groupScores(column, everybody(people)),
    people.levels.map((level) => groupScores(column, level)),
    sizes.none.length,
    k,
    shown.levels,
  )
}

/**
 * Scores on one concept as they may be printed of the last snapshot, beside all
 * that was printed of it in those before, and without flagged people.
 */
export function printConceptOver(
  { ids, snapshots }: Pick<RoomData, 'ids' | 'snapshots'>,
  column: ConceptColumn,
  flagged: Uint8Array,
  k: number,
): { readonly last: ConceptPrint; readonly shownIn: readonly boolean[] } {
  const indexOf = new Map(ids.map((id, index) => [id, index]))
  const scoreOf = (id: string) => column.scores[indexOf.get(id)!]!
  const isScored = (person: number) => !Number.isNaN(column.scores[person]!)
  const earlier: (readonly string[])[] = []
  const earlierSets: Group[] = []
  const banded: RoomPeople[] = []
  const shownIn: boolean[] = []
  let last: ConceptPrint | null = null

  const beside = (members: Members): Shown => {
    // Sizes alone leave nobody singled out in a first view, and walking through everybody takes time.
    const shown = earlier.length === 0 ? shownOf(members, k) : shownBeside(earlier, members, k)
    if (!shown.room.shown || earlier.length === 0) return shown
    const hidden = hide('one-answer')
    if (tellsOfJoined(everybodyIn(members), earlierSets, scoreOf))
      return { room: hidden, levels: shown.levels.map((level) => (level.shown ? hidden : level)) }
    return {
      room: shown.room,
      levels: shown.levels.map((level, index) =>
        level.shown && tellsOfJoined(members.levels[index]!, earlierSets, scoreOf) ? hidden : level,
      ),
    }
  }
  const remember = (members: Members, shown: Shown) => {
    for (const group of groupsOf(members, shown)) {
      earlier.push(group)
      earlierSets.push(new Set(group))
    }
  }

  for (const people of snapshots) {
    const members = membersWith(ids, people, isScored)
    const shown = beside(members)
    const bands = bandsBeside(column, banded, people, shown)
    const printed = print(column, people, shown, k, members)
    remember(members, shown)
    if (bands.room.shown) banded.push(people)
    shownIn.push(shown.room.shown)

    const few = everybody(people).reduce((sum, person) => sum + (flagged[person]! && isScored(person) ? 1 : 0), 0) < k
    if (few || !shown.room.shown) {
      const hidden = shown.room.shown ? hide('too-few') : shown.room
      last = { printed, bands, without: { room: hidden, levels: people.levels.map(() => hidden) } }
      continue
    }
    const keep = (group: Int32Array) => group.filter((person) => !flagged[person])
    const rest = { levels: people.levels.map(keep), none: keep(people.none) }
    const restMembers = membersWith(ids, rest, isScored)
    const without = beside(restMembers)
    const printedWithout = print(column, rest, without, k, restMembers)
    remember(restMembers, without)
    last = { printed, bands, without: printedWithout }
  }
  return {
    last: last ?? { printed: NOWHERE, bands: { room: hide('too-few'), levels: [] }, without: NOWHERE },
    shownIn,
  }
}
