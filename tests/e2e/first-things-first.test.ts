import { expect, it } from 'vitest'
import { answer, browsing, VARIED } from './browser.ts'

const { visit, expectMessages } = browsing()

it('a stylesheet that could not be had is asked for again, on a page that could not be loaded anew', async () => {
  let isThere = false
  expectMessages(/Failed to load resource/)
  const page = await visit({
    before: async (page) => {
      await page.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError')
          },
        }),
      )
      await page.route('**/assets/*.css', (route) => (isThere ? route.continue() : route.abort('connectionreset')))
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
