import { itemsOf, scaleOf } from '../../core/questionnaire/lookup.ts'
import type { Questionnaire } from '../../core/questionnaire/schema.ts'
import { CANT_TELL, type Answers } from '../../core/response/response.ts'
import { keyedStepOf } from '../../core/scoring/keyed.ts'
import type { Place } from '../parts/concept-marks.ts'

/** The place of a concept's marks. */
type Site = Questionnaire['concepts'][number]['place']

/** One statement's mark in the signal path: its place, and the paths it is drawn with. */
export interface Mark {
  readonly item: string
  readonly concept: string
  readonly place: Place
  /** The keyed step of the answer; `null` where it has none. */
  readonly step: number | null
  readonly cantTell: boolean
  /**
   * The share of the way that its line reaches: 1 for an answer at the lowest keyed
   * step, towards 0 at the highest; `null` where it has no step.
   */
  readonly reach: number | null
  /** Stroked: the line or the ring. */
  readonly line: string
  /** Stroked faintly: a line that fades, or the trace of an unseen one. */
  readonly faint: string
  /** Filled: the disc in a ring. */
  readonly solid: string
  /** The area that can be pointed at. */
  readonly area: string
}

/** The drawing's measures. Its text is outside of it, in the page's size and not the drawing's. */
export const DRAWING = { width: 420, height: 300, top: 24, middle: 149, bottom: 274, gutter: 86 } as const

/** The horizontal span of each place's marks. Source and up share the left: rings and lines alternate. */
const SPANS: Record<Site, { from: number; to: number }> = {
  source: { from: 106, to: 250 },
  up: { from: 115, to: 259 },
  down: { from: 282, to: 426 },
}

/** The whole width, for a questionnaire whose concepts are all at one place. */
const WHOLE = { from: 106, to: 426 }

/** The gap between two concepts at one place, in widths of a mark. */
const BETWEEN = 1.5

/** The start and the spacing of each concept's marks: concepts at one place share its span. */
function standsOf({ concepts, items }: Questionnaire): Map<string, { from: number; step: number }> {
  const isOnePlace = new Set(concepts.map(({ place }) => place)).size === 1
  const stands = new Map<string, { from: number; step: number }>()
  for (const place of ['source', 'up', 'down'] as const) {
    const own = concepts.filter((concept) => concept.place === place)
    const counts = own.map(({ id }) => itemsOf({ items }, id).length)
    const { from, to } = isOnePlace ? WHOLE : SPANS[place]
    const step = (to - from) / (counts.reduce((sum, count) => sum + count, 0) + BETWEEN * (own.length - 1))
    let x = from
    for (const [index, { id }] of own.entries()) {
      stands.set(id, { from: x, step })
      x += ((counts[index] ?? 0) + BETWEEN) * step
    }
  }
  return stands
}

const RISE = { from: DRAWING.bottom - 9, to: DRAWING.top + 2 }
const FALL = { from: DRAWING.top + 2, to: DRAWING.bottom - 2 }
const RING = 5.5
const ARROW = { width: 3.5, height: 5 }
const HALF_AREA = 4.5

/** The share of the way that a line reaches at the highest step. */
const SHORTEST = 0.16

