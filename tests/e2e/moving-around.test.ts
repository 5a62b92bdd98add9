import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  answer,
  browsing,
  heading,
  heldScripts,
  INVITATION,
  progress,
  ready,
  result,
  travel,
  VARIED,
  CODES,
} from './browser.ts'

const { visit, tab } = browsing()
const TITLE = 'Leadership self-diagnostic'
const QUESTION = 'Where does strategy stop governing the work?'

const at = (page: Page, screen: string) => expect.poll(() => progress(page).textContent()).toBe(screen)
const onStart = (page: Page) => expect.poll(() => heading(page).textContent()).toBe(QUESTION)
const entry = (page: Page) => page.evaluate(() => history.state as unknown)
const back = (page: Page) => travel(page, -1)
const forward = (page: Page) => travel(page, 1)

describe('Back and Forward', () => {
  it('lead through the screens the person moved to, each with its title', async () => {
    const page = await visit()
    await expect.poll(() => page.title()).toBe(TITLE)
    await answer(page, '1', '44')
    await at(page, '3 of 30')
    await expect.poll(() => page.title()).toBe(`3 of 30 · ${TITLE}`)
    await page.getByRole('button', { name: 'All statements' }).click()
    await expect.poll(() => page.title()).toBe(`All statements · ${TITLE}`)
    await page.getByRole('button', { name: /^Work stands still/ }).click()
    await at(page, '1 of 30')
    await back(page)
    await expect.poll(() => heading(page).textContent()).toBe('All statements')
    await back(page)
    await at(page, '3 of 30')
    await back(page)
    await at(page, '2 of 30')
    await expect.poll(() => page.getByRole('radio', { name: 'Often', exact: true }).isChecked()).toBe(true)
    await forward(page)
    await at(page, '3 of 30')
    await back(page)
    await back(page)
    await back(page)
    await onStart(page)
    await expect.poll(() => page.title()).toBe(TITLE)
  })

  it('lead from a result to the last statement, and answering again replaces what was ahead', async () => {
    const page = await visit()
    await answer(page, '3', VARIED)
    await result(page)
    await expect.poll(() => page.title()).toBe(`Result · ${TITLE}`)
    expect(await entry(page)).toEqual({ screen: 'result' })
    await back(page)
    await at(page, '30 of 30')
    await back(page)
    await at(page, '29 of 30')
    const length = await page.evaluate(() => history.length)
    await page.keyboard.press('2')
    await at(page, '30 of 30')
    await expect.poll(() => page.evaluate(() => history.length)).toBe(length - 1)
    await page.keyboard.press('2')
    await result(page)
    await page.reload()
    await result(page)
    await back(page)
    await at(page, '30 of 30')
  })

  it('hold the names of screens and nothing else', async () => {
    const page = await visit()
    await page.evaluate(() => {
      const seen: unknown[] = []
      Object.assign(window, { seen })
      for (const name of ['pushState', 'replaceState'] as const) {
        const before = history[name].bind(history)
        history[name] = (state: unknown, unused: string, url?: string | URL | null) => {
          seen.push(state)
          before(state, unused, url)
        }
      }
    })
    await page.getByLabel('Answering about').fill('Plant north')
    await heading(page).focus()
    await answer(page, '3', VARIED)
    await result(page)
    const seen = () => page.evaluate(() => (window as unknown as { seen: unknown[] }).seen)
    await expect
      .poll(seen)
      .toEqual([
        { screen: 'vantage' },
        ...Array.from({ length: 30 }, (_none, index) => ({ screen: `item-${index + 1}` })),
        { screen: 'result' },
      ])
  })

  it('come back to where one had scrolled to', async () => {
    const page = await visit({ viewport: { width: 800, height: 500 } })
    await answer(page, '3', VARIED)
    await page.locator('details[data-part="method"]').waitFor()
    const [, answered] = await page.evaluate(() => [scrollTo(0, 900), scrollY])
    expect(answered).toBe(900)
    await page.getByRole('link', { name: /^Results/ }).click()
    await expect.poll(() => page.title()).toBe(`Results · ${TITLE}`)
    await back(page)
    await page.locator('details[data-part="method"]').waitFor()
    // The click on the link at the foot scrolled there first.
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(900)
    await back(page)
    await at(page, '30 of 30')
    await forward(page)
    await page.locator('details[data-part="method"]').waitFor()
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(900)
  })

  it('come back to where one had scrolled to after the page was loaded anew, too', async () => {
    const page = await visit({ viewport: { width: 800, height: 500 } })
    const scrolled = () => page.evaluate(() => scrollY)
    /** As soon as the page is long enough, which its parts make it one after the other. */
    const scroll = (top: number) =>
      expect
        .poll(() =>
          page.evaluate(async (to) => {
            scrollTo(0, to)
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
            return scrollY
          }, top),
        )
        .toBe(top)
    await answer(page, '3', VARIED)
    await page.locator('details[data-part="method"]').waitFor()
    await scroll(900)
    await page.getByRole('link', { name: /^Results/ }).evaluate((link: HTMLElement) => link.click())
    await expect.poll(() => page.title()).toBe(`Results · ${TITLE}`)
    await scroll(120)
    await page.reload()
    await expect.poll(scrolled).toBe(120)
    await back(page)
    await expect.poll(scrolled).toBe(900)
    await page.reload()
    await expect.poll(scrolled).toBe(900)
  })

  it('note where one had scrolled to without any code, and for nobody once everything was deleted', async () => {
    const page = await visit({ path: `#r=${CODES.varied}`, viewport: { width: 800, height: 500 } })
    const noted = () =>
      page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent('pagehide'))
        return sessionStorage.getItem('leadership-diagnostic.scrolled')
      })
    await page.locator('details[data-part="method"]').waitFor()
    await page.evaluate(() => scrollTo(0, 300))
    await expect.poll(noted).toMatch(/300/)
    expect(await noted()).not.toContain(CODES.varied.slice(4, 16))
    await page.evaluate(() => (location.hash = ''))
    await answer(page, '1', '44')
    await at(page, '3 of 30')
    await expect.poll(noted).toMatch(/item-3/)
    await page.evaluate(() => (location.hash = '#results'))
    await page.getByRole('button', { name: 'Delete everything on this device' }).click()
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await expect.poll(noted).not.toMatch(/item/)
  })

  it('of before another language was chosen are in that language, loaded anew as well', async () => {
    const page = await visit()
    await answer(page, '1', '4')
    await at(page, '2 of 30')
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByText('2 sur 30', { exact: true }).waitFor()
    await back(page)
    await page.getByText('1 sur 30', { exact: true }).waitFor()
    await page.reload()
    await page.getByText('1 sur 30', { exact: true }).waitFor()
    expect(new URL(page.url()).search).toBe('?lang=fr')
  })

  it('lead back to where one had pressed what leads to a part, which stays in sight until then', async () => {
    const page = await visit({ viewport: { width: 800, height: 500 } })
    await answer(page, '3', VARIED)
    const part = page.locator('details[data-part="method"]')
    await part.waitFor()
    const scrolled = () => page.evaluate(() => scrollY)
    const fromTop = async () => Math.abs((await part.boundingBox())!.y)
    const contents = page.getByRole('navigation', { name: 'Contents' })
    const link = contents.getByRole('link', { name: 'How this was scored, and what happens to your answers' })
    await link.focus()
    // Nobody presses a key in the picture in which the page scrolls; the next one knows where it has scrolled to.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    const before = await scrolled()
    expect(before).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => part.locator('summary').evaluate((summary) => summary === document.activeElement))
      .toBe(true)
    await expect.poll(fromTop).toBeLessThan(60)
    await page.getByRole('link', { name: /^Results/ }).click()
    await expect.poll(() => page.title()).toBe(`Results · ${TITLE}`)
    await back(page)
    await part.waitFor()
    await back(page)
    await expect.poll(scrolled).toBe(before)
  })

  it('open the start once everything was deleted, and for a new run nothing of the one before', async () => {
    const page = await visit()
    await answer(page, '1', VARIED)
    await result(page)
    await page.getByRole('link', { name: /^Results/ }).click()
    await page.getByRole('button', { name: 'Delete everything' }).first().click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await back(page)
    await onStart(page)
    await back(page)
    await onStart(page)
    await answer(page, '1', '4')
    await at(page, '2 of 30')
    for (let step = 0; step < 4; step++) await back(page)
    await onStart(page)
  })

  it('never open again what a participant has handed over', async () => {
    const page = await visit({ path: `#${INVITATION}` })
    await answer(page, '1', VARIED)
    await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
    await page.getByRole('button', { name: /handed/i }).click()
    await back(page)
    await back(page)
    await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
    expect(await entry(page)).toEqual({ screen: 'result' })
  })
})

