import { releaseConcept, type ReleasedConcept } from '../disclosure/release-concept.ts'
import { suppress, type WhySuppressed } from '../disclosure/released.ts'
import type { ReleasedGroups } from '../disclosure/suppress-beside.ts'
import { cohortHistory } from './cohort-history.ts'
import { conceptHistory } from './concept-history.ts'
import { countOnly, levelsToShow, whoCounts } from './counted-people.ts'
import { spreadOf } from './group-scores.ts'
import { peopleIn } from './kinds-of.ts'
import { countBands, releaseBandsBeside } from './release-bands.ts'
import { everybody, selectPeople, type RoomPeople } from './room-data.ts'
import type { ReleasedBands } from './room-view.ts'
import { placesIn, type ScoreTally } from './tally-scores.ts'

/** One concept in one snapshot, as released. */
export interface ConceptRelease {
  readonly released: ReleasedConcept
  readonly bands: ReleasedBands
  /** Without flagged responses. */
  readonly without: ReleasedConcept
  /** Everybody of the groups that count in it. */
  readonly counted: RoomPeople
}

/** The reasons for suppression that depend on the answers. */
const SAYS: readonly WhySuppressed[] = ['one-answer', 'near-end']

function release(tally: ScoreTally, people: RoomPeople, shown: ReleasedGroups, k: number): ReleasedConcept {
  const { room } = shown
  if (!room.shown) return { room, levels: shown.levels.map((level) => (level.shown ? room : level)) }
  const spread = (group: Int32Array) => spreadOf(tally, placesIn(tally, group))
  return releaseConcept(
    spread(everybody(people)),
    people.levels.map(spread),
    peopleIn(people.none, tally.sizes),
    k,
    shown.levels,
  )
}

/**
 * Releases scores on one concept snapshot by snapshot, each beside everything released
 * of it in those before; and without flagged people, where k or more of those with a
 * score are flagged. None and too few flagged people are not told apart.
 *
 * @returns what releases the next snapshot
 */
export function conceptReleases(tally: ScoreTally, k: number): (everyone: RoomPeople) => ConceptRelease {
  const { sizes, kinds } = tally
  const history = conceptHistory(tally.sums, k, sizes, tally.step)
  const bandsOfKinds = tally.places.map((places) => countBands(tally, places))
  const banded = cohortHistory()
  const before: RoomPeople[] = []
  return (everyone) => {
    const scored = selectPeople(everyone, (kind) => sizes[kind]! > 0)
    const may = levelsToShow(everyone, kinds.sizes, k)
    const counting = whoCounts(scored, sizes, may, k, before)
    const [people, counted] = [countOnly(scored, counting), countOnly(everyone, counting)]
    const shown = history.decide(people, people, may)
    const released = release(tally, people, shown, k)
    history.remember(people, shown)
    if (shown.room.shown) before.push(people)
    const bands = releaseBandsBeside(bandsOfKinds, banded.divide(people), shown, tally.step)
    // Suppressing the distribution because of the answers also tells about them, so
    // whoever joins later is a cohort apart.
    if (bands.room.shown || SAYS.includes(bands.room.why)) banded.add(people)

    const rest = selectPeople(people, (kind) => kinds.flagged[kind] === 0)
    const few = peopleIn(everybody(people), sizes) - peopleIn(everybody(rest), sizes) < k
    if (few || !shown.room.shown) {
      const hidden = shown.room.shown ? suppress('too-few') : shown.room
      return { released, bands, counted, without: { room: hidden, levels: people.levels.map(() => hidden) } }
    }
    const shownWithout = history.decide(rest, people, levelsToShow(counted, kinds.sizes, k))
    history.remember(rest, shownWithout)
    return { released, bands, counted, without: release(tally, rest, shownWithout, k) }
  }
}

/** Scores on one concept as they may be released in each snapshot. */
export function releaseConceptOver(tally: ScoreTally, k: number): ConceptRelease[] {
  return tally.kinds.views.map(conceptReleases(tally, k))
}
