import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { handOverCode, workshop, workshopFile } from '../fixtures/workshop.ts'
import { answer, browsing, ready, VARIED } from '../e2e/browser.ts'
import { closeCollection, CONSOLE, importWorkshop, pasteBox, shown, takeIn, total } from '../e2e/workshop-page.ts'

const { visit } = browsing()

/** Takes part on a device of one's own. Returns the hand-over code. */
async function takePart(link: string): Promise<string> {
  const { origin, hash } = new URL(link)
  const page = await visit({ site: `${origin}/`, path: hash })
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Autumn offsite')
  await answer(page, '2', VARIED)
  await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
  await page.getByRole('img', { name: /QR picture/ }).waitFor()
  return page.getByLabel('Hand-over code', { exact: true }).inputValue()
}

it('a workshop is set up, and takes in what a participant’s page hands over', async () => {
  const page = await visit({ path: CONSOLE })
  await page.getByRole('button', { name: 'Set up a workshop' }).click()
  await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Autumn offsite')
  await page.getByRole('button', { name: 'Create the workshop' }).click()
  await page.getByRole('img', { name: /^QR code/ }).waitFor()
  const code = await takePart(await page.getByRole('textbox', { name: 'Link for participants' }).inputValue())
  await takeIn(page, `Thanks!\n${code}`)
  await shown(page, /1\s*response/)
  await page.reload()
  await ready(page)
  await shown(page, /1\s*response/)
})

/** The pictures of a room, which are drawn when they come near. */
const isDrawn = (page: Page) =>
  page.locator('article svg').evaluateAll((all) => all.length > 2 && all.every((one) => one.childElementCount > 0))

it('eighteen responses show a room, which is there again after a reload, and can be presented', async () => {
  const page = await visit({ path: CONSOLE })
  await importWorkshop(page, workshopFile({}, { expected: [6, 6, 6] }))
  await pasteBox(page).waitFor()
  await takeIn(page, Array.from({ length: 18 }, (_, person) => handOverCode(person + 1)).join('\n'))
  await total(page, 18, 18)
  await closeCollection(page)
  await page.getByRole('heading', { name: 'What the room sees' }).waitFor()
  await page.getByRole('heading', { name: 'The distance', exact: true }).waitFor()
  await expect.poll(() => isDrawn(page)).toBe(true)
  await page.reload()
  await ready(page)
  await page.getByRole('heading', { name: 'Discuss first' }).waitFor()
  await page.getByRole('button', { name: 'Present to the room' }).click()
  const stage = page.getByRole('dialog', { name: 'Presentation to the room' })
  await stage.getByRole('button', { name: 'Show' }).waitFor()
  await page.keyboard.press('PageDown')
  await stage.getByRole('button', { name: 'Cover again' }).waitFor()
  await page.keyboard.press('Escape')
  await stage.waitFor({ state: 'detached' })
  expect(page.url()).toContain(workshop.id)
})