const disc = (x: number, y: number, radius: number) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`

const box = (x: number, from: number, to: number) =>
  `M${x - HALF_AREA} ${from}h${2 * HALF_AREA}V${to}h${-2 * HALF_AREA}z`

const arrow = (x: number, y: number, height: number) =>
  `M${x - ARROW.width} ${y + height}L${x} ${y}L${x + ARROW.width} ${y + height}`

/** A line downwards as far as it reaches, bent once for every step above the lowest. */
function bentLine(x: number, from: number, to: number, bends: number): string {
  const height = Math.min(8, ((to - from) / Math.max(1, bends)) * 0.7)
  const start = Math.max(from, to - bends * height - 3)
  const bend = `l4.5 ${height / 4}l-9 ${height / 2}l4.5 ${height / 4}`
  return `M${x} ${from}V${start}${bend.repeat(bends)}V${to}`
}

type Paths = Pick<Mark, 'line' | 'faint' | 'solid' | 'area'>

/** A ring on the line of the work: full at the lowest step, empty and struck through at the highest. */
function atTheSource(x: number, reach: number | null): Paths {
  const y = DRAWING.bottom
  const ring = disc(x, y, RING)
  const share = reach === null ? 0 : (reach - SHORTEST) / (1 - SHORTEST)
  const empty = share < 0.01
  return {
    line: reach === null ? '' : empty ? `${ring}M${x - 6} ${y + 6}L${x + 6} ${y - 6}` : ring,
    faint: reach === null ? ring : '',
    solid: empty ? '' : disc(x, y, RING * share),
    area: box(x, y - 10, y + 10),
  }
}

/** A line from the work towards the top, which fades out where it does not arrive. */
function onTheWayUp(x: number, reach: number | null): Paths {
  const area = box(x, DRAWING.top, DRAWING.bottom - 10)
  if (reach === null) return { line: '', faint: `M${x} ${RISE.from}V${RISE.to}`, solid: '', area }
  const end = RISE.from - reach * (RISE.from - RISE.to)
  if (reach === 1)
    return { line: `M${x} ${RISE.from}V${end}${arrow(x, end, ARROW.height)}`, faint: '', solid: '', area }
  const dashes = [6, 14, 22].map((gap) => end - gap).filter((y) => y - 3 > RISE.to)
  return { line: `M${x} ${RISE.from}V${end}`, faint: dashes.map((y) => `M${x} ${y}v-3`).join(''), solid: '', area }
}

/** A line from the top towards the work, bent and stopped where it does not arrive. */
function onTheWayDown(x: number, reach: number | null, bends: number): Paths {
  const area = box(x, DRAWING.top, DRAWING.bottom)
  if (reach === null) return { line: '', faint: `M${x} ${FALL.from}V${FALL.to}`, solid: '', area }
  const end = FALL.from + reach * (FALL.to - FALL.from)
  const head = reach === 1 ? arrow(x, end, -ARROW.height) : `M${x - 4.5} ${end}h9`
  return { line: bentLine(x, FALL.from, end, bends) + head, faint: '', solid: '', area }
}

/**
 * A line from the top that reaches the work, with a bar across it for every step
 * above the lowest, as protection on the way.
 */
function guardedLine(x: number, bars: number | null): Paths {
  const area = box(x, DRAWING.top, DRAWING.bottom)
  if (bars === null) return { line: '', faint: `M${x} ${FALL.from}V${FALL.to}`, solid: '', area }
  const middle = (FALL.from + FALL.to) / 2
  const across = Array.from({ length: bars }, (_none, index) => `M${x - 5} ${middle + (index - (bars - 1) / 2) * 9}h10`)
  return {
    line: `M${x} ${FALL.from}V${FALL.to}${arrow(x, FALL.to, -ARROW.height)}${across.join('')}`,
    faint: '',
    solid: '',
    area,
  }
}

/**
 * The marks of one response, in the order the statements are shown. Unanswered
 * statements leave their place empty.
 */
export function marksOf(questionnaire: Questionnaire, answers: Answers): Mark[] {
  const stands = standsOf(questionnaire)
  return questionnaire.concepts.flatMap(({ id, place, kept }) => {
    const items = itemsOf(questionnaire, id)
    const { from, step: apart } = stands.get(id) ?? { from: 0, step: 0 }
    return items.map((item, index): Mark => {
      const options = scaleOf(questionnaire, item).options.length
      const step = keyedStepOf(questionnaire, answers, item)
      const cantTell = answers[item.id] === CANT_TELL
      const reach = step === null ? null : kept ? 1 : 1 - ((step - 1) / (options - 1)) * (1 - SHORTEST)
      const x = from + index * apart
      const paths = kept
        ? guardedLine(x, step === null ? null : step - 1)
        : place === 'source'
          ? atTheSource(x, reach)
          : place === 'up'
            ? onTheWayUp(x, reach)
            : onTheWayDown(x, reach, (step ?? 1) - 1)
      return {
        item: item.id,
        concept: id,
        place: kept ? 'kept' : place,
        step,
        cantTell,
        reach,
        ...paths,
        ...(step === null && !cantTell ? { faint: '' } : {}),
      }
    })
  })
}
