import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { encodeQR } from 'qr'
import { afterAll, expect, it } from 'vitest'
import { handOverCode } from '../fixtures/workshop.ts'
import { browsing } from './browser.ts'
import { CONSOLE, openWorkshop, shown, takeIn, toStage, total } from './workshop-page.ts'

const [WIDTH, HEIGHT] = [320, 240]
const MODULE = 6
const SHOWN_FOR = 8

/** One picture of a phone that is held up with a code, or of an empty room, as YUV 4:2:0. */
function frame(text: string | null): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT, 200)
  const rows = text === null ? [] : encodeQR(text, 'raw', { ecc: 'quartile', border: 2 })
  const [left, top] = [(WIDTH - rows.length * MODULE) >> 1, (HEIGHT - rows.length * MODULE) >> 1]
  for (let y = 0; y < rows.length * MODULE; y++)
    for (let x = 0; x < rows.length * MODULE; x++)
      luma[(top + y) * WIDTH + left + x] = rows[Math.floor(y / MODULE)]?.[Math.floor(x / MODULE)] ? 20 : 235
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)])
}

/** A video in which one phone after the other is held up, in a loop. */
function video(texts: readonly (string | null)[]): Buffer {
  const frames = texts.flatMap((text) => Array.from({ length: SHOWN_FOR }, () => frame(text)))
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F8:1 Ip A1:1 C420jpeg\n`), ...frames])
}

const bare = (participant: number) => handOverCode(participant).replaceAll('-', '')
const folder = mkdtempSync(join(tmpdir(), 'camera-'))
const file = join(folder, 'phones.y4m')
writeFileSync(file, video([bare(1), null, bare(2), 'https://example.org/', null]))
afterAll(() => rmSync(folder, { recursive: true }))

/** Expects a part of the page to be seen whole, without scrolling. */
const expectInView = (page: Page, part: Locator) =>
  expect
    .poll(async () => {
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
      const box = await part.boundingBox()
      return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
    })
    .toBe(true)

const { visit, expectMessages } = browsing([
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
  // A headless browser cannot ask for permission.
  '--use-fake-ui-for-media-stream',
])

it('takes in one code after the other from the camera, each once, and says what was none', async () => {
  const page = await visit({ path: CONSOLE, permissions: ['camera'] })
  await openWorkshop(page)
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await total(page, 2)
  await shown(page, 'Scan 3')
  await shown(page, 'No code, link or table was found in it.')
  // The video is looped, so its codes are known the second time.
  await shown(page, 'This code was read before.')
  await expect.poll(() => page.getByText(/^Scan \d$/).count()).toBe(3)
  await total(page, 2)
})

for (const [width, height] of [
  [1280, 800],
  [360, 740],
] as const)
  it(`fills a screen of ${width} x ${height}, and says there how many are in and what was read`, async () => {
    const page = await visit({ path: CONSOLE, permissions: ['camera'], viewport: { width, height } })
    await openWorkshop(page)
    const scan = page.getByRole('button', { name: 'Scan with the camera' })
    await scan.click()
    const dialog = page.getByRole('dialog', { name: 'Scanning' })
    await dialog.getByText('2 in', { exact: true }).waitFor()
    await dialog.getByText('This code was read before.').waitFor()
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width, height })
    const picture = await dialog.locator('video').boundingBox()
    expect((picture?.width ?? 0) / width).toBeGreaterThan(0.95)
    expect((picture?.height ?? 0) / height).toBeGreaterThan(0.6)
    for (const said of [/^2 in$/, 'This code was read before.', 'Stop scanning', 'Without sound'])
      await expectInView(page, dialog.getByText(said))
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => scan.evaluate((button) => button === document.activeElement)).toBe(true)
    await total(page, 2)
  })

it('finds the response to take out by its code, held up to the camera, and takes in nothing', async () => {
  const page = await visit({ path: CONSOLE, permissions: ['camera'] })
  await openWorkshop(page)
  await takeIn(page, `${handOverCode(1)} ${handOverCode(2)}`)
  await total(page, 2)
  await page.getByText('Take out somebody’s answers').click()
  await page.getByRole('button', { name: 'Scan their code instead' }).click()
  await shown(page, /^The response is in, level/)
  // Whichever phone was held up first, it is one of the two.
  const found = await page.getByRole('textbox', { name: 'Their code or link' }).inputValue()
  expect([bare(1), bare(2)]).toContain(found)
  await expect.poll(() => page.getByRole('heading', { name: 'Scanning the code to take out' }).count()).toBe(0)
  const scan = page.getByRole('button', { name: 'Scan their code instead' })
  await expect.poll(() => scan.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.getByRole('button', { name: 'Take it out', exact: true }).click()
  await page.getByRole('button', { name: 'Take it out for good' }).click()
  await total(page, 1)
})

it('lets go of the camera when it is stopped, and when the workshop is left', async () => {
  const page = await visit({
    path: CONSOLE,
    permissions: ['camera'],
    before: (fresh) =>
      fresh.addInitScript(() => {
        const own = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
        const tracks: MediaStreamTrack[] = []
        Object.assign(window, { tracks })
        navigator.mediaDevices.getUserMedia = async (wish) => {
          const stream = await own(wish)
          tracks.push(...stream.getTracks())
          return stream
        }
      }),
  })
  const states = () =>
    page.evaluate(() => (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map((track) => track.readyState))
  await openWorkshop(page)
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await total(page, 1)
  await expect.poll(() => states()).toEqual(['live'])
  await page.getByRole('button', { name: 'Stop scanning' }).click()
  await expect.poll(() => states()).toEqual(['ended'])
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await expect.poll(states).toEqual(['ended', 'live'])
  // What is behind the picture cannot be reached, but the browser's own way back can.
  await page.goBack()
  await page.getByRole('heading', { name: 'On this device' }).waitFor()
  await expect.poll(states).toEqual(['ended', 'ended'])
  await page.goForward()
  await toStage(page, 'Set up')
  await toStage(page, 'Collect')
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await expect.poll(states).toEqual(['ended', 'ended', 'live'])
  await page.goBack()
  await page.getByRole('heading', { name: 'Set up', exact: true }).waitFor()
  await expect.poll(states).toEqual(['ended', 'ended', 'ended'])
})

it('says what to do where the camera is refused, and takes codes all the same', async () => {
  expectMessages(/Permissions policy violation/)
  const page = await visit({
    path: CONSOLE,
    // A camera that the page's policy forbids fails like one that the person
    // refuses.
    before: (fresh) =>
      fresh.route(`**/${CONSOLE}`, async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'camera=()' } })
      }),
  })
  await openWorkshop(page)
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await shown(page, 'The camera is blocked for this page.')
  const dialog = page.getByRole('dialog', { name: 'Scanning' })
  await expect.poll(() => dialog.getByRole('button', { name: 'Try again' }).count()).toBe(1)
  await dialog.getByRole('button', { name: 'Stop scanning' }).click()
  await takeIn(page, handOverCode(7))
  await total(page, 1)
})
