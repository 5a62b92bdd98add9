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
import type { ScoreBar, ScoreChartOptions } from './score-bars.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, PointElement, ScatterController)

/** Pixels to one of the page's, for a printer. */
const ON_PAPER = 3

/** Below this width in pixels letters are a little smaller, and the figures of bands are left to the table. */
const NARROW = 460

/** The width of a letter, in heights of one; of a strong one. */
const LETTER = { plain: 0.6, strong: 0.66 }
/** Letters are made no smaller than this to fit. */
const SMALLEST = 10

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

/** The words of a scale's step, broken where its share of the width is too narrow for them. */
function tickLines(words: string, size: number, room: number): string | string[] {
  return words.length * size * LETTER.plain > room ? words.split(' ') : words
}

function configuration({
  bars,
  ticks,
  ink,
  soft,
  rule,
  ground,
  font,
  size = 13,
  paper,
}: ScoreChartOptions): ChartConfiguration<'bar' | 'scatter', unknown[], string> {
  const scored = bars.filter(({ score }) => score !== null)
  const compared = bars.some(({ before }) => before !== null)
  const scoredBefore = bars.filter(({ before }) => before !== null && before.score !== null)
  const nameFor = (width: number, name: string) => (width < NARROW ? name.replace(/ \(.*$/, '') : name)
  /** As large as the longest name allows, and each word of the scale. */
  const sizeFor = (width: number, names: readonly string[], letter: number, most: number) => {
    const longest = Math.max(1, ...names.map((name) => name.length))
    return Math.max(SMALLEST, Math.min(most, (width - 16) / (longest * letter)))
  }
  const nameSize = (width: number) =>
    sizeFor(
      width,
      bars.map(({ name }) => nameFor(width, name)),
      LETTER.strong,
      size + 1,
    )
  const tickSize = (width: number) => {
    const words = ticks.flatMap((tick) => tick.split(' '))
    return sizeFor(width / ticks.length, words, LETTER.plain, width < NARROW ? size - 1 : size)
  }
  const point = { clip: false as const, pointHoverRadius: 6.5 }
  const bar = { borderWidth: 1, borderRadius: 9, borderSkipped: false as const, barThickness: 16, grouped: false }

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
          pointRadius: compared ? 5.5 : 6.5,
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
                pointRadius: 7.5,
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
                barThickness: 3,
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
                barThickness: 22,
                borderRadius: 12,
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
      layout: { padding: { right: 9, left: 9 } },
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
            font: ({ chart }) => ({ family: font, size: tickSize(chart.width) }),
            callback(_value, index) {
              const { width } = this.chart
              return tickLines(ticks[index] ?? '', tickSize(width), width / ticks.length)
            },
          },
        },
        y: {
          grid: { display: false },
          border: { display: false },
          ticks: {
            mirror: true,
            labelOffset: -10 - size - (compared ? 3 : 0),
            padding: 0,
            z: 1,
            callback(_value, index) {
              return nameFor(this.chart.width, bars[index]?.name ?? '')
            },
            showLabelBackdrop: true,
            backdropColor: ground,
            backdropPadding: 2,
            color: ink,
            font: ({ chart }) => ({ family: font, size: nameSize(chart.width), weight: 600 }),
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

/** Draws a chart off the page, so that the code is compiled by the time the last answer is given: an empty one first. */
export const rehearsal: readonly (() => void)[] = [[], [REHEARSED]].map((bars) => () => {
  const plain = { ink: '#000', soft: '#000', rule: '#000', ground: '#fff', font: 'sans-serif', paper: false }
  drawStillChart({ bars, ticks: ['', '', ''], ...plain }, 300, 150)
})
