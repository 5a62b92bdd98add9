import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browsing, heading, heldScripts, ready } from './browser.ts'
import { CONSOLE } from './workshop-page.ts'

const { visit } = browsing()

const boxOf = (page: Page) => heading(page).filter({ visible: true }).boundingBox()

describe('before its script is there, the console', () => {
  it.each([
    ['en', 'en-GB', '', 'Workshops'],
    ['fr', 'fr-CA', '', 'Ateliers'],
    ['fr', 'en-GB', '?lang=fr', 'Ateliers'],
    ['en', 'de-DE', '', 'Workshops'],
  ])('shows its start in %s where the browser speaks %s and the address says "%s"', async (_, locale, query, title) => {
    const { hold, letGo } = heldScripts()
    const page = await visit({ path: `${CONSOLE}${query}`, locale, before: hold, until: 'commit' })
    const shown = heading(page).filter({ visible: true })
    await expect.poll(() => shown.allTextContents()).toEqual([title])
    const before = await boxOf(page)
    letGo()
    await ready(page)
    await page.getByRole('button', { name: /^(Set up a workshop|Préparer un atelier)$/ }).waitFor()
    await expect.poll(() => heading(page).allTextContents()).toEqual([title])
    // Nothing moves when the script takes over.
    expect(await boxOf(page)).toEqual(before)
  })

  it('shows no start where the address leads to another screen', async () => {
    const { hold, letGo } = heldScripts()
    const page = await visit({ path: `${CONSOLE}#new`, before: hold, until: 'commit' })
    await page.locator('[data-start]').first().waitFor({ state: 'attached' })
    await expect.poll(() => heading(page).filter({ visible: true }).count()).toBe(0)
    letGo()
    await ready(page)
    await page.getByRole('textbox', { name: 'Name of the workshop' }).waitFor()
  })
})
