import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, browsing, ready } from './browser.ts'
import { problems, widthOf } from './problems.ts'
import { closeCollection, CONSOLE, shown, takeIn, textOf, toStage, wholeRoom } from './workshop-page.ts'

const { visit, leave } = browsing()

const link = (page: Page) => page.getByRole('textbox', { name: 'Link for participants' }).inputValue()

/** The answers of six people: two at the top who see little, and four near the work who see most of it. */
const PEOPLE = [
  { level: '1', keys: '221212121221222112121222333344' },
  { level: '1', keys: '112122121212111222112121444433' },
  { level: '3', keys: '445544554454545445544544222233' },
  { level: '3', keys: '554455445545455454455455333322' },
  { level: '3', keys: '445454544545454545454445233222' },
  { level: '3', keys: '555444545454545454545454223323' },
] as const

/** Takes part as one person, on a device of their own. Returns the hand-over code. */
async function takePart(address: string, { level, keys }: (typeof PEOPLE)[number]): Promise<string> {
  const { origin, hash } = new URL(address)
  const page = await visit({ site: `${origin}/`, path: hash })
  await answer(page, level, keys)
  await page.getByRole('heading', { name: /^Hand your answers to/ }).waitFor()
  const code = await page.getByLabel('Hand-over code', { exact: true }).inputValue()
  await leave(page)
  return code
}

async function openSample(options: Parameters<typeof visit>[0] = {}): Promise<Page> {
  const page = await visit({ path: CONSOLE, ...options })
  await page.getByRole('button', { name: 'Open the sample room' }).click()
  await wholeRoom(page)
  return page
}

describe('a workshop', () => {
  it('leads from its link over six phones to what the room may see, and no further', async () => {
    const page = await visit({ path: CONSOLE })
    await page.getByRole('button', { name: 'Set up a workshop' }).click()
    await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Autumn offsite')
    await page.getByRole('button', { name: 'Create the workshop' }).click()
    const address = await link(page)
    const codes: string[] = []
    for (const person of PEOPLE) codes.push(await takePart(address, person))
    expect(new Set(codes).size).toBe(6)

    await takeIn(page, `Thanks all!\n${codes.slice(0, 3).join('\n')}\n> ${codes.slice(3).join(' and ')}`)
    await shown(page, /6\s*responses/)
    await closeCollection(page)
    const text = await (await wholeRoom(page)).innerText()
    // Two at the top are too few to be shown, and the four near the work would then
    // be the rest of the room.
    expect(text).not.toMatch(/points apart/)
    await shown(page, /fewer than 5|too few|at least 5/i)
    await page.reload()
    await ready(page)
    await wholeRoom(page)
  })
})

