import type { Palette } from './light-palette.ts'
import { PICTURE, summaryShapes, type SummaryShape } from './summary-shapes.ts'
import { overLine, type SummaryWords } from './summary-words.ts'
import type { ResultTexts } from '../locales/en/result.ts'

/** Pixels per unit, and the picture's width and margin in units. */
const SHARP = 2
const WIDTH = 800
const MARGIN = 56
const INNER = WIDTH - 2 * MARGIN
const SCALE = INNER / PICTURE.width
const MOST_ABREAST = 3

interface Type {
  readonly font: string
  readonly size: number
  readonly colour: string
  readonly style?: string
}

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

/** Writes a text around the middle of a column, or from its left edge on. Returns the height below it. */
function write(
  context: CanvasRenderingContext2D,
  text: string,
  y: number,
  { font, size, colour, style = '400' }: Type,
  column: { readonly x: number; readonly width: number; readonly align: CanvasTextAlign } = {
    x: MARGIN,
    width: INNER,
    align: 'left',
  },
): number {
  context.font = `${style} ${size}px ${font}`
  context.fillStyle = colour
  context.textAlign = column.align
  const lines = linesOf(context, text, column.width)
  lines.forEach((line, index) => context.fillText(line, column.x, y + size + index * size * 1.35))
  return y + lines.length * size * 1.35
}

function drawShape(context: CanvasRenderingContext2D, { place, path, paint }: SummaryShape, palette: Palette): void {
  const outline = new Path2D(path)
  context.save()
  context.fillStyle = palette[place]
  context.strokeStyle = palette[place]
  context.lineWidth = paint === 'thick' ? 8 : paint === 'dotted' ? 2 : 1.5
  if (paint === 'dotted') {
    context.lineCap = 'round'
    context.setLineDash([0.1, 5])
  }
  if (paint === 'faint') context.globalAlpha = 0.3
  if (paint === 'full' || paint === 'faint') context.fill(outline)
  else context.stroke(outline)
  context.restore()
}

/** Draws a summary from top to bottom. Returns its height. */
export function composeSummary(
  context: CanvasRenderingContext2D,
  words: SummaryWords,
  texts: ResultTexts,
  palette: Palette,
): number {
  const small = { font: palette.sans, size: 17, colour: palette.soft }
  let y = write(context, overLine(words), MARGIN, small)
  y = write(context, words.headline, y + 12, { font: palette.serif, size: 36, colour: palette.ink, style: '500' })
  y = write(context, texts.summary.top, y + 24, small) + 4
  context.save()
  context.translate(MARGIN, y)
  context.scale(SCALE, SCALE)
  context.strokeStyle = palette.rule
  context.lineWidth = 1
  context.stroke(new Path2D(`M0 .5H${PICTURE.width}M0 ${PICTURE.height - 0.5}H${PICTURE.width}`))
  for (const shape of summaryShapes(words.concepts)) drawShape(context, shape, palette)
  context.restore()
  y = write(context, texts.summary.work, y + PICTURE.height * SCALE + 2, small) + 10
  const width = INNER / words.concepts.length
  const isList = words.concepts.length > MOST_ABREAST
  const below = words.concepts.map(({ place, name, words: says }, index) => {
    const named = { font: palette.sans, size: 18, colour: palette[place], style: '600' }
    if (isList) return (y = write(context, `${index + 1}. ${name}${texts.colon} ${says}`, y, named))
    const column = { x: MARGIN + width * (index + 0.5), width: width - 12, align: 'center' as const }
    return write(context, says, write(context, name, y, named, column), { ...small, colour: palette.ink }, column)
  })
  y = Math.max(y, ...below) + 28
  if (words.ask) {
    y = write(context, words.ask.title, y, small)
    const asked = { font: palette.serif, size: 25, colour: palette.ink, style: 'italic 500' }
    y = write(context, texts.quote(words.ask.text), y + 4, asked) + 20
  }
  y = write(context, words.note, y, { ...small, size: 15 })
  return write(context, words.address, y + 8, { ...small, size: 15 }) + MARGIN
}

/**
 * A summary as a PNG.
 *
 * @param palette colours and fonts on white
 *
 * @throws Error where the browser gives no canvas or no image.
 */
export async function drawSummary(words: SummaryWords, texts: ResultTexts, palette: Palette): Promise<Uint8Array> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  const height = composeSummary(context, words, texts, palette)
  canvas.width = WIDTH * SHARP
  canvas.height = Math.ceil(height * SHARP)
  context.scale(SHARP, SHARP)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, WIDTH, height)
  composeSummary(context, words, texts, palette)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('no image')
  return new Uint8Array(await blob.arrayBuffer())
}
