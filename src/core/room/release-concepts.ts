import {
  releaseByCohort,
  releaseConcept,
  type ReleasedConcept,
  type ScoredPart,
} from '../disclosure/release-concept.ts'
import { releaseScore } from '../disclosure/release-mean.ts'
import { suppress, type Releasable, type WhySuppressed } from '../disclosure/released.ts'
import type { ReleasedGroups } from '../disclosure/suppress-beside.ts'
import { cohortHistory } from './cohort-history.ts'
import { conceptHistory } from './concept-history.ts'
import { countOnly, levelsToShow, whoCounts } from './counted-people.ts'
import { spreadOf } from './group-scores.ts'
import { peopleIn } from './kinds-of.ts'
import { countBands, releaseBandsBeside } from './release-bands.ts'
import { levelCohorts, type ByCohort } from './level-cohorts.ts'
import { everybody, selectPeople, type RoomPeople } from './room-data.ts'
import type { ReleasedBands } from './room-view.ts'
import { placesIn, type ScoreTally } from './tally-scores.ts'

/** One concept in one snapshot, as released. */
export interface ConceptRelease {
  readonly released: ReleasedConcept
  /** The levels whose scores are released as they are, and not by the views that people joined with. */
  readonly whole: readonly Releasable[]
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

const near = suppress('near-end')
const SHOWN = { shown: true } as const

/** Which levels are shown where those that only scores hide beside an earlier view are, too. */
const withPlaced = ({ levels }: ReleasedGroups): Releasable[] =>
  levels.map((level) => (!level.shown && level.why === 'near-end' ? SHOWN : level))

/** The same with nothing shown. */
function hideShown({ room, levels }: ReleasedGroups): ReleasedGroups {
  const hide = (group: Releasable) => (group.shown ? near : group)
  return { room: hide(room), levels: levels.map(hide) }
}

/**
 * The levels of a room, by the views that people joined with (`releaseByCohort`), where beside an earlier view their exact
 * means would place some of them near an end of the scale. Whether it is done follows from what is released of each cohort.
 *
 * @param shown which groups may be released with their exact means
 * @returns `null` where all may, or where not even this may be
 */
function releaseDivided(
  tally: ScoreTally,
  shown: ReleasedGroups,
  divide: (levels: readonly Releasable[]) => ByCohort | null,
): ReleasedConcept | null {
  const levels = withPlaced(shown)
  const may = shown.room.shown || shown.room.why === 'near-end'
  // Of one level the view is all there is, and no distance is lost with it.
  if (!may || levels.filter((level) => level.shown).length < 2) return null
  const cohorts = divide(levels)
  if (!cohorts) return null
  const spread = (kinds: Int32Array) => spreadOf(tally, placesIn(tally, kinds))
  const [parts, rest] = [cohorts.levels.map((level) => level.map(spread)), cohorts.rest.map(spread)]
  const isAtEnd = ({ n, mean }: ScoredPart) => releaseScore(mean, n, tally.step).is === 'end'
  if (![...parts, rest].some((cohort) => cohort.some(isAtEnd))) return null
  return releaseByCohort(
    levels.map((level, index) => (level.shown ? parts[index]! : level)),
    rest,
    tally.step,
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
  const views = levelCohorts(k, sizes)
  const before: RoomPeople[] = []
  /** Whether a view was released by cohorts: beside such a range an exact mean could tell what the range leaves open. */
  let wasDivided = false
  return (everyone) => {
    const scored = selectPeople(everyone, (kind) => sizes[kind]! > 0)
    const may = levelsToShow(everyone, kinds.sizes, k)
    const counting = whoCounts(scored, sizes, may, k, before)
    const [people, counted] = [countOnly(scored, counting), countOnly(everyone, counting)]
    const alone = history.decide(people, people, may)
    const divided = releaseDivided(tally, alone, (levels) => views.divide(people, levels))
    const shown = divided ? { room: SHOWN, levels: withPlaced(alone) } : wasDivided ? hideShown(alone) : alone
    wasDivided ||= divided !== null
    const released = divided ?? release(tally, people, shown, k)
    history.remember(people, shown)
    if (shown.room.shown) {
      before.push(people)
      views.add(people, shown.levels)
    }
    const whole = divided ? hideShown(alone).levels : shown.levels
    const bandable = { room: divided ? alone.room : shown.room, levels: whole }
    const bands = releaseBandsBeside(bandsOfKinds, banded.divide(people), bandable, tally.step)
    // Suppressing the distribution because of the answers also tells about them, so
    // whoever joins later is a cohort apart.
    if (bands.room.shown || SAYS.includes(bands.room.why)) banded.add(people)

    const rest = selectPeople(people, (kind) => kinds.flagged[kind] === 0)
    const few = peopleIn(everybody(people), sizes) - peopleIn(everybody(rest), sizes) < k
    if (few || divided || !shown.room.shown) {
      const hidden = !shown.room.shown ? shown.room : few ? suppress('too-few') : near
      return { released, whole, bands, counted, without: { room: hidden, levels: people.levels.map(() => hidden) } }
    }
    const shownWithout = history.decide(rest, people, levelsToShow(counted, kinds.sizes, k))
    history.remember(rest, shownWithout)
    return { released, whole, bands, counted, without: release(tally, rest, shownWithout, k) }
  }
}

/** Scores on one concept as they may be released in each snapshot. */
export function releaseConceptOver(tally: ScoreTally, k: number): ConceptRelease[] {
  return tally.kinds.views.map(conceptReleases(tally, k))
}
