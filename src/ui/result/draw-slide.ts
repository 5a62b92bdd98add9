import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { ShownResult } from '../../core/result/shown-result.ts'
import type { ResultTexts } from '../locales/en/result.ts'
import type { Place } from '../parts/concept-marks.ts'
import { lightPalette, type Palette } from './light-palette.ts'
import type { BundleGeometry, Stroke } from '../path/layout-flow.ts'
import { layoutPath, type FlowGeometry, type PathGeometry } from '../path/layout-path.ts'
import { fontOf, measureIn, type Lettering } from '../path/measure-in.ts'
import { LINE } from '../path/measures.ts'
import { resultPicture } from './result-picture.ts'
import { seatIn } from './seat-in.ts'
import { wrap } from '../path/wrap.ts'
import { ResultView } from './result-view.ts'

/** A slide's size, in pixels. */
const SLIDE = { width: 1600, height: 900 } as const
const MARGIN = 64
/** The width of the lines beside the picture, which say whose result it is. */
const ASIDE = 470
const BETWEEN = 72
const SMALL = 22
/** The headline gets smaller where much is to be said beside it. */
const HEADLINE = { most: 44, least: 26 } as const

const shade = (colour: string, share: number, paper: string) =>
  `color-mix(in srgb, ${colour} ${share * 100}%, ${paper})`

function stroke(context: CanvasRenderingContext2D, strokes: readonly Stroke[]) {
  for (const { d, width } of strokes) {
    context.lineWidth = width
    context.stroke(new Path2D(d))
  }
}

/** A bundle as the page draws it. */
function drawBundle(context: CanvasRenderingContext2D, geometry: BundleGeometry, colour: string, palette: Palette) {
  const { bundle, strokes, fill, fine, leader, dot } = geometry
  const isBlind = bundle.kind === 'unseen' || bundle.kind === 'hidden'
  context.strokeStyle = colour
  context.fillStyle = bundle.kind === 'hidden' ? shade(palette.soft, 0.55, palette.paper) : colour
  strokes.forEach((own, index) => {
    context.globalAlpha = bundle.kind === 'kept' && bundle.shares[index]! <= 0.5 ? 0.35 : 1
    stroke(context, [own])
  })
  context.globalAlpha = 1
  context.fill(new Path2D(fill))
  context.lineWidth = isBlind ? 1.5 : bundle.kind === 'kept' ? 2 : 4
  context.stroke(new Path2D(fine))
  context.lineWidth = 2
  context.stroke(new Path2D(leader))
  context.lineCap = 'round'
  context.lineWidth = 9
  context.stroke(new Path2D(dot))
  context.lineCap = 'butt'
}

/** Writes lines one below the other, from the top of the first. */
function write(
  context: CanvasRenderingContext2D,
  lines: readonly { readonly text: string; readonly isStrong: boolean; readonly y: number }[],
  {
    lettering,
    x,
    align,
    strong,
    plain,
  }: { lettering: Lettering; x: number; align: CanvasTextAlign; strong: string; plain: string },
) {
  context.textAlign = align
  for (const { text, isStrong, y } of lines) {
    context.font = fontOf(lettering, isStrong)
    context.fillStyle = isStrong ? strong : plain
    context.fillText(text, x, y + lettering.size * 0.95)
  }
}

function drawFlow(
  context: CanvasRenderingContext2D,
  { passing, sign, skipped, bundles, heading }: FlowGeometry,
  line: number,
  lettering: Lettering,
  palette: Palette,
) {
  const quiet = shade(palette.soft, 0.34, palette.paper)
  context.lineCap = 'butt'
  context.strokeStyle = context.fillStyle = quiet
  stroke(context, passing.strokes)
  context.fill(new Path2D(passing.head))
  for (const geometry of bundles) {
    const { place } = geometry.bundle
    const colour = place === null ? palette.soft : palette[place satisfies Place]
    drawBundle(context, geometry, colour, palette)
    const { align, lines } = geometry
    write(context, lines, {
      lettering,
      x: lines[0]?.x ?? 0,
      align: align === 'end' ? 'right' : 'left',
      strong: colour,
      plain: palette.ink,
    })
  }
  context.lineCap = 'round'
  context.strokeStyle = palette.soft
  stroke(context, [skipped, { d: sign, width: 1.25 }])
  const { box, align, lines } = heading
  write(
    context,
    lines.map((own, index) => ({ ...own, y: box.y + index * line })),
    {
      lettering,
      x: align === 'center' ? box.x + box.width / 2 : box.x,
      align: align === 'center' ? 'center' : 'left',
      strong: palette.ink,
      plain: palette.soft,
    },
  )
}

