import resultPart from 'questionnaire:result/execution-gaps/en'
import { render } from 'vitest-browser-svelte'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { CANT_TELL, type Answer, type Response } from '../../src/core/response/response.ts'
import { Chart, type Scale } from 'chart.js'
import { drawScoreChart } from '../../src/ui/result/draw-score-chart.ts'
import type { ScoreChartOptions } from '../../src/ui/result/score-bars.ts'
import SignalPath from '../../src/ui/result/SignalPath.svelte'
import { ResultView } from '../../src/ui/result/result-view.ts'
import { resultTexts } from '../../src/ui/locales/en/result.ts'
import ConceptOnPage from './ConceptOnPage.svelte'

const { questionnaire, texts } = resultPart

function viewOf(answers: Record<string, Answer>, vantage: Response['vantage'] = 'senior') {
  return new ResultView(resultPart, resultTexts, { vantage, answers, secondsPerItem: 8 })
}

const everything = (answer: (index: number) => Answer) =>
  Object.fromEntries(questionnaire.items.map(({ id }, index) => [id, answer(index)]))

describe('the signal path', () => {
  const drawnOf = async (answers: Record<string, Answer>, paper?: { width: number; em: number }) => {
    const screen = await render(SignalPath, { view: viewOf(answers), ...(paper ? { paper } : {}) })
    const stripes = (selector: string) => screen.container.querySelectorAll(`${selector} .stripe`).length
    return { screen, stripes }
  }

  it('has one stripe for each statement: quiet where it passes, coloured where it is counted', async () => {
    const { stripes } = await drawnOf({ ...everything(() => 3), 'doubts-disappear': 4, 'goes-on-from-the-work': 2 })
    expect([stripes('.quiet'), stripes('.leaves.up'), stripes('.leaves.down')]).toEqual([22, 1, 1])
  })

  it('opens the statements of a part, with the answers, and closes them again', async () => {
    const { screen } = await drawnOf({ ...everything(() => 3), 'doubts-disappear': 5 })
    const part = screen.getByRole('button', { name: /^1 fading on the way up certainty asked for$/ })
    await part.click()
    await expect.element(part).toHaveAttribute('aria-expanded', 'true')
    const list = screen.getByRole('region', { name: '1 fading on the way up' })
    await expect
      .element(list.getByRole('listitem'))
      .toHaveTextContent(`${texts.items['doubts-disappear']!.text} almost always`)
    await list.getByRole('button', { name: 'Close' }).click()
    await expect.element(list).not.toBeInTheDocument()
  })

  it('reaches every statement by a part of its own, whatever became of it', async () => {
    const answers = Object.fromEntries(
      Object.entries(everything((index) => ([1, 4, CANT_TELL] as const)[index % 3]!)).filter(
        (_given, index) => index % 7 !== 0,
      ),
    )
    const { screen } = await drawnOf(answers)
    let listed = 0
    for (const part of screen.container.querySelectorAll<HTMLButtonElement>('.drawing button')) {
      part.click()
      await vi.waitFor(() => expect(part.getAttribute('aria-expanded')).toBe('true'))
      listed += screen.container.querySelectorAll('section li').length
    }
    expect(listed).toBe(24)
  })

  it('draws differently what could not be seen and what was left open', async () => {
    const { screen } = await drawnOf({ 'doubts-disappear': CANT_TELL })
    expect(screen.container.querySelectorAll('.unseen .fine')).toHaveLength(1)
    expect(
      [...screen.container.querySelectorAll('.skipped path')].map(
        (path) => path.getAttribute('d')!.split('M').length - 1,
      ),
    ).toEqual([15, 8])
  })

  it('is as wide as it is told on paper, with nothing to press', async () => {
    const { screen, stripes } = await drawnOf(
      everything(() => 4),
      { width: 600, em: 12 },
    )
    expect(screen.container.querySelector('svg')!.getAttribute('width')).toBe('600')
    expect(screen.container.querySelectorAll('button, summary')).toHaveLength(0)
    expect(stripes('')).toBe(24)
  })
})

