import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  PointElement,
  ScatterController,
  type ChartConfiguration,
} from 'chart.js'
import { layOutTicks } from './lay-out-ticks.ts'
import type { ScoreBar, ScoreChartOptions } from './score-bars.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, PointElement, ScatterController)

/** The size of letters where none is given, and that for which marks are measured, in pixels. */
const USUAL_SIZE = 13

/** The width of a chart on a phone, in pixels. */
const PHONE = 320

/** Pixels to one of the page's, for a printer. */
const ON_PAPER = 3

/** Narrower than so many heights of a letter, words are a little smaller, and the figures of bands are left to the table. */
const NARROW = 35

/** The width of a strong letter, in heights of one. */
const STRONG = 0.66
/** Letters are made no smaller than this share of their size to fit; what is longer is broken. */
const SMALLEST = 0.77
/** The margin at either side, in pixels. */
const MARGIN = 9

const REHEARSED: ScoreBar = {
  name: '',
  score: 50,
  low: 40,
  high: 60,
  colour: '#000',
  point: 'circle',
  isHollow: false,
  before: null,
}

const tint = (colour: string) => `color-mix(in srgb, ${colour} 32%, transparent)`
const barOf = (low: number, high: number): [number, number] | null => (low === high ? null : [low, high])

/** A name in one line, or in two that are as even as its spaces allow: one that does not break belongs to what is beside it. */
function nameLines(name: string, most: number): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index)
  if (name.length <= most || spaces.length === 0) return [name]
  const longest = (at: number) => Math.max(at, name.length - at - 1)
  const at = spaces.reduce((best, one) => (longest(one) < longest(best) ? one : best))
  return [name.slice(0, at), name.slice(at + 1)]
}

