import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { serveSite } from '../../src/build/serve-site.ts'
import { SITE } from '../../src/build/site.ts'
import { answer, browsing, CODES, heading, progress, ready, result, travel, VARIED } from '../e2e/browser.ts'

const { visit, tab } = browsing()
const START = 'Where does strategy stop governing the work?'

const at = (page: Page, screen: number) => expect.poll(() => progress(page).textContent()).toBe(`${screen} of 30`)
const onStart = (page: Page) => expect.poll(() => heading(page).textContent()).toBe(START)
const chosen = (page: Page) => page.getByRole('radio', { checked: true }).getAttribute('value')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const back = (page: Page) => travel(page, -1)
const bare = (code: string) => code.replaceAll('-', '')

async function finished(): Promise<Page> {
  const page = await visit()
  await answer(page, '1', VARIED)
  await result(page)
  return page
}

describe('taking', () => {
  it('goes on by a press, by number keys and by arrow keys with Next, and back by either Back', async () => {
    const page = await visit()
    await page.getByText('Close to the work').click()
    await at(page, 1)
    await page.getByText('Often', { exact: true }).click()
    await at(page, 2)
    await page.keyboard.press('3')
    await at(page, 3)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => chosen(page)).toBe('2')
    await press(page, 'Next')
    await at(page, 4)
    await press(page, 'Skip')
    await at(page, 5)
    await back(page)
    await at(page, 4)
    await back(page)
    await at(page, 3)
    await expect.poll(() => chosen(page)).toBe('2')
    await back(page)
    await at(page, 2)
    await expect.poll(() => chosen(page)).toBe('3')
    await back(page)
    await at(page, 1)
    await back(page)
    await onStart(page)
    await travel(page, 1)
    await at(page, 1)
    await expect.poll(() => chosen(page)).toBe('4')
    await page.keyboard.press('5')
    await at(page, 2)
    await press(page, 'Back')
    await at(page, 1)
    await expect.poll(() => chosen(page)).toBe('5')
  })

  it('begins with a press that was given before the script was there', async () => {
    let letGo = () => undefined as void
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const page = await visit({
      until: 'commit',
      before: (opened) =>
        opened.route('**/*.js', async (route) => {
          await held
          await route.continue()
        }),
    })
    await page.getByText('Close to the work').click()
    await expect.poll(() => page.getByRole('radio', { name: /^Close to the work/ }).isChecked()).toBe(true)
    letGo()
    await ready(page)
    await at(page, 1)
  })
})

describe('a result', () => {
  it('has its brief, its chart drawn, and a full reading that unfolds part by part', async () => {
    const page = await visit()
    // From close to the work, where nothing is asked between the last statement and the result.
    await answer(page, '3', VARIED)
    await page.getByRole('heading', { name: 'Ask this week' }).waitFor()
    await expect.poll(() => heading(page).textContent()).toContain('places to begin')
    await page.locator('canvas[data-drawn]').waitFor()
    const inks = await page.locator('canvas[data-drawn]').evaluate((drawn: HTMLCanvasElement) => {
      const { data } = drawn.getContext('2d')!.getImageData(0, 0, drawn.width, drawn.height)
      const found = new Set<number>()
      for (let place = 0; place < data.length; place += 4) {
        const [red = 0, green = 0, blue = 0, opacity] = data.subarray(place, place + 4)
        if (opacity === 255) found.add(red * 65_536 + green * 256 + blue)
      }
      return found.size
    })
    // A colour for each concept at least, and the lines.
    expect(inks).toBeGreaterThan(3)

    const open = () => page.locator('details[data-part][open]').count()
    await expect.poll(open).toBe(0)
    await page.locator('details[data-part="examine"] > summary').click()
    await expect.poll(open).toBe(1)
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Silence', exact: true }).click()
    await expect.poll(open).toBe(2)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^\s*Silence/)
    await result(page)
    await back(page)
    await back(page)
    await at(page, 30)
  })
})

describe('keeping', () => {
  it('leads back to where one was, and to a finished result among those on the device', async () => {
    const page = await visit()
    await answer(page, '1', VARIED.slice(0, 12))
    await at(page, 13)
    await page.reload()
    await ready(page)
    await at(page, 13)
    for (const key of VARIED.slice(12)) await page.keyboard.press(key)
    await result(page)
    await page.reload()
    await result(page)
    const other = await tab(page, '#results')
    await other.getByRole('heading', { name: 'Results on this device' }).waitFor()
    await other.getByRole('button', { name: /^Open\s*Leadership/ }).click()
    await result(other)
  })

  it('opens a result by its code and by its link, and changes nothing that is kept', async () => {
    const page = await visit({ path: '#results' })
    await page.getByLabel('Result code or link').fill(CODES.varied)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await result(page)
    await expect.poll(() => page.getByText('This result came in a link or as a code.').isVisible()).toBe(true)
    const link = await page.getByLabel('Link', { exact: true }).inputValue()
    expect(link).toBe(`${page.url().split('#')[0]}#r=${bare(CODES.varied)}`)

    const other = await visit({ path: `#r=${bare(CODES.other)}` })
    await result(other)
    await expect.poll(() => other.getByLabel('Result code').inputValue()).toBe(CODES.other)
    expect(await other.evaluate(() => localStorage.length)).toBe(0)
  })

  it('ends with “delete everything”, in every tab and behind Back', async () => {
    const page = await finished()
    const other = await tab(page)
    await result(other)
    await press(page, 'Results on this device')
    await press(page, 'Delete everything on this device')
    await press(page, 'Delete everything')
    await expect.poll(() => page.getByText('Everything the diagnostic kept').first().isVisible()).toBe(true)
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    await onStart(other)
    await back(page)
    await onStart(page)
  })

  it('opens without a network after one visit, and leads to a result there', async () => {
    const { server, address } = await serveSite({ folder: SITE })
    const page = await visit({ site: address, offline: true })
    await answer(page, '1', '4')
    const isKept = () =>
      page.evaluate(async () => {
        const { active } = (await navigator.serviceWorker.getRegistration()) ?? {}
        return active?.state === 'activated' && (await caches.match(new URL('./', location.href).href)) !== undefined
      })
    await expect.poll(isKept, { timeout: 30_000 }).toBe(true)
    server.close()
    server.closeAllConnections()
    await page.reload()
    await ready(page)
    await at(page, 2)
    for (const key of VARIED.slice(1)) await page.keyboard.press(key)
    await result(page)
  })
})
