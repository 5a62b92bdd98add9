import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { SITE } from '../../src/build/site.ts'
import { workshopFile } from '../fixtures/workshop.ts'
import { browsing, heading, heldScripts, ready } from './browser.ts'
import { CONSOLE, importWorkshop, shown } from './workshop-page.ts'

const { visit, expectMessages } = browsing()

/** How many files each import() of a script asks for. */
const filesAsked = (script: string) =>
  [...script.matchAll(/__sure\(([^)]+)\)/g)].map(([, files]) => files!.split(',').length)

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
    const head = heading(page).filter({ visible: true })
    await expect.poll(() => head.allTextContents()).toEqual([title])
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

describe('before its other screens are there, the console', () => {
  const LATER = '**/workshop-later*.js'

  it('can be used at its start, whose ways lead on once they are', async () => {
    const { hold, letGo } = heldScripts(LATER)
    const page = await visit({ path: CONSOLE, before: hold, until: 'load' })
    await page.getByRole('button', { name: 'Set up a workshop' }).click()
    await shown(page, 'One moment')
    letGo()
    await page.getByRole('textbox', { name: 'Name of the workshop' }).waitFor()
    await expect.poll(() => page.url()).toContain('#new')
  })

  it('opens the sample room or an imported workshop as soon as they are', async () => {
    for (const begin of [
      (page: Page) => page.getByRole('button', { name: 'Open the sample room' }).click(),
      (page: Page) => importWorkshop(page, workshopFile()),
    ]) {
      const { hold, letGo } = heldScripts(LATER)
      const page = await visit({ path: CONSOLE, before: hold, until: 'load' })
      await page.getByRole('button', { name: 'Set up a workshop' }).waitFor()
      await begin(page)
      letGo()
      await expect.poll(() => page.url()).toContain('#workshop=')
      await page.getByRole('heading', { name: /^(What the room sees|Collect)$/ }).waitFor()
    }
  })

  it('says so where they do not come', async () => {
    expectMessages(/ERR_FAILED|Failed to fetch/)
    const page = await visit({
      path: CONSOLE,
      before: (opened) => opened.route(LATER, (route) => route.abort()),
      until: 'load',
    })
    await page.getByRole('alert').getByText('This page has not loaded in full').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Set up a workshop' }).isVisible()).toBe(true)
  })

  it('has fetched a third of its code, and no stylesheet', () => {
    const html = readFileSync(join(SITE, CONSOLE), 'utf8')
    const scripts = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, name]) => name!)
    const bytes = scripts.reduce((sum, name) => {
      const path = join(SITE, name)
      return sum + Math.min(statSync(path).size, statSync(`${path}.br`, { throwIfNoEntry: false })?.size ?? Infinity)
    }, 0)
    // What starts it, and all that this imports, together.
    expect(scripts.length).toBe(2)
    expect(bytes).toBeLessThan(104_000)
    expect(html).not.toContain('rel="stylesheet"')
    // Its other screens, the questionnaires, and what loads them.
    const [start = ''] = scripts.map((name) => readFileSync(join(SITE, name), 'utf8'))
    expect(filesAsked(start)).toEqual([4])
  })
})
