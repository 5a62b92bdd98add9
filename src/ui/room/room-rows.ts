import type { ReleasedScores } from '../../core/disclosure/release-concept.ts'
import type { Suppressed, Released } from '../../core/disclosure/released.ts'
import { apartBy } from '../../core/room/apart-by.ts'
import type { ConceptDistance, ConceptView, ItemDistance } from '../../core/room/room-view.ts'
import type { Place } from '../parts/concept-marks.ts'
import { drawnMean, type RoomReading } from './room-reading.ts'

/** A group's mean on the scale of 0 to 100. */
export interface ScaleRow {
  readonly id: string
  readonly name: string
  readonly place: Place
  /** The mean; `null` where only its limits are released. */
  readonly at: number | null
  /** The interval, or the limits of the mean; `null` where neither is released. */
  readonly low: number | null
  readonly high: number | null
  /** Drawn as an outline: a level, beside the room. */
  readonly isHollow: boolean
  /** The mean in figures. */
  readonly figure: string
}

export type DistanceMark = Pick<ScaleRow, 'at' | 'low' | 'high'>

/** The two ends of a room on one scale. */
export interface DistanceRow {
  readonly id: string
  readonly name: string
  readonly place: Place | 'plain'
  readonly top: DistanceMark
  readonly work: DistanceMark
  readonly isClear: boolean
  /** The distance in figures, and their unit. */
  readonly figure: string
  readonly unit: string
}

function markOf({ mean, interval }: Pick<ReleasedScores, 'mean' | 'interval'>): DistanceMark {
  const drawn = drawnMean(mean)
  return interval.shown ? { at: drawn.at, low: interval.low, high: interval.high } : drawn
}

/** One group of one concept in figures. */
function scaleRow(
  reading: RoomReading,
  concept: string,
  id: string,
  name: string,
  scores: ReleasedScores,
  isHollow: boolean,
): ScaleRow {
  const place = reading.placeOf(concept)
  return { id, name, place, ...markOf(scores), isHollow, figure: reading.meanFigure(scores.mean) }
}

/** The concepts' scores of the whole room; hidden ones are left out. */
export function roomRows(reading: RoomReading): ScaleRow[] {
  return reading.view.concepts.flatMap(({ concept, room }) =>
    room.shown ? [scaleRow(reading, concept, concept, reading.conceptName(concept), room, false)] : [],
  )
}

/** One concept for the room and for each level that may be shown. */
export function levelRows(reading: RoomReading, { concept, room, levels }: ConceptView): ScaleRow[] {
  const group = (scores: Released<ReleasedScores>, id: string, name: string, isHollow: boolean) =>
    scores.shown ? [scaleRow(reading, concept, id, name, scores, isHollow)] : []
  return [
    ...group(room, 'room', reading.texts.room, false),
    ...levels.flatMap((scores, index) => group(scores, `level ${index}`, reading.level(index), true)),
  ]
}

/** Both ends of the room on one concept, or why they cannot be compared. */
export function distanceOf(
  reading: RoomReading,
  { concept, difference }: ConceptDistance,
): { shown: true; row: DistanceRow; top: ReleasedScores; work: ReleasedScores } | Suppressed {
  const { top, work } = reading.view.distance
  const scores = reading.view.concepts.find((candidate) => candidate.concept === concept)
  const [one, other] = [scores?.levels[top], scores?.levels[work]]
  if (!one || !other) return { shown: false, why: 'too-few' }
  if (!one.shown) return one
  if (!other.shown) return other
  const { distance } = reading.texts
  const { atLeast } = apartBy(one.mean, other.mean)
  const points = difference.shown ? Math.abs(difference.points) : atLeast || null
  const isClear = difference.shown ? difference.clear : atLeast > 0
  const unitOf = (amount: number) => (difference.shown ? distance.unit(amount) : distance.unitAtLeast(amount))
  const row: DistanceRow = {
    id: concept,
    name: reading.conceptName(concept),
    place: reading.placeOf(concept),
    top: markOf(one),
    work: markOf(other),
    isClear,
    figure: points === null ? '' : reading.texts.number(points),
    unit: points === null ? distance.notShownBrief : isClear ? unitOf(points) : distance.cannotTellBrief,
  }
  return { shown: true, row, top: one, work: other }
}

/** Both ends of the room on each concept on which they can be compared. */
export const distanceRows = (reading: RoomReading): DistanceRow[] =>
  reading.view.distance.concepts.flatMap((concept) => {
    const ends = distanceOf(reading, concept)
    return ends.shown ? [ends.row] : []
  })

/** The distance between two released means of an item, in words. */
export function pointsApart({ texts }: RoomReading, { points, atLeast }: ItemDistance): string {
  return points.low === points.high ? texts.apart.exactly(atLeast) : texts.apart.atLeast(atLeast)
}

/** Both ends of the room on one item. */
export function itemDistanceRow(reading: RoomReading, distance: ItemDistance): DistanceRow {
  const { item, top, work } = distance
  return {
    id: item,
    name: '',
    place: 'plain',
    top: drawnMean(top),
    work: drawnMean(work),
    isClear: true,
    figure: reading.texts.number(distance.atLeast),
    unit:
      distance.points.low === distance.points.high
        ? reading.texts.distance.unit(distance.atLeast)
        : reading.texts.distance.unitAtLeast(distance.atLeast),
  }
}