describe('the chart', () => {
  const bar = { isHollow: false, score: 50, low: 40, high: 60, before: null }
  const plain = { ink: '#000', soft: '#000', rule: '#000', ground: '#fff', font: 'sans-serif', paper: false }

  function chartOf(options: Pick<ScoreChartOptions, 'bars' | 'ticks' | 'size'>, width: number, height = 300) {
    const place = document.createElement('div')
    place.style.width = `${width}px`
    place.style.height = `${height}px`
    const canvas = document.createElement('canvas')
    place.append(canvas)
    document.body.append(place)
    const drawn = drawScoreChart(canvas, { ...plain, ...options })
    onTestFinished(() => {
      drawn.destroy()
      place.remove()
    })
    return Chart.getChart(canvas)!
  }

  it('keeps each concept’s mark and colour when another has no score', () => {
    const chart = chartOf(
      {
        bars: [
          { ...bar, name: 'first', colour: 'rgb(1, 1, 1)', point: 'circle' },
          { ...bar, name: 'second', colour: 'rgb(2, 2, 2)', point: 'triangle', score: null },
          { ...bar, name: 'third', colour: 'rgb(3, 3, 3)', point: 'rect' },
        ],
        ticks: ['never', 'always'],
      },
      600,
    )
    expect(chart.data.datasets[0]).toMatchObject({
      data: [
        { x: 50, y: 'first' },
        { x: 50, y: 'third' },
      ],
      pointStyle: ['circle', 'rect'],
      pointBackgroundColor: ['rgb(1, 1, 1)', 'rgb(3, 3, 3)'],
    })
  })

  const scales = [
    ['English', ['never', 'rarely', 'sometimes', 'often', 'almost always']],
    ['French', ['jamais', 'rarement', 'parfois', 'souvent', 'presque toujours']],
  ] as const

  /** Every line of the labels of an axis, with its place in pixels and in lines from the top. */
  function linesOf({ chart }: Scale, labels: ReturnType<Scale['getLabelItems']>) {
    return labels.flatMap(({ label, font, options }) => {
      chart.ctx.font = font.string
      const [at = 0] = options.translation ?? []
      return [label].flat().flatMap((text, line) => {
        const width = chart.ctx.measureText(text).width
        const from = options.textAlign === 'left' ? at : options.textAlign === 'right' ? at - width : at - width / 2
        return text ? [{ text, line, from, to: from + width, size: font.size }] : []
      })
    })
  }

  const french = 'Friction organisationnelle'

  it.each(
    scales.flatMap(([language, ticks]) => [
      { language, ticks, size: 13, least: 12 },
      { language, ticks, size: 26, least: 20 },
    ]),
  )(
    'writes the words of the scale in $language, and none beside another, on the narrowest phone at $size px',
    ({ ticks, size, least }) => {
      const name = size === 13 ? `${french} : 47 → 34` : french
      const chart = chartOf({ bars: [{ ...bar, name, colour: 'red', point: 'rect' }], ticks, size }, 284)
      const { x, y } = chart.scales as { x: Scale; y: Scale }
      const lines = linesOf(x, x.getLabelItems(chart.chartArea))
      const words = lines.map(({ text }) => text).join(' ')
      if (size === 13) expect(words).toBe(ticks.join(' '))
      for (const end of [ticks[0]!, ticks.at(-1)!]) expect(words).toContain(end)
      for (const [index, one] of lines.entries()) {
        expect(one.size).toBeGreaterThanOrEqual(least)
        expect(one.from).toBeGreaterThanOrEqual(0)
        expect(one.to).toBeLessThanOrEqual(284)
        const beside = lines.slice(0, index).filter(({ line }) => line === one.line)
        for (const other of beside)
          expect(Math.max(one.from - other.to, other.from - one.to)).toBeGreaterThanOrEqual(size / 3)
      }
      const names = linesOf(y, y.getLabelItems(chart.chartArea))
      expect(names.map(({ text }) => text).join(' ')).toBe(name)
      for (const { from, to, size: letters } of names) {
        expect(to - from).toBeLessThan(284)
        expect(letters).toBeGreaterThanOrEqual(least - 2)
      }
    },
  )

  it('breaks a name that is too long above its bar', () => {
    const bars = ['Silence\u{a0}: 40 → 30', `${french}\u{a0}: 47 → 34`].map((name) => ({
      ...bar,
      name,
      colour: 'red',
      point: 'rect' as const,
    }))
    const { y } = chartOf({ bars, ticks: scales[1][1], size: 26 }, 354, 544).scales as { y: Scale }
    const items = y.getLabelItems(y.chart.chartArea)
    expect(items.map(({ label }) => label)).toEqual([
      ['', 'Silence\u{a0}: 40 → 30'],
      ['Friction', 'organisationnelle\u{a0}: 47 → 34'],
    ])
    // A plate of the library's would cover the upper line.
    for (const { options } of items) expect(options.backdrop).toBeUndefined()
    // Their middle stands so far above their bars that the lower of two lines does, too, and the upper is on the canvas.
    for (const [index, { options }] of items.entries()) {
      expect(options.translation![1]).toBeLessThan(y.getPixelForTick(index) - 26 * 1.2)
      expect(options.translation![1]).toBeGreaterThan(26 * 1.2)
    }
  })

  it('keeps the lines of the scale away from names', () => {
    const chart = chartOf(
      { bars: [{ ...bar, name: 'first', colour: 'red', point: 'circle' }], ticks: ['never', 'always'] },
      400,
    )
    const [name] = (chart.scales as { y: Scale }).y.getLabelItems(chart.chartArea)
    expect(name!.options.backdrop).toMatchObject({ color: '#fff' })
    chart.ctx.font = name!.font.string
    expect(name!.options.backdrop!.width).toBeGreaterThan(chart.ctx.measureText('first').width)
  })

  it('joins a score to what it is compared with, on one row', () => {
    const before = { score: 30, low: 20, high: 40 }
    const bars = [
      { ...bar, name: 'first', colour: 'red', point: 'circle' as const, before },
      { ...bar, name: 'second', colour: 'blue', point: 'rect' as const, before: { score: null, low: 0, high: 0 } },
    ]
    const chart = chartOf({ bars, ticks: ['never', 'always'] }, 400)
    const [now, then, joint, band, bandBefore] = chart.data.datasets
    expect(now!.data).toEqual([
      { x: 50, y: 'first' },
      { x: 50, y: 'second' },
    ])
    expect(then!.data).toEqual([{ x: 30, y: 'first' }])
    expect([joint, band, bandBefore].map((dataset) => dataset!.data)).toEqual([
      [[30, 50], null],
      [
        [40, 60],
        [40, 60],
      ],
      [[20, 40], null],
    ])
    const rows = [0, 2, 3, 4].map((dataset) => Math.round(chart.getDatasetMeta(dataset).data[0]!.y))
    expect(new Set(rows).size).toBe(1)
  })
})

describe('a concept', () => {
  it('is described in the response scale’s own words, with its band', async () => {
    const view = viewOf(everything((index) => (index % 3) + 2))
    const result = view.assessment.concepts[0]!
    const screen = await render(ConceptOnPage, { view, result })
    screen.container.querySelector('details')!.open = true
    await expect.element(screen.getByText(/^(Around|Between) “/)).toBeVisible()
    await expect.element(screen.getByText(/Score \d+ of 100, band \d+ to \d+\./)).toBeVisible()
    expect(screen.container.textContent).not.toMatch(/\b(high|low|red|amber|green|percentile|average)\b/i)
  })

  it('says what is missing where there is no score', async () => {
    const view = viewOf({})
    const screen = await render(ConceptOnPage, { view, result: view.assessment.concepts[0]! })
    screen.container.querySelector('details')!.open = true
    await expect.element(screen.getByText(/^No score: 0 of 8 statements were answered/)).toBeVisible()
  })
})
