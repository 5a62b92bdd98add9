import { isByCohort } from '../disclosure/release-concept.ts'
import { SMALLEST_EXACT } from '../disclosure/thresholds.ts'
import { suppress } from '../disclosure/released.ts'
import { agreement } from '../statistics/agreement.ts'
import { alphaOf } from '../statistics/alpha.ts'
import { icc1 } from '../statistics/icc1.ts'
import { spreadOf } from './group-scores.ts'
import { peopleIn } from './kinds-of.ts'
import { everybody, type RoomPeople } from './room-data.ts'
import { alphaIn, placesIn, type ScoreTally } from './tally-scores.ts'
import type { ConceptExpert, ConceptView, Distrust, ItemView } from './room-view.ts'

const twoDecimals = (value: number) => Math.round(100 * value) / 100

function when(code: Distrust, holds: boolean): Distrust[] {
  return holds ? [code] : []
}

/** Whether alpha of a concept may be told at all, whatever was answered to its items with these scores. */
export const mayTellAlpha = (view: Omit<ConceptView, 'above'>, place: string): boolean =>
  // Causes need not occur together, so alpha measures nothing about them. METHOD 7.
  place !== 'down' && view.bands.room.shown && !isByCohort(view.room)

/** Alpha of a concept, where the distribution of its scores is released. */
export function readAlpha(
  tally: ScoreTally,
  view: Omit<ConceptView, 'above'>,
  place: string,
  people: RoomPeople,
): ConceptExpert['alpha'] {
  if (place === 'down') return { shown: false, why: 'not-a-scale' }
  if (!view.bands.room.shown) return view.bands.room
  if (isByCohort(view.room)) return suppress('near-end')
  const all = everybody(people)
  const { n, alpha: value, interval } = alphaOf(alphaIn(tally, all))
  if (n < SMALLEST_EXACT) return suppress('would-reveal-others')
  if (value === null || interval === null) return { shown: false, why: 'no-variation' }
  return {
    shown: true,
    n,
    value: twoDecimals(value),
    interval: { low: twoDecimals(interval.low), high: twoDecimals(interval.high) },
    distrust: when('incomplete', n < peopleIn(all, tally.kinds.sizes)),
  }
}

function readRwgj(items: readonly ItemView[]): ConceptExpert['rwgj'] {
  const counts = items.flatMap(({ distribution }) =>
    distribution.shown && distribution.is === 'counts' ? [distribution.counts] : [],
  )
  const agreed = agreement(counts)
  if (!agreed) {
    const hidden = items.find(({ distribution }) => !distribution.shown)?.distribution
    return hidden && !hidden.shown ? hidden : { shown: false, why: 'one-answer' }
  }
  return {
    shown: true,
    items: agreed.items,
    value: twoDecimals(agreed.rwgj),
    distrust: [...when('many-items', agreed.items >= 6), ...when('items-left-out', agreed.items < items.length)],
  }
}

/** ICC(1) of the scores, where their distribution is released. */
export function readIcc(
  tally: ScoreTally,
  view: Omit<ConceptView, 'above'>,
  people: RoomPeople,
): ConceptExpert['icc1'] {
  if (!view.bands.room.shown) return view.bands.room
  if (isByCohort(view.room)) return suppress('near-end')
  const shown = people.levels.filter((_, level) => {
    const scores = view.levels[level]!
    return scores.shown && scores.n >= SMALLEST_EXACT
  })
  if (shown.length < 2) return { shown: false, why: 'no-levels' }
  const { icc1: value } = icc1(
    shown.map((level) => {
      const { n, mean, deviation } = spreadOf(tally, placesIn(tally, level))
      return { n, mean, sd: deviation }
    }),
  )
  if (value === null) return { shown: false, why: 'no-variation' }
  return {
    shown: true,
    value: Math.max(0, twoDecimals(value)),
    distrust: [
      'fixed-levels',
      ...when('levels-left-out', shown.length < people.levels.length),
      ...when('negative', value < 0),
    ],
  }
}

/**
 * Numbers for experts, to two decimals, with the reasons for distrust. They are
 * about spread, so from ten people on (METHOD 11): where the distribution of the scores
 * is released, alpha of thirty who answered every item, and ICC(1) of shown levels of
 * thirty; r_wg(j) from the released distributions.
 */
export function readExpert(
  tally: ScoreTally,
  view: Omit<ConceptView, 'above'>,
  items: readonly ItemView[],
  place: string,
  people: RoomPeople,
): ConceptExpert {
  const own = items.filter(({ concept }) => concept === view.concept)
  return {
    concept: view.concept,
    alpha: readAlpha(tally, view, place, people),
    rwgj: readRwgj(own),
    icc1: readIcc(tally, view, people),
  }
}
