import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, result, VARIED } from './browser.ts'
import { enter, onHosts, opened, SCRIPT, TAG, type Article } from './host-page.ts'
import { LOOKS, looks } from './looks.ts'
import { problems } from './problems.ts'

const { article } = onHosts()
const FONT = 'body{font-family:Georgia,serif}'
const column = (inside: string, width = 600) =>
  `<main style="display:block!important;inline-size:${width}px!important"><h1>An article</h1>${inside}</main>`
const ELEMENT = `<${TAG} lang="en"></${TAG}>`

const styled = (css: string, more: Article & { body?: string } = {}) =>
  article(more.body ?? column(ELEMENT), { head: `<style>${FONT}${css}</style>${SCRIPT()}`, ...more })

describe('a hostile style sheet changes nothing inside', () => {
  it.each([
    ['that resets everything', '* { all: unset }'],
    [
      'that resets everything and insists',
      '* { all: unset !important } head, style, script { display: none !important }',
    ],
    [
      'that sets every inherited property',
      'body, main { line-height: 3; letter-spacing: .3em; word-spacing: 1em; text-transform: uppercase; text-align: right; text-indent: 3em; color: red; font-weight: 900; font-style: italic; white-space: pre; cursor: wait; list-style: square; quotes: none; tab-size: 1 }',
    ],
    [
      'that sets colours by names of its own',
      ':root { --ink: red; --accent: red; --paper: red; --rule: red; --soft: red; --sans: fantasy; --serif: fantasy; --small: 3em; --measure: 3em; --tall: 3em }',
    ],
    [
      'for its own controls',
      'h1, h2, p, a, button, input, label, fieldset, legend, div { color: red !important; font: 40px fantasy !important; display: inline !important; min-height: 99px !important }',
    ],
    ['that speaks of root sizes', 'html { font-size: 62.5% } body { font-size: 16px }'],
  ])('%s', async (_name, css) => {
    const insists = css.includes('all: unset')
    const only = insists ? LOOKS.filter((name) => name !== 'fontFamily') : LOOKS
    const plain = await styled('')
    await opened(plain)
    const wanted = await looks(plain, only)
    const page = await styled(css)
    await opened(page)
    expect(await looks(page, only)).toEqual(wanted)
  })

  it('a page that is written from right to left is, and the diagnostic in it is not', async () => {
    const page = await styled('', { root: 'lang="ar" dir="rtl"' })
    await opened(page)
    const plain = await styled('')
    await opened(plain)
    expect(await looks(page)).toEqual(await looks(plain))
  })
})

