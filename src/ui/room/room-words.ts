import type { ReleasedScores } from '../../core/disclosure/release-concept.ts'
import type { Released, Releasable } from '../../core/disclosure/released.ts'
import type { Interval } from '../../core/statistics/interval.ts'
import type {
  ConceptDistance,
  ConceptExpert,
  ConceptView,
  DissentingItem,
  ExpertNumber,
  ItemDistance,
  ItemView,
  LensItemView,
} from '../../core/room/room-view.ts'
import { apartBy } from '../../core/room/apart-by.ts'
import type { RoomReading } from './room-reading.ts'
import { distanceOf } from './room-rows.ts'

/** A group's scores on one concept as a part of a sentence, or why they are hidden. */
export function scoresInWords(
  reading: RoomReading,
  { concept }: Pick<ConceptView, 'concept'>,
  scores: Released<ReleasedScores>,
): string {
  const { texts } = reading
  const name = reading.conceptName(concept)
  if (!scores.shown) return `${name}${texts.colon} ${reading.why(scores)}`
  const { interval } = scores
  return texts.scores.sentence(
    name,
    reading.meanWords(scores.mean),
    interval.shown ? texts.interval(interval.low, interval.high) : null,
    scores.n,
  )
}

/** How a group's scores lie, in a sentence, or why that is hidden; empty where they lie neither near nor apart. */
export function closeInWords(reading: RoomReading, { close }: Pick<ReleasedScores, 'close'>): string {
  const { scores } = reading.texts
  if (!close.shown) return reading.why(close)
  return close.close === null ? '' : close.close ? scores.close : scores.apart
}

/** The names of so many bands of the scale, lowest first, over 0 to 100. */
export function bandNames({ texts }: RoomReading, bands: number): string[] {
  const width = 100 / bands
  return Array.from({ length: bands }, (_, band) => texts.scores.band(band * width, (band + 1) * width))
}

/** The distance on one concept: each a sentence, the first alone enough. */
export function distanceInWords(reading: RoomReading, distance: ConceptDistance): string[] {
  const { texts, top, work } = reading
  const name = reading.conceptName(distance.concept)
  const ends = distanceOf(reading, distance)
  const { difference, pairs } = distance
  if (!ends.shown) return [texts.hiddenOf([name], reading.why(ends))]
  const sides = texts.distance.sides(top, reading.meanWords(ends.top.mean), work, reading.meanWords(ends.work.mean))
  if (!difference.shown) {
    const { points, atLeast } = apartBy(ends.top.mean, ends.work.mean)
    if (atLeast === 0) return [texts.hiddenOf([name], reading.why(difference)), sides]
    return [texts.distance.atLeast(top, work, points.low > 0, atLeast, name), sides, texts.distance.noInterval]
  }
  const { points, interval, clear } = difference
  return [
    clear ? texts.distance.clear(top, work, points > 0, points, name) : texts.distance.cannotTell(name),
    sides,
    texts.distance.interval(texts.distance.signed(interval.low), texts.distance.signed(interval.high)),
    pairs.shown
      ? texts.distance.pairs(pairs.ofTen, top, work)
      : pairs.why === 'too-few-for-spread'
        ? texts.distance.pairsFromTen
        : reading.why(pairs),
  ]
}

/**
 * The distance on every concept, each as `distanceInWords`; those of which nothing is
 * shown for the same reason are named together.
 */
export function distancesInWords(reading: RoomReading): readonly (readonly string[])[] {
  const all = reading.view.distance.concepts.map((distance) => ({ distance, showing: distanceOf(reading, distance) }))
  const shown = all.filter(({ showing }) => showing.shown)
  const names = all.map(({ distance, showing }) => ({ name: reading.conceptName(distance.concept), showing }))
  return [
    ...shown.map(({ distance }) => distanceInWords(reading, distance)),
    ...reading.hiddenOf(names).map((sentence) => [sentence]),
  ]
}

/**
 * In how many pairs one reports more, on the concept with the widest clear
 * distance: the only one that a presentation has room for. Empty where no distance
 * is clear, or the pairs are hidden.
 */
export function widestInPairs(reading: RoomReading): string {
  const { texts, view, top, work } = reading
  const clear = view.distance.concepts.flatMap(({ concept, difference, pairs }) =>
    difference.shown && difference.clear && pairs.shown
      ? [{ concept, points: Math.abs(difference.points), ofTen: pairs.ofTen }]
      : [],
  )
  const [widest] = clear.toSorted((one, other) => other.points - one.points)
  return widest ? `${reading.conceptName(widest.concept)}. ${texts.distance.pairs(widest.ofTen, top, work)}` : ''
}

