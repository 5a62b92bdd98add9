import { printConcept, type PrintedConcept } from '../disclosure/print-concept.ts'
import { hide, type WhyHidden } from '../disclosure/printed.ts'
import type { Shown } from '../disclosure/shown-beside.ts'
import { conceptHistory } from './concept-history.ts'
import { groupScores, type ConceptColumn } from './group-scores.ts'
import { printBandsBeside } from './print-bands.ts'
import { everybody, type RoomPeople } from './room-data.ts'
import type { PrintedBands } from './room-view.ts'

/** One concept in one snapshot, as printed. */
export interface ConceptPrint {
  readonly printed: PrintedConcept
  readonly bands: PrintedBands
  /** Without flagged responses. */
  readonly without: PrintedConcept
}

/** The reasons for a hidden figure that depend on what was answered. */
const SAYS: readonly WhyHidden[] = ['one-answer', 'near-end']

function print(column: ConceptColumn, people: RoomPeople, shown: Shown, k: number): PrintedConcept {
  const { room } = shown
  if (!room.shown) return { room, levels: shown.levels.map((level) => (level.shown ? room : level)) }
  return printConcept(
    groupScores(column, everybody(people)),
    people.levels.map((level) => groupScores(column, level)),
    people.none.length,
    k,
    shown.levels,
  )
}

const select = ({ levels, none }: RoomPeople, keep: (person: number) => boolean): RoomPeople => ({
  levels: levels.map((group) => group.filter(keep)),
  none: none.filter(keep),
})

/**
 * Scores on one concept as they may be printed of each snapshot, beside all that
 * was printed of it in those before; and without flagged people, where k or more
 * of those with a score are flagged. Whether none or fewer are is not told apart.
 *
 * @param flagged 1 for each person who is
 */
export function printConceptOver(
  snapshots: readonly RoomPeople[],
  column: ConceptColumn,
  flagged: Uint8Array,
  k: number,
): ConceptPrint[] {
  const history = conceptHistory(column.scores, k)
  const banded: RoomPeople[] = []
  return snapshots.map((everyone) => {
    const people = select(everyone, (person) => !Number.isNaN(column.scores[person]!))
    const shown = history.decide(people)
    const printed = print(column, people, shown, k)
    history.remember(people, shown)
    const bands = printBandsBeside(column.scores, banded, people, shown)
    // What was said of the scores by not printing them counts, too: whoever joins is told apart from it.
    if (bands.room.shown || SAYS.includes(bands.room.why)) banded.push(people)

    const rest = select(people, (person) => flagged[person] === 0)
    const few = everybody(people).length - everybody(rest).length < k
    if (few || !shown.room.shown) {
      const hidden = shown.room.shown ? hide('too-few') : shown.room
      return { printed, bands, without: { room: hidden, levels: people.levels.map(() => hidden) } }
    }
    const shownWithout = history.decide(rest, people)
    history.remember(rest, shownWithout)
    return { printed, bands, without: print(column, rest, shownWithout, k) }
  })
}
