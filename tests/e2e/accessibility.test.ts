import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { answer, browsing, CODES, result, unfold, VARIED } from './browser.ts'
import { problemsInBoth, widthOf } from './problems.ts'

const { visit } = browsing()

const SCREENS: [string, (page: Page) => Promise<unknown>][] = [
  ['the intro', async () => undefined],
  ['a statement', (page) => answer(page, '1', '')],
  [
    'a statement with an answer',
    async (page) => {
      await answer(page, '1', '44')
      await page.keyboard.press('ArrowDown')
    },
  ],
  ['an explanation', (page) => answer(page, '1', VARIED.slice(0, 25))],
  [
    'the list',
    async (page) => {
      await answer(page, '1', '40s2')
      await page.getByRole('button', { name: 'All statements' }).click()
      await page.getByRole('heading', { name: 'All statements' }).waitFor()
    },
  ],
  [
    'the question before starting again',
    async (page) => {
      await answer(page, '1', '4')
      await page.getByRole('button', { name: 'All statements' }).click()
      await page.getByRole('button', { name: 'Start again' }).click()
    },
  ],
  [
    'a notice',
    async (page) => {
      await answer(page, '1', '4')
      await page.reload()
      await page.getByRole('status').getByText('Welcome back').waitFor()
    },
  ],
  [
    'a result',
    async (page) => {
      await answer(page, '1', VARIED)
      await result(page)
      await page.locator('details:not([open])').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
    },
  ],
  [
    'a summary to send',
    async (page) => {
      await answer(page, '1', VARIED)
      await result(page)
      await page.getByRole('button', { name: 'Send a summary' }).click()
      await page.getByRole('dialog', { name: 'Send a summary' }).waitFor()
    },
  ],
  [
    'the results on the device',
    async (page) => {
      await answer(page, '1', VARIED)
      await result(page)
      await page.getByRole('button', { name: 'Results on this device' }).click()
      await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
    },
  ],
  [
    'the question what to compare with',
    async (page) => {
      await answer(page, '1', VARIED)
      await result(page)
      await page.getByRole('button', { name: 'Compare with another result' }).click()
      await page.getByRole('heading', { name: 'Compare with which result?' }).waitFor()
    },
  ],
  [
    'a comparison',
    async (page) => {
      await page.evaluate(([then, now]) => (location.hash = `compare=${then},${now}`), [CODES.varied, CODES.other])
      await page.getByRole('heading', { name: 'Answers that changed' }).waitFor()
    },
  ],
  [
    'a result from a link',
    async (page) => {
      await page.evaluate((code) => (location.hash = `r=${code}`), CODES.varied)
      await result(page)
    },
  ],
  [
    'a link that cannot be opened',
    async (page) => {
      await page.evaluate((code) => (location.hash = `r=${code.slice(0, -1)}`), CODES.varied)
      await page.getByRole('heading', { name: 'This result cannot be opened' }).waitFor()
    },
  ],
  [
    'a result of nothing visible',
    async (page) => {
      await answer(page, '3', '0'.repeat(30))
      await result(page)
    },
  ],
]

