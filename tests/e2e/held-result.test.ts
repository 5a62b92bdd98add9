import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { encodeInvitation } from '../../src/core/workshop/invitation.ts'
import { answer, browsing, INVITATION, ready, travel, VARIED, WORKSHOP } from './browser.ts'
import { handOverCode, workshopFile } from '../fixtures/workshop.ts'
import { problems, widthOf } from './problems.ts'
import { changeSetUp, closeCollection, CONSOLE, openWorkshop, shown, takeIn, toStage } from './workshop-page.ts'

const { visit, tab } = browsing()
const HELD = `${INVITATION}&hold`
const TITLE = 'Your own result comes after the room’s'
/** In the time of the page, which stands still but where a test moves it. */
const FIRST = '2026-11-30T15:00:00'

const at = (time: string) => ({
  isNew: true,
  before: (fresh: Page) => fresh.clock.install({ time: new Date(time) }),
})

const held = (page: Page) => page.getByRole('heading', { name: TITLE })
const own = (page: Page) => page.locator('article[part="result"]')
const code = (page: Page) => page.getByLabel('Hand-over code', { exact: true }).inputValue()
const type = async (page: Page, word: string) => {
  await page.getByRole('textbox', { name: 'Word on the wall' }).fill(word)
  await page.getByRole('button', { name: 'Open my result' }).click()
}

/** Nothing on the page tells what the result is, or leads to it. */
async function tellsNothing(page: Page): Promise<void> {
  await expect.poll(() => own(page).count()).toBe(0)
  const text = await page.getByRole('main').innerText()
  expect(text).not.toMatch(/of 100|\d{2} – \d{2}|^Result code$|Signal Loss \d/m)
}

async function finished(fragment = HELD, time = FIRST): Promise<Page> {
  const page = await visit({ path: `#${fragment}`, ...at(time) })
  await answer(page, '3', VARIED)
  return page
}

async function staysShownAfterAChange(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'All statements' }).click()
  await page.getByRole('listitem').first().getByRole('button').click()
  await page.keyboard.press('1')
  await page.getByRole('button', { name: 'See the result' }).click()
  await expect.poll(() => own(page).count()).toBe(1)
}

describe('the console of a workshop that shows the room first', () => {
  it('says, where that is changed, that the link from before keeps what it said', async () => {
    const page = await visit({ path: CONSOLE })
    await openWorkshop(page, workshopFile({ holdsResults: true }))
    await changeSetUp(page)
    const note = page.getByText('whoever has the link from before keeps what it told them')
    const atOnce = page.getByRole('radio', { name: 'As soon as they have answered' })
    await atOnce.check()
    await expect.poll(() => note.count()).toBe(1)
    await page.getByRole('radio', { name: 'Once the room has seen its own' }).check()
    await expect.poll(() => note.count()).toBe(0)
    await atOnce.check()
    await page.getByRole('button', { name: 'Save the set-up' }).click()
    const link = page.getByRole('textbox', { name: 'Link for participants' })
    await expect.poll(() => link.inputValue()).not.toMatch(/&hold$/)
  })

  it('has the word once the room’s view is shown, and again on the last step of its presentation', async () => {
    const page = await visit({ path: CONSOLE })
    await openWorkshop(page, workshopFile({ holdsResults: true }))
    const word = page.getByText('opera', { exact: true })
    const codes = Array.from({ length: 24 }, (_none, index) =>
      handOverCode(index + 1, { level: index < 3 ? 0 : index < 10 ? 1 : 2 }),
    )
    await takeIn(page, codes.join(' '))
    await shown(page, /24\s*responses/)
    await expect.poll(() => word.count()).toBe(0)
    await closeCollection(page)
    await page.getByRole('heading', { name: 'Participants’ own results' }).waitFor()
    await expect.poll(() => word.count()).toBe(1)
    expect(await problems(page)).toEqual([])
    await page.getByRole('button', { name: 'Present to the room' }).click()
    const stage = page.getByRole('dialog', { name: 'Presentation to the room' })
    await expect.poll(() => stage.getByText('opera', { exact: true }).count()).toBe(0)
    const next = stage.getByRole('button', { name: 'Next' })
    while (await next.isEnabled()) await next.click()
    await stage.getByText('Your own result opens with this word').waitFor()
    await expect.poll(() => stage.getByText('opera', { exact: true }).count()).toBe(1)
  })

  it('has none where people see their own results as soon as they have answered', async () => {
    const page = await visit({ path: CONSOLE })
    await page.getByRole('button', { name: 'Set up a workshop' }).click()
    await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Autumn offsite')
    await page.getByRole('radio', { name: 'As soon as they have answered' }).check()
    await page.getByRole('button', { name: 'Create the workshop' }).click()
    const link = await page.getByRole('textbox', { name: 'Link for participants' }).inputValue()
    expect(link).not.toContain('hold')
    const none = () => expect.poll(() => page.getByText('once the room has seen its own').count()).toBe(0)
    await none()
    await toStage(page, 'Set up')
    await shown(page, 'as soon as people have answered')
    await none()
  })
})

