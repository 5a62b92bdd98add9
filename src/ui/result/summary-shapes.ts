import type { ConceptInSummary } from '../../core/result/summary.ts'
import type { Place } from '../parts/concept-marks.ts'

/** One outline of a summary's picture. */
export interface SummaryShape {
  readonly place: Place
  readonly path: string
  readonly paint: 'full' | 'thick' | 'faint' | 'outline' | 'dotted'
}

/** The picture's measures, in units of its own. */
export const PICTURE = { width: 360, height: 150, top: 6, work: 144 } as const

const HALF = 10
const HEAD = { half: 19, height: 20 }
const RING = 24
const LIFT = 34

/** Whether a concept counts, passes, is not told apart, or cannot be seen. */
const LOOKS: Readonly<Record<ConceptInSummary, 'counts' | 'passes' | 'open' | 'unseen'>> = {
  ahead: 'counts',
  reported: 'counts',
  behind: 'passes',
  // Quiet and hidden look the same, so little is not drawn as what passes.
  little: 'open',
  level: 'open',
  open: 'open',
  unseen: 'unseen',
}

const block = (x: number, from: number, to: number, half = HALF) =>
  `M${x - half} ${from}H${x + half}V${to}H${x - half}z`

const circle = (x: number, y: number, radius: number) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`

/** A broad arrow from one height to another. */
function arrow(x: number, from: number, to: number): string {
  const neck = to + (from > to ? HEAD.height : -HEAD.height)
  return `M${x - HALF} ${from}V${neck}H${x - HEAD.half}L${x} ${to}L${x + HEAD.half} ${neck}H${x + HALF}V${from}z`
}

/** The form of a concept that passes, is not told apart, or cannot be seen. */
function wholeForm(x: number, place: Place): string {
  if (place === 'source') return circle(x, PICTURE.work - LIFT, RING)
  return place === 'up' ? arrow(x, PICTURE.work, PICTURE.top) : arrow(x, PICTURE.top, PICTURE.work)
}

/** The form of a concept that counts: shut in at the source, broken off on the way up, stopped on the way down. */
function countedForm(x: number, place: Place): Pick<SummaryShape, 'path' | 'paint'> {
  const { top, work } = PICTURE
  if (place === 'source') {
    const y = work - LIFT
    const reach = RING * 1.2
    return {
      path: `${circle(x, y, RING)}M${x - reach} ${y + reach}L${x + reach} ${y - reach}`,
      paint: 'thick',
    }
  }
  const blocks =
    place === 'up'
      ? [block(x, work, 82), block(x, 72, 56), block(x, 46, 38), block(x, 28, 25)]
      : place === 'down'
        ? [block(x, top, 74), block(x, 80, 88, 26)]
        : [arrow(x, top, work), block(x, 50, 56, 22), block(x, 70, 76, 22)]
  return { path: blocks.join(''), paint: 'full' }
}

/** The picture of a summary: one form for each concept, in columns, and none for a single statement. */
export function summaryShapes(
  concepts: readonly { readonly place: Place; readonly says: ConceptInSummary }[],
): SummaryShape[] {
  return concepts.map(({ place, says }, index) => {
    const x = (PICTURE.width / concepts.length) * (index + 0.5)
    const look = LOOKS[says]
    if (look === 'counts') return { place, ...countedForm(x, place) }
    return {
      place,
      path: wholeForm(x, place),
      paint: look === 'passes' ? 'faint' : look === 'open' ? 'outline' : 'dotted',
    }
  })
}
