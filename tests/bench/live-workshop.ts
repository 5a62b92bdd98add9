/*
 * A workshop of 24 in real browser pages, from the last answers to the first figure:
 * once live, once with codes that are pasted one after the other.
 *
 *   npx tsx tests/bench/live-workshop.ts
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../src/build/site.ts'
import { findChromium } from '../chromium.ts'

const PEOPLE = 24
const LEVELS = 3
const AT_ONCE = 4
const NAME = 'room.test'

async function open(browser: Browser, address: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  return page
}

async function setUp(browser: Browser, site: string, isLive: boolean): Promise<{ page: Page; link: string }> {
  const page = await open(browser, `${site}workshop.html?lang=en`, 1280, 800)
  await page.getByRole('button', { name: 'Set up a workshop' }).click()
  await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Offsite')
  for (let level = 0; level < LEVELS; level++)
    await page
      .getByRole('textbox', { name: 'People expected' })
      .nth(level)
      .fill(String(PEOPLE / LEVELS))
  await page.getByRole('radio', { name: isLive ? /^By themselves/ : /^By code/ }).check()
  await page.getByRole('button', { name: 'Create the workshop' }).click()
  if (isLive) await page.getByRole('button', { name: 'Go on without a copy' }).click()
  const link = await page.getByLabel('Link for participants', { exact: true }).inputValue()
  return { page, link }
}

/** Answers up to the screen on which answers are handed over. */
async function answer(browser: Browser, link: string, person: number): Promise<Page> {
  const page = await open(browser, link, 390, 844)
  await page.getByRole('region', { name: 'What the facilitator will see, and what not' }).waitFor()
  await page.keyboard.press(String(1 + (person % LEVELS)))
  await page.keyboard.press('Enter')
  const title = page.getByRole('heading', { name: /^Hand your answers to/ })
  // Whoever is asked for guesses leaves them out.
  const onward = page.getByRole('button', { name: 'On to handing over' })
  // Between two statements as long as the page takes, and at least as long as a fast reader.
  for (let item = 0; !(await title.isVisible()); item++) {
    if (item > 60) throw new Error(`It stands at: ${await page.locator('#app').innerText()}`)
    if (await onward.isVisible()) await onward.click()
    else await page.keyboard.press(String(1 + ((person * 7 + item * 3) % 5)))
    await page.waitForTimeout(150)
  }
  return page
}

async function answerAll(browser: Browser, link: string): Promise<Page[]> {
  const pages: Page[] = []
  for (let from = 0; from < PEOPLE; from += AT_ONCE)
    pages.push(
      ...(await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => answer(browser, link, from + index)))),
    )
  return pages
}

async function closeAndShow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close collection' }).click()
  await page.getByRole('button', { name: 'Close it' }).click()
  await page
    .getByText('How far apart')
    .first()
    .or(page.getByRole('heading', { level: 2 }).nth(2))
    .waitFor()
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

if (needsBuild()) await buildSite()
const folder = mkdtempSync(join(tmpdir(), 'live-workshop-'))
const found = await findChromium()
const browser = await chromium.launch({
  ...found,
  args: [...found.args, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
})
const site = await serveSite({ folder: SITE, names: [NAME], relay: { folder } })
try {
  for (const isLive of [true, false]) {
    const { page, link } = await setUp(browser, site.address, isLive)
    const phones = await answerAll(browser, link)
    const all = page.locator('.total').getByText(String(PEOPLE), { exact: true })
    const collected = await timed(async () => {
      if (isLive)
        await Promise.all(phones.map((phone) => phone.getByRole('button', { name: 'Hand over', exact: true }).click()))
      else
        for (const phone of phones) {
          const code = await phone.getByLabel('Hand-over code', { exact: true }).inputValue()
          await page.getByRole('textbox', { name: 'Codes, links, mails or tables' }).fill(code)
          await page.getByRole('button', { name: 'Take in' }).click()
        }
      await all.waitFor()
    })
    const told = isLive
      ? await timed(() =>
          Promise.all(
            phones.map((phone) =>
              phone.getByRole('status').getByText('Received by the facilitator’s device').waitFor(),
            ),
          ),
        )
      : null
    const shown = await timed(() => closeAndShow(page))
    console.log(
      `${isLive ? 'live' : 'by code, pasted by a machine'}: ${PEOPLE} collected in ${collected.toFixed(1)} s` +
        `${told === null ? '' : `, everybody told ${told.toFixed(1)} s later`}, first figure ${shown.toFixed(1)} s after that`,
    )
    for (const phone of phones) await phone.context().close()
    await page.context().close()
  }
} finally {
  await browser.close()
  await site.stop()
  rmSync(folder, { recursive: true })
}
