import { apartBy } from '../../core/room/apart-by.ts'
import type { ConceptDistance, RoomFindingView } from '../../core/room/room-view.ts'
import { optionOf } from '../../core/room/says-distance.ts'
import { earlierDistance, whenShown } from './earlier-distance.ts'
import type { RoomReading } from './room-reading.ts'
import { distanceOf } from './room-rows.ts'
import { distanceInWords } from './room-words.ts'

/** A concept on which the two ends of the room lie apart. */
export interface ConceptApart {
  readonly concept: string
  readonly name: string
  /** In points, whichever reports more. */
  readonly amount: number
  /** Whether it is that much at least: no interval is released, and the two means alone are certain. */
  readonly isLeast: boolean
  readonly isMoreFromTop: boolean
}

/**
 * The concepts on which the two ends are clearly apart, the widest first: by the
 * interval of the difference or, where none is released, because the two means alone
 * put an answer option or more between them.
 */
export function conceptsApart(reading: RoomReading): ConceptApart[] {
  const apart = reading.view.distance.concepts.flatMap((distance): ConceptApart[] => {
    const { concept, difference } = distance
    const name = reading.conceptName(concept)
    if (difference.shown) {
      const { points, clear } = difference
      return clear ? [{ concept, name, amount: Math.abs(points), isLeast: false, isMoreFromTop: points > 0 }] : []
    }
    const ends = distanceOf(reading, distance)
    if (!ends.shown) return []
    const { points, atLeast } = apartBy(ends.top.mean, ends.work.mean)
    return atLeast >= optionOf(reading.part.questionnaire, concept)
      ? [{ concept, name, amount: atLeast, isLeast: true, isMoreFromTop: points.low > 0 }]
      : []
  })
  return apart.toSorted((one, other) => other.amount - one.amount)
}

/** The concepts on which the means of both ends lie an answer option or more apart, and this room cannot tell whether that is chance. */
function perhapsApart(reading: RoomReading): ConceptDistance[] {
  return reading.view.distance.concepts.filter(({ concept, difference }) => {
    const option = optionOf(reading.part.questionnaire, concept)
    return difference.shown && !difference.clear && Math.abs(difference.points) >= option
  })
}

/** Whether a headline says only that no concept leads, which is no news beside a distance. */
function namesNoConcept({ part }: RoomReading, { finding }: RoomFindingView): boolean {
  const when = part.questionnaire.room?.find(({ id }) => id === finding)?.when
  const conditions = [...(when?.all ?? []), ...(when?.any ?? []), ...(when?.none ?? [])]
  return conditions.some(({ is }) => is === 'level' || is === 'scored')
}

/** The distance of an earlier view in a few words, dated. */
export function earlierHeadline(earlier: RoomReading): string {
  const { texts, top, work } = earlier
  const apart = conceptsApart(earlier)
  const words = apart.length > 0 ? texts.distance.lead(top, work, apart) : distanceHeadline(earlier)
  return `${whenShown(earlier)}${texts.colon} ${words}`
}

/** The distance as an earlier view showed it, on concepts on which this one has none. */
function distanceBefore(reading: RoomReading): ReturnType<typeof roomLead> {
  const earlier = earlierDistance(reading)
  if (!earlier || conceptsApart(earlier).length === 0) return []
  return [{ text: earlierHeadline(earlier), reason: reading.texts.distance.before }]
}

/** The distance as this view shows it. */
function distanceNow(reading: RoomReading): ReturnType<typeof roomLead> {
  const { texts, top, work } = reading
  const apart = conceptsApart(reading)
  if (apart.length > 0) {
    const namesOf = (isMoreFromTop: boolean) =>
      apart.filter((one) => one.isMoreFromTop === isMoreFromTop).map(({ name }) => name)
    const more = [
      { who: work, names: namesOf(false) },
      { who: top, names: namesOf(true) },
    ].filter(({ names }) => names.length > 0)
    const reason = texts.distance.leadReason(
      more,
      apart.some(({ isLeast }) => isLeast),
      apart.some(({ isLeast }) => !isLeast),
    )
    return [{ text: texts.distance.lead(top, work, apart), reason }]
  }
  const perhaps = perhapsApart(reading)
  if (perhaps.length === 0) return []
  const reason = perhaps.map((distance) => distanceInWords(reading, distance).slice(0, 3).join(' ')).join(' ')
  return [{ text: distanceHeadline(reading), reason }]
}

/**
 * The sentences that a room shows first, each with its reason: the distance between the
 * two ends, where there is one, and the headline of the questionnaire. Beside a
 * distance a headline that no concept leads is left out: a mean of two views that
 * far apart describes neither. So it is where the two means lie an option apart and the
 * room cannot tell whether the views do, which is then said first. What this view cannot
 * say of the distance beside an earlier one follows as that one showed it: it stands.
 */
export function roomLead(reading: RoomReading): { readonly text: string; readonly reason: string }[] {
  const headlines = reading.findings('headline')
  const distance = [...distanceNow(reading), ...distanceBefore(reading)]
  const named = headlines.filter((finding) => distance.length === 0 || !namesNoConcept(reading, finding))
  return [...distance, ...named.map((finding) => reading.findingText(finding))]
}

/**
 * A summary of the scores in a few words: which concept lies clear of the others, if one does. Where none does and the
 * two ends lie apart, in this view or in the earlier one that stands in its place, that each covers two views.
 */
export function scoresHeadline(reading: RoomReading): string {
  const { texts, view, top, work } = reading
  const shown = view.concepts.filter(({ room }) => room.shown)
  if (shown.length === 0) return texts.scores.nothing
  const highest = shown.filter(({ above }) => above.length > 0 && above.length === shown.length - 1)
  const earlier = earlierDistance(reading)
  const apart = [...conceptsApart(reading), ...perhapsApart(reading), ...(earlier ? conceptsApart(earlier) : [])]
  if (highest.length === 0 && apart.length > 0) return texts.scores.coverDistance(top, work)
  return texts.scores.headline(highest.map(({ concept }) => reading.conceptName(concept)))
}

/** A summary of the distances in a few words. */
export function distanceHeadline(reading: RoomReading): string {
  const { texts, view, top, work } = reading
  const apart = new Set(conceptsApart(reading).map(({ concept }) => concept))
  const shown = view.distance.concepts.filter((distance) => {
    const ends = distanceOf(reading, distance)
    return ends.shown && ends.row.figure !== ''
  })
  if (shown.length === 0) return texts.distance.hidden
  const clear = shown.filter(({ concept }) => apart.has(concept))
  return texts.distance.headline(
    clear.map(({ concept }) => reading.conceptName(concept)),
    shown.length,
    top,
    work,
  )
}