function configuration({
  bars,
  ticks,
  ink,
  soft,
  rule,
  ground,
  font,
  size = USUAL_SIZE,
  paper,
}: ScoreChartOptions): ChartConfiguration<'bar' | 'scatter', unknown[], string> {
  /** Marks grow with the letters. */
  const grown = (length: number) => length * (size / USUAL_SIZE)
  const margin = grown(MARGIN)
  /** A point grows no more than the chart is wider than a phone's, or it would hide its bar. */
  const radius =
    (length: number) =>
    ({ chart }: { chart: Chart }) =>
      Math.min(grown(length), length * Math.max(1, chart.width / PHONE))
  const scored = bars.filter(({ score }) => score !== null)
  const compared = bars.some(({ before }) => before !== null)
  const scoredBefore = bars.filter(({ before }) => before !== null && before.score !== null)
  const isNarrow = (width: number) => width < NARROW * size
  const nameFor = (width: number, name: string) => (isNarrow(width) ? name.replace(/ \(.*$/, '') : name)
  /** The names in lines, as large as the longest line allows. */
  const namesFor = (width: number) => {
    const room = (width - 16) / STRONG
    const names = bars.map(({ name }) => nameLines(nameFor(width, name), room / (SMALLEST * (size + 1))))
    const longest = Math.max(1, ...names.flat().map((line) => line.length))
    const most = Math.max(1, ...names.map((lines) => lines.length))
    return {
      // All end at the same height above their bars.
      names: names.map((lines) => [...Array<string>(most - lines.length).fill(''), ...lines]),
      size: Math.min(size + 1, room / longest),
      lines: most,
    }
  }
  /** Text is centred on its place, so that two lines stand half a line higher. An option as others, but not by its type. */
  const aboveBars = ({ chart }: { chart: Chart }) =>
    -grown(10) - size - (compared ? grown(3) : 0) - (namesFor(chart.width).lines - 1) * 0.6 * size
  const ticksFor = ({ width, ctx }: Chart) => {
    const measure = (text: string, letters: number) => {
      ctx.save()
      ctx.font = `${letters}px ${font}`
      const wide = ctx.measureText(text).width
      ctx.restore()
      return wide
    }
    const most = isNarrow(width) ? size - 1 : size
    return layOutTicks(ticks, { width, margin, size: most, smallest: SMALLEST * most, measure })
  }
  const point = { clip: false as const }
  const bar = {
    borderWidth: 1,
    borderRadius: grown(9),
    borderSkipped: false as const,
    barThickness: grown(16),
    grouped: false,
  }

  return {
    type: 'bar',
    data: {
      labels: bars.map(({ name }) => name),
      // The first is drawn on top.
      datasets: [
        {
          ...point,
          type: 'scatter',
          data: scored.map(({ name, score }) => ({ x: score, y: name })),
          pointRadius: radius(compared ? 5.5 : 6.5),
          pointStyle: scored.map(({ point: shape }) => shape),
          pointBackgroundColor: scored.map(({ colour, isHollow }) => (isHollow ? 'transparent' : colour)),
          pointBorderWidth: scored.map(({ isHollow }) => (isHollow ? 2 : 1)),
          pointBorderColor: scored.map(({ colour }) => colour),
        },
        ...(compared
          ? ([
              {
                ...point,
                type: 'scatter',
                data: scoredBefore.map(({ name, before }) => ({ x: before?.score, y: name })),
                pointRadius: radius(7.5),
                pointStyle: scoredBefore.map(({ point: shape }) => shape),
                pointBackgroundColor: ground,
                pointBorderWidth: 2,
                pointBorderColor: scoredBefore.map(({ colour }) => colour),
              },
              {
                ...bar,
                type: 'bar',
                data: bars.map(({ score, before }) =>
                  score === null || !before || before.score === null ? null : barOf(before.score, score),
                ),
                backgroundColor: bars.map(({ colour }) => colour),
                borderWidth: 0,
                borderRadius: 0,
                barThickness: grown(3),
              },
            ] as const)
          : []),
        {
          ...bar,
          type: 'bar',
          data: bars.map(({ low, high }) => barOf(low, high)),
          backgroundColor: bars.map(({ colour, isHollow }) => (isHollow ? 'transparent' : tint(colour))),
          borderColor: bars.map(({ colour }) => colour),
        },
        ...(compared
          ? ([
              {
                ...bar,
                type: 'bar',
                data: bars.map(({ before }) => (before ? barOf(before.low, before.high) : null)),
                backgroundColor: 'transparent',
                borderColor: bars.map(({ colour }) => colour),
                barThickness: grown(22),
                borderRadius: grown(12),
              },
            ] as const)
          : []),
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: paper ? ON_PAPER : globalThis.devicePixelRatio || 1,
      layout: {
        padding: ({ chart }) => ({ right: margin, left: margin, top: (namesFor(chart.width).lines - 1) * 1.2 * size }),
      },
      scales: {
        x: {
          min: 0,
          max: 100,
          // A plate can be laid only behind names of one line, and no line goes through a name.
          grid: { color: ({ chart }) => (namesFor(chart.width).lines > 1 ? 'transparent' : rule), drawTicks: false },
          border: { display: false },
          ticks: {
            stepSize: 100 / (ticks.length - 1),
            autoSkip: false,
            maxRotation: 0,
            align: 'inner',
            color: soft,
            padding: 6,
            font: ({ chart }) => ({ family: font, size: ticksFor(chart).size }),
            callback(_value, index) {
              const lines = ticksFor(this.chart).lines[index] ?? []
              return lines.length > 0 ? [...lines] : ''
            },
          },
        },
        y: {
          grid: { display: false },
          border: { display: false },
          ticks: {
            mirror: true,
            labelOffset: aboveBars as unknown as number,
            padding: 0,
            z: 1,
            callback(_value, index) {
              return namesFor(this.chart.width).names[index] ?? ''
            },
            showLabelBackdrop: ({ chart }) => namesFor(chart.width).lines === 1,
            backdropColor: ground,
            backdropPadding: 2,
            color: ink,
            font: ({ chart }) => ({ family: font, size: namesFor(chart.width).size, weight: 600 }),
          },
        },
      },
    },
  }
}

/** @throws Error where there is nothing to draw on: the library would draw nothing, and say so in the console alone. */
function chartOn(canvas: HTMLCanvasElement, settings: ReturnType<typeof configuration>) {
  if (!canvas.getContext('2d')) throw new Error('There is nothing to draw on.')
  return new Chart(canvas, settings)
}

/** Draws the scores with their bands. Returns functions that redraw it with other colours and that end it. */
export function drawScoreChart(canvas: HTMLCanvasElement, options: ScoreChartOptions) {
  const chart = chartOn(canvas, configuration(options))
  return {
    redraw(next: ScoreChartOptions) {
      const { data, options: settings } = configuration(next)
      chart.data = data
      if (settings) chart.options = settings
      chart.resize()
      chart.update('none')
    },
    destroy: () => chart.destroy(),
  }
}

/** Draws a chart of a given size off the page, in pixels for a printer. */
export function drawStillChart(options: ScoreChartOptions, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const { options: settings, ...rest } = configuration(options)
  // Off the page, a responsive chart would have no size.
  const chart = chartOn(canvas, { ...rest, options: { ...settings, responsive: false } })
  const still = document.createElement('canvas')
  still.width = canvas.width
  still.height = canvas.height
  still.getContext('2d')?.drawImage(canvas, 0, 0)
  chart.destroy()
  return still
}

/** Draws a chart off the page, so that the code is compiled by the time the last answer is given: an empty one first. */
export const rehearsal: readonly (() => void)[] = [[], [REHEARSED]].map((bars) => () => {
  const plain = { ink: '#000', soft: '#000', rule: '#000', ground: '#fff', font: 'sans-serif', paper: false }
  drawStillChart({ bars, ticks: ['', '', ''], ...plain }, 300, 150)
})