describe('the sample room', () => {
  it('is worked out in a worker, under the policy the page is served with', async () => {
    const page = await visit({ path: CONSOLE })
    const worker = page.workers()[0] ?? (await page.waitForEvent('worker'))
    expect(worker.url()).toMatch(/room-worker/)
    await page.getByRole('button', { name: 'Open the sample room' }).click()
    await page.getByRole('heading', { name: 'The distance', exact: true }).waitFor()
    await shown(page, 'This room is simulated')
  })

  it('is presented one thing at a time, each covered until the room has answered for itself', async () => {
    const page = await openSample()
    await page.getByRole('button', { name: 'Present to the room' }).click()
    const stage = page.getByRole('dialog', { name: 'Presentation to the room' })
    await stage.waitFor()
    await stage.getByText('1 of 14').waitFor()
    await stage.getByText('Simulated', { exact: true }).waitFor()
    await expect.poll(() => stage.getByRole('button', { name: 'Show' }).count()).toBe(1)
    await page.keyboard.press('PageDown')
    await stage.getByRole('button', { name: 'Cover again' }).waitFor()
    await stage.getByText('For the room').waitFor()
    await page.keyboard.press('PageDown')
    await stage.getByText('2 of 14').waitFor()
    await page.keyboard.press('PageUp')
    await stage.getByText('1 of 14').waitFor()
    // What the top expected: covered, then on the path with three marks a concept, then its statements.
    for (const key of Array.from({ length: 3 }, () => 'PageDown')) await page.keyboard.press(key)
    await stage.getByText('Before you look: “Executive team” has said').waitFor()
    expect(await stage.locator('.path, .track').count()).toBe(0)
    await page.keyboard.press('PageDown')
    await stage.locator('.path .expected').nth(2).waitFor()
    expect(await stage.locator('.track :is(circle, text)').count()).toBe(3 * 3)
    await page.keyboard.press('PageDown')
    await stage.getByText('Say their numbers out loud').waitFor()
    expect(await stage.locator('.track').count()).toBe(0)
    await page.keyboard.press('PageDown')
    await stage.locator('.track').nth(5).waitFor()
    expect(await stage.locator('.track :is(circle, text)').count()).toBe(6 * 3)
    expect(await problems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await stage.waitFor({ state: 'detached' })
  })

  it('is presented in the steps and the order that were chosen by keyboard, which the device keeps', async () => {
    const page = await openSample()
    const stage = page.getByRole('dialog', { name: 'Presentation to the room' })
    const steps = page.getByRole('group').filter({ hasText: 'Choose the steps' }).getByRole('listitem')
    const names = async () => (await steps.allInnerTexts()).map((text) => text.split('\n')[0])
    const chooser = page.getByText('Choose the steps to present')
    await chooser.focus()
    await page.keyboard.press('Enter')
    await expect.poll(names).toHaveLength(14)
    // No two look the same, whatever their titles.
    const whole = await steps.locator('label').allInnerTexts()
    expect(new Set(whole).size).toBe(14)
    const [first, second, third, ...rest] = await names()
    await page.getByRole('checkbox', { name: first!, exact: true }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: `Move up ${second}` }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(names).toEqual([second, first, third, ...rest])
    await expect.poll(() => page.getByText(`${second} is now step 1.`).count()).toBe(1)
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText)
    expect(await focused()).toContain('Move down')
    await page.reload()
    await ready(page)
    await chooser.click()
    await expect.poll(names).toEqual([second, first, third, ...rest])
    expect(await page.getByRole('checkbox', { name: first!, exact: true }).isChecked()).toBe(false)
    expect(await problems(page)).toEqual([])
    await page.getByRole('button', { name: 'Present to the room' }).click()
    await stage.getByText('1 of 13').waitFor()
    await stage.getByRole('heading', { name: second! }).waitFor()
    for (const key of ['PageDown', 'PageDown']) await page.keyboard.press(key)
    await stage.getByRole('heading', { name: third! }).waitFor()
    await page.keyboard.press('Escape')
    await stage.waitFor({ state: 'detached' })
    // What is left out stays on the page and on paper.
    await page.getByRole('heading', { name: first! }).waitFor()
    await page.getByRole('button', { name: 'All steps, in their usual order' }).click()
    await expect.poll(names).toEqual([first, second, third, ...rest])
    await page.getByRole('button', { name: 'Present to the room' }).click()
    await stage.getByText('1 of 14').waitFor()
  })

  it('offers nothing to present where every step was left out', async () => {
    const page = await openSample({ hasTouch: true, viewport: { width: 360, height: 740 } })
    await page.getByText('Choose the steps to present').tap()
    const boxes = page.getByRole('checkbox')
    for (const box of await boxes.all()) await box.uncheck()
    await shown(page, 'No step is chosen')
    await expect.poll(() => page.getByRole('button', { name: 'Present to the room' }).count()).toBe(0)
    await expect.poll(() => widthOf(page)).toEqual([360])
  })

  it('is taken away as what is shown, with that it is simulated', async () => {
    const page = await openSample()
    await toStage(page, 'Take away')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'JSON of what is shown' }).click()
    expect((await download).suggestedFilename()).toMatch(/^simulated/)
    const file = JSON.parse(await textOf(download)) as unknown
    expect(file).toBeTypeOf('object')
    await page.emulateMedia({ media: 'print' })
    await shown(page, 'Report of the room')
  })

  it.each(['light', 'dark'] as const)('can be used by everybody, in %s, on a phone', async (colorScheme) => {
    const page = await openSample({ colorScheme, viewport: { width: 360, height: 740 } })
    await expect.poll(() => widthOf(page)).toEqual([360])
    const tables = page.getByRole('region', { name: 'As a table' })
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
    const spare = await tables.evaluateAll((all) =>
      all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    )
    expect(spare).toEqual([0, 0, 0])
    expect(await problems(page)).toEqual([])
  })

  it.each([320, 390])('breaks no word of its tables on a phone of %i px, nor leaves the page', async (width) => {
    const page = await openSample({ viewport: { width, height: 844 } })
    await page.locator('canvas[data-drawn]').first().waitFor()
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true
    })
    const brokenIn = (cells: Locator) =>
      cells.evaluateAll((all) =>
        all.flatMap((cell) =>
          [...(cell.firstChild?.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
            const range = document.createRange()
            range.setStart(cell.firstChild!, index)
            range.setEnd(cell.firstChild!, index + word.length)
            return range.getClientRects().length > 1 ? [word] : []
          }),
        ),
      )
    const cells = page.locator('article th')
    expect(await cells.count()).toBeGreaterThan(20)
    expect(await brokenIn(cells)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    // French names are the longest.
    await page.getByRole('button', { name: 'Français' }).click()
    const names = page.locator('.streams .name')
    await expect.poll(() => names.allInnerTexts()).toContain('Friction organisationnelle')
    expect(await brokenIn(names)).toEqual([])
  })

  it('goes with everything that the diagnostic keeps', async () => {
    const page = await openSample()
    await page.goto(`${page.url().replace(/workshop\.html.*/, '')}#results`)
    await ready(page)
    await page.getByRole('button', { name: 'Delete everything on this device' }).click()
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await shown(page, 'Everything the diagnostic kept')
    const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
    await expect.poll(databases).toEqual([])
  })
})
