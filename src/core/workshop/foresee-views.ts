import { suppressGroups } from '../disclosure/suppress-groups.ts'
import { LEVELS } from '../response/levels.ts'
import { SMALLEST_DISTRIBUTION } from '../disclosure/thresholds.ts'

/**
 * The figures that a group can be shown if everybody expected answers everything.
 *
 * - `spread`: means, and how answers are spread.
 * - `means`: means alone.
 * - `too-few`: nothing; fewer people than the smallest group.
 * - `would-reveal-others`: nothing; the room less this level would be a smaller
 *   group.
 * - `unknown`: the number expected was not given.
 */
export type ForeseenView = 'spread' | 'means' | 'too-few' | 'would-reveal-others' | 'unknown'

export interface ForeseenViews {
  readonly room: ForeseenView
  readonly levels: readonly ForeseenView[]
}

const isHidden = (view: ForeseenView | undefined) => view === 'too-few' || view === 'would-reveal-others'

const sizeOf = (people: number, k: number): ForeseenView =>
  people < k ? 'too-few' : people < SMALLEST_DISTRIBUTION ? 'means' : 'spread'

/**
 * The views of a room that will be possible, by the expected numbers alone: the
 * rule for sizes of METHOD 11. Fewer may answer than expected, and some skip an
 * item, so it promises nothing.
 *
 * With 3, 7 and 8 expected and k = 5, the three are too few, and the seven are
 * hidden as well, because the room less eight and seven would be the three.
 *
 * @param expected how many are expected of each level, `null` where not given
 * @param k the smallest group shown
 */
export function foreseeViews(expected: readonly (number | null)[], k: number): ForeseenViews {
  const levels = expected.map((people): ForeseenView => (people === null ? 'unknown' : sizeOf(people, k)))
  if (expected.includes(null)) return { room: 'unknown', levels }
  const people = expected.map((number) => number ?? 0)
  const total = people.reduce((sum, number) => sum + number, 0)
  const showing = suppressGroups({ levels: people, none: 0 }, k).levels
  const foreseen = showing.map((level, index) =>
    !level.shown && level.why === 'would-reveal-others' ? level.why : levels[index]!,
  )
  return { room: sizeOf(total, k), levels: foreseen }
}

/**
 * The level to merge with the one below it, counted from 0, so that more can be
 * shown; `null` where nothing is hidden or no two levels can be spared. Of two
 * neighbours the smaller is proposed, so that as little as possible is lost.
 */
export function proposeMerge(expected: readonly (number | null)[], k: number): number | null {
  if (expected.length <= LEVELS.fewest) return null
  const { levels } = foreseeViews(expected, k)
  const hidden = levels.findIndex(isHidden)
  if (hidden < 0) return null
  const above = expected[hidden - 1]
  const below = expected[hidden + 1]
  if (above === undefined) return hidden
  if (below === undefined) return hidden - 1
  return (above ?? Infinity) < (below ?? Infinity) ? hidden - 1 : hidden
}
