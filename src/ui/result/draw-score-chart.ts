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
import type { Place } from '../parts/concept-marks.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, PointElement, ScatterController)

export interface ScoreBar {
  readonly name: string
  readonly score: number | null
  readonly low: number
  readonly high: number
  /** The concept's colour, as computed. */
  readonly colour: string
  readonly point: 'circle' | 'triangle' | 'rect' | 'rectRot'
  readonly isHollow: boolean
}

/** One row of a chart. */
export interface ChartRow {
  readonly name: string
  readonly score: number | null
  /** The band, or without a score its limits where these are known. */
  readonly band: { readonly low: number; readonly high: number } | null
  /** The concept's place in the signal path, which decides its colour and mark. */
  readonly place: Place
  /** Drawn as an outline, beside another of the same colour. */
  readonly isHollow?: boolean
}

const POINTS = { source: 'circle', up: 'triangle', down: 'rect', kept: 'rectRot' } as const

/** Rows with computed colours for a canvas. */
export function barsOf(rows: readonly ChartRow[], colourOf: (place: Place) => string): ScoreBar[] {
  return rows.map(({ name, score, band, place, isHollow = false }) => ({
    name,
    score,
    low: band?.low ?? 0,
    high: band?.high ?? 0,
    colour: colourOf(place),
    point: POINTS[place],
    isHollow,
  }))
}

export interface ScoreChartOptions {
  readonly bars: readonly ScoreBar[]
  /** The response scale's words, lowest first, evenly over 0 to 100. */
  readonly ticks: readonly string[]
  readonly ink: string
  readonly soft: string
  readonly rule: string
  readonly font: string
  /** The size of the letters, in pixels of the page; 13 by default. */
  readonly size?: number
  /** Whether it is drawn for a printer, which has a higher resolution than a screen. */
  readonly paper: boolean
}

/** Pixels per pixel of the page, for a printer. */
const ON_PAPER = 3

/**
 * Below this width in pixels every second word under the axis is left out, and so
 * are the figures of bands, which are in the table.
 */
const NARROW = 460

/** The width of a letter, as a share of its height. */
const LETTER = 0.6

function configuration({
  bars,
  ticks,
  ink,
  soft,
  rule,
  font,
  size = 13,
  paper,
}: ScoreChartOptions): ChartConfiguration<'bar' | 'scatter', unknown[], string> {
  const scored = bars.filter(({ score }) => score !== null)
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ name }) => name),
      datasets: [
        {
          type: 'scatter',
          data: scored.map(({ name, score }) => ({ x: score, y: name })),
          clip: false,
          pointRadius: 6.5,
          pointHoverRadius: 6.5,
          pointStyle: scored.map(({ point }) => point),
          pointBackgroundColor: scored.map(({ colour, isHollow }) => (isHollow ? 'transparent' : colour)),
          pointBorderWidth: scored.map(({ isHollow }) => (isHollow ? 2 : 1)),
          pointBorderColor: scored.map(({ colour }) => colour),
        },
        {
          type: 'bar',
          data: bars.map(({ low, high }) => (low === high ? null : [low, high])),
          backgroundColor: bars.map(({ colour, isHollow }) =>
            isHollow ? 'transparent' : `color-mix(in srgb, ${colour} 32%, transparent)`,
          ),
          borderColor: bars.map(({ colour }) => colour),
          borderWidth: 1,
          borderRadius: 9,
          borderSkipped: false,
          barThickness: 16,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: paper ? ON_PAPER : globalThis.devicePixelRatio || 1,
      layout: { padding: { right: 8, left: 8 } },
      scales: {
        x: {
          min: 0,
          max: 100,
          grid: { color: rule, drawTicks: false },
          border: { display: false },
          ticks: {
            stepSize: 100 / (ticks.length - 1),
            autoSkip: false,
            maxRotation: 0,
            align: 'inner',
            color: soft,
            padding: 6,
            font: { family: font, size },
            callback(_value, index) {
              const words = ticks[index] ?? ''
              if (this.chart.width >= NARROW) {
                const room = this.chart.width / ticks.length
                return words.length * size * LETTER > room ? words.split(' ') : words
              }
              return index % 2 === 0 ? words.split(' ') : ''
            },
          },
        },
        y: {
          grid: { display: false },
          border: { display: false },
          ticks: {
            mirror: true,
            labelOffset: -9 - size,
            padding: 0,
            z: 1,
            callback(_value, index) {
              const name = bars[index]?.name ?? ''
              return this.chart.width < NARROW ? name.replace(/ \(.*$/, '') : name
            },
            color: ink,
            font: { family: font, size: size + 1, weight: 600 },
          },
        },
      },
    },
  }
}

/** Draws the scores with their bands. Returns functions that redraw it with other colours and that end it. */
export function drawScoreChart(canvas: HTMLCanvasElement, options: ScoreChartOptions) {
  const chart = new Chart(canvas, configuration(options))
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
  const chart = new Chart(canvas, { ...rest, options: { ...settings, responsive: false } })
  const still = document.createElement('canvas')
  still.width = canvas.width
  still.height = canvas.height
  still.getContext('2d')?.drawImage(canvas, 0, 0)
  chart.destroy()
  return still
}

/** Draws a chart off the page once, so that the code is compiled by the time the last answer is given. */
export function rehearse(): void {
  const bar: ScoreBar = { name: '', score: 50, low: 40, high: 60, colour: '#000', point: 'circle', isHollow: false }
  const plain = { ink: '#000', soft: '#000', rule: '#000', font: 'sans-serif', paper: false }
  drawStillChart({ bars: [bar], ticks: ['', '', ''], ...plain }, 300, 150)
}
