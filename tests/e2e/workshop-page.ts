import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { workshopFile } from '../fixtures/workshop.ts'

export const CONSOLE = 'workshop.html'

/** A phone is held up for a second, and a machine that tests may be busy. */
const PATIENCE = { timeout: 15_000 }

const fileOf = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/plain',
  buffer: typeof content === 'string' ? Buffer.from(content) : content,
})

/** Imports a workshop on the start screen, and opens it. */
export async function importWorkshop(page: Page, text = workshopFile()): Promise<void> {
  await page.getByLabel('The file of a workshop').setInputFiles(fileOf('workshop.json', text))
}

/** Imports a workshop that has responses on a device that does not know it, and says that it was shown nowhere else. */
export async function importFresh(page: Page, text: string): Promise<void> {
  await importWorkshop(page, text)
  await page.getByRole('button', { name: 'No, nowhere' }).click()
}

/** Opens a workshop with nothing collected. */
export async function openWorkshop(page: Page, text = workshopFile()): Promise<void> {
  await importWorkshop(page, text)
  await page.getByRole('heading', { name: 'Collect', exact: true }).waitFor()
}

const stages = (page: Page) => page.getByRole('navigation', { name: 'Stages of the workshop' })

/** Goes to a stage of the open workshop, where it is not there. */
export async function toStage(page: Page, name: 'Set up' | 'Collect' | 'The room' | 'Take away'): Promise<void> {
  const link = stages(page).getByRole('link', { name, exact: true })
  await link.waitFor()
  if ((await link.getAttribute('aria-current')) === 'step') return
  await link.click()
  const heading = page.getByRole('heading', { level: 2, name, exact: true })
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true)
}

/** Opens the form that changes the set-up. */
export async function changeSetUp(page: Page, button = 'Change the set-up'): Promise<void> {
  await toStage(page, 'Set up')
  await page.getByRole('button', { name: button }).click()
}

export const pasteBox = (page: Page) => page.getByRole('textbox', { name: 'Codes, links, mails or tables' })

export async function takeIn(page: Page, text: string): Promise<void> {
  await toStage(page, 'Collect')
  await pasteBox(page).fill(text)
  await page.getByRole('button', { name: 'Take in' }).click()
}

/** Hands in files, given as names and texts. */
export async function handInFiles(page: Page, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  await page.getByLabel('Or files').setInputFiles(Object.entries(files).map(([name, content]) => fileOf(name, content)))
}

/** Expects so many responses to be in. */
export const total = (page: Page, amount: number, of = 24) =>
  expect
    .poll(() => page.locator('.total').textContent(), PATIENCE)
    .toMatch(new RegExp(`^${amount}\\s*responses? in, of ${of} expected$`))

/** Expects a text to be shown, as a part of a sentence. */
export const shown = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.getByText(text).filter({ visible: true }).count(), PATIENCE).toBeGreaterThan(0)

/** The rows of the table of counts: level, in, expected. */
export const countsByLevel = (page: Page) =>
  page
    .getByRole('table', { name: 'Responses by level' })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' ')))

export async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8')
}

/** Closes collection, which leads to the room where there is something to show it. */
export async function closeCollection(page: Page): Promise<void> {
  await toStage(page, 'Collect')
  await page.getByRole('button', { name: 'Close collection' }).click()
  await page.getByRole('button', { name: 'Close it' }).click()
  await page.getByRole('heading', { name: /^(The room|Collection is closed)$/ }).waitFor()
}

export async function reopenCollection(page: Page): Promise<void> {
  await toStage(page, 'Collect')
  await page.getByRole('button', { name: 'Reopen collection' }).click()
  await pasteBox(page).waitFor()
}

/** Presses what exports the workshop. */
export async function pressExport(page: Page): Promise<void> {
  await toStage(page, 'Take away')
  await page.getByRole('button', { name: 'Export the workshop' }).click()
}

/** The room with all its sections, those that are drawn after its first picture, too. */
export async function wholeRoom(page: Page): Promise<Locator> {
  const room = page.locator('article[aria-busy="false"]').filter({ hasText: 'What the room sees' })
  await room.waitFor()
  return room
}
