import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { gaps, handOverCode, workshop, workshopFile } from '../fixtures/workshop.ts'
import { browsing, ready } from './browser.ts'
import { problemsInBoth, widthOf } from './problems.ts'
import {
  changeSetUp,
  closeCollection,
  CONSOLE,
  handInFiles,
  openWorkshop,
  pasteBox,
  pressExport,
  reopenCollection,
  shown,
  takeIn,
  toStage,
  total,
  wholeRoom,
} from './workshop-page.ts'

const { visit, tab } = browsing()

/** Who answers, so many that the room can be shown. */
const FIFTEEN = Array.from({ length: 15 }, (_none, index) => handOverCode(index + 1)).join('\n')
const EXPECTED = workshopFile({}, { expected: [5, 5, 5] })
const stages = (page: Page) => page.getByRole('navigation')
const here = (page: Page) => stages(page).locator('[aria-current="step"]')
const at = (page: Page) => new URL(page.url()).hash
/** What has the focus, by the name of its element and its text. */
const focused = (page: Page) =>
  page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`)
/** The acts that are as loud as can be, where no question is asked. What a drawing can be asked about is none. */
const loud = (page: Page) =>
  page.locator('main button:not(.plain, .quiet, figure *)').filter({ visible: true }).allInnerTexts()

async function opened(text = EXPECTED, options: Parameters<typeof visit>[0] = {}): Promise<Page> {
  const page = await visit({ path: CONSOLE, ...options })
  await openWorkshop(page, text)
  return page
}

async function shownToRoom(page: Page): Promise<void> {
  await takeIn(page, FIFTEEN)
  await total(page, 15, 15)
  await closeCollection(page)
  await wholeRoom(page)
}

describe('the stages of a workshop', () => {
  it('have an address, a title and a heading each, by keyboard alone, with Back and Forward between them', async () => {
    const page = await opened()
    await expect.poll(() => at(page)).toBe(`#workshop=${workshop.id}&at=collect`)
    await expect.poll(() => page.title()).toBe('Collect · Offsite')
    await stages(page).getByRole('link', { name: 'Set up' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title()).toBe('Set up · Offsite')
    await expect.poll(() => focused(page)).toBe('H2 Set up')
    expect(at(page)).toBe(`#workshop=${workshop.id}&at=set-up`)
    expect(await here(page).innerText()).toBe('Set up')
    // The next Tab leads into the stage.
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('BUTTON Change the set-up')
    await stages(page).getByRole('link', { name: 'Take away' }).press('Enter')
    await expect.poll(() => page.title()).toBe('Take away · Offsite')
    await page.goBack()
    await expect.poll(() => focused(page)).toBe('H2 Set up')
    await page.goBack()
    await expect.poll(() => focused(page)).toBe('H2 Collect')
    await page.goBack()
    await page.getByRole('heading', { name: 'On this device' }).waitFor()
    await expect.poll(() => page.title()).toBe('Workshop')
    await page.goForward()
    await page.goForward()
    await expect.poll(() => here(page).innerText()).toBe('Set up')
    await page.getByRole('button', { name: 'Français' }).click()
    await expect.poll(() => page.title()).toBe('Préparer · Offsite')
  })

  it('open by a link at the one that fits, or at the one it names', async () => {
    const page = await opened()
    const open = async (fragment: string) => {
      const other = await tab(page, `${CONSOLE}#${fragment}`)
      await stages(other).waitFor()
      const found = await here(other).innerText()
      // Nobody has moved yet, so focus is left to the browser.
      expect(await other.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
      await other.close()
      return found
    }
    expect(await open(`workshop=${workshop.id}`)).toBe('Collect')
    expect(await open(`workshop=${workshop.id}&at=take-away`)).toBe('Take away')
    await shownToRoom(page)
    expect(at(page)).toBe(`#workshop=${workshop.id}&at=room`)
    expect(await open(`workshop=${workshop.id}`)).toBe('The room')
    expect(await open(`workshop=${workshop.id}&at=collect`)).toBe('Collect')
    // The console offers what it was left for, and Back leads to where collection was closed.
    await page.goBack()
    await page.getByRole('heading', { name: 'Collection is closed' }).waitFor()
    await reopenCollection(page)
    await shown(page, '15')
    // What was shown can be shown again while more is collected.
    await toStage(page, 'The room')
    await wholeRoom(page)
  })

  it('say of the room why it is not there yet, and lead back', async () => {
    const page = await opened()
    await shown(page, 'after closing')
    expect(await stages(page).getByRole('link').allInnerTexts()).toEqual(['Set up', 'Collect', 'Take away'])
    await page.goto(`${inject('site')}${CONSOLE}#workshop=${workshop.id}&at=room`)
    await shown(page, 'The room sees its results once collection is closed.')
    expect(await here(page).innerText()).toContain('The room')
    await page.getByRole('link', { name: 'To what is collected' }).click()
    await takeIn(page, handOverCode(1))
    await total(page, 1, 15)
    await closeCollection(page)
    await toStage(page, 'The room')
    await shown(page, 'Still needed: 4 people.')
  })

  it('take in no file where none is asked for, and stay open', async () => {
    const page = await opened()
    const drag = (type: string) =>
      page.evaluate((name) => {
        const data = new DataTransfer()
        data.items.add(new File(['a'], 'a.txt'))
        const event = new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true })
        document.querySelector('h1')!.dispatchEvent(event)
        return event.defaultPrevented
      }, type)
    await toStage(page, 'Take away')
    expect([await drag('dragover'), await drag('drop')]).toEqual([true, true])
    await toStage(page, 'Collect')
    await total(page, 0, 15)
    expect([await drag('dragover'), await drag('drop')]).toEqual([true, true])
    await page.getByText('a.txt').waitFor()
  })

  it('lose nothing that was typed, chosen or taken in', async () => {
    const page = await opened(workshopFile())
    const [one, other] = gaps.items
    await takeIn(page, handOverCode(1))
    await total(page, 1)
    await handInFiles(page, { 'survey.csv': `${one?.id},${other?.id},vantage\n1,2,HQ\n2,3,HQ\n3,4,Board` })
    await page.getByLabel('“HQ” means').selectOption('Heads')
    await pasteBox(page).fill('half a code')
    await page.getByText('Take out somebody’s answers').click()
    const toTakeOut = page.getByRole('textbox', { name: 'Their code or link' })
    await toTakeOut.fill('whose')
    const isThere = async () => {
      await toStage(page, 'Collect')
      expect(await pasteBox(page).inputValue()).toBe('half a code')
      expect(await page.getByLabel('“HQ” means').inputValue()).toBe('Heads')
      await page.getByText('Take out somebody’s answers').click()
      expect(await toTakeOut.inputValue()).toBe('whose')
      await shown(page, 'Pasted or typed')
    }
    for (const stage of ['Set up', 'Take away'] as const) {
      await toStage(page, stage)
      await isThere()
    }
    await changeSetUp(page, 'Change the client or the expected numbers')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => here(page).innerText()).toBe('Set up')
    await isThere()
  })

  it('have one act that is loud, each its own', async () => {
    const page = await opened()
    await expect.poll(() => loud(page)).toEqual(['Show full screen'])
    await toStage(page, 'Set up')
    await expect.poll(() => loud(page)).toEqual(['Change the set-up'])
    await toStage(page, 'Take away')
    await expect.poll(() => loud(page)).toEqual(['Export the workshop'])
    await takeIn(page, handOverCode(1))
    await expect.poll(() => loud(page)).toEqual(['Show full screen'])
    // Once everybody has answered, it is to close.
    await takeIn(page, FIFTEEN)
    await expect.poll(() => loud(page)).toEqual(['Close collection'])
    // It stands beneath the counts, where nobody has to look for it.
    const closing = page.getByRole('button', { name: 'Close collection' })
    const link = page.getByRole('textbox', { name: 'Link for participants' })
    expect((await closing.boundingBox())!.y).toBeLessThan((await link.boundingBox())!.y)
    await closeCollection(page)
    await expect.poll(() => loud(page)).toEqual(['Present to the room'])
    await toStage(page, 'Take away')
    await expect.poll(() => loud(page)).toEqual(['Print or save as PDF'])
    await toStage(page, 'Collect')
    await expect.poll(() => loud(page)).toEqual([])
  })

  it('offer to reopen where too few have answered', async () => {
    const page = await opened()
    await takeIn(page, handOverCode(1))
    await total(page, 1, 15)
    await closeCollection(page)
    await expect.poll(() => loud(page)).toEqual(['Reopen collection'])
  })

  it('are where one had scrolled to, after Back and loaded anew, in the language chosen meanwhile', async () => {
    const page = await visit({ path: CONSOLE })
    await page.getByRole('button', { name: 'Open the sample room' }).click()
    await wholeRoom(page)
    const scrolled = () => page.evaluate(() => Math.round(scrollY))
    const scroll = (top: number) =>
      page.evaluate(async (to) => {
        scrollTo(0, to)
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      }, top)
    await scroll(1500)
    await page.reload()
    await expect.poll(scrolled).toBe(1500)
    await stages(page)
      .getByRole('link', { name: 'Set up' })
      .evaluate((link: HTMLElement) => link.click())
    await expect.poll(() => page.title()).toMatch(/^Set up/)
    await page.getByRole('button', { name: 'Français' }).click()
    await page.evaluate(() => history.back())
    await expect.poll(() => page.title()).toMatch(/^Le groupe/)
    await expect.poll(scrolled).toBe(1500)
    await page.reload()
    await expect.poll(() => page.title()).toMatch(/^Le groupe/)
    await expect.poll(scrolled).toBe(1500)
    expect(await page.evaluate(() => history.state as unknown)).toEqual({ screen: 'console' })
    // The tab keeps no workshop's number, which would outlast the workshop.
    const noted = await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide'))
      return sessionStorage.getItem('leadership-diagnostic.scrolled-workshops')
    })
    expect(noted).toMatch(/^\{"screen":"console","top":1500/)
    expect(noted).not.toMatch(/workshop=|000000/)
  })

  it('print the room alone where the room is shown and where it is taken away', async () => {
    const page = await opened()
    await shownToRoom(page)
    for (const stage of ['The room', 'Take away'] as const) {
      await toStage(page, stage)
      await page.getByRole('button', { name: /^(Present|Print)/ }).waitFor()
      await page.emulateMedia({ media: 'print' })
      await page.locator('article.paper').waitFor()
      expect(await stages(page).isVisible()).toBe(false)
      for (const text of ['The whole workshop', 'Present to the room', 'Snapshot 1 of', 'Workshops on this device'])
        expect(await page.getByText(text).filter({ visible: true }).count()).toBe(0)
      await page.emulateMedia({ media: null })
      await page.locator('article.paper').waitFor({ state: 'detached' })
    }
  })

  it.each(['en-GB', 'fr-FR'])('can be used by everybody, and fit a window of 320 pixels, in %s', async (locale) => {
    const page = await visit({
      path: CONSOLE,
      locale,
      colorScheme: 'dark',
      viewport: { width: 320, height: 600 },
    })
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: 'workshop.json',
        mimeType: 'text/plain',
        buffer: Buffer.from(EXPECTED),
      })
    await stages(page).waitFor()
    for (const stage of ['set-up', 'room', 'take-away', 'collect']) {
      await page.evaluate((to) => (location.hash = location.hash.replace(/at=.*/, `at=${to}`)), stage)
      await expect.poll(() => here(page).count()).toBe(1)
      await expect.poll(() => widthOf(page)).toEqual([320])
      expect(await problemsInBoth(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
    }
    await page.locator('form textarea').first().fill(FIFTEEN)
    await page.locator('form textarea').first().press('Control+Enter')
    await expect.poll(() => page.locator('.total strong').textContent()).toBe('15')
    await page.locator('#close-title ~ button').click()
    await page.locator('dialog[open] button.plain').click()
    await page.locator('article').waitFor()
    for (const stage of ['room', 'take-away', 'collect']) {
      await page.evaluate((to) => (location.hash = location.hash.replace(/at=.*/, `at=${to}`)), stage)
      await expect.poll(() => widthOf(page)).toEqual([320])
      expect(await problemsInBoth(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
    }
  })

  it('are as they were after a reload', async () => {
    const page = await opened()
    await pressExport(page)
    await page.reload()
    await ready(page)
    await expect.poll(() => here(page).innerText()).toBe('Take away')
  })
})