it('a reload stays where one was', async () => {
  const page = await visit()
  await answer(page, '1', '4444')
  await expect.poll(() => page.title()).toBe(`5 of 30 · ${TITLE}`)
  await page.reload()
  await ready(page)
  await at(page, '5 of 30')
  await expect.poll(() => page.title()).toBe(`5 of 30 · ${TITLE}`)
  await back(page)
  await at(page, '4 of 30')
})

it('a run that is gone on with in a new tab has its screen as the title at once', async () => {
  const page = await visit()
  await answer(page, '1', '4444')
  await at(page, '5 of 30')
  const later = await tab(page)
  await at(later, '5 of 30')
  await expect.poll(() => later.title()).toBe(`5 of 30 · ${TITLE}`)
})

it('Back leads to the statement where one was, though what follows the moves arrived after them', async () => {
  const history = heldScripts('**/page-history-*.js')
  const page = await visit({ before: history.hold })
  await answer(page, '1', '44')
  await page.getByRole('link', { name: 'Results: open, compare, delete' }).click()
  await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
  history.letGo()
  await expect.poll(() => entry(page)).toEqual({ screen: 'kept' })
  await back(page)
  await at(page, '3 of 30')
  await forward(page)
  await page.getByRole('heading', { name: 'Results on this device' }).waitFor()
})
