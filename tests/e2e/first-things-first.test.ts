import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, browsing, heading, progress, VARIED } from './browser.ts'

const { visit, expectMessages } = browsing()

const at = (page: Page, screen: string) => expect.poll(() => progress(page).textContent()).toBe(screen)
const entry = (page: Page) => page.evaluate(() => (history.state as { screen?: string } | null)?.screen)
const isFocused = (page: Page) => heading(page).evaluate((h1) => h1 === document.activeElement)
const scrolledTo = (page: Page) => page.evaluate(() => Math.round(scrollY))

describe('what nobody sees waits for the picture', () => {
  it('an answer shows the next statement before its entry and title are made', async () => {
    const page = await visit()
    await answer(page, '1', '4')
    await at(page, '2 of 30')
    await expect.poll(() => entry(page)).toBe('item-2')
    const [words, screen, title, focused] = await page.evaluate(async () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit4', key: '4', bubbles: true }))
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
      const { textContent } = document.querySelector('h1') ?? {}
      return [textContent, history.state.screen as string, document.title, document.activeElement?.localName]
    })
    expect(words).toMatch(/^3 of 30: /)
    expect([screen, title]).toEqual(['item-2', expect.stringMatching(/^2 of 30/)])
    // The statement that had it is gone, so that focus waits for nothing.
    expect(focused).toBe('h1')
    await expect.poll(() => entry(page)).toBe('item-3')
    await expect.poll(() => page.title()).toMatch(/^3 of 30/)
  })

  it('focus follows a press to the next statement, which is in sight', async () => {
    const page = await visit({ viewport: { width: 375, height: 400 } })
    await answer(page, '1', '4')
    await at(page, '2 of 30')
    for (const screen of ['3 of 30', '4 of 30']) {
      await page.getByText('Often', { exact: true }).click()
      await at(page, screen)
      await expect.poll(() => isFocused(page)).toBe(true)
      const isInSight = heading(page).evaluate((h1) => h1.getBoundingClientRect().top >= 0)
      expect(await isInSight).toBe(true)
    }
  })

  it('Back leads to where one had scrolled to, though an option has focus', async () => {
    const page = await visit({ viewport: { width: 375, height: 400 } })
    await answer(page, '1', '4')
    await at(page, '2 of 30')
    // The part that notes where one scrolled to has come by then.
    await expect.poll(() => entry(page)).toBe('item-2')
    // As a person's does, the scrolling ends before the next key.
    await page.evaluate(async () => {
      const scrolled = new Promise((resolve) => addEventListener('scroll', resolve, { once: true }))
      scrollTo(0, 90)
      await scrolled
    })
    await page.keyboard.press('4')
    await at(page, '3 of 30')
    await expect.poll(() => entry(page)).toBe('item-3')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(
      await page.getByRole('radio', { name: 'Rarely' }).evaluate((radio) => radio === document.activeElement),
    ).toBe(true)
    await page.evaluate(() => history.back())
    await at(page, '2 of 30')
    await expect.poll(() => isFocused(page)).toBe(true)
    await expect.poll(() => scrolledTo(page)).toBe(90)
  })
})

describe('while the first question is read', () => {
  it('a statement is rehearsed where nobody sees it, and nothing of it stays', async () => {
    const page = await visit({
      before: (opened) =>
        opened.addInitScript(() => {
          const seen: string[] = []
          Object.assign(window, { seen })
          new MutationObserver((records) => {
            for (const { addedNodes, target } of records) {
              for (const node of addedNodes)
                if (node instanceof HTMLElement && node.style.cssText) seen.push(node.style.visibility)
              if (!target.isConnected && target.nodeValue === 'Next') seen.push('Next')
            }
          }).observe(document, { childList: true, characterData: true, subtree: true })
          const count = (list: PerformanceObserverEntryList) => seen.push(...list.getEntries().map(({ name }) => name))
          new PerformanceObserver(count).observe({ type: 'first-input' })
        }),
    })
    const rehearsed = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    // It is answered, and no press of a person's is counted.
    await expect.poll(rehearsed).toEqual(['hidden', 'Next'])
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await answer(page, '1', '4')
    await at(page, '2 of 30')
    expect(await page.locator('fieldset').count()).toBe(1)
    await page.keyboard.press('4')
    await at(page, '3 of 30')
  })
})

it('a stylesheet that could not be had is asked for again, on a page that could not be loaded anew', async () => {
  let isThere = false
  expectMessages(/Failed to load resource/)
  const page = await visit({
    before: async (opened) => {
      await opened.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError')
          },
        }),
      )
      await opened.route('**/assets/*.css', (route) => (isThere ? route.continue() : route.abort('connectionreset')))
    },
  })
  await answer(page, '1', VARIED)
  const again = page.getByRole('button', { name: 'Try again' })
  await again.waitFor()
  isThere = true
  await again.click()
  await page.locator('canvas[data-drawn]').waitFor()
  const sheets = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href).filter(Boolean))
  expect(sheets.length).toBeGreaterThan(0)
  expect(new Set(sheets).size).toBe(sheets.length)
})
