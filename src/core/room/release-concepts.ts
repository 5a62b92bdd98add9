import { releaseConcept, type ReleasedConcept } from '../disclosure/release-concept.ts'
import { suppress, type WhySuppressed } from '../disclosure/released.ts'
import type { ReleasedGroups } from '../disclosure/suppress-beside.ts'
import { conceptHistory } from './concept-history.ts'
import { countedPeople } from './counted-people.ts'
import { spreadOf, type ConceptColumn } from './group-scores.ts'
import { releaseBandsBeside } from './release-bands.ts'
import { everybody, selectPeople, type RoomPeople } from './room-data.ts'
import type { ReleasedBands } from './room-view.ts'

/** One concept in one snapshot, as released. */
export interface ConceptRelease {
  readonly released: ReleasedConcept
  readonly bands: ReleasedBands
  /** Without flagged responses. */
  readonly without: ReleasedConcept
  /** Whether people without a level who have a score are left out of it. */
  readonly leftOut: boolean
}

/** The reasons for suppression that depend on the answers. */
const SAYS: readonly WhySuppressed[] = ['one-answer', 'near-end']

function release(column: ConceptColumn, people: RoomPeople, shown: ReleasedGroups, k: number): ReleasedConcept {
  const { room } = shown
  if (!room.shown) return { room, levels: shown.levels.map((level) => (level.shown ? room : level)) }
  return releaseConcept(
    spreadOf(column, everybody(people)),
    people.levels.map((level) => spreadOf(column, level)),
    people.none.length,
    k,
    shown.levels,
  )
}

/**
 * Scores on one concept as they may be released in each snapshot, beside everything
 * released of it in those before; and without flagged people, where k or more of
 * those with a score are flagged. None and too few flagged people are not told
 * apart.
 *
 * @param flagged 1 for each flagged person
 */
export function releaseConceptOver(
  snapshots: readonly RoomPeople[],
  column: ConceptColumn,
  flagged: Uint8Array,
  k: number,
): ConceptRelease[] {
  const history = conceptHistory(column.scores, k)
  const banded: RoomPeople[] = []
  const counted: RoomPeople[] = []
  return snapshots.map((everyone) => {
    const scored = selectPeople(everyone, (person) => !Number.isNaN(column.scores[person]!))
    const people = countedPeople(scored, k, counted)
    const leftOut = people !== scored
    const shown = history.decide(people)
    const released = release(column, people, shown, k)
    history.remember(people, shown)
    if (shown.room.shown) counted.push(people)
    const bands = releaseBandsBeside(column.scores, banded, people, shown)
    // Suppressing the distribution because of the answers also tells about them, so
    // whoever joins later is a cohort apart.
    if (bands.room.shown || SAYS.includes(bands.room.why)) banded.push(people)

    const rest = selectPeople(people, (person) => flagged[person] === 0)
    const few = everybody(people).length - everybody(rest).length < k
    if (few || !shown.room.shown) {
      const hidden = shown.room.shown ? suppress('too-few') : shown.room
      return { released, bands, leftOut, without: { room: hidden, levels: people.levels.map(() => hidden) } }
    }
    const shownWithout = history.decide(rest, people)
    history.remember(rest, shownWithout)
    return { released, bands, leftOut, without: release(column, rest, shownWithout, k) }
  })
}