describe('a workshop that shows the room first', () => {
  it('says so before the first statement, in the first sight and in full', async () => {
    const page = await visit({ path: `#${HELD}` })
    await page.getByText('Your own result waits until the room has seen its own').waitFor()
    await page.getByText('Who sees what of your answers').click()
    await page.getByText('Your code is yours to hand over at any time').waitFor()
    const without = await visit({ path: `#${INVITATION}` })
    await without.getByText('Who sees what of your answers').click()
    await expect.poll(() => without.getByText(/own result/).count()).toBe(0)
  })

  it.each(['en', 'fr'])(
    'asks its first question within the first screen of a phone all the same, in %s',
    async (language) => {
      const invitation = encodeInvitation({ ...WORKSHOP, language, rawExport: true, holdsResults: true })
      const page = await visit({ path: `#${invitation}`, viewport: { width: 360, height: 740 } })
      const first = page.getByRole('radio').first()
      await first.waitFor()
      const choice = (await first.boundingBox())!
      expect(choice.y + choice.height).toBeLessThan(740)
      await expect.poll(() => widthOf(page)).toEqual([360])
    },
  )

  it('holds no code back, and shows nothing of the result through a reload, Back, or the other language', async () => {
    const page = await finished()
    await held(page).waitFor()
    const given = await code(page)
    await tellsNothing(page)
    expect(await problems(page)).toEqual([])
    await page.getByRole('button', { name: 'Download it as a file' }).waitFor()
    await page.reload()
    await ready(page)
    await held(page).waitFor()
    expect(await code(page)).toBe(given)
    await page.getByRole('button', { name: 'All statements' }).click()
    await page.getByRole('heading', { name: 'All statements' }).waitFor()
    await travel(page, -1)
    await held(page).waitFor()
    await tellsNothing(page)
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('heading', { name: 'Votre propre résultat vient après celui de la salle' }).waitFor()
    await tellsNothing(page)
  })

  it('shows it for the word on the wall, for good, and says which word is not it', async () => {
    const page = await finished()
    await type(page, 'horizon')
    await page.getByText('That is not the word of this workshop').waitFor()
    await tellsNothing(page)
    await type(page, ' Magnólia!')
    await own(page).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Your own result is shown')
    await page.reload()
    await ready(page)
    await own(page).waitFor()
    await staysShownAfterAChange(page)
  })

  it('shows it sooner to whoever wants to, once they have read what that spoils', async () => {
    const page = await finished()
    await page.getByRole('button', { name: 'Show it now' }).click()
    await page.getByText('what others see is harder to hear then').waitFor()
    await page.getByRole('button', { name: 'Wait for the room' }).click()
    await held(page).waitFor()
    await page.getByRole('button', { name: 'Show it now' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Show it now' }).click()
    await expect.poll(() => own(page).count()).toBe(1)
  })

  it('shows it by itself on the day after, also where answers were changed since', async () => {
    const page = await finished()
    await page.getByText('by itself from 1 December 2026').waitFor()
    await page.clock.setFixedTime(new Date('2026-12-01T08:00:00'))
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await own(page).waitFor()
    await staysShownAfterAChange(page)
  })

  it('holds it back among the results on the device, too, outside the workshop as well', async () => {
    const page = await finished()
    await held(page).waitFor()
    const other = await tab(page, '#results')
    await other.getByText('Not shown yet: it waits for the room’s, until 30 November 2026 at the latest.').waitFor()
    await expect.poll(() => other.getByRole('button', { name: /^Compare/ }).count()).toBe(0)
    await tellsNothing(other)
    await other.getByRole('button', { name: /^Open/ }).first().click()
    await held(other).waitFor()
    await tellsNothing(other)
    expect(await problems(other)).toEqual([])
    const reference = /r=(~[\d.]+)/.exec(other.url())![1]!
    await other.evaluate((to) => (location.hash = to), `compare=${reference},${reference}`)
    await held(other).waitFor()
    await tellsNothing(other)
    await type(other, 'magnolia')
    await other.getByText('The two codes carry the same answers').waitFor()
    await own(page).waitFor()
  })

  it('holds the next person’s result, where the device is passed on', async () => {
    const page = await finished()
    await type(page, 'magnolia')
    await own(page).waitFor()
    await page.getByRole('button', { name: 'Somebody else answers here' }).click()
    await page.getByRole('button', { name: 'Remove and pass on' }).click()
    await answer(page, '1', VARIED)
    await held(page).waitFor()
    await page.getByRole('button', { name: 'Somebody else answers here' }).click()
    await expect.poll(() => page.getByText('which you have not seen yet').isVisible()).toBe(true)
  })
})
