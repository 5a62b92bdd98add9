import { addCounts, sumOf, type Counts, type LevelCounts } from '../disclosure/nearly-alike.ts'
import { releaseBands } from '../disclosure/release-concept.ts'
import { COARSEST_SCORES } from '../disclosure/thresholds.ts'
import { suppress, type Suppressed, type Released, type WhySuppressed } from '../disclosure/released.ts'
import type { ReleasedGroups } from '../disclosure/suppress-beside.ts'
import { SAME_SCORE } from '../statistics/same-score.ts'
import type { Cohorts } from './cohort-history.ts'
import type { CountedScores } from './group-scores.ts'
import type { RoomPeople } from './room-data.ts'
import type { ReleasedBands } from './room-view.ts'

/** The number of bands of the scale in a distribution of scores. */
const BANDS = 5

type Spread = Released<{ readonly counts: readonly number[] }>

const bandOf = (score: number) => Math.min(BANDS - 1, Math.floor((score + SAME_SCORE) / (100 / BANDS)))

/** People per band, lowest first. */
export function countBands({ scores, people }: CountedScores, places: ArrayLike<number>): number[] {
  const counts = Array.from({ length: BANDS }, () => 0)
  for (let at = 0; at < places.length; at++) counts[bandOf(scores[places[at]!]!)]! += people?.[places[at]!] ?? 1
  return counts
}

function bandsOf(bands: readonly Counts[], { levels, none }: RoomPeople): LevelCounts {
  const count = (group: Int32Array) =>
    addCounts(
      BANDS,
      Array.from(group, (kind) => bands[kind]!),
    )
  return { levels: levels.map(count), none: count(none) }
}

/** One group over its cohorts: the sum of their releases, or the reason why one is suppressed. */
function join(figures: readonly Spread[]): Spread {
  const isSuppressed = (figure: Spread): figure is Suppressed => !figure.shown
  const hidden = figures.find(isSuppressed)
  if (!hidden)
    return {
      shown: true,
      counts: addCounts(
        BANDS,
        figures.flatMap((figure) => (figure.shown ? [figure.counts] : [])),
      ),
    }
  const why: WhySuppressed = figures.length > 1 && hidden.why === 'too-few-for-spread' ? 'too-few-new' : hidden.why
  return suppress(why)
}

/**
 * How many people scored in each band, beside the snapshots in which it was
 * released before. The difference of two releases tells about those who joined, so
 * the distribution of every cohort must be releasable by itself; and nothing is
 * released once somebody has left.
 *
 * @param bands people per band of each kind
 * @param cohorts people with a score in this snapshot, by the one in which it was first released
 * @param shown the groups whose scores are shown at all
 * @param step `stepOfScores`
 */
export function releaseBandsBeside(
  bands: readonly Counts[],
  { cohorts, left }: Cohorts,
  shown: ReleasedGroups,
  step = 0,
): ReleasedBands {
  const everywhere = (hidden: Suppressed): ReleasedBands => ({ room: hidden, levels: shown.levels.map(() => hidden) })
  if (!shown.room.shown) return everywhere(shown.room)
  if (left > 0) return everywhere(suppress('others-left'))
  if (step > COARSEST_SCORES) return everywhere(suppress('would-reveal-others'))
  const counted = cohorts
    .map((cohort) => bandsOf(bands, cohort))
    .filter(({ levels, none }) => [...levels, none].some((counts) => sumOf(counts) > 0))
  const parts = counted.map((counts) => releaseBands(counts, BANDS))
  const room = join(parts.map((part) => part.room))
  return {
    room,
    levels: shown.levels.map((level, index) => {
      if (!level.shown) return level
      return room.shown ? join(parts.map(({ levels }) => levels[index]!)) : room
    }),
  }
}
