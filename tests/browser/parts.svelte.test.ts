import resultPart from 'questionnaire:result/execution-gaps/en'
import { render } from 'vitest-browser-svelte'
import { describe, expect, it, vi } from 'vitest'
import { CANT_TELL, type Answer, type Response } from '../../src/core/response/response.ts'
import { Chart } from 'chart.js'
import { drawScoreChart } from '../../src/ui/result/draw-score-chart.ts'
import { marksOf } from '../../src/ui/result/marks.ts'
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
  it('says which statement a mark stands for when it is pointed at', async () => {
    const view = viewOf(everything(() => 4))
    const screen = await render(SignalPath, { view, drawn: true })
    const mark = screen.container.querySelector('g[data-item="doubts-disappear"]')!
    mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    await vi.waitFor(() => expect(mark.classList.contains('picked')).toBe(true))
    expect(screen.container.querySelector('figcaption')!.textContent).toContain(texts.items['doubts-disappear']!.text)
  })

  it('draws a shorter line for every step that is reported more often, and the other way for reversed statements', () => {
    const reach = (item: string, step: number) =>
      marksOf(questionnaire, { [item]: step }).find((mark) => mark.item === item)!.reach!
    for (const item of ['doubts-disappear', 'defensible-option-chosen', 'concern-kept-back']) {
      const reaches = [1, 2, 3, 4, 5].map((step) => reach(item, step))
      expect(reaches).toEqual(reaches.toSorted((a, b) => b - a))
      expect(new Set(reaches).size).toBe(5)
    }
    expect(reach('decided-at-the-work', 5)).toBe(1)
    expect(reach('decided-at-the-work', 1)).toBeLessThan(0.2)
  })

  it('draws differently what could not be seen and what was left open', () => {
    const item = 'doubts-disappear'
    const mark = (answers: Record<string, Answer>) => marksOf(questionnaire, answers).find((one) => one.item === item)!
    expect(mark({ [item]: CANT_TELL })).toMatchObject({ reach: null, line: '', cantTell: true })
    expect(mark({ [item]: CANT_TELL }).faint).not.toBe('')
    expect(mark({})).toMatchObject({ reach: null, line: '', faint: '', cantTell: false })
  })

  it('stays inside its drawing, whatever was answered', () => {
    for (const step of [1, 2, 3, 4, 5, CANT_TELL] as const)
      for (const { line, faint } of marksOf(
        questionnaire,
        everything(() => step),
      ))
        for (const [, y] of `${line}${faint}`.matchAll(/V(-?[\d.]+)/g)) {
          expect(Number(y)).toBeGreaterThanOrEqual(24)
          expect(Number(y)).toBeLessThanOrEqual(274)
        }
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