/** What is cut off with the reader's own spacing, WCAG 1.4.12. */
async function cutBySpacing(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
  return page.evaluate(() =>
    [...document.querySelectorAll('button, label, p, h1, h2, h3, summary')]
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).display !== 'inline',
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

// Coming to a screen takes longer than looking at it, and a page at 400 % was one at 100 % before.
it.each(SCREENS)(
  '%s has no problem that axe can find, in dark or in light, fits a page at 400 %, and keeps its text in view with the reader’s own spacing',
  async (_name, open) => {
    const page = await visit({ colorScheme: 'dark' })
    await open(page)
    expect(await problemsInBoth(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 256 })
    await expect.poll(() => widthOf(page)).toEqual([320])
    await page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(() => cutBySpacing(page)).toEqual([])
  },
)

/** A phone whose reader has text twice as large, as set in the browser before the page is opened. */
const LARGE_TEXT = {
  viewport: { width: 375, height: 667 },
  before: (page: Page) =>
    page.addInitScript(() => {
      const enlarge = () => {
        if (!document.documentElement) return
        document.documentElement.style.fontSize = '200%'
        seen.disconnect()
      }
      const seen = new MutationObserver(enlarge)
      seen.observe(document, { childList: true })
      enlarge()
    }),
}

it.each(listedLanguages())(
  'the intro, a statement and the list in %s fit a phone with text twice as large',
  async (language) => {
    const page = await visit({ ...LARGE_TEXT, path: `?lang=${language}` })
    await expect.poll(() => widthOf(page)).toEqual([375])
    await answer(page, '1', VARIED.slice(0, 25))
    await expect.poll(() => widthOf(page)).toEqual([375])
    await page.locator('.nav button').nth(1).click()
    await page.locator('ol li').first().waitFor()
    await expect.poll(() => widthOf(page)).toEqual([375])
  },
)

it.each(listedLanguages())('what comes after the statements in %s fits it, too', async (language) => {
  const page = await visit({ ...LARGE_TEXT, path: `?lang=${language}#questionnaires` })
  await page.locator('ul li a').first().waitFor()
  await expect.poll(() => widthOf(page)).toEqual([375])
  for (const code of Object.values(CODES)) {
    const shown = await visit({ ...LARGE_TEXT, path: `?lang=${language}#r=${code.replaceAll('-', '')}` })
    await unfold(shown)
    await expect.poll(() => widthOf(shown)).toEqual([375])
  }
})

it.each(listedLanguages())('a result with everything unfolded fits a narrow phone in %s', async (language) => {
  const page = await visit({ viewport: { width: 320, height: 640 }, path: `?lang=${language}#r=${CODES.varied}` })
  await unfold(page)
  await page.locator('canvas[data-drawn]').waitFor()
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
  await expect.poll(() => widthOf(page)).toEqual([320])
})

describe.each(['light', 'dark'] as const)('in the reader’s own colours, which are forced, %s', (colorScheme) => {
  /** A colour of the reader's palette, as the page computes it. */
  const inPalette = (page: Page, name: string) =>
    page.evaluate((colour) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = colour
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }, name)

  it('draws what passes quieter than what leaves, and neither as if it were disabled', async () => {
    const page = await visit({ forcedColors: 'active', colorScheme })
    await answer(page, '1', VARIED)
    await result(page)
    const drawn = (group: string) =>
      page.locator(`g${group} path`).evaluateAll((paths) =>
        paths
          .filter((path) => path.getAttribute('d'))
          .map((path) => {
            const { stroke, fill, strokeWidth } = getComputedStyle(path)
            return { colours: [stroke, fill].filter((paint) => paint !== 'none'), width: parseFloat(strokeWidth) }
          }),
      )
    const [ink, paper] = [await inPalette(page, 'CanvasText'), await inPalette(page, 'Canvas')]
    const [passing, leaving] = [await drawn('.quiet'), await drawn('.leaves')]
    expect(passing.length).toBeGreaterThan(2)
    expect(leaving.length).toBeGreaterThan(2)
    expect(ink).not.toBe(paper)
    for (const { colours } of [...passing, ...leaving]) expect(new Set(colours)).toEqual(new Set([ink]))
    for (const { width } of passing) expect(width).toBe(1)
    const bundles = page.locator('g.leaves .stripe')
    const widths = await bundles.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).strokeWidth)))
    expect(Math.min(...widths)).toBeGreaterThan(2)
    const rule = await page.locator('path.levels').evaluate((path) => getComputedStyle(path).stroke)
    expect(rule).toBe(ink)
  })

  it('lays no plate of another colour behind the words of what is filled', async () => {
    const page = await visit({ forcedColors: 'active', colorScheme })
    const colours = (locator: Locator) =>
      locator.evaluate((element) => {
        const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(element)
        return { color, backgroundColor, plate: forcedColorAdjust }
      })
    const filled = {
      color: await inPalette(page, 'Canvas'),
      backgroundColor: await inPalette(page, 'LinkText'),
      plate: 'none',
    }
    await answer(page, '1', VARIED)
    await result(page)
    expect(await colours(page.locator('.acts button').first())).toEqual(filled)
    await page.locator('fieldset label').nth(1).click()
    expect(await colours(page.locator('fieldset input:checked + span'))).toEqual(filled)
  })
})

it('tells a screen reader where one is and what is asked', async () => {
  const page = await visit()
  await answer(page, '1', '4')
  const tree = await page.locator('form').ariaSnapshot()
  expect(tree).toContain(
    'group "In this organisation, over the last three months, how often was this so? 2 of 30: Progress reports to senior leaders leave out what held the work back."',
  )
  expect(tree).toContain('radio "Almost always"')
  expect(tree).toContain('radio "I can’t see this from where I sit"')
  expect(tree).toContain(
    'heading "2 of 30: Progress reports to senior leaders leave out what held the work back." [level=1]',
  )
})
