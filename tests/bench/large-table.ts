// What a table of 100,000 rows and 40 columns does to the console, in a browser: npx tsx tests/bench/large-table.ts [rows]
import { chromium } from 'playwright-core'
import { serveSite } from '../../src/build/serve-site.ts'
import { buildSite, needsBuild, SITE } from '../../src/build/site.ts'
import { findChromium } from '../chromium.ts'
import { largeTable } from '../fixtures/large-table.ts'
import { workshopFile } from '../fixtures/workshop.ts'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROWS = Number(process.argv[2] ?? 100_000)
const PATIENCE = { timeout: 240_000 }

if (needsBuild()) await buildSite()
const { server, address } = await serveSite({ folder: SITE })
const found = await findChromium()
const browser = await chromium.launch({ ...found, args: [...found.args, '--enable-precise-memory-info'] })
const page = await browser.newPage()
// A helper that tsx writes into functions, which the page does not have.
await page.addInitScript('globalThis.__name = (one) => one')
await page.goto(`${address}workshop.html`)
await page.locator('html[data-ready]').waitFor()

/** Watches frames and tasks until it is asked for the longest of each, in milliseconds. */
const watch = () =>
  page.evaluate(() => {
    const seen = { frames: [] as number[], tasks: [] as number[] }
    Object.assign(globalThis, { seen })
    let last = performance.now()
    const frame = (now: number) => {
      seen.frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
const told = async (what: string, since: number) => {
  const { frames, tasks, heap } = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { frames: number[]; tasks: number[] } }
    const memory = (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory
    const now = { frames: [...seen.frames], tasks: [...seen.tasks], heap: memory?.usedJSHeapSize ?? 0 }
    seen.frames.length = 0
    seen.tasks.length = 0
    return now
  })
  const over = (all: readonly number[]) => all.filter((time) => time > 100).map((time) => Math.round(time))
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  console.log(
    `${what.padEnd(14)}${seconds.padStart(7)} s, page ${(heap / 1e6).toFixed(0)} MB, frames over 100 ms: ` +
      `${over(frames).join(' ') || 'none'} (longest ${Math.max(0, ...frames).toFixed(0)}), tasks over 100 ms: ${over(tasks).join(' ') || 'none'}`,
  )
}

await page.getByLabel('The file of a workshop').setInputFiles({
  name: 'workshop.json',
  mimeType: 'application/json',
  buffer: Buffer.from(workshopFile({ rawExport: true })),
})
await page.getByRole('heading', { name: 'Collect', exact: true }).waitFor()
const file = join(tmpdir(), `large-table-${ROWS}.csv`)
await writeFile(file, largeTable(ROWS))
await watch()
const amount = ROWS.toLocaleString('en-GB')
let start = performance.now()
await page.getByLabel('Or files').setInputFiles(file)
await page.getByText(/^Taking in \d/).waitFor(PATIENCE)
await told('read', start)
start = performance.now()
await page.locator('.total strong', { hasText: amount }).waitFor(PATIENCE)
await told('taken in', start)
await page.getByText(`The ${amount} responses taken in`).click()
const removals = page.getByRole('button', { name: /^Remove the response/ })
await removals.first().waitFor()
await told('listed', start)
start = performance.now()
await removals.first().click()
const fewer = (ROWS - 1).toLocaleString('en-GB')
await page.locator('.total strong', { hasText: fewer }).waitFor(PATIENCE)
await told('one removed', start)
start = performance.now()
await page.getByRole('link', { name: 'Take away' }).click()
const [download] = await Promise.all([
  page.waitForEvent('download', PATIENCE),
  page.getByRole('button', { name: 'Export the workshop' }).click(),
])
const exported = await download.path()
await told('exported', start)
start = performance.now()
await page.reload()
await page.locator('html[data-ready]').waitFor(PATIENCE)
await page.getByRole('link', { name: 'Collect' }).click()
await page.locator('.total strong', { hasText: fewer }).waitFor(PATIENCE)
console.log(`opened again ${((performance.now() - start) / 1000).toFixed(1)} s`)

await watch()
start = performance.now()
await page.getByRole('button', { name: 'They are all different people' }).click()
await page.getByRole('button', { name: 'Close collection' }).click()
await told('asked to close', start)
start = performance.now()
await page.getByRole('button', { name: 'Close it' }).click()
await page.getByRole('heading', { name: 'The distance' }).waitFor(PATIENCE)
await told('room shown', start)

await page.goto(`${address}workshop.html`)
await page.locator('html[data-ready]').waitFor(PATIENCE)
await watch()
start = performance.now()
await page
  .getByRole('button', { name: /^Delete/ })
  .first()
  .click()
await page.getByRole('button', { name: 'Delete for good' }).click()
await page.getByText('is deleted.').first().waitFor(PATIENCE)
await told('all removed', start)
start = performance.now()
await page.getByLabel('The file of a workshop').setInputFiles(exported)
await page.locator('.total strong', { hasText: fewer }).waitFor(PATIENCE)
await told('imported', start)
await browser.close()
server.close()