describe('of the page, it takes up', () => {
  it('the font and, within reason, its size', async () => {
    const sizes: string[] = []
    for (const size of [10, 18, 40]) {
      const page = await styled(`body { font: ${size}px Georgia, serif }`)
      await opened(page)
      const [size_, family] = await page
        .locator('.in-host')
        .evaluate((frame) => [getComputedStyle(frame).fontSize, getComputedStyle(frame).fontFamily])
      expect(family).toBe('Georgia, serif')
      sizes.push(size_!)
    }
    expect(sizes).toEqual(['16px', '18px', '20px'])
  })

  it('its colours, dark where it is dark, whatever the reader’s system is', async () => {
    const ink = async (css: string, colorScheme: 'light' | 'dark') => {
      const page = await styled(css, { colorScheme })
      await opened(page)
      return page.locator('.in-host').evaluate((frame) => getComputedStyle(frame).color)
    }
    const light = await ink('', 'dark')
    const dark = await ink(':root { color-scheme: dark }', 'light')
    expect(light).not.toBe(dark)
    expect(await ink(':root { color-scheme: light dark }', 'dark')).toBe(dark)
    expect(await ink('main { color-scheme: dark }', 'light')).toBe(dark)
  })

  it('a change of its colours, down to the chart', async () => {
    const page = await styled('')
    await opened(page)
    await enter(page)
    await answer(page, '2', VARIED)
    await result(page)
    const drawn = () => page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
    const light = await drawn()
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'))
    await expect.poll(drawn).not.toBe(light)
    await page.evaluate(() => (document.documentElement.style.colorScheme = ''))
    await expect.poll(drawn).toBe(light)
  })

  it('being hidden, in each way a page hides something', async () => {
    for (const css of [`${TAG} { display: none }`, 'main { visibility: hidden }', 'body { display: none }']) {
      const page = await styled(css)
      await page.evaluate((tag) => (document.querySelector(tag) as unknown as { open: () => void }).open(), TAG)
      await page.locator('.in-host').waitFor({ state: 'attached' })
      expect(await page.locator('.in-host').isVisible(), css).toBe(false)
    }
    const page = await styled('', { body: column(ELEMENT.replace('lang', 'hidden lang')) })
    await expect.poll(() => page.locator(TAG).isVisible()).toBe(false)
  })

  it('what it is given by name', async () => {
    const page = await styled(
      `${TAG} { --diagnostic-accent: rgb(1, 2, 3); --diagnostic-ink: rgb(4, 5, 6); --diagnostic-paper: rgb(7, 8, 9) } ${TAG}::part(diagnostic) { padding: 11px }`,
    )
    await opened(page)
    const button = page.getByRole('button', { name: 'Begin' })
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(1, 2, 3)')
    const frame = await page.locator('.in-host').evaluate((element) => {
      const { color, backgroundColor, paddingTop } = getComputedStyle(element)
      return [color, backgroundColor, paddingTop]
    })
    expect(frame).toEqual(['rgb(4, 5, 6)', 'rgb(7, 8, 9)', '11px'])
  })

  it.each([
    ['in a row of boxes', 'main { display: flex }'],
    ['in a column of boxes that are centred', 'main { display: flex; flex-direction: column; align-items: center }'],
    ['in a grid', 'main { display: grid; justify-items: center }'],
  ])('the width of the column %s', async (_name, css) => {
    const page = await styled(css, { body: `<main style="inline-size:600px">${ELEMENT}</main>` })
    await opened(page)
    expect(await page.locator('.in-host').evaluate((frame) => frame.getBoundingClientRect().width)).toBe(600)
  })

  it.each([360, 1440])('a width of its own in boxes that ask for one, in a window of %i pixels', async (width) => {
    const boxes = [
      `<table><tr><td>Beside</td><td>${ELEMENT}</td></tr></table>`,
      `<div style="display:flex"><div>Beside</div><div>${ELEMENT}</div></div>`,
      `<div style="display:grid;grid-template-columns:auto auto"><p>Beside</p>${ELEMENT}</div>`,
      `<div style="display:inline-block">${ELEMENT}</div>`,
      `<div style="float:inline-start">${ELEMENT}</div><br style="clear:both">`,
      `<dialog open style="position:static">${ELEMENT}</dialog>`,
    ]
    // Far below, where none is opened.
    const body = `<p style="block-size:5000px">Above</p>${boxes.join('')}`
    const page = await styled('', { body, viewport: { width, height: 800 } })
    const least = width === 360 ? 280 : 600
    const widths = await page
      .locator(TAG)
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)))
    expect(widths).toHaveLength(boxes.length)
    for (const one of widths) expect(one).toBeGreaterThanOrEqual(least)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})

const SCREENS: [string, (page: Page) => Promise<unknown>][] = [
  ['the intro', async () => undefined],
  ['a statement', (page) => answer(page, '2', '4')],
  [
    'the result',
    async (page) => {
      await answer(page, '2', VARIED)
      await result(page)
    },
  ],
]

describe.each(SCREENS)('%s', (_name, open) => {
  it.each(['light', 'dark'])('in a %s page has no problem that axe can find', async (scheme) => {
    const page = await styled(`:root { color-scheme: ${scheme}; background: Canvas; color: CanvasText }`)
    await opened(page)
    await enter(page)
    await open(page)
    expect(await problems(page)).toEqual([])
  })

  it('fits a column of 280 pixels', async () => {
    const page = await article(`<div style="inline-size:280px;overflow:auto" id="column">${ELEMENT}</div>`)
    await opened(page)
    await enter(page)
    await open(page)
    const beyond = await page.locator('#column').evaluate((element) => [
      element.scrollWidth,
      ...[...element.firstElementChild!.shadowRoot!.querySelectorAll('*')]
        .filter((part) => {
          const { left, right } = part.getBoundingClientRect()
          const edge = element.getBoundingClientRect()
          return part.checkVisibility() && (right > edge.right + 1 || left < edge.left - 1) && !part.closest('svg, .sr')
        })
        .map((part) => part.outerHTML.slice(0, 100)),
    ])
    expect(beyond).toEqual([280])
  })
})

it('a teaser has no problem that axe can find', async () => {
  const page = await styled('', { body: column(ELEMENT.replace('lang', 'variant="teaser" lang')) })
  await opened(page)
  expect(await problems(page)).toEqual([])
})

it('moves nothing by itself where the reader wants no motion', async () => {
  const page = await styled('')
  await opened(page)
  await enter(page)
  await answer(page, '2', VARIED)
  await result(page)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