/** The two ends of the room on one item. */
export function itemSidesInWords(reading: RoomReading, { top, work }: ItemDistance): string {
  return reading.texts.distance.sides(reading.top, reading.meanWords(top), reading.work, reading.meanWords(work))
}

/** The answers to one item, with the number of people who gave each. */
export function answerBars(reading: RoomReading, { item, counts }: Pick<DissentingItem, 'item' | 'counts'>) {
  const options = reading.optionsOf(item)
  return counts.map((count, option) => ({ words: options[option] ?? '', count }))
}

/** The same in words, for the text beside the picture. */
export function answersInWords(reading: RoomReading, item: Pick<DissentingItem, 'item' | 'counts'>): string {
  const { discuss } = reading.texts
  return discuss.label(
    reading.itemText(item.item),
    answerBars(reading, item).map(({ words, count }) => discuss.part(count, words)),
  )
}

/** The items at one of the first three places; ties are never split. */
export function firstPlaces<T extends { readonly place: number }>(items: readonly T[]): T[] {
  return items.filter(({ place }) => place <= 3)
}

/** Hidden statements, under the reason they share. */
export function itemsByReason(
  reading: RoomReading,
  hidden: readonly { readonly item: string; readonly showing: Releasable }[],
): { reason: string; items: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const { item, showing } of hidden) {
    if (showing.shown) continue
    const reason = reading.why(showing)
    groups.set(reason, [...(groups.get(reason) ?? []), item])
  }
  return [...groups].map(([reason, items]) => ({ reason, items }))
}

/** The levels with a released number of people who could not tell, for at least one statement. */
export function levelsWithSight({ view, workshop }: RoomReading): number[] {
  return [...workshop.levels.keys()].filter((level) => view.sight.items.some(({ levels }) => levels[level]?.shown))
}

/** The share that holds an explanation, of those who answered; empty where it is hidden. */
export function heldInWords({ texts }: RoomReading, { heldBy }: Pick<LensItemView, 'heldBy'>): string {
  return heldBy ? texts.lens.heldBy(shareInWords({ texts }, heldBy)) : ''
}

/** A share of those who answered, 0 to 1, in words, or its limits. */
export function shareInWords({ texts: { lens } }: Pick<RoomReading, 'texts'>, { low, high }: Interval): string {
  const share = (value: number) => lens.share(Math.round(100 * value))
  return lens.shares(share(low), share(high))
}

/** A concept's numbers for experts, each with its reasons for distrust, or why it is missing. */
export function expertInWords(reading: RoomReading, { concept, alpha, rwgj, icc1 }: ConceptExpert) {
  const { decimals, expert } = reading.texts
  const bands = reading.view.concepts.find((one) => one.concept === concept)?.bands.room
  const guarded = (words: string, { distrust }: ExpertNumber) =>
    distrust.length > 0 ? `${words}. ${expert.distrusted(distrust.map((reason) => expert.distrust[reason]))}` : words
  return [
    {
      name: expert.alpha,
      words: alpha.shown
        ? guarded(
            expert.alphaValue(
              decimals(alpha.value),
              decimals(alpha.interval.low),
              decimals(alpha.interval.high),
              alpha.n,
            ),
            alpha,
          )
        : // Beside the distribution of the same scores, only the number of people can be why alpha would tell.
          alpha.why === 'would-reveal-others' && bands?.shown
          ? expert['from-thirty']
          : reading.whyNot(alpha),
    },
    {
      name: expert.rwgj,
      words: rwgj.shown ? guarded(expert.rwgjValue(decimals(rwgj.value), rwgj.items), rwgj) : reading.whyNot(rwgj),
    },
    { name: expert.icc1, words: icc1.shown ? guarded(decimals(icc1.value), icc1) : reading.whyNot(icc1) },
  ]
}

/** The number of explanations of one kind that half the room or more hold, in words. */
export function lensHeadline({ view, texts }: RoomReading, kind: LensItemView['kind']): string {
  const all = view.lens.filter((item) => item.kind === kind)
  const known = all.filter(({ held }) => held !== null)
  if (known.length === 0) return texts.lens.hidden
  return texts.lens.headline(known.filter(({ held }) => held).length, all.length, known.length < all.length)
}

/** The distribution of an item's answers, in as few words as fit a table, or why it is hidden. */
export function distributionInWords(reading: RoomReading, { item, distribution }: ItemView): string {
  const { texts } = reading
  if (!distribution.shown) return reading.why(distribution)
  if (distribution.is === 'nearly-all') return texts.items.nearlyAll(reading.optionsOf(item)[distribution.option] ?? '')
  return texts.items.counts(
    answerBars(reading, { item, counts: distribution.counts }).map(({ words, count }) =>
      texts.discuss.part(count, words),
    ),
  )
}
