import resultPart from 'questionnaire:result/execution-gaps/en'
import { render } from 'vitest-browser-svelte'
import { describe, expect, it, vi } from 'vitest'
import { CANT_TELL, type Answer, type Response } from '../../src/core/response/response.ts'
import { Chart } from 'chart.js'
import { drawScoreChart } from '../../src/ui/result/draw-score-chart.ts'
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
    const { stripes } = await drawnOf({ ...everything(() => 3), 'doubts-disappear': 4, 'decided-at-the-work': 2 })
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
  it('keeps each concept’s mark and colour when another has no score', () => {
    const canvas = document.createElement('canvas')
    const bar = { isHollow: false, score: 50, low: 40, high: 60 }
    const drawn = drawScoreChart(canvas, {
      bars: [
        { ...bar, name: 'first', colour: 'rgb(1, 1, 1)', point: 'circle' },
        { ...bar, name: 'second', colour: 'rgb(2, 2, 2)', point: 'triangle', score: null },
        { ...bar, name: 'third', colour: 'rgb(3, 3, 3)', point: 'rect' },
      ],
      ticks: ['never', 'always'],
      ink: '#000',
      soft: '#000',
      rule: '#000',
      font: 'serif',
      paper: false,
    })
    const [points] = Chart.getChart(canvas)!.data.datasets
    expect(points).toMatchObject({
      data: [
        { x: 50, y: 'first' },
        { x: 50, y: 'third' },
      ],
      pointStyle: ['circle', 'rect'],
      pointBackgroundColor: ['rgb(1, 1, 1)', 'rgb(3, 3, 3)'],
    })
    drawn.destroy()
  })
})

describe('a concept', () => {
  it('is described in the response scale’s own words, with its band', async () => {
    const view = viewOf(everything((index) => (index % 3) + 2))
    const result = view.assessment.concepts[0]!
    const screen = await render(ConceptOnPage, { view, result })
    await expect.element(screen.getByText(/^(Around|Between) “/)).toBeVisible()
    await expect.element(screen.getByText(/Score \d+ of 100, band \d+ to \d+\./)).toBeVisible()
    expect(screen.container.textContent).not.toMatch(/\b(high|low|red|amber|green|percentile|average)\b/i)
  })

  it('says what is missing where there is no score', async () => {
    const view = viewOf({})
    const screen = await render(ConceptOnPage, { view, result: view.assessment.concepts[0]! })
    await expect.element(screen.getByText(/^No score: 0 of 8 statements were answered/)).toBeVisible()
  })
})