function drawPath(context: CanvasRenderingContext2D, geometry: PathGeometry, lettering: Lettering, palette: Palette) {
  context.strokeStyle = palette.rule
  context.lineWidth = 1.5
  context.stroke(new Path2D(geometry.levels))
  for (const { text, x, y } of geometry.names)
    write(context, [{ text, isStrong: false, y }], {
      lettering,
      x,
      align: 'left',
      strong: palette.ink,
      plain: palette.soft,
    })
  for (const flow of geometry.flows) drawFlow(context, flow, geometry.line, lettering, palette)
}

/** The largest letters with which the picture fits its place. */
function fitted(view: ResultView, palette: Palette): { geometry: PathGeometry; lettering: Lettering } {
  const { drawing } = resultPicture(view).picture
  const width = SLIDE.width - 2 * MARGIN - ASIDE - BETWEEN
  const height = SLIDE.height - 2 * MARGIN
  for (let size = 28; ; size -= 1) {
    const lettering = { family: palette.sans, size }
    const room = {
      width,
      em: size,
      line: LINE * size,
      measure: measureIn(lettering),
      shortest: 20,
      tallest: height / size - 7,
    }
    const geometry = layoutPath(drawing, room)
    if (geometry.height <= height || size <= 14) return { geometry, lettering }
  }
}

interface Aside {
  readonly text: string
  readonly font: string
  readonly size: number
  readonly colour: string
  /** The free space above the block, in pixels. */
  readonly above: number
}

/** Writes paragraphs from a height on, or only finds out how far they reach. Returns the height below them. */
function layAside(
  context: CanvasRenderingContext2D,
  paragraphs: readonly Aside[],
  from: number,
  writes = true,
): number {
  let y = from
  context.textAlign = 'left'
  for (const { text, font, size, colour, above } of paragraphs) {
    context.font = `${size}px ${font}`
    context.fillStyle = colour
    y += above
    for (const line of wrap(text, false, ASIDE, (words) => context.measureText(words).width)) {
      if (writes) context.fillText(line, MARGIN, y + size)
      y += size * 1.28
    }
  }
  return y
}

/**
 * The signal path of a result on a slide, with what it is and where it comes from,
 * as a PNG. Every answer that the picture counts can be read in it; it holds no code.
 *
 * @param note what is to be known about whose result it is; empty for one's own
 * @param site the address of the diagnostic, as people type it
 * @param within any element of the diagnostic, for its colours and fonts
 *
 * @throws Error where the browser gives no canvas or no image.
 */
export async function drawSlide(
  part: ResultPart,
  texts: ResultTexts,
  shown: ShownResult,
  { note, site, within }: { readonly note: string; readonly site: string; readonly within: Element },
): Promise<Uint8Array> {
  const view = new ResultView(part, texts, shown.response)
  const palette = lightPalette(within)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  canvas.width = SLIDE.width
  canvas.height = SLIDE.height
  context.lineJoin = 'round'
  context.fillStyle = palette.paper
  context.fillRect(0, 0, SLIDE.width, SLIDE.height)

  const small = { font: palette.sans, size: SMALL, colour: palette.soft, above: 10 }
  const { headline } = view.assessment
  const asideWith = (size: number): Aside[] => [
    { ...small, text: part.texts.title, above: 0 },
    { ...small, text: [...seatIn(texts, shown.response.vantage), texts.date(shown.completedOn)].join(' · ') },
    ...(shown.about ? [{ ...small, text: `${texts.about}${texts.colon} ${shown.about}` }] : []),
    ...(note ? [{ ...small, text: note }] : []),
    ...(headline
      ? [{ text: view.findingText(headline).text, font: palette.serif, size, colour: palette.ink, above: 36 }]
      : []),
    { ...small, text: texts.path.caption, above: 32 },
  ]
  const address = { ...small, text: site, colour: palette.ink, above: 0 }
  const bottom = SLIDE.height - MARGIN - (layAside(context, [address], 0, false) + SMALL)
  let size = HEADLINE.most
  while (size > HEADLINE.least && layAside(context, asideWith(size), MARGIN, false) > bottom) size -= 2
  layAside(context, asideWith(size), MARGIN)
  layAside(context, [address], bottom + SMALL)

  const { geometry, lettering } = fitted(view, palette)
  context.translate(MARGIN + ASIDE + BETWEEN, (SLIDE.height - geometry.height) / 2)
  drawPath(context, geometry, lettering, palette)

  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('no image')
  return new Uint8Array(await blob.arrayBuffer())
}
