import { BETWEEN_COUNTS, type PathDrawing, type PathFlow } from './drawing.ts'
import { layoutFlow, partsOf, type Box, type StreamGeometry } from './layout-flow.ts'
import { layoutLabels, lengthFor } from './layout-labels.ts'
import { BARE, CENTRE, COLUMN, GAP, PITCH, TURN, WIDEST_STREAM } from './measures.ts'
import { wrap, type Measure } from './wrap.ts'

/** One line of text, by its top left corner. */
export interface Text {
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface FlowGeometry extends StreamGeometry {
  readonly flow: PathFlow
  /** The stream's name and how much of it passes, at the end of its way. */
  readonly heading: {
    readonly box: Box
    readonly align: 'center' | 'start'
    readonly lines: readonly { readonly text: string; readonly isStrong: boolean }[]
  }
}

export interface PathGeometry {
  readonly width: number
  readonly height: number
  /** The height of a line of text. */
  readonly line: number
  /** The lines of the top and of the work. */
  readonly levels: string
  readonly names: readonly Text[]
  readonly flows: readonly FlowGeometry[]
}

export interface PathSpace {
  readonly width: number
  /** The size of the letters in pixels. All else is measured in it. */
  readonly em: number
  /** The height of a line of text. */
  readonly line: number
  readonly measure: Measure
  /** How long the way is at least, and may get before labels name fewer reasons; in letters. */
  readonly shortest: number
  readonly tallest: number
  /** Whether labels share the width by what they have to say, so that it is as low as can be; else both sides have the same. */
  readonly isLow?: boolean
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const round = (value: number) => Math.round(value * 100) / 100

const amountIn = ({ bundles, passing, skipped }: PathFlow) =>
  bundles.reduce((sum, { shares }) => sum + shares.length, 0) + passing.length + skipped

/** The widest word of a stream's labels. */
const widestWord = ({ bundles }: PathFlow, measure: Measure) =>
  Math.max(
    0,
    ...bundles.flatMap(({ heading, names }) => [
      ...heading.split(' ').map((word) => measure(word, true)),
      ...names.flatMap((name) => name.split(' ').map((word) => measure(word, false))),
    ]),
  )

/** Streams that stand beside each other, between the same two lines. */
interface Row {
  readonly flows: readonly PathFlow[]
  readonly pitch: number
  /** The width of the labels of each. */
  readonly columns: readonly number[]
}

/** How the rest of a width can be shared by two, the most even first. */
function sharesOf([one = 0, other = 0]: readonly number[], width: number, step: number): (readonly number[])[] {
  const shares: [number, number][] = []
  for (let own = one; own <= width - other + 0.01; own += step) shares.push([own, width - own])
  return shares.toSorted((a, b) => Math.abs(a[0] - a[1]) - Math.abs(b[0] - b[1]))
}

/** Both streams in one row, with their labels on the outside; where words would not fit, each in a row of its own. */
function rowsOf({ flows, more }: PathDrawing, space: PathSpace): Row[] {
  const { width, em, line, measure, shortest, isLow = false } = space
  const most = COLUMN.most * em
  const words = flows.map((flow) => Math.max(COLUMN.least * em, widestWord(flow, measure)))
  const rowOf = (own: readonly PathFlow[], needed: number, thinnest: number) => {
    const amounts = own.map(amountIn)
    const taken = (pitch: number) =>
      own.reduce((sum, flow) => sum + TURN * em + partsOf(flow, pitch, em).width, 0) + (own.length - 1) * CENTRE * em
    const widest = Math.min(PITCH.most * em, (WIDEST_STREAM * em) / Math.max(...amounts))
    const room = width - needed - taken(0)
    const fitting = room / sumOf(amounts)
    const pitch = Math.max(Math.min(widest, thinnest), Math.min(widest, fitting))
    return { flows: own, pitch, free: width - taken(pitch) }
  }
  const needs = (word: number, good: number) => Math.max(word, good * em)
  const even = Math.max(...words)
  const beside = rowOf(flows, flows.length * needs(even, COLUMN.good), PITCH.least * em)
  const share = beside.free / flows.length
  if (flows.length === 1 || (!isLow && share >= even - 0.5))
    return [{ ...beside, columns: flows.map(() => Math.min(most, share)) }]
  /** A stream without labels leaves its side to the other's. */
  const least = (good: number) =>
    flows.map(({ bundles }, index) => (bundles.length > 0 ? needs(words[index]!, good) : BARE * em))
  const candidates = [COLUMN.good, COLUMN.roomy, COLUMN.most].flatMap((good) => {
    const row = rowOf(flows, sumOf(least(good)), PITCH.least * em)
    return sharesOf(least(0), row.free, em).map((columns): Row => ({
      ...row,
      columns: columns.map((column) => Math.min(most, column)),
    }))
  })
  /** With as few names as can be, so that what there is room for is a matter of height alone; of what is as low, with the fewest lines. A heading of three lines costs as much as a line of height. */
  const costs = candidates.map(({ pitch, columns }) => {
    const labels = flows.map((flow, index) =>
      layoutLabels(flow, 0, { column: columns[index]!, pitch, em, line, measure, more }),
    )
    const length = Math.max(shortest * em, ...labels.map((own, index) => lengthFor(flows[index]!, own, em)))
    const headings = labels.flat().map(({ lines }) => lines.filter(({ isStrong }) => isStrong).length)
    const broken = sumOf(headings.map((lines) => Math.max(0, lines - 2)))
    const lines = sumOf(labels.flat().map((label) => label.lines.length)) + 2 * sumOf(headings)
    return length + broken * line + lines / 100
  })
  const best = candidates[costs.indexOf(Math.min(...costs))]
  if (best) return [best]
  return flows.map((flow) => {
    const alone = rowOf([flow], needs(even, COLUMN.good), PITCH.thinnest)
    return { ...alone, columns: [Math.min(most, alone.free)] }
  })
}

/** On one line where that has room for them, else each on its own. */
function countsIn(counts: readonly string[], width: number, measure: Measure): string[] {
  const line = counts.join(BETWEEN_COUNTS)
  return (measure(line, false) <= width ? counts.slice(0, 1).map(() => line) : counts).flatMap((text) =>
    wrap(text, false, width, measure),
  )
}

/** Where one row lies, from top to bottom. */
interface RowGeometry {
  readonly bottom: number
  readonly levels: string
  readonly names: readonly Text[]
  readonly flows: readonly FlowGeometry[]
}

function layoutRow(
  { flows, pitch, columns }: Row,
  { levels, more }: PathDrawing,
  { width, em, line, measure, shortest, tallest }: PathSpace,
  y: number,
): RowGeometry {
  const gap = GAP * em
  const isBeside = flows.length > 1
  const labels = flows.map((flow, index) =>
    layoutLabels(flow, tallest * em, { column: columns[index]!, pitch, em, line, measure, more }),
  )
  const length = Math.max(shortest * em, ...labels.map((own, index) => lengthFor(flows[index]!, own, em)))
  const sizes = flows.map((flow) => TURN * em + partsOf(flow, pitch, em).width)
  const labelsAt = (index: number) => (isBeside && index === 0 ? 'left' : 'right')
  /** Labels that need not the whole width leave the same on both sides. */
  const spare = isBeside ? Math.max(0, width - columns[0]! - columns[1]! - CENTRE * em - sizes[0]! - sizes[1]!) / 2 : 0
  const edgeOf = (index: number) =>
    labelsAt(index) === 'left' ? columns[0]! + spare : isBeside ? width - columns[1]! - spare : sizes[index]!

  /** Headings stand at the end of the way, the names of the levels where no heading can be. */
  const nameWidth = (name: string) => measure(name, false)
  const headings = flows.map(({ title, counts, direction }, index) => {
    const taken = nameWidth(direction === 'up' ? levels.top : levels.work) + em
    const [from, to] = isBeside ? [taken, width] : [0, width - taken]
    const lines = [
      ...wrap(title, true, to - from, measure).map((text) => ({ text, isStrong: true })),
      ...countsIn(counts, to - from, measure).map((text) => ({ text, isStrong: false })),
    ]
    const own = Math.max(...lines.map(({ text, isStrong }) => measure(text, isStrong)))
    const edge = edgeOf(index)
    const middle =
      labelsAt(index) === 'left' ? edge + (TURN * em + sizes[index]!) / 2 : edge - (TURN * em + sizes[index]!) / 2
    const x = isBeside ? Math.min(Math.max(from, middle - own / 2), Math.max(from, to - own)) : 0
    return { lines, x, width: own, height: lines.length * line }
  })
  const heightAt = (direction: 'up' | 'down') =>
    Math.max(line, ...flows.map((flow, index) => (flow.direction === direction ? headings[index]!.height : 0)))
  const top = y + heightAt('up') + gap
  const work = top + length
  const bottom = work + gap + heightAt('down')

  return {
    bottom,
    levels: `M0 ${round(top)}H${round(width)}M0 ${round(work)}H${round(width)}`,
    names: [
      { text: levels.top, x: isBeside ? 0 : width - nameWidth(levels.top), y: top - gap - line },
      { text: levels.work, x: isBeside ? 0 : width - nameWidth(levels.work), y: work + gap },
    ],
    flows: flows.map((flow, index): FlowGeometry => {
      const { lines, x, width: own, height } = headings[index]!
      const headingTop = flow.direction === 'up' ? top - gap - height : work + gap
      const frame = {
        labelsAt: labelsAt(index),
        edge: edgeOf(index),
        column: columns[index]!,
        top,
        length,
        pitch,
        em,
      } as const
      return {
        flow,
        ...layoutFlow(flow, labels[index]!, frame),
        heading: { box: { x, y: headingTop, width: own, height }, align: isBeside ? 'center' : 'start', lines },
      }
    }),
  }
}

/**
 * Where everything of a signal path stands, in pixels. It knows of no page: what
 * measures texts is handed in. Nothing overlaps, whatever is drawn.
 */
export function layoutPath(drawing: PathDrawing, space: PathSpace): PathGeometry {
  const rows: RowGeometry[] = []
  for (const row of rowsOf(drawing, space)) {
    const above = rows.at(-1)
    rows.push(layoutRow(row, drawing, space, above ? above.bottom + space.em : 0))
  }
  return {
    width: space.width,
    height: rows.at(-1)?.bottom ?? 0,
    line: space.line,
    levels: rows.map(({ levels }) => levels).join(''),
    names: rows.flatMap(({ names }) => names),
    flows: rows.flatMap(({ flows }) => flows),
  }
}
