import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { ShownResult } from '../../core/result/shown-result.ts'
import type { ResultTexts } from '../locales/en/result.ts'
import { CONCEPT_MARKS } from '../parts/concept-marks.ts'
import { ResultView } from './result-view.ts'
import { barsOf, drawStillChart } from './draw-score-chart.ts'
import { lightPalette, type Palette } from './light-palette.ts'
import { DRAWING, marksOf } from './marks.ts'

/** Pixels per unit, and the picture's width and margin in units. */
const SHARP = 2
const WIDTH = 900
const MARGIN = 56
const INNER = WIDTH - 2 * MARGIN
const PATH_SCALE = INNER / DRAWING.width
const CHART_HEIGHT = 320

/** Breaks a text into lines that fit. */
function linesOf(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Writes lines from a height on. Returns the height below them. */
function write(
  context: CanvasRenderingContext2D,
  text: string,
  y: number,
  { font, size, colour, x = MARGIN }: { font: string; size: number; colour: string; x?: number },
): number {
  context.font = `${font.includes('serif') && size > 24 ? 500 : 400} ${size}px ${font}`
  context.fillStyle = colour
  const height = size * 1.35
  const lines = linesOf(context, text, WIDTH - MARGIN - x)
  lines.forEach((line, index) => context.fillText(line, x, y + size + index * height))
  return y + lines.length * height
}

/** The signal path in the form of its component, without the parts for a pointer. */
function drawPath(context: CanvasRenderingContext2D, view: ResultView, y: number, palette: Palette): number {
  const { top, middle, bottom, gutter, width, height } = DRAWING
  context.save()
  context.translate(MARGIN, y)
  context.scale(PATH_SCALE, PATH_SCALE)
  context.strokeStyle = palette.rule
  context.lineWidth = 0.75
  context.stroke(new Path2D(`M${gutter} ${top}H${width}M${gutter} ${middle}H${width}M${gutter} ${bottom}H${width}`))
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const { place, reach, line, faint, solid } of marksOf(view.questionnaire, view.response.answers)) {
    const isUnseen = reach === null
    context.strokeStyle = palette[place]
    context.lineWidth = place === 'source' ? 1.5 : 2
    const [outline, filled] = [new Path2D(line), new Path2D(solid)]
    if (place === 'source') {
      context.fillStyle = palette.paper
      context.fill(outline)
    }
    context.stroke(outline)
    context.save()
    context.globalAlpha = isUnseen ? 1 : 0.45
    if (isUnseen) {
      context.lineWidth = 1.25
      context.setLineDash([0.1, 3.5])
    }
    context.stroke(new Path2D(faint))
    context.restore()
    context.fillStyle = palette[place]
    context.fill(filled)
  }
  context.restore()
  const heights = [top, middle, bottom]
  view.texts.path.levels.forEach(({ name, does }, index) => {
    const at = y + (heights[index] ?? 0) * PATH_SCALE
    context.fillStyle = palette.ink
    context.font = `600 17px ${palette.sans}`
    context.fillText(name, MARGIN, at - 3)
    context.fillStyle = palette.soft
    context.font = `400 17px ${palette.sans}`
    context.fillText(does, MARGIN, at + 18)
  })
  return y + height * PATH_SCALE
}

/** Draws the picture from top to bottom. Returns its height. */
function compose(
  context: CanvasRenderingContext2D,
  view: ResultView,
  shown: ShownResult,
  note: string,
  palette: Palette,
): number {
  const { texts, part } = view
  const small = { font: palette.sans, size: 18, colour: palette.soft }
  const heads = { font: palette.serif, size: 28, colour: palette.ink }
  let y = MARGIN
  y = write(
    context,
    [part.texts.title, texts.seenFrom(shown.response.vantage), texts.date(shown.completedOn)].join(' · '),
    y,
    small,
  )
  if (shown.about) y = write(context, `${texts.about}${texts.colon} ${shown.about}`, y + 4, small)
  if (note) y = write(context, note, y + 4, small)
  const { headline } = view.assessment
  if (headline) y = write(context, view.findingText(headline).text, y + 12, { ...heads, size: 38 })
  y = write(context, texts.path.title, y + 28, heads) + 12
  y = drawPath(context, view, y, palette) + 16
  for (const { name, place, summary } of view.pathSummaries) {
    context.save()
    context.translate(MARGIN, y + 3)
    context.strokeStyle = palette[place]
    context.lineWidth = 2.5
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(new Path2D(CONCEPT_MARKS[place]))
    context.restore()
    y = write(context, `${name}${texts.colon} ${summary}`, y, { ...small, colour: palette.ink, x: MARGIN + 36 }) + 6
  }
  y = write(context, texts.chart.title, y + 28, heads) + 12
  if (view.assessment.concepts.some(({ score }) => score !== null)) {
    const { ink, soft, rule, sans: font } = palette
    const bars = barsOf(view.chartRows, (place) => palette[place])
    const options = { bars, ticks: view.scaleWords, ink, soft, rule, font, size: 17, paper: true }
    const chart = drawStillChart(options, INNER, CHART_HEIGHT)
    context.drawImage(chart, MARGIN, y, INNER, CHART_HEIGHT)
    y = write(context, texts.chart.caption, y + CHART_HEIGHT + 12, small)
  } else y = write(context, texts.chart.nothing, y, small)
  y = write(context, texts.method.version(part.texts.title, view.questionnaire.version), y + 20, small)
  return y + MARGIN
}

/**
 * Both pictures of a result with their headings, as a PNG. It shows no answers
 * beyond those in the pictures, and no code.
 *
 * @param note a remark on whose result it is; empty for one's own
 * @param within any element of the diagnostic, for its colours and fonts
 *
 * @throws Error where the browser gives no canvas or no image.
 */
export async function drawPicture(
  part: ResultPart,
  texts: ResultTexts,
  shown: ShownResult,
  note: string,
  within: Element,
): Promise<Uint8Array> {
  const view = new ResultView(part, texts, shown.response)
  const palette = lightPalette(within)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  canvas.width = WIDTH * SHARP
  const height = compose(context, view, shown, note, palette)
  canvas.height = Math.ceil(height * SHARP)
  context.scale(SHARP, SHARP)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, WIDTH, height)
  compose(context, view, shown, note, palette)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('no image')
  return new Uint8Array(await blob.arrayBuffer())
}
