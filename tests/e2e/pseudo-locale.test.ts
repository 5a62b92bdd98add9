import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { browsing, CODES, INVITATION, pressAll, ready, VARIED } from './browser.ts'
import { problems, widthOf } from './problems.ts'

const { visit } = browsing()
const bare = (code: string) => code.replaceAll('-', '')

const result = (page: Page) => page.locator('article section').last().waitFor()

const SCREENS: [string, string, (page: Page) => Promise<unknown>][] = [
  ['the intro', '', async () => undefined],
  ['a statement', '', (page) => page.keyboard.press('1')],
  [
    'the list',
    '',
    async (page) => {
      await page.keyboard.press('1')
      await page.locator('.nav button').nth(1).click()
      await page.locator('ol').waitFor()
    },
  ],
  ['a result', `#r=${bare(CODES.varied)}`, result],
  [
    'a comparison',
    `#compare=${bare(CODES.varied)},${bare(CODES.other)}`,
    (page) => page.locator('table').last().waitFor(),
  ],
  ['the results on the device', '#results', (page) => page.locator('form').waitFor()],
  ['an invitation to a workshop', `#${INVITATION}`, (page) => page.getByRole('radio').first().waitFor()],
  [
    'a hand-over',
    `#${INVITATION}`,
    async (page) => {
      await pressAll(page, `1${VARIED}`)
      await page.getByRole('img').first().waitFor()
    },
  ],
  ['the questionnaires', '#questionnaires', (page) => page.locator('section input').waitFor()],
]

/** The site in a language that is 40 % longer than English and written from right to left. */
async function open(path: string, width: number, colorScheme: 'light' | 'dark') {
  const site = inject('pseudoSite')
  return visit({ site, path: `?lang=fr${path}`, viewport: { width, height: 800 }, colorScheme })
}

describe('a language that is longer and runs the other way', () => {
  it.each(SCREENS)('fits %s on a phone', async (_name, path, go) => {
    const page = await open(path, 360, 'light')
    await go(page)
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect((await page.locator('h1, h2, legend').allTextContents()).join()).toContain('⟦')
    await expect.poll(() => widthOf(page)).toEqual([360])
  })

  it.each(SCREENS)('has no problem that axe can find in %s', async (_name, path, go) => {
    const page = await open(path, 1024, 'dark')
    await go(page)
    expect(await problems(page)).toEqual([])
  })

  it('leaves no text of the interface behind', async () => {
    const page = await open('', 1024, 'light')
    await ready(page)
    const left = await page.evaluate(() =>
      [...document.querySelectorAll('[role="main"] *')]
        .filter((element) => element.childElementCount === 0 && /\p{L}{3}/u.test(element.textContent ?? ''))
        .map((element) => element.textContent)
        .filter((text) => !text?.includes('⟦')),
    )
    // Languages keep their own names.
    expect(left).toEqual(['English'])
  })
})
